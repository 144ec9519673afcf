/* When the page is printed. What it is on paper is made by print.js, which comes after the first drawing. */
import { print, qrcode } from "../on-demand.js";

/** @type {Row | null} */
let alone = null; // the event that is to be printed by itself

/**
 * Print the page, or one event of it by itself.
 * @param {Row | null} [row]
 * @returns {Promise<void>}
 */
export async function printed(row = null) {
  await Promise.all([print.want(), row !== null && qrcode.want()]);
  alone = row;
  window.print();
}

/**
 * Prepare the page whenever it is printed; `redraw()` draws the whole page again, at once.
 * @param {() => void} redraw
 * @returns {void}
 */
export function listen(redraw) {
  const begin = () => {
    const row = alone;
    alone = null;
    if (print.here) print.here.begin(redraw, row);
    else print.want();
  };
  const end = () => print.here && print.here.end();
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  // Some tools switch to print media without these events.
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? begin() : end()));
}
