/* The picture of the two clocks in px: axes, piles, threads, whiskers and labels. Pure: no DOM.
 *
 * Both axes are of one time, so that the days of an event and of a claim are the same on the slanting line. */
import { marked } from "../../chart/axis/calendar.js";
import { YEAR_ONE } from "../../model/days.js";
import { dayText } from "../../words/i18n.js";
import { wrap } from "../../words/wrap.js";
import { dates, overlap } from "../numbers/bands.js";
import { MARK, pile } from "./piles.js";

const USUAL = 15; // px of type beside which marks have their usual size; larger type has larger marks
const STRIP = 34; // px of a strip for what was said before or after the days of the axis
const ABOUT = 11; // px to either side of a day that is known about; not to scale
const GAP = 4; // px around a label
const CLOSE = 1.25; // of the type's size from one line to the next
const TITLE = 13; // times the type's size that a title may be wide
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
  const drawn = { size, grow, above, below, axis, piles, threads, lines: linesOf(threads), whiskers };
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

/* ---- labels: none lies over a mark, a thread, the slanting line or another label ---- */

const boxOf = ({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });
/** Whether the slanting line goes through a box, or close by. */
const onLine = ({ left, right, top, bottom }, size) => left < size - top + 6 && right > size - bottom - 6;

/** Where the level line lies, with the words on it. */
const levelOf = (day, { px }, size) => ({ top: size - px(day) - 34, bottom: size - px(day) + 3 });

function labelsOf({ size, axis, above, below, piles, lines: drawn, whiskers }, how) {
  const { font, measure, titles, whole, first, zones, asof } = how;
  const taken = [
    ...piles.map(boxOf),
    ...drawn.map(({ x, top, bottom }) => ({ left: x - 1, right: x + 1, top, bottom })),
    ...whiskers
      .filter(({ look }) => look !== "bar")
      .map(({ x0, y0, x1, y1 }) => ({ left: x0, right: x1, top: y1 - 3, bottom: y0 + 3 })),
  ];
  if (asof !== null) taken.push({ left: 0, right: size, ...levelOf(asof, axis, size) });
  const labels = [];
  const free = (box) =>
    box.left >= 2 &&
    box.right <= size - 2 &&
    box.top >= -above &&
    box.bottom <= size + below &&
    !onLine(box, size) &&
    !taken.some((other) => overlap(box, other, GAP));
  const put = (box, label) => {
    taken.push(box);
    labels.push({ ...label, ...box });
  };
  for (const label of zoneBoxes(zones, size, font, measure)) {
    const box = label.boxes.find(free);
    if (box) put(box, { kind: "zone", lines: [label.words], side: label.side });
  }
  const counts = new Map();
  for (const { claims } of piles)
    for (const { row } of claims) counts.set(whole(row), (counts.get(whole(row)) || 0) + 1);
  const rows = [...counts.keys()].filter((row) => first(row) || counts.get(row) > 1);
  rows.sort((a, b) => Number(first(b)) - Number(first(a)) || counts.get(b) - counts.get(a) || a - b);
  for (const row of rows) {
    const lines = wrap(titles(row), font * TITLE, measure);
    if (lines.length > 3) continue;
    const box = [...beside(row, piles, lines, how), ...along(row, drawn, piles, lines, how)].find(free);
    if (box) put(box, { kind: "title", lines, row });
  }
  return labels;
}

/** The places of a title: beside the piles that are mostly of its event, those of it alone first, then the highest. */
function beside(row, piles, lines, { font, measure, whole }) {
  const wide = Math.max(...lines.map(measure));
  const high = lines.length * font * CLOSE;
  const share = ({ claims }) => claims.filter((claim) => whole(claim.row) === row).length / claims.length;
  const alone = (/** @type {Pile} */ one) => Number(share(one) === 1);
  const own = piles.filter((one) => share(one) > 0.5).sort((a, b) => alone(b) - alone(a) || a.y - b.y);
  return own.flatMap(({ x, y, r }) =>
    [x - r - GAP - 2 - wide, x + r + GAP + 2].map((left) => ({
      left,
      right: left + wide,
      top: y - high / 2,
      bottom: y + high / 2,
    })),
  );
}

/** More places of a title: along the threads that are mostly of its event. */
function along(row, drawn, piles, lines, { font, measure, whole }) {
  const wide = Math.max(...lines.map(measure));
  const high = lines.length * font * CLOSE;
  const isMostly = (/** @type {number} */ x) => {
    const claims = piles.filter((one) => Math.abs(one.x - x) < 1).flatMap((one) => one.claims);
    return claims.filter((claim) => whole(claim.row) === row).length > claims.length / 2;
  };
  return drawn
    .filter(({ x, top, bottom }) => bottom - top > high && isMostly(x))
    .flatMap(({ x, top, bottom }) =>
      [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((share) => {
        const y = top + (bottom - top) * share;
        return [x + GAP + 3, x - GAP - 3 - wide].map((left) => ({
          ...{ left, right: left + wide },
          ...{ top: y - high / 2, bottom: y + high / 2 },
        }));
      }),
    );
}

/** The words for the sides of the line, and where they may stand, the best first. */
function zoneBoxes(zones, size, font, measure) {
  const high = font * CLOSE;
  const box = (left, top, wide) => ({ left, right: left + wide, top, bottom: top + high });
  const shares = [0.02, 0.12, 0.22, 0.32, 0.42, 0.52];
  return /** @type {const} */ (["after", "before"]).map((side) => {
    const words = zones[side];
    const wide = measure(words);
    const tops = shares.map((share) => (side === "after" ? share * size + 4 : (1 - share) * size - high - 4));
    const boxes = tops.flatMap((top) =>
      shares.map((share) => box(side === "after" ? 6 + share * size : size - 6 - wide - share * size, top, wide)),
    );
    return { side, words, boxes };
  });
}
