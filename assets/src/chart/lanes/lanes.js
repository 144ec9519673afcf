/* Where marks and labels go: pure geometry in pixels, no DOM, no Plotly.
 *
 * A lane is divided into as many rows as keep its marks apart; spare rows go to the fullest lanes. A
 * label is put to the right of its mark, else to its left, whole or shortened, else dropped; when all
 * have their place, the shortened ones grow into what is left. A key event's label is whole wherever the
 * plot is wide enough: its row keeps the room. So no two boxes of one row ever overlap, at any width and
 * zoom. */
import { pin, place } from "./labels.js";
import { boxOf, half } from "./mark.js";

/** The px within which the marks of a lane are one dense place. */
export const CLUSTER_REACH = 26;

/** More marks than this in a dense place become one mark with a count. */
export const CLUSTER_LIMIT = 5;

/** Marks of one lane, in order of `x`, with dense places put together; key events stay by themselves.
 * Marks are {row, x, from, to, bar, wide?}, `bar` telling that a bar begins at the mark, `wide` how many px it takes
 * up; a cluster is {rows: […], x, from, to, wide?}. */
function cluster(marks, width) {
  const result = marks.filter(({ key }) => key);
  const others = marks.filter(({ key }) => !key);
  let start = 0;
  for (let end = 1; end <= others.length; end += 1) {
    if (end < others.length && others[end].x - others[start].x <= CLUSTER_REACH) continue;
    const near = others.slice(start, end);
    if (near.length <= CLUSTER_LIMIT) result.push(...near);
    else result.push(circle(near, width));
    start = end;
  }
  return result.sort((one, other) => one.x - other.x);
}

/** One mark for many. Where theirs lie beside the window, and only their lines reach into it, it stands at the edge:
 * outside it could not be pressed. */
function circle(near, width) {
  const { wide } = near[0];
  const reach = 2 * half(near[0]); // a cluster is twice as wide as a mark
  const middle = (near[0].x + near[near.length - 1].x) / 2;
  const x = (middle < 0 && reach) || (middle > width && width - reach) || middle;
  return { rows: near.map((mark) => mark.row), x, from: x - reach, to: x + reach, wide };
}

/** What a mark takes of its line: itself, and the label that it has for certain. */
function roomOf(mark) {
  const [left, right] = boxOf(mark);
  return mark.pinned ? [Math.min(left, mark.pinned.left), Math.max(right, mark.pinned.right)] : [left, right];
}

/** Marks by their left edges: they come in order of x, but a whisker reaches back before its mark. */
const byLeft = (marks) => [...marks].sort((a, b) => roomOf(a)[0] - roomOf(b)[0]);

/** How many rows keep all marks of a lane apart (interval partitioning). */
function rowsNeeded(marks) {
  const ends = [];
  for (const mark of byLeft(marks)) {
    const [left, right] = roomOf(mark);
    const free = ends.findIndex((end) => end + 1 <= left);
    ends[free < 0 ? ends.length : free] = right;
  }
  return Math.max(1, ends.length);
}

/** Spread marks over `count` rows, each into the row that has been free for longest, so that labels find room. */
function spread(marks, count) {
  const ends = new Array(count).fill(-Infinity);
  const spots = new Map();
  for (const mark of byLeft(marks)) {
    let best = 0;
    ends.forEach((end, row) => {
      if (end < ends[best]) best = row;
    });
    ends[best] = Math.max(ends[best], roomOf(mark)[1]);
    const [left, right] = boxOf(mark);
    spots.set(mark, { ...mark, line: best, left, right });
  }
  return marks.map((mark) => spots.get(mark));
}

/** Rows for each lane: what it needs, and the spare rows of `budget` to the lanes with most marks a row. */
function allot(lanes, budget) {
  const counts = lanes.map(rowsNeeded);
  let spare = budget - counts.reduce((sum, count) => sum + count, 0);
  while (spare > 0) {
    let best = -1;
    lanes.forEach((marks, lane) => {
      if (marks.length > counts[lane] && (best < 0 || marks.length / counts[lane] > lanes[best].length / counts[best]))
        best = lane;
    });
    if (best < 0) break;
    counts[best] += 1;
    spare -= 1;
  }
  return counts;
}

/** Marks put together where they are dense, those of key events with the place of their label. */
function prepared(lanes, how) {
  const pinned = (mark) => (mark.key ? { ...mark, pinned: pin(mark, how) } : mark);
  return lanes.map((marks) => cluster(marks, how.width).map(pinned));
}

/**
 * How many lines each of some lanes has; 0 for one without marks.
 * @param {Mark[][]} lanes
 * @param {LaneOptions} how
 * @returns {number[]}
 */
export function linesOf(lanes, { budget, ...how }) {
  const counts = allot(
    prepared(
      lanes.filter((marks) => marks.length),
      how,
    ),
    budget,
  );
  return lanes.map((marks) => (marks.length ? counts.shift() : 0));
}

/**
 * The least lines with which the marks of each lane keep apart; 0 for one without marks.
 * @param {Mark[][]} lanes
 * @param {LaneOptions} how
 * @returns {number[]}
 */
export const needed = (lanes, how) => prepared(lanes, how).map((marks) => (marks.length ? rowsNeeded(marks) : 0));

/**
 * Lay out lanes. `lanes` is [[mark, …], …] with marks in order of x, in px from the left edge of the plot.
 * Returns [{lines, marks}], a mark having its `line` (row within the lane) and perhaps a `label`.
 * With `kept` a lane has so many lines, and more only where its marks need them.
 * @param {Mark[][]} lanes
 * @param {LaneOptions} how
 * @param {number[]} [kept]
 * @returns {{ lines: number, marks: PlacedMark[] }[]}
 */
export function arrange(lanes, { budget, ...how }, kept) {
  const dense = prepared(lanes, how);
  const counts = kept ? dense.map((marks, lane) => Math.max(rowsNeeded(marks), kept[lane])) : allot(dense, budget);
  return dense.map((marks, lane) => ({ lines: counts[lane], marks: place(spread(marks, counts[lane]), how) }));
}
