/* The focus, and how to keep it when the element that has it is drawn again. */

/**
 * The element that has the focus.
 * @returns {HTMLElement}
 */
export const focused = () => /** @type {HTMLElement} */ (document.activeElement);

/**
 * The key (`data-key`) of the focused element within one that is about to be drawn again.
 * @param {HTMLElement} root
 * @returns {string | undefined}
 */
export const heldKey = (root) => (root.contains(document.activeElement) ? focused().dataset.key : undefined);

/**
 * Give the focus to the element that has this key now.
 * @param {HTMLElement} root
 * @param {string | undefined} key
 * @returns {void}
 */
export function giveBack(root, key) {
  const again = key && /** @type {HTMLElement} */ (root.querySelector(`[data-key="${CSS.escape(key)}"]`));
  if (again) again.focus({ preventScroll: true });
}
