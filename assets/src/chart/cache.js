/* The chart's last drawings: a view that comes back after filtering need not be drawn again. */
import { el } from "../dom/element.js";

const MOST = 2;
let drawings = []; // {key, sheet, …}, the current one first

/**
 * Whether a drawing with one key would look like one with another.
 * @param {any} kept
 * @param {any} key
 * @returns {boolean}
 */
export const same = (kept, key) =>
  kept &&
  kept.words === key.words &&
  (!kept.events || kept.events === key.events) &&
  kept.rows.length === key.rows.length &&
  kept.rows.every((row, at) => row === key.rows[at]);

function bring(drawing) {
  drawings = [drawing, ...drawings.filter((other) => other !== drawing)];
  return drawing;
}

/**
 * The drawing with this key, which becomes the current one; undefined if it is not kept. A key holds all that a drawing
 * depends on: `rows`, compared one by one; everything else as `words`; and the list of `events`, or null if no text is
 * missing that would change the drawing.
 * @param {{ rows: Row[], words: string, events: TimelineEvent[] | null }} key
 * @returns {any}
 */
export function find(key) {
  const found = drawings.find((drawing) => same(drawing.key, key));
  return found && bring(found);
}

/**
 * A drawing with an element to draw in, `sheet`: a new one, or the one that was out of sight for longest.
 * @returns {{ key: null, sheet: HTMLElement }}
 */
export function blank() {
  const { sheet } = drawings.length < MOST ? { sheet: el("div") } : drawings.pop();
  return bring({ key: null, sheet });
}
