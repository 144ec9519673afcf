/* The columns of the page's data, which come as short texts: the browser's twin of timeline/view/packing.py. No DOM.
 * tests/vectors/packing.json runs against both. A column is read when it is first asked for. */
import { isoOf } from "../model/days.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const [MORE, BITS] = [32, 5];
const DAY = 864e5; // ms
const STEPS = 1e5; // of the overview's width
const valueOf = new Uint8Array(128);
for (let at = 0; at < LETTERS.length; at += 1) valueOf[LETTERS.charCodeAt(at)] = at;

/** @typedef {(number | null)[]} Numbers */

/**
 * The numbers of a text, one after the other; a minus zero is null.
 * @param {string} text
 * @returns {Numbers}
 */
export function numbers(text) {
  /** @type {Numbers} */
  const found = [];
  let value = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = valueOf[text.charCodeAt(at)];
    value |= (letter & (MORE - 1)) << shift;
    shift += BITS;
    if (letter & MORE) continue;
    const size = value >>> 1;
    found.push(value & 1 ? -size || null : size);
    value = shift = 0;
  }
  return found;
}

/**
 * The column that these differences make: from the `base` or, where it has no number or is not given, from the last
 * number before.
 * @param {string} text
 * @param {Numbers | null} [base]
 * @returns {Numbers}
 */
export function sums(text, base = null) {
  let before = 0;
  return numbers(text).map((more, row) => {
    if (more === null) return null;
    before = more + ((base && base[row]) ?? before);
    return before;
  });
}

/**
 * A column of words, or of lists of them.
 * @param {{ words: any[], at: string, n?: string }} packed
 * @returns {any[]}
 */
export function words({ words: different, at, n }) {
  const cells = numbers(at).map((place) => different[/** @type {number} */ (place)]);
  let next = 0;
  return n === undefined ? cells : numbers(n).map((count) => cells.slice(next, (next += Number(count))));
}

/**
 * The page's data with their columns, from what came. Columns that are no texts are left as they are.
 * @param {any} data
 * @returns {Payload}
 */
export function unpack({ rows, geometry, figures, overview, ...rest }) {
  const packed = { ...rows, ...geometry };
  /** @type {Record<string, any>} */
  const kept = {};
  /** @type {(name: string) => any[]} */
  const columnOf = (name) => (kept[name] = kept[name] || made(packed[name], columnOf));
  const days = isoDays();
  const isIso = (/** @type {string} */ name) => ["start", "end"].includes(name) && !Array.isArray(rows[name]);
  const drawn = lazily(Object.keys(geometry), columnOf);
  return {
    ...rest,
    overview: typeof overview?.days === "string" ? scale(overview) : overview,
    rows: lazily(Object.keys(rows), (name) => (isIso(name) ? columnOf(name).map(days) : columnOf(name))),
    geometry: drawn,
    figures: lazily(Object.keys(figures), (theme) => {
      const data = figures[theme].data.map((/** @type {any} */ trace) =>
        trace.lines ? withLines(trace, drawn) : trace,
      );
      return { ...figures[theme], data };
    }),
  };
}

/**
 * The scale of the overview.
 * @param {{ days: string, at: string, breaks: Span[] }} packed
 * @returns {Payload["overview"]}
 */
const scale = ({ days, at, breaks }) => ({
  days: sums(days).map(Number),
  at: sums(at).map((step) => Number(step) / STEPS),
  breaks,
});

/**
 * @param {any} packed
 * @param {(name: string) => any[]} columnOf
 * @returns {any[]}
 */
function made(packed, columnOf) {
  if (Array.isArray(packed)) return packed;
  if (packed.days === undefined) return words(packed);
  return sums(packed.days, packed.from ? columnOf(packed.from) : null);
}

/**
 * What makes ISO days of days since 1970, each but once: many rows have the same.
 * @returns {(day: Day | null) => Iso | null}
 */
function isoDays() {
  /** @type {Map<Day, Iso>} */
  const known = new Map();
  return (day) => {
    if (day === null) return null;
    const iso = known.get(day) || isoOf(day);
    known.set(day, iso);
    return iso;
  };
}

/**
 * An object whose values are made when they are first asked for. What inherits from it may have values of its own.
 * @param {string[]} names
 * @param {(name: string) => any} make
 * @returns {any}
 */
export function lazily(names, make) {
  /** @type {Record<string, any>} */
  const result = {};
  const put = (/** @type {any} */ owner, /** @type {string} */ name, /** @type {any} */ value) =>
    Object.defineProperty(owner, name, { value, writable: true, enumerable: true, configurable: true });
  for (const name of names) {
    Object.defineProperty(result, name, {
      get: () => put(result, name, make(name))[name],
      set(value) {
        put(this, name, value);
      },
      configurable: true,
      enumerable: true,
    });
  }
  return result;
}

/**
 * A trace with its points: the two ends of each line and a gap, or the one point of a dash; in ms since 1970.
 * @param {any} trace
 * @param {Geometry} geometry
 * @returns {any}
 */
function withLines({ lines, ...trace }, geometry) {
  const rows = /** @type {Row[]} */ (sums(lines.rows));
  const ends = ["from", "to"]
    .filter((end) => lines[end] !== undefined)
    .map((end) =>
      sums(
        lines[end],
        rows.map((row) => geometry[/** @type {"from" | "to"} */ (end)][row]),
      ),
    );
  const [first, last] = ends;
  /** @type {{ x: Numbers, y: Numbers, customdata: Row[] }} */
  const points = { x: [], y: [], customdata: [] };
  rows.forEach((row, line) => {
    points.x.push(Number(first[line]) * DAY);
    points.y.push(0);
    points.customdata.push(row);
    if (!last) return;
    points.x.push(Number(last[line]) * DAY, null);
    points.y.push(0, null);
    points.customdata.push(row, row);
  });
  return { ...trace, ...points };
}
