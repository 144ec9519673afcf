/* What pointer and keyboard find in the chart: the boxes of its marks, labels and clusters. Pure.
 *
 * A box is {row, rows, x, y, left, right, label: {left, right} or undefined}, in px of the plot; `rows` are a
 * cluster's. */
const HALF = 13; // px from the middle of a mark within which its line answers

/**
 * The box at a place, the nearest first; `slack` px around it count as well where no box has the place itself. Null
 * where there is none.
 * @param {Box[]} boxes
 * @param {[number, number]} place
 * @param {number} slack
 * @returns {Box | null}
 */
export const hit = (boxes, place, slack) => nearest(boxes, place, 0) || nearest(boxes, place, slack);

function nearest(boxes, [x, y], slack) {
  let best = null;
  for (const box of boxes) {
    const distance = distanceTo(box, x, y, slack);
    if (distance < (best ? best.distance : Infinity)) best = { box, distance };
  }
  return best && best.box;
}

function distanceTo(box, x, y, slack) {
  if (Math.abs(y - box.y) > HALF + slack / 2) return Infinity;
  if (box.label && x >= box.label.left && x <= box.label.right) return Math.abs(y - box.y);
  return x >= box.left - slack && x <= box.right + slack ? Math.hypot(x - box.x, y - box.y) : Infinity;
}

/** The rows that a box stands for.
 * @param {Box} box
 * @returns {Row[]} */
const rowsOf = ({ row, rows }) => rows || [/** @type {Row} */ (row)];

/** What makes boxes one stop of the keyboard: an event stands in several lanes and is one, a circle by its events. */
const keyOf = (box) => (box.rows ? `${box.rows}+` : String(box.row));

/**
 * The box at which the keyboard is, `here` (null: nowhere) being a box of an earlier drawing: the same one, else the
 * first that has its event. Undefined where neither is drawn.
 * @param {Box[]} boxes
 * @param {Box | null} here
 * @returns {Box | undefined}
 */
export function again(boxes, here) {
  if (!here) return undefined;
  const [first] = rowsOf(here);
  return boxes.find((box) => keyOf(box) === keyOf(here)) || boxes.find((box) => rowsOf(box).includes(first));
}

/**
 * The box to which the keyboard goes from `here`, a box of this or an earlier drawing (null: from none): `by` boxes
 * further in order of their days (`at`), as far as there are any. Null where nothing is drawn.
 * @param {Box[]} boxes
 * @param {Day[]} at
 * @param {Box | null} here
 * @param {number} by
 * @returns {Box | null}
 */
export function stop(boxes, at, here, by) {
  const day = (box) => at[rowsOf(box)[0]];
  const stops = [...new Map(boxes.map((box) => [keyOf(box), box])).values()].sort(
    (a, b) => day(a) - day(b) || rowsOf(a)[0] - rowsOf(b)[0],
  );
  if (!stops.length) return null;
  const now = again(stops, here);
  if (!now) return by === Infinity ? stops[stops.length - 1] : stops[0];
  return stops[Math.min(Math.max(stops.indexOf(now) + by, 0), stops.length - 1)];
}
