/* Where the marks of figures stand: pure geometry in px, no DOM, no Plotly.
 *
 * A band is a strip of the plot with a heading, a scale from nought, and below it a thin row for each figure that
 * was given in words only. Marks that would cover each other stand side by side; a label that fits nowhere is
 * dropped, never drawn over anything. */
import { roundYear } from "../../model/days.js";
import { wrap } from "../../words/wrap.js";

const GAP = 5;
const USUAL = 15; // px of type that the sizes below belong to; larger type has larger marks
const HALF = 8; // px from the middle of a mark to its edge
const ARROW = 26; // px of the line that says "or more", or "less"
const WHISKER = 13; // px of the lines that say "about"; neither is to scale
const TALL = 190; // px of a scale at most
const ALIKE = 110; // px where several bands have the same
const DAYS = [1, 2, 7, 14];
const MONTHS = [1, 2, 3, 6, ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((years) => years * 12)];

/**
 * How large marks are beside type of `font` px: how many times the usual size (`grow`), and their px.
 * @param {number} font
 * @returns {MarkSizes}
 */
export function signs(font) {
  const grow = Math.max(1, font / USUAL);
  return { grow, half: HALF * grow, arrow: ARROW * grow, whisker: WHISKER * grow };
}

/**
 * Round numbers from nought up to `max`, four at most.
 * @param {number} max
 * @returns {number[]}
 */
export function steps(max) {
  if (max <= 0) return [0];
  const power = 10 ** Math.floor(Math.log10(max / 3));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => max / size < 4);
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, turn) => turn * step);
}

/**
 * Days (since 1970) at which to write a date, at least `room` days apart: {days, by: "day", "month" or "year"}.
 * @param {Day} first
 * @param {Day} last
 * @param {number} room
 * @returns {{ by: "day" | "month" | "year", days: Day[] }}
 */
export function dates(first, last, room) {
  const step = DAYS.find((days) => days >= room);
  if (step) {
    const start = Math.ceil((first - 4) / step) * step + 4; // weeks begin on Mondays
    return {
      by: "day",
      days: Array.from(
        { length: Math.max(0, Math.floor((last - start) / step) + 1) },
        (_, turn) => start + turn * step,
      ),
    };
  }
  const months = MONTHS.find((count) => count * 30 >= room) || MONTHS[MONTHS.length - 1];
  const from = new Date(first * 864e5);
  const days = [];
  for (
    let month = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth() + 0.01) / months) * months;
    ;
    month += months
  ) {
    // Date.UTC takes the year 79 for 1979.
    const year = Math.floor(month / 12);
    const day = new Date(0).setUTCFullYear(months > 12 ? roundYear(year) : year, ((month % 12) + 12) % 12, 1) / 864e5;
    if (day > last) return { by: months % 12 ? "month" : "year", days };
    days.push(day);
  }
}

/**
 * Whether two boxes overlap, or are less than `gap` px apart across.
 * @param {any} a
 * @param {any} b
 * @param {number} [gap]
 * @returns {boolean}
 */
export const overlap = (a, b, gap = 0) =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom && b.top < a.bottom;

/** The box that a mark and its lines take up at `x`. */
function boxAt(mark, x, half) {
  return {
    left: x - half,
    right: x + half,
    top: Math.min(...mark.ys) - mark.up,
    bottom: Math.max(...mark.ys) + mark.down,
  };
}

/** Put marks that would cover each other side by side, as near to their day as possible. */
function dodge(marks, sideOf, half) {
  const placed = [];
  for (const mark of marks) {
    const [from, to] = sideOf(mark);
    const turns = Array.from({ length: 41 }, (_, turn) => Math.ceil(turn / 2) * (turn % 2 ? 1 : -1) * (2 * half + 1));
    const free = turns.find((shift) => {
      const box = boxAt(mark, mark.x + shift, half);
      return box.left >= from && box.right <= to && !placed.some((other) => overlap(box, other.box));
    });
    mark.x += free === undefined ? 0 : free;
    mark.box = boxAt(mark, mark.x, half);
    placed.push(mark);
  }
}

/** The places where a label may stand beside its mark, the best first. */
function beside(mark, wide, high) {
  const { left, right, top, bottom } = mark.box;
  const y = mark.ys[0];
  const at = (x, middle) => ({ left: x, right: x + wide, top: middle - high / 2, bottom: middle + high / 2 });
  const sides = [right + GAP, left - GAP - wide];
  return [
    ...sides.map((x) => at(x, y)),
    ...[-1, 1].flatMap((way) => sides.map((x) => at(x, y + way * high * 0.8))),
    at(mark.x - wide / 2, top - high / 2 - 1),
    at(mark.x - wide / 2, bottom + high / 2 + 1),
  ];
}

/** A text on one line, or on the two lines that are most alike in length. */
function variants(text, measure) {
  const words = text.split(" ");
  const split = (at) => [words.slice(0, at).join(" "), words.slice(at).join(" ")];
  const wide = (lines) => Math.max(...lines.map(measure));
  const cuts = words
    .slice(1)
    .map((_, turn) => split(turn + 1))
    .sort((a, b) => wide(a) - wide(b));
  return [[text], ...cuts.slice(0, 1)];
}

/** Labels of one band's marks: one for each speaker first, then the others; none lies over anything. */
function label(marks, frame, { text, measure, line, sideOf, half }) {
  const taken = marks.flatMap((mark) => [
    mark.box,
    ...(mark.reach ? [{ ...mark.reach, top: mark.ys[0] - 2, bottom: mark.ys[0] + 2 }] : []),
  ]);
  const done = [];
  // Neighbours with the same symbol share the label of one of them.
  const shared = (mark) =>
    done.some(
      (other) =>
        other.voice === mark.voice &&
        Math.abs(other.x - mark.x) < 6 * half &&
        Math.abs(other.ys[0] - mark.ys[0]) < line,
    );
  const free = (box, [from, to]) =>
    box.left >= from &&
    box.right <= to &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom &&
    !taken.some((other) => overlap(box, other, GAP));
  const put = (mark, lines) => {
    const place =
      lines &&
      beside(mark, Math.max(...lines.map(measure)), line * (lines.length - 0.2)).find((box) => free(box, sideOf(mark)));
    if (!place) return false;
    mark.label = { ...place, lines };
    taken.push(place);
    done.push(mark);
    return true;
  };
  const any = (some) =>
    [0, 1].some((turn) => some.some((mark) => put(mark, variants(text(mark.index), measure)[turn])));
  for (const voice of new Set(marks.map((mark) => mark.voice))) any(marks.filter((mark) => mark.voice === voice));
  for (const mark of marks) if (!mark.label && !shared(mark)) any([mark]);
}

/** A figure in words: a tick on its day, and who says what on the side where there is more room; on more lines where
 * one is too long. Gives the height of its row. */
function inWords(mark, y, { wordsText, measure, width, line, half }) {
  const right = width - mark.x - half - GAP;
  const left = mark.x - half - GAP;
  const parts = wordsText(mark.index);
  const whole = parts.join(" ");
  const room = Math.max(right, left);
  const lines = measure(whole) <= room ? [whole] : parts.flatMap((part) => wrap(part, room, measure));
  const wide = Math.max(...lines.map(measure));
  const high = line * lines.length;
  const below = mark.reach ? line : 0; // the words stand below the line of an unknown day
  const at = wide <= right || right >= left ? mark.x + half + GAP : left - wide;
  mark.ys = [y + (below || high) / 2];
  mark.box = { left: mark.x - half, right: mark.x + half, top: mark.ys[0] - half, bottom: mark.ys[0] + half };
  mark.label = { lines, left: at, right: at + wide, top: y + below, bottom: y + below + high };
  return below + high;
}

const reachIn = (figure) => (figure.since === null ? null : { left: figure.since, right: figure.x });
/** The px above and below the middle of a mark, by its bound. */
const extents = ({ half, arrow, whisker }) => ({
  about: [whisker, whisker],
  at_least: [arrow, half],
  at_most: [half, arrow],
  exact: [half, half],
});

/** The px of each band's scale. Bands with the same scale are alike in height, so that a number is as high in one as in
 * another; the fullest of them says how high. */
function heights(bands, grow) {
  const count = ({ figures }) => figures.filter(({ values }) => values.length).length;
  return bands.map((band) => {
    const alike = bands.filter((other) => other.scale === band.scale && count(other));
    return grow * Math.min(alike.length > 1 ? ALIKE : TALL, 34 + Math.max(0, ...alike.map(count)) * 10);
  });
}

/**
 * Lay out the bands from the top down. A band is {heading: [line, …], max, scale, figures: [{index, voice, bound,
 * values, dated, x, since}]} with figures in order of day, `x` in px; bands of one `scale` have the same `max`. Returns
 * {height, bands: [{top, bottom, heading, ticks}], marks: [{index, x, ys, box, label?, reach?, …}]}. Figures without a
 * day stay in the first `strip` px, all others out of them. Marks are as large as type of `font` px asks for.
 * @param {any[]} bands
 * @param {BandOptions} how
 * @returns {{ height: number, bands: any[], marks: any[] }}
 */
export function arrange(bands, { width, strip, line, font = 0, measure, text, wordsText }) {
  const { grow, half, arrow, whisker } = signs(font);
  const extent = extents({ half, arrow, whisker });
  const sideOf = (mark) => (mark.dated ? [strip, width] : [0, strip]);
  const marks = [];
  const drawn = [];
  let y = 0;
  const scales = heights(bands, grow);
  for (const [turn, band] of bands.entries()) {
    const top = y;
    const head = line * (band.heading.length + 0.3);
    y += head;
    const numbers = band.figures.filter((figure) => figure.values.length);
    let ticks = [];
    if (numbers.length) {
      const above = numbers.some((figure) => figure.bound === "at_least") ? arrow + 2 : whisker + 2;
      const scale = scales[turn];
      const base = y + above + scale;
      const yOf = (value) => base - (value / (band.max || 1)) * scale;
      ticks = steps(band.max).map((value) => ({ value, y: yOf(value) }));
      if (scale / Math.max(1, ticks.length - 1) < line)
        ticks = ticks.filter((_, index) => index === 0 || index === ticks.length - 1);
      const here = numbers.map((figure) => {
        const [up, down] = figure.values.length > 1 ? extent.exact : extent[figure.bound];
        return { ...figure, ys: figure.values.map(yOf), up, down, reach: reachIn(figure) };
      });
      dodge(here, sideOf, half);
      label(here, { top: top + head - line * 0.15, bottom: base + whisker + 1 }, { text, measure, line, sideOf, half });
      marks.push(...here);
      y = base + whisker + 4;
    }
    const rows = band.figures
      .filter((figure) => !figure.values.length)
      .map((figure) => ({ ...figure, reach: reachIn(figure) }));
    for (const mark of rows) y += inWords(mark, y, { wordsText, measure, width, line, half });
    marks.push(...rows);
    y += 6;
    drawn.push({ ...band, top, bottom: y - 3, ticks, rows: rows.map((mark) => mark.ys[0]) });
  }
  return { height: y, bands: drawn, marks };
}
