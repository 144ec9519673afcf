/* The lines of a text that is higher than the screen, each in an element of its own, so that a part can end between
 * two of them. */
import { all, el } from "../../dom/element.js";

const LINE = "text-line";

const isOneLine = (/** @type {HTMLElement} */ line) => line.getClientRects().length === 1;

/**
 * The lines of a text, from the first to the last; the element itself where it holds more than words.
 * @param {HTMLElement} node
 * @returns {HTMLElement[]}
 */
export function linesOf(node) {
  if (![...node.querySelectorAll("*")].every(isAmongWords)) return [node];
  const old = all(node, `.${LINE}`);
  if (old.length && old.every(isOneLine)) return old;
  for (const line of old) line.replaceWith(...line.childNodes);
  node.normalize();
  for (const text of textsOf(node)) divide(text);
  const lines = all(node, `.${LINE}`);
  return lines.length ? lines : [node];
}

const isAmongWords = (/** @type {Element} */ each) =>
  each instanceof HTMLElement && getComputedStyle(each).display.startsWith("inline");

/** The texts within an element. */
function textsOf(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts.filter(({ data }) => data.trim());
}

/** Put each line of a text into an element. */
function divide(text) {
  const starts = [0, ...breaks(text)];
  const lines = starts.map((start, n) => text.data.slice(start, starts[n + 1]));
  text.replaceWith(...lines.map((line) => el("span", { class: LINE }, line)));
}

/** Where in a text its second line begins, its third, and so on. */
function breaks(text) {
  const range = document.createRange();
  const found = [];
  let [at, bottom] = [0, Infinity];
  for (const letter of text.data) {
    range.setStart(text, at);
    range.setEnd(text, at + letter.length);
    const box = range.getBoundingClientRect();
    if (box.width) {
      if (box.top + box.height / 2 > bottom) found.push(at);
      bottom = box.bottom;
    }
    at += letter.length;
  }
  return found;
}
