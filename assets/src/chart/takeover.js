/* When Plotly takes the chart over from the plain drawing (plain/plain.js), which looks and answers the same. Loading
 * it and its first drawing keep a browser busy, so both happen while nobody waits: as soon as the page answers and has
 * nothing else to do; on a phone, or where somebody saves data, once the chart itself is being worked with, since who
 * only reads would pay for it and see no difference. */
import * as afterPaint from "../dom/after-paint.js";
import * as plotly from "./figure/plotly.js";

const REST = 700; // ms without a sign of somebody after which nobody is waiting
const SIGNS = ["pointerdown", "pointermove", "pointerup", "touchmove", "wheel", "keydown", "scroll"];
const BEGINNINGS = ["pointerdown", "focusin", "wheel"];

let last = -REST; // when somebody last did something
/** @type {() => void} */
let begin = () => {};
const due = new Promise((done) => (begin = () => done(null)));

/** Whether Plotly comes only when somebody works with the chart. */
const spares = () =>
  matchMedia("(pointer: coarse) and (hover: none)").matches ||
  Boolean(/** @type {any} */ (navigator).connection && /** @type {any} */ (navigator).connection.saveData);

/** Kept when the browser has answered what waits, and nobody is doing anything. */
async function calm() {
  do await afterPaint.pause();
  while (await resting());
}

/** Whether somebody did something a moment ago; then that moment is over. */
async function resting() {
  const left = last + REST - performance.now();
  if (left > 0) await new Promise((done) => setTimeout(done, left));
  return left > 0;
}

/**
 * Watch for somebody who works with the chart, in some elements of the page.
 * @param {HTMLElement[]} elements
 * @returns {void}
 */
export function watch(elements) {
  const options = { passive: true, capture: true };
  const seen = (/** @type {any} */ { type, buttons }) => {
    if (type !== "pointermove" || buttons) last = performance.now();
  };
  for (const sign of SIGNS) addEventListener(sign, seen, options);
  for (const element of elements) for (const sign of BEGINNINGS) element.addEventListener(sign, begin, options);
}

/**
 * The page answers: Plotly may be asked for, at once where the chart is about to be drawn.
 * @param {boolean} isDrawn
 * @returns {void}
 */
export function answered(isDrawn) {
  if (spares()) return;
  begin();
  if (isDrawn) plotly.ready(calm, false).catch(() => null); // the drawing asks again
}

/**
 * A promise that Plotly may draw the chart. It is none where that is still to be wanted.
 * @returns {{ soon: boolean, come: Promise<void> }}
 */
export const plotlyComes = () => ({ soon: !spares(), come: due.then(() => plotly.ready(calm, spares())) });
