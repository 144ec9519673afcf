/* The days that the chart shows, [first, last] since 1970: how far they may reach, zoomed and moved. */
import { ENDS } from "../model/days.js";
import { load } from "../state/data.js";

const MONTH = 30.44; // days, as Plotly counts
const MIN_SPAN = 4; // days that the closest zoom shows
const ROOM = 30; // days that one may look beyond the first and the last event

function limits() {
  const { days } = load().overview;
  return [Math.max(days[0] - ROOM, ENDS[0]), Math.min(days[days.length - 1] + ROOM, ENDS[1])];
}

/**
 * Which ticks an axis `width` px wide has in type of `font` px, as Plotly takes them: each day where there is room,
 * never hours, which no date has.
 * @param {Span} window
 * @param {number} width
 * @param {{ font: number, narrow: boolean }} size
 * @returns {{ tickmode: string, dtick?: number, nticks?: number }}
 */
export function ticks([first, last], width, { font, narrow }) {
  const most = Math.max(3, Math.floor(width / (font * (narrow ? 5 : 9))));
  return last - first <= most ? { tickmode: "linear", dtick: 864e5 } : { tickmode: "auto", nticks: most };
}

/**
 * Whether such ticks are days, below which Plotly writes the year: they are months from half of one between ticks on.
 * @param {Span} window
 * @param {{ nticks?: number }} which
 * @returns {boolean}
 */
export const areDays = ([first, last], { nticks }) => !nticks || (2 * (last - first)) / nticks <= MONTH;

/**
 * The nearest window that is allowed: not too close, and within the limits.
 * @param {Span} window
 * @returns {Span}
 */
export function clamp([first, last]) {
  const [low, high] = limits();
  const span = Math.min(Math.max(last - first, MIN_SPAN), high - low);
  const start = Math.min(Math.max((first + last - span) / 2, low), high - span);
  return [start, start + span];
}

/**
 * A window `factor` times as long, in which the day at the share `around` of its width stays where it is.
 * @param {Span} window
 * @param {number} factor
 * @param {number} [around]
 * @returns {Span}
 */
export function zoomed([first, last], factor, around = 0.5) {
  const day = first + (last - first) * around;
  return clamp([day - (day - first) * factor, day + (last - day) * factor]);
}

/**
 * A window moved by a share of its length.
 * @param {Span} window
 * @param {number} share
 * @returns {Span}
 */
export function panned([first, last], share) {
  const by = (last - first) * share;
  return clamp([first + by, last + by]);
}

/**
 * The window that shows some days apart which lie close together in another one; null where they are one day, which no
 * zoom separates.
 * @param {Day[]} days
 * @param {Span} window
 * @returns {Span | null}
 */
export function parting(days, [first, last]) {
  const [low, high] = days.reduce(
    ([least, most], day) => [Math.min(least, day), Math.max(most, day)],
    [Infinity, -Infinity],
  );
  if (low === high || last - first <= MIN_SPAN) return null;
  const span = Math.min(Math.max((high - low) * 1.5, MIN_SPAN * 2), (last - first) * 0.5);
  return clamp([(low + high - span) / 2, (low + high + span) / 2]);
}
