/* The picture of the two clocks in px: axes, piles, threads and whiskers. Pure: no DOM.
 *
 * Both axes are of one time, so that the days of an event and of a claim are the same on the slanting line. */
import { marked } from "../../chart/axis/calendar.js";
import { YEAR_ONE } from "../../model/days.js";
import { dayText } from "../../words/i18n.js";
import { dates } from "../numbers/bands.js";
import { labelsOf } from "./labels.js";
import { MARK, pile } from "./piles.js";

const USUAL = 15; // px of type beside which marks have their usual size; larger type has larger marks
const STRIP = 34; // px of a strip for what was said before or after the days of the axis
const ABOUT = 11; // px to either side of a day that is known about; not to scale
const APART = 6; // times the type's size from one day at an axis to the next
/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const FORMS = {
  day: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

/**
 * The axis that both clocks share: `px(day)` from the first day, `ticks` the days to write.
 * @param {Span} window
 * @param {Time} time
 * @param {number} size
 * @param {number} font
 * @returns {{ px: (day: Day) => number, ticks: { day: Day, words: string, at: number }[], breaks: Span[] }}
 */
function axisOf(window, time, size, font) {
  const [first, last] = window.map(time.place);
  const px = (/** @type {Day} */ day) => ((time.place(day) - first) / (last - first || 1)) * size;
  const ticks = (time.breaks.length ? marked(window, time, px, font) : usual(window, size, font)).map((tick) => ({
    ...tick,
    at: px(tick.day),
  }));
  const breaks = time.breaks.map(({ from, to }) => /** @type {Span} */ ([px(from), px(to)]));
  return { px, ticks, breaks: breaks.filter(([from, to]) => to > 0 && from < size) };
}

/** The days to write at an axis without breaks. */
function usual([first, last], size, font) {
  const { by, days } = dates(first, last, (font * APART * (last - first)) / size);
  return days.map((day) => ({ day, words: dayText(day, FORMS[by], { era: first < YEAR_ONE }) }));
}

/** Which strip a claim stands in: "later" or "earlier" than the axis; "" for the square. */
function zoneOf({ said }, [low, high]) {
  if (said > high) return "later";
  return said < low ? "earlier" : "";
}

const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(value, 0), most);

/**
 * Lay out some claims on a square of `size` px; `all` are those of every day, so that axes and strips stay as they are
 * in a replay, whose day is `asof`. `titles(row)` gives the title of an event, `whole(row)` the event in which it is
 * told, `first(row)` whether it has its title before others; `zones` are the words for the sides of the line.
 * @param {TwoDays[]} claims
 * @param {{ all: TwoDays[], asof: Day | null, window: Span, time: Time, size: number, font: number,
 *   measure: Measure,
 *   titles: (row: Row) => string, whole: (row: Row) => Row, first: (row: Row) => boolean,
 *   zones: Record<"before" | "after", string> }} how
 * @returns {Clocks}
 */
export function arrange(claims, { all, window, time, size, font, ...named }) {
  const axis = axisOf(window, time, size, font);
  const has = (/** @type {string} */ zone) => all.some((claim) => zoneOf(claim, window) === zone);
  const grow = Math.max(1, font / USUAL);
  const [above, below] = [has("later") ? STRIP * grow : 0, has("earlier") ? STRIP * grow : 0];
  const yOf = { later: () => -above / 2, earlier: () => size + below / 2, "": (day) => size - axis.px(day) };
  const points = claims.map((claim) => {
    const zone = zoneOf(claim, window);
    return { x: within(axis.px(claim.at), size), y: yOf[zone](claim.said), zone, claim };
  });
  const piles = pileOf(points, grow);
  const threads = threadsOf(piles);
  const whiskers = piles.flatMap((each) => whiskersOf(each, axis, size));
  const drawn = { window, size, grow, above, below, axis, piles, threads, lines: linesOf(threads), whiskers };
  return { ...drawn, labels: labelsOf(drawn, { font, ...named }) };
}

/** Piles of marks that are larger than usual. */
function pileOf(points, grow) {
  const small = points.map((point) => ({ ...point, x: point.x / grow, y: point.y / grow }));
  return pile(small).map((one) => ({ ...one, x: one.x * grow, y: one.y * grow, r: one.r * grow }));
}

/** The threads: from the lowest to the highest claim about an event. */
function threadsOf(piles) {
  const found = new Map();
  for (const { claims, x, y } of piles)
    for (const { row } of claims) {
      const thread = found.get(row) || { row, x, top: y, bottom: y };
      found.set(row, { ...thread, top: Math.min(thread.top, y), bottom: Math.max(thread.bottom, y) });
    }
  return [...found.values()].filter(({ top, bottom }) => bottom - top > MARK);
}

/** The same, those at one place as one line: {x, top, bottom}. */
function linesOf(threads) {
  const found = new Map();
  for (const { x, top, bottom } of threads) {
    const key = Math.round(x);
    const line = found.get(key) || { x, top, bottom };
    found.set(key, { x: line.x, top: Math.min(line.top, top), bottom: Math.max(line.bottom, bottom) });
  }
  return [...found.values()];
}

const lookOf = (/** @type {boolean} */ unknown) => (unknown ? "within" : "about");

/** The lines of days that are not known exactly, where all claims of a pile have the same. */
function whiskersOf({ claims, x, y, zone }, { px }, size) {
  const [{ from, to, at, since, until, about, pad, bar }] = claims;
  const alike = claims.every((claim) => claim.from === from && claim.to === to && claim.at === at);
  const lines = [];
  const line = (x0, y0, x1, y1, look) => lines.push({ x0, y0, x1, y1, look });
  if (alike && (from !== to || pad)) {
    const [left, right] = [within(px(from), size), within(px(to), size)];
    const more = pad ? ABOUT : 0;
    const ends = [Math.max(Math.min(left, x - more), 0), Math.min(Math.max(right, x + more), size)];
    line(ends[0], y, ends[1], y, bar ? "bar" : lookOf(from !== to));
  }
  const same = claims.every((claim) => claim.since === since && claim.until === until && claim.about === about);
  if (same && !zone && (since !== until || about)) {
    const [low, high] = [size - within(px(since), size), size - within(px(until), size)];
    line(
      x,
      Math.max(low, y + (about ? ABOUT : 0)),
      x,
      Math.min(high, y - (about ? ABOUT : 0)),
      lookOf(since !== until),
    );
  }
  return lines;
}
