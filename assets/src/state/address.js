/* The address holds the view: behind the `?` on a server or a site, behind the `#` in a file opened from disk,
 * where no other part of it can change. */
const fromDisk = location.protocol === "file:";
const sign = fromDisk ? "#" : "?";
/** @type {string | null} */
let unwritten = null; // the query string where the browser lets nobody write the address, as in a closed frame

/**
 * The query string of the address, without its sign.
 * @returns {string}
 */
export function query() {
  if (unwritten !== null) return unwritten;
  if (!fromDisk) return location.search.slice(1);
  return location.hash.includes("=") ? location.hash.slice(1) : ""; // else the place on the page that a link leads to
}

/**
 * Whether the address says what was put into it last.
 * @returns {boolean}
 */
export const isWritten = () => unwritten === null;

/**
 * The whole address of a query string.
 * @param {string} text
 * @returns {string}
 */
export const url = (text) => location.href.split(/[?#]/)[0] + (text ? sign + text : "");

/**
 * Put a query string into the address; `how` is push or replace.
 * @param {string} text
 * @param {"push" | "replace"} how
 * @returns {void}
 */
export function write(text, how) {
  if (text === query()) return;
  try {
    history[how === "push" ? "pushState" : "replaceState"](null, "", (text ? sign + text : "") || location.pathname);
    unwritten = null; // browsers refuse for a while, too, what is written very often
  } catch (error) {
    unwritten = text;
  }
}

/**
 * `changed()` is called when the reader goes back or forth, or writes another view into the address.
 * @param {() => void} changed
 * @returns {void}
 */
export const listen = (changed) => window.addEventListener("popstate", () => changed());
