/* A view's specification and its query string: the browser's twin of timeline/query/spec.py. No DOM.
 * tests/vectors/ runs against both. */
import { isBefore } from "./days.js";

const SIDES = ["left", "right"]; // of a comparison: a source, or a day as which the record is known
const MAX_TEXT = 200;
const DAY = /^(?!-0000)-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * True for a day of the calendar, YYYY-MM-DD, of the years -9999 to 9999.
 * @param {string} text
 * @returns {boolean}
 */
function isDay(text) {
  if (!DAY.test(text)) return false;
  const [day, month, year] = text.split("-").map(Number).reverse(); // of a year before 0 without its sign
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** Keys whose values are of a shape. @type {Record<string, (value: string) => boolean>} */
const SHAPES = {
  from: isDay,
  to: isDay,
  asof: isDay,
  window: isWindow,
  step: (value) => /^[1-9]\d{0,2}$/.test(value),
  seed: (value) => /^[1-9]\d{0,5}$/.test(value),
  q: (value) => [...value].length <= MAX_TEXT,
};

/**
 * @param {string} value
 * @returns {boolean}
 */
function isWindow(value) {
  const [first, ...rest] = value.split("/");
  return rest.length === 1 && isDay(first) && isDay(rest[0]) && isBefore(first, rest[0]);
}

/**
 * @param {string} key
 * @param {string} value
 * @param {Record<string, string[]>} known
 * @returns {boolean}
 */
function valid(key, value, known) {
  if (Object.hasOwn(known, key)) return known[key].includes(value);
  if (SIDES.includes(key)) return isDay(value) || (known.source || []).includes(value);
  return Object.hasOwn(SHAPES, key) && SHAPES[key](value);
}

/**
 * Read a query string against a vocabulary {key: [values]}. Never throws; `ignored` lists what was left out.
 * @param {string} query
 * @param {Grammar} grammar
 * @returns {{ spec: Spec, ignored: [string, string][] }}
 */
export function parseQuery(query, { keys, several, known }) {
  /** @type {Spec} */
  const spec = {};
  /** @type {[string, string][]} */
  const ignored = [];
  for (const [key, value] of new URLSearchParams(query)) {
    if (value === "" && keys.includes(key)) continue;
    if (!valid(key, value, known)) ignored.push([key, value]);
    else if (!several.includes(key)) spec[key] = value;
    else if (!(spec[key] || []).includes(value)) spec[key] = [...(spec[key] || []), value];
  }
  return { spec, ignored };
}

/**
 * The canonical query string of a specification, without `?`: keys in order, defaults left out.
 * @param {Spec} spec
 * @param {Grammar} grammar
 * @returns {string}
 */
export function toQuery(spec, { keys, choices }) {
  const pairs = [];
  for (const key of keys) {
    for (const word of [spec[key] || []].flat().sort())
      if (!choices[key] || choices[key][0] !== word) pairs.push(`${key}=${quote(word)}`);
  }
  return pairs.join("&");
}

/**
 * The same characters stay as they are as in Python's urllib.parse.quote(word, safe=",/:").
 * @param {string} word
 * @returns {string}
 */
const quote = (word) =>
  encodeURIComponent(word)
    .replace(/%2C/g, ",")
    .replace(/%2F/g, "/")
    .replace(/%3A/g, ":")
    .replace(/[!'()*]/g, (char) => "%" + char.charCodeAt(0).toString(16).toUpperCase());
