/* Elements made from plain text, and the marks of events as elements. */
import { load } from "../state/data.js";

/**
 * An element. `attributes` may hold `class`, `on…` functions and `dataset`; children are elements or plain text.
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "dataset") Object.assign(element.dataset, value);
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  const shown = children.flat(2).filter((child) => child !== null && child !== undefined && child !== false);
  element.append(.../** @type {(Node | string)[]} */ (shown.filter((child) => child !== "")));
  return element;
}

/**
 * The mark of an event's kind and status, as it looks in the chart. Decorative: words stand beside it.
 * @param {string} kind
 * @param {string} [status]
 * @returns {HTMLElement}
 */
export const symbol = (kind, status) => {
  const shape = load().settings.symbols[kind];
  const look = {
    class: `symbol symbol-${shape} is-${status || "established"}`,
    style: `--colour: var(--kind-${kind})`,
  };
  return el("span", { ...look, "aria-hidden": "true" }, el("span"));
};

/**
 * The filling that a status gives to any mark, shown on a plain circle.
 * @param {string} status
 * @returns {HTMLElement}
 */
export const statusMark = (status) =>
  el(
    "span",
    { class: `symbol symbol-circle is-${status}`, style: "--colour: var(--ink)", "aria-hidden": "true" },
    el("span"),
  );

/**
 * The element of the page with an id. The caller knows what kind of element it is.
 * @param {string} id
 * @returns {any}
 */
export const node = (id) => document.getElementById(id);

/**
 * The elements within another one that a selector finds.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const all = (root, selector) =>
  [...root.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));
