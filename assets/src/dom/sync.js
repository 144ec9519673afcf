/* Children of an element, brought up to date without moving those that stand where they belong. */

/**
 * Make `children` the children of an element, in order. What stays keeps focus, scrolling and layout.
 * @param {Element} root
 * @param {Element[]} children
 * @returns {void}
 */
export function sync(root, children) {
  const wanted = new Set(/** @type {Node[]} */ (children));
  for (const child of [...root.childNodes]) if (!wanted.has(child)) child.remove();
  let at = root.firstChild;
  for (const child of children) {
    if (child === at) at = at.nextSibling;
    else root.insertBefore(child, at);
  }
}
