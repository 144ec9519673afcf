/* What pointer and keyboard find in the chart: the boxes of its marks, labels and clusters. Pure.
 *
 * A box is {row, rows, x, y, left, right, label: {left, right} or undefined}, in px of the plot; `rows` are a
 * cluster's. */
const HALF = 13; // px from the middle of a mark within which its line answers

/**
 * The box at a place, the nearest first; `slack` px around it count as well. Null where there is none.
 * @param {Box[]} boxes
 * @param {[number, number]} place
 * @param {number} slack
 * @returns {Box | null}
 */
export function hit(boxes, [x, y], slack) {
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

/**
 * The first row of a box, by which the keyboard knows it.
 * @param {Box} box
 */
const rowOf = ({ row, rows }) => (rows ? rows[0] : row);

/**
 * The box of a row, or of the cluster that begins with it.
 * @param {Box[]} boxes
 * @param {Row} row
 * @returns {Box | undefined}
 */
export const boxOf = (boxes, row) => boxes.find((box) => box.row === row || rowOf(box) === row);

/**
 * The row to which the keyboard goes from `here` (null: from none): `by` boxes further in order of their days (`at`),
 * as far as there are any. Null where nothing is drawn.
 * @param {Box[]} boxes
 * @param {Day[]} at
 * @param {Row | null} here
 * @param {number} by
 * @returns {Row | null}
 */
export function stop(boxes, at, here, by) {
  const stops = [...new Set(boxes.map(rowOf))].sort((a, b) => at[a] - at[b] || a - b);
  if (!stops.length) return null;
  const from = stops.indexOf(here);
  if (from < 0) return by === Infinity ? stops[stops.length - 1] : stops[0];
  return stops[Math.min(Math.max(from + by, 0), stops.length - 1)];
}
