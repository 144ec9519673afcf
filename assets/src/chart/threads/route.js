/* The way of a thread from mark to mark, around labels and other marks. Pure; all in px of the plot.
 *
 * Lines of the chart never touch: between two of them, and beside the plot, there is always room. A thread leaves its
 * mark upwards or downwards, goes along between lines, and crosses them where nothing stands. */
const BEND = 24; // px of a longer way that one bend less is worth
const PAD = 4; // px between a thread and what it goes around
const OUTSIDE = 6; // px beside the plot, where no label reaches
const ROUND = 5; // px of the radius of a bend

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Rect */
/** @typedef {[number, number]} Point */
/** @typedef {{ rects: Rect[], width: number, line: number }} Ground */

/**
 * What threads go around: the marks and labels of some boxes. `line` are the px from one line of a lane to the next.
 * @param {Box[]} boxes
 * @param {number} line
 * @returns {Rect[]}
 */
export const rectsOf = (boxes, line) =>
  boxes.flatMap(({ x, y, label }) => {
    const [top, bottom] = [y - line / 2 + 1, y + line / 2 - 1];
    const mark = { left: x - line / 3, right: x + line / 3, top, bottom };
    return label ? [mark, { left: label.left, right: label.right, top, bottom }] : [mark];
  });

/** Whether a line down the plot at `x` is free of some rectangles. Beside the plot there may be half a mark at most. */
const isFree = (/** @type {Rect[]} */ rects, /** @type {number} */ width, /** @type {number} */ x) =>
  x < 0 || x > width || rects.every(({ left, right }) => x <= left - PAD || x >= right + PAD);

/** The free place with the shortest way from one place to another one through it. */
function crossing(/** @type {Rect[]} */ rects, /** @type {number} */ width, /** @type {number[]} */ [from, to]) {
  const sides = rects.flatMap(({ left, right }) => [left - PAD, right + PAD]);
  const way = (/** @type {number} */ x) => Math.abs(x - from) + Math.abs(x - to);
  const places = [from, to, ...sides.filter((x) => x >= 0 && x <= width), -OUTSIDE, width + OUTSIDE];
  const free = places.sort((a, b) => way(a) - way(b)).find((x) => isFree(rects, width, x));
  return /** @type {number} */ (free);
}

/** The lines between two heights, {top, bottom, rects}, from the first height on. */
function between(/** @type {Rect[]} */ rects, /** @type {number} */ from, /** @type {number} */ to) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  /** @type {Map<number, { top: number, bottom: number, rects: Rect[] }>} */
  const lines = new Map();
  for (const rect of rects) {
    const { top, bottom } = rect;
    if (bottom <= low || top >= high) continue;
    const line = lines.get(top) || { top, bottom, rects: [] };
    line.bottom = Math.max(line.bottom, bottom);
    line.rects.push(rect);
    lines.set(top, line);
  }
  return [...lines.values()].sort((a, b) => (a.top - b.top) * (from < to ? 1 : -1));
}

/** All lines crossed at one place.
 * @returns {Point[]} */
function straight(lines, { width }, from, to) {
  const x = crossing(
    lines.flatMap(({ rects }) => rects),
    width,
    [from[0], to[0]],
  );
  return [
    [x, from[1]],
    [x, to[1]],
  ];
}

/** Each line crossed where it is nearest.
 * @returns {Point[]} */
function stepwise(lines, { width }, from, to) {
  /** @type {Point[]} */
  const points = [];
  let [x] = from;
  for (const { top, bottom, rects } of lines) {
    const next = isFree(rects, width, x) ? x : crossing(rects, width, [x, to[0]]);
    const height = from[1] < to[1] ? top - 1 : bottom + 1;
    if (next !== x) points.push([x, height], [next, height]);
    x = next;
  }
  return [...points, [x, to[1]]];
}

/** Without points that are twice there, or on the straight way between their neighbours. */
function tidy(/** @type {Point[]} */ points) {
  const apart = points.filter(([x, y], at) => !at || x !== points[at - 1][0] || y !== points[at - 1][1]);
  return apart.filter(([x, y], at) => {
    const [before, after] = [apart[at - 1], apart[at + 1]];
    return !before || !after || !((before[0] === x && after[0] === x) || (before[1] === y && after[1] === y));
  });
}

/**
 * How long a way counts, its bends included.
 * @param {Point[]} points
 * @returns {number}
 */
export const cost = (points) =>
  points.reduce(
    (sum, [x, y], at) => (at ? sum + Math.abs(x - points[at - 1][0]) + Math.abs(y - points[at - 1][1]) + BEND : 0),
    0,
  );

/**
 * The corners of the way between two marks.
 * @param {Ground} ground
 * @param {Point} from
 * @param {Point} to
 * @returns {Point[]}
 */
export function route(ground, from, to) {
  const half = ground.line / 2;
  if (from[1] === to[1]) return tidy([from, [from[0], from[1] - half], [to[0], to[1] - half], to]);
  const down = from[1] < to[1] ? 1 : -1;
  /** @type {Point} */
  const start = [from[0], from[1] + down * half];
  /** @type {Point} */
  const end = [to[0], to[1] - down * half];
  const lines = (end[1] - start[1]) * down > 0 ? between(ground.rects, start[1], end[1]) : [];
  const ways = [straight, stepwise].map((way) => tidy([from, start, ...way(lines, ground, start, end), end, to]));
  return cost(ways[0]) <= cost(ways[1]) ? ways[0] : ways[1];
}

/**
 * The corners of the way from a mark to the edge of the plot that is beyond the first or the last day in sight.
 * @param {Ground} ground
 * @param {Point} from
 * @param {"left" | "right"} side
 * @returns {Point[]}
 */
export function toEdge({ width, line }, [x, y], side) {
  const height = y - line / 2;
  return tidy([
    [x, y],
    [x, height],
    [side === "left" ? 0 : width, height],
  ]);
}

/**
 * A way as the path of an SVG, with round bends.
 * @param {Point[]} points
 * @returns {string}
 */
export function pathOf(points) {
  const [first, ...others] = points;
  const part = ([x, y], at) => {
    if (at === others.length - 1) return `L${x},${y}`;
    const [before, after] = [points[at], points[at + 2]];
    const toward = ([ax, ay]) => {
      const far = Math.hypot(ax - x, ay - y);
      const by = Math.min(ROUND, far / 2) / far;
      return `${x + (ax - x) * by},${y + (ay - y) * by}`;
    };
    return `L${toward(before)}Q${x},${y} ${toward(after)}`;
  };
  return `M${first}${others.map(part).join("")}`;
}
