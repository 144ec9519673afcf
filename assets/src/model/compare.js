/* Two sources, or two days, side by side on the same events. No DOM. */
import { known } from "./asof.js";
import { inOrder, isBefore } from "./days.js";

const DAY = /^-?\d{4}-\d\d-\d\d$/;
const SAYS = new Set(["asserts", "confirms"]);

/** @typedef {"sources" | "days"} What */
/** @typedef {[string, string]} Pair */
/** How two sides stand to each other: of sources both speak, they differ, or one is silent; of days the event was not
 * known before, has another status, has new claims, or nothing is new.
 * @typedef {"differ" | "both" | "left" | "right" | "event" | "status" | "claims" | "same"} How */
/** An event with what either side has of it. `points` are those on which two sources differ.
 * @typedef {{ row: Row, how: How, left: Claim[], right: Claim[], points: Disagreement[] }} Compared */
/** The same of two days: what was known of it on each, and the ids of the claims that are new on the later one.
 * @typedef {{ row: Row, how: How, left: KnownEvent, right: KnownEvent, fresh: Set<string> }} ComparedDays */

/**
 * Whether a side of a comparison is a day rather than a source.
 * @param {string | undefined} side
 * @returns {boolean}
 */
export const isDay = (side) => side !== undefined && DAY.test(side);

/**
 * What is compared: days where the first side that is chosen is one.
 * @param {Spec} spec
 * @returns {What}
 */
export const whatOf = ({ left, right }) => (isDay(left || right) ? "days" : "sources");

/**
 * Both sides of a comparison: what is chosen, and for the rest what is usual. A side of the other kind counts as not
 * chosen; `mixed` says that there is one.
 * @param {Spec} spec
 * @param {Pair} usual
 * @returns {{ sides: Pair, mixed: boolean }}
 */
export function sidesOf(spec, usual) {
  const days = whatOf(spec) === "days";
  const fitting = (/** @type {string | undefined} */ side) =>
    side !== undefined && isDay(side) === days ? side : null;
  const [left, right] = [fitting(spec.left), fitting(spec.right)];
  const mixed =
    [spec.left, spec.right].filter((side) => side !== undefined).length > [left, right].filter(Boolean).length;
  const other = (/** @type {string} */ side, /** @type {0 | 1} */ place) =>
    usual[place] === side ? usual[1 - place] : usual[place];
  const sides = /** @type {Pair} */ ([
    left ?? (right ? other(right, 0) : usual[0]),
    right ?? (left ? other(left, 1) : usual[1]),
  ]);
  return { sides, mixed };
}

/**
 * The two sources that are compared where nobody chose: the one that speaks of most events, and the one that shares
 * most of them with it. Null where there are no two.
 * @param {string[][]} sources by row
 * @returns {Pair | null}
 */
export function usualSources(sources) {
  const most = (/** @type {string[][]} */ lists) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const source of lists.flat()) counts.set(source, (counts.get(source) || 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one).map(([source]) => source);
  };
  const [first, ...others] = most(sources);
  if (!others.length) return null;
  const beside = most(sources.filter((row) => row.includes(first))).find((source) => source !== first);
  return [first, beside || others[0]];
}

/**
 * The two days that are compared where nobody chose: the middle one of those on which something was said, and the last
 * day of the record. Null where there are no two.
 * @param {TimelineEvent[]} events
 * @param {Iso} last
 * @returns {Pair | null}
 */
export function usualDays(events, last) {
  const found = events.flatMap(({ claims }) => claims.flatMap(({ shown }) => (shown && shown.until) || []));
  const days = [...new Set(found.filter((day) => isBefore(day, last)))].sort(inOrder);
  return days.length ? [days[Math.floor((days.length - 1) / 2)], last] : null;
}

/**
 * @param {Disagreement} point
 * @param {Claim[]} left
 * @param {Claim[]} right
 * @returns {boolean}
 */
function parts({ sides }, left, right) {
  const held = (/** @type {Claim[]} */ claims) =>
    sides.flatMap((side, index) => (claims.some(({ id }) => side.claims.includes(id)) ? [index] : []));
  const [ours, theirs] = [held(left), held(right)];
  return ours.some((side) => theirs.some((other) => other !== side));
}

/**
 * @param {Claim[]} left
 * @param {Claim[]} right
 * @returns {boolean}
 */
function contradict(left, right) {
  const denies = (/** @type {Claim[]} */ claims) => claims.some(({ stance }) => stance === "denies");
  const says = (/** @type {Claim[]} */ claims) => claims.some(({ stance }) => SAYS.has(stance));
  return (denies(left) && says(right)) || (says(left) && denies(right));
}

/**
 * What two sources say of each event; events of which neither speaks are left out.
 * @param {Row[]} rows
 * @param {TimelineEvent[]} events
 * @param {Pair} sides
 * @returns {Compared[]}
 */
export const bySource = (rows, events, sides) =>
  rows
    .map((row) => {
      const { claims, disagreements } = events[row];
      const [left, right] = sides.map((side) => claims.filter(({ source }) => source === side));
      const points = disagreements.filter((point) => parts(point, left, right));
      return { row, how: howOfSources(left, right, points), left, right, points };
    })
    .filter(({ left, right }) => left.length || right.length);

/**
 * @param {Claim[]} left
 * @param {Claim[]} right
 * @param {Disagreement[]} points
 * @returns {How}
 */
function howOfSources(left, right, points) {
  if (!right.length) return "left";
  if (!left.length) return "right";
  return points.length || contradict(left, right) ? "differ" : "both";
}

/**
 * What was known of each event on two days; events of which nothing was known on either are left out.
 * @param {Row[]} rows
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Pair} sides
 * @param {string[]} [doubt] what somebody doubts
 * @returns {ComparedDays[]}
 */
export function byDay(rows, columns, events, sides, doubt = []) {
  const [left, right] = sides.map((day) => known(columns, events, day, doubt).events);
  const [before, after] = sides[0] <= sides[1] ? [left, right] : [right, left];
  return rows
    .filter((row) => left[row].claims.length || right[row].claims.length)
    .map((row) => {
      const old = new Set(before[row].claims.map(({ id }) => id));
      const fresh = new Set(after[row].claims.map(({ id }) => id).filter((id) => !old.has(id)));
      return { row, how: howOfDays(before[row], after[row], fresh), left: left[row], right: right[row], fresh };
    });
}

/**
 * @param {KnownEvent} before
 * @param {KnownEvent} after
 * @param {Set<string>} fresh
 * @returns {How}
 */
function howOfDays(before, after, fresh) {
  if (!before.claims.length) return "event";
  if (before.status !== after.status) return "status";
  return fresh.size ? "claims" : "same";
}
