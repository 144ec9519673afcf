/* The keys of a presentation: those of a keyboard, and those that clickers send. */

/** @type {Record<string, PresentKey>} */
const KEYS = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  Backspace: "previous",
  Home: "first",
  End: "last",
  b: "black",
  B: "black",
  ".": "black",
  n: "speaker",
  N: "speaker",
  f: "full",
  F: "full",
  r: "guess",
  R: "guess",
  Escape: "leave",
};
const CLICKER = ["PageUp", "PageDown"]; // wherever the focus is, a clicker turns the page
const FIELDS = "input, select, textarea, [contenteditable], [role=application], [data-keys]";
const PRESSED = "button, a, summary, [role=button]";
const MOST = 3; // digits of a step's number

let digits = "";

/**
 * The digits that were typed.
 * @returns {string}
 */
export const typed = () => digits;

/**
 * Forget what was typed.
 * @returns {void}
 */
export const forget = () => {
  digits = "";
};

/** Whether a key belongs to what has the focus, or to the browser. */
function isOther({ key, target, defaultPrevented, ctrlKey, metaKey, altKey }) {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof Element)) return false;
  if (key === "Escape") return false;
  if (target.closest("dialog")) return true;
  if (CLICKER.includes(key)) return false;
  return target.closest(FIELDS) !== null || (key === " " && target.closest(PRESSED) !== null);
}

/**
 * What a key asks for: an action, "typing" a number, or a number to go to; null for a key that is none of a
 * presentation's, or belongs to what has the focus.
 * @param {KeyboardEvent} event
 * @returns {PresentKey | "typing" | number | null}
 */
export function read(event) {
  const { key } = event;
  if (isOther(event)) return null;
  if (/^\d$/.test(key)) {
    digits = (digits + key).slice(-MOST);
    return "typing";
  }
  const number = digits;
  forget();
  if (number && key === "Enter") return Number(number);
  if (number && key === "Escape") return "typing"; // what was typed is taken back
  return key === " " && event.shiftKey ? "previous" : KEYS[key] || null;
}
