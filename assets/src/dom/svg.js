/* SVG elements. */
const NS = "http://www.w3.org/2000/svg";

/**
 * An SVG element with attributes and children (elements or plain text). What is undefined or null is left out.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== null) node.setAttribute(name, value);
  if (children.length) node.append(...children);
  return node;
}
