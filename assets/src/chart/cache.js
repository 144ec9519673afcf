/* The chart's last drawings, kept as they are: what was filtered away and comes back need not be drawn anew. */
import { el } from "../dom/element.js";

const MOST = 2;
let drawings = []; // {key, sheet, …}, the one in sight first

const same = (kept, key) =>
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
 * The drawing of a key, which is then the one in sight; undefined where none is kept. A key is all that a drawing
 * depends on: `rows`, compared one by one, all else as `words`, and the list of `events`, null where no text that is
 * still to come would change it.
 * @param {{ rows: Row[], words: string, events: TimelineEvent[] | null }} key
 * @returns {any}
 */
export function find(key) {
  const found = drawings.find((drawing) => same(drawing.key, key));
  return found && bring(found);
}

/**
 * A drawing with an element to draw in, `sheet`: that which has been out of sight for longest, or a new one.
 * @returns {{ key: null, sheet: HTMLElement }}
 */
export function blank() {
  const { sheet } = drawings.length < MOST ? { sheet: el("div") } : drawings.pop();
  return bring({ key: null, sheet });
}
