/* What pressing a mark of the chart does, whether by pointer or by keyboard: open its event, or list those of a circle.
 */
import { load } from "../../state/data.js";
import { parting, timeOf } from "../axis/window.js";
import { current, viewed } from "../drawing.js";
import * as cluster from "./cluster.js";
import * as tip from "./tip.js";
import { go } from "./travel.js";

/** @type {HTMLElement} */
let plot;
let open;
/** @type {Box | null} */
let last = null; // what was last pressed

/**
 * Press the marks of a plot; `opening(row)` opens an event.
 * @param {HTMLElement} element
 * @param {(row: Row) => void} opening
 * @returns {void}
 */
export const init = (element, opening) => {
  [plot, open] = [element, opening];
};

/**
 * The box that was last pressed, perhaps of an earlier drawing.
 * @returns {Box | null}
 */
export const pressed = () => last;

/**
 * Press a box, where there is one.
 * @param {Box | null | undefined} box
 * @returns {void}
 */
export function press(box) {
  if (!box) return;
  last = box;
  tip.hide();
  if (box.rows) list(box);
  else open(box.row);
}

/** List the events of a circle beside it. */
function list(box) {
  const { left, axis, parts } = current();
  const days = box.rows.map((row) => load().geometry.at[row]);
  const apart = parting(days, viewed().window, timeOf(viewed()));
  const area = plot.getBoundingClientRect();
  const half = (box.right - box.left) / 2;
  const circle = new DOMRect(area.left + left + box.x - half, area.top + axis + box.y - half, 2 * half, 2 * half);
  cluster.show({ rows: box.rows, parts, circle, open, zoom: apart && (() => go(apart, "push")) });
}
