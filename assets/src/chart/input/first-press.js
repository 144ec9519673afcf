/* A press on one of the first marks (timeline/view/first_marks.py), which stand in the document until the chart is
 * drawn: it may take their place while the finger is still down. */
import { load } from "../../state/data.js";
import { current } from "../drawing.js";
import { FAR } from "./gestures.js";
import { press } from "./press.js";

/** @type {{ mark: HTMLElement, x: number, y: number } | null} */
let down = null; // the first mark that is pressed, and where

/**
 * Answer presses on the first marks of a chart. One that stands for an event opens it; of a circle the chart lists the
 * events, for which it has to be drawn.
 * @param {HTMLElement} root
 * @param {Pick<Actions, "open" | "hasten">} actions
 * @returns {void}
 */
export function listen(root, { open, hasten }) {
  root.addEventListener("pointerdown", ({ target, button, clientX, clientY }) => {
    const mark = /** @type {HTMLElement} */ (target).closest("#first-marks .mark");
    down = mark instanceof HTMLElement && button <= 0 ? { mark, x: clientX, y: clientY } : null;
  });
  // Of the window, since the mark may be gone, and the chart would take the click for nobody's.
  addEventListener("click", ({ clientX, clientY }) => {
    if (down && Math.hypot(clientX - down.x, clientY - down.y) <= FAR) pressed(down, root, { open, hasten });
    down = null;
  });
}

function pressed({ mark, x }, root, { open, hasten }) {
  const { row, kind } = mark.dataset;
  if (row) {
    open(Number(row));
    return;
  }
  hasten();
  press(circleAt(x - root.getBoundingClientRect().left - current().left, kind));
}

/** The circle of a kind that is nearest to a place across the plot, in px. */
function circleAt(x, kind) {
  const { kind: kinds } = load().rows;
  const circles = current().boxes.filter(({ rows }) => rows && kinds[rows[0]] === kind);
  const [nearest] = circles.sort((one, other) => Math.abs(one.x - x) - Math.abs(other.x - x));
  return nearest;
}
