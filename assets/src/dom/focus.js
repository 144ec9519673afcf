/* The focus, and how it stays where it is when what has it is drawn anew. */

/**
 * What has the focus.
 * @returns {HTMLElement}
 */
export const focused = () => /** @type {HTMLElement} */ (document.activeElement);

/**
 * The key (`data-key`) of what has the focus within an element that is about to be drawn anew.
 * @param {HTMLElement} root
 * @returns {string | undefined}
 */
export const heldKey = (root) => (root.contains(document.activeElement) ? focused().dataset.key : undefined);

/**
 * Give the focus to what has this key now.
 * @param {HTMLElement} root
 * @param {string | undefined} key
 * @returns {void}
 */
export function giveBack(root, key) {
  const again = key && /** @type {HTMLElement} */ (root.querySelector(`[data-key="${CSS.escape(key)}"]`));
  if (again) again.focus({ preventScroll: true });
}
