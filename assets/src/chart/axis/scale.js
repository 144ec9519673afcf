/* Scales that are straight between knots: the overview's, from days to shares of its width and back, and the chart's
 * where quiet times are short. No DOM. */

/**
 * Linear interpolation between the knots `from` → `to`, beyond the ends too.
 * @param {number} value
 * @param {number[]} from
 * @param {number[]} to
 * @returns {number}
 */
function map(value, from, to) {
  let [low, index] = [0, from.length - 1];
  while (low < index) {
    // the first knot beyond the value
    const middle = (low + index) >> 1;
    if (from[middle] > value) index = middle;
    else low = middle + 1;
  }
  index = Math.max(1, index);
  const share = (value - from[index - 1]) / (from[index] - from[index - 1] || 1);
  return to[index - 1] + share * (to[index] - to[index - 1]);
}

/**
 * The same as a function.
 * @param {number[]} from
 * @param {number[]} to
 * @returns {(value: number) => number}
 */
export const between = (from, to) => (value) => map(value, from, to);

const within = (/** @type {number} */ share) => Math.min(1, Math.max(0, share));

/**
 * A scale of knots (timeline/view/overview.py): `place(day)` is a share from 0 to 1, `dayAt(share)` a day.
 * @param {{ days: Day[], at: number[] }} knots
 * @returns {{ place: (day: Day) => number, dayAt: (share: number) => Day }}
 */
export const scaleOf = ({ days, at }) => ({
  place: (day) => within(map(day, days, at)),
  dayAt: (share) => map(within(share), at, days),
});
