/* A part that a button opens over the page: the browser's own popover, which closes by Escape or by a press beside it,
 * and gives the focus back. Where it opens stands in page.css, from the edges that are measured here. */
const GAP = 6; // px between the button and what it opens
const EDGE = 8; // px that stay free at the edges of the window

/**
 * Let a button open a part of the page.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} part
 * @returns {void}
 */
export function attach(button, part) {
  part.popover = "auto";
  button.popoverTargetElement = part;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", part.id);
  part.addEventListener("toggle", (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (open) place(button, part);
  });
  // Escape closes the popover alone, not the event's panel behind it.
  for (const each of [button, part])
    each.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && part.matches(":popover-open")) event.stopPropagation();
    });
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} part
 */
function place(button, part) {
  const { left, right, bottom } = button.getBoundingClientRect();
  const wide = part.offsetWidth;
  const fits = left + wide + EDGE <= innerWidth ? left : Math.max(EDGE, right - wide);
  part.style.setProperty("--left", `${fits}px`);
  part.style.setProperty("--top", `${bottom + GAP}px`);
}
