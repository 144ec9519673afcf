/* The days that the chart shows, [first, last] since 1970: how far they may reach, zoomed and moved. */
import { ENDS } from "../../model/days.js";
import { load } from "../../state/data.js";
import { WHOLE, breaksOf, timeWith } from "./quiet.js";

const MIN_SPAN = 4; // days that the closest zoom shows
const ROOM = 30; // days that one may look beyond the first and the last event

/** @returns {Span} */
function limits() {
  const { days } = load().overview;
  return [Math.max(days[0] - ROOM, ENDS[0]), Math.min(days[days.length - 1] + ROOM, ENDS[1])];
}

/** @type {{ all: Row[], time: Time } | null} */
let last = null;

/**
 * How time is drawn in a view: where quiet times are short, by the events that match its filters, of whatever day.
 * @param {Pick<View, "all" | "short">} view
 * @returns {Time}
 */
export function timeOf({ all, short }) {
  if (!short) return WHOLE;
  const { at } = load().geometry;
  if (!last || last.all !== all)
    last = {
      all,
      time: timeWith(
        breaksOf(
          all.map((row) => at[row]),
          limits(),
        ),
      ),
    };
  return last.time;
}

/**
 * The nearest window that is allowed: not too close, and within the limits. What is close is a matter of how time is
 * drawn.
 * @param {Span} window
 * @param {Time} [time]
 * @returns {Span}
 */
export function clamp(window, time = WHOLE) {
  const [low, high] = limits().map(time.place);
  const [first, end] = window.map(time.place);
  const span = Math.min(Math.max(end - first, MIN_SPAN), high - low);
  const start = Math.min(Math.max((first + end - span) / 2, low), high - span);
  return /** @type {Span} */ ([start, start + span].map(time.dayAt));
}

/** The window of two places, as far as it is allowed.
 * @param {number[]} places
 * @param {Time} time
 * @returns {Span} */
const at = (places, time) => clamp(/** @type {Span} */ (places.map(time.dayAt)), time);

/**
 * A window `factor` times as long, in which the day at the `share` of its width stays where it is.
 * @param {Span} window
 * @param {number} factor
 * @param {number} [share]
 * @param {Time} [time]
 * @returns {Span}
 */
export function zoomed(window, factor, share = 0.5, time = WHOLE) {
  const [first, end] = window.map(time.place);
  const place = first + (end - first) * share;
  return at([place - (place - first) * factor, place + (end - place) * factor], time);
}

/**
 * A window moved by a share of its length.
 * @param {Span} window
 * @param {number} share
 * @param {Time} [time]
 * @returns {Span}
 */
export function panned(window, share, time = WHOLE) {
  const [first, end] = window.map(time.place);
  const by = (end - first) * share;
  return at([first + by, end + by], time);
}

/**
 * A window as long as another one with a day in its middle.
 * @param {Day} day
 * @param {Span} window
 * @param {Time} [time]
 * @returns {Span}
 */
export function around(day, window, time = WHOLE) {
  const [first, end] = window.map(time.place);
  const place = time.place(day);
  return at([place - (end - first) / 2, place + (end - first) / 2], time);
}

/**
 * The window that shows some days apart which lie close together in another one; null where they are one day, which no
 * zoom separates.
 * @param {Day[]} days
 * @param {Span} window
 * @param {Time} [time]
 * @returns {Span | null}
 */
export function parting(days, window, time = WHOLE) {
  const [first, end] = window.map(time.place);
  const [low, high] = days
    .map(time.place)
    .reduce(([least, most], place) => [Math.min(least, place), Math.max(most, place)], [Infinity, -Infinity]);
  if (low === high || end - first <= MIN_SPAN) return null;
  const span = Math.min(Math.max((high - low) * 1.5, MIN_SPAN * 2), (end - first) * 0.5);
  return at([(low + high - span) / 2, (low + high + span) / 2], time);
}
