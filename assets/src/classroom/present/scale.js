/* The scale of the line of time: which days it shows, and which of them it names. No DOM. */
import { ENDS, roundYear, within } from "../../model/days.js";

const LEAST = 4; // days on each side of the middle
const AIR = 1.25; // times as far as the farther neighbour
const DAY = 1;
const MONTH = 30.44;
const YEAR = 365.25;

/** How far apart ticks may be: [days, what they name, how many of it]. */
const STEPS = /** @type {[number, "day" | "month" | "year", number][]} */ ([
  ...[1, 2, 7, 14].map((n) => [n * DAY, "day", n]),
  ...[1, 3, 6].map((n) => [n * MONTH, "month", n]),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((n) => [n * YEAR, "year", n]),
]);

/**
 * The days that are in sight around the middle, so that the neighbours are as well.
 * @param {Day} middle
 * @param {Day[]} neighbours
 * @returns {Span}
 */
export function around(middle, neighbours) {
  const half = Math.max(LEAST, ...neighbours.map((day) => Math.abs(day - middle) * AIR));
  return [middle - half, middle + half];
}

/**
 * Where a day lies in a span, 0 to 1 within it.
 * @param {Day} day
 * @param {Span} span
 * @returns {number}
 */
export const share = (day, [first, last]) => (day - first) / (last - first);

/** The first day of the month that is `months` after January of the year 0. */
const monthDay = (/** @type {number} */ months) => {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  return date.getTime() / 864e5;
};

/**
 * The days of a span that are named, at most `most`: what of them is named, and the days.
 * @param {Span} span
 * @param {number} most
 * @returns {{ unit: "day" | "month" | "year", days: Day[] }}
 */
export function ticks([first, last], most) {
  const [low, high] = [within(first), within(last)];
  const [, unit, n] = STEPS.find(([days]) => (high - low) / days < most) || STEPS[STEPS.length - 1];
  if (unit === "day") return { unit, days: every(Math.ceil(low / n) * n, high, n) };
  const date = new Date(low * 864e5);
  const by = unit === "month" ? n : 12 * n;
  const start = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / by) * by;
  const months = every(start, start + by * (most + 2), by).map((at) => (by > 12 ? 12 * roundYear(at / 12) : at));
  return { unit, days: months.map(monthDay).filter((day) => day >= low && day <= high && day >= ENDS[0]) };
}

/** The numbers from one to another, `by` apart. */
function every(start, end, by) {
  const found = [];
  for (let at = start; at <= end; at += by) found.push(at);
  return found;
}
