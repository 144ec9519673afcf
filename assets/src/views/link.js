/* A link to an event within a sentence. It breaks from line to line as the words around it do, which no button can. */
import { el } from "../dom/element.js";
import { url } from "../state/address.js";
import { load } from "../state/data.js";
import { queryWith } from "../state/store.js";

/** Whether a press asks for another tab or window. */
const isElsewhere = (/** @type {MouseEvent} */ event) =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/**
 * A link that opens an event in this view; its address is that of the event.
 * @param {Row} row
 * @param {() => void} open
 * @param {...Child} words
 * @returns {HTMLAnchorElement}
 */
export function link(row, open, ...words) {
  const href = url(queryWith({ event: load().rows.id[row] }));
  const onclick = (/** @type {MouseEvent} */ event) => {
    if (isElsewhere(event)) return;
    event.preventDefault();
    open();
  };
  return el("a", { class: "link", href, dir: "auto", "aria-controls": "event-panel", onclick }, ...words);
}
