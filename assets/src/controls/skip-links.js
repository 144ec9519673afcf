/* Links that skip a part of the page move the focus but leave the address alone: in a file opened from disk the
 * view stands in the address where a place on the page would. */

/**
 * Make the links work, also those that Dash draws later.
 * @returns {void}
 */
export function listen() {
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a.skip-link, a.jump");
    if (!link) return;
    event.preventDefault();
    const menu = /** @type {HTMLElement | null} */ (link.closest("[popover]"));
    if (menu) menu.hidePopover();
    document.getElementById(/** @type {HTMLAnchorElement} */ (link).hash.slice(1)).focus();
  });
}
