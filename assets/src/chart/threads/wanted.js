/* Whose threads are drawn: those of the event at which the keyboard is, else of the open one. They come when an event
 * has any. */
import { threads } from "../../on-demand.js";
import { load } from "../../state/data.js";
import { viewed } from "../drawing.js";

/** @type {HTMLElement} */
let root;
/** @type {Row | null} */
let cursor = null; // the event at which the keyboard is

/**
 * Draw threads over a chart.
 * @param {HTMLElement} element
 * @returns {void}
 */
export const init = (element) => {
  root = element;
};

/**
 * The keyboard is at an event, or at none.
 * @param {Row | null | undefined} row
 * @returns {void}
 */
export function follow(row) {
  cursor = row ?? null;
  draw();
}

/**
 * The event whose threads are to be seen; null where there is none.
 * @returns {Row | null}
 */
export const row = () => cursor ?? (viewed() ? viewed().event : null);

/**
 * Draw the threads, or take them away.
 * @returns {void}
 */
export function draw() {
  const of = row();
  const has = of !== null && Boolean(load().events[of].shown.links);
  if (threads.here) threads.here.draw(root, has ? of : null);
  else if (has) threads.want().then(draw, () => null); // the panel says the same in words
}
