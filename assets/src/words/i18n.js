/* The words of the interface, the record's names, and days, in the page's language. */
import { YEAR_ONE } from "../model/days.js";
import { load } from "../state/data.js";

/**
 * The language of the page ("en").
 * @returns {string}
 */
export const lang = () => document.documentElement.lang;

const isFrench = () => /^fr\b/.test(lang());

/**
 * The interface's words for `key`, with `{name}` parts filled in.
 * @param {string} key
 * @param {Record<string, any>} [values]
 * @returns {string}
 */
export const say = (key, values = {}) =>
  load().words[lang()][key].replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));

/**
 * The words for a number of things: those of `key_1` for one, else of `key_n`.
 * @param {string} key
 * @param {number} n
 * @returns {string}
 */
export const counted = (key, n) => say(n === 1 ? `${key}_1` : `${key}_n`, { n });

/**
 * The record's name of a value of a facet ("actor", "vladimir-putin" → “Vladimir Putin”).
 * @param {string} facet
 * @param {string} value
 * @returns {string}
 */
export const name = (facet, value) => (load().names[facet][value] || {})[lang()] || value;

/**
 * A text of the record in the page's language.
 * @param {Texts} texts
 * @returns {string}
 */
export const text = (texts) => texts[lang()];

const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u; // Hebrew, Arabic, and others that run to the left

/**
 * A text whose direction is its own, whatever stands around it: for texts that no element of their own holds. (An
 * element has `dir="auto"`.)
 * @param {string} words
 * @returns {string}
 */
export const isolated = (words) => (LEFTWARD.test(words) ? `\u2068${words}\u2069` : words);

/**
 * The tag of the language for numbers and dates: English ones are written as in Britain.
 * @returns {string}
 */
export const locale = () => (lang() === "en" ? "en-GB" : lang());

/** @type {Intl.DateTimeFormatOptions} */
const SHORT = { day: "numeric", month: "short", year: "numeric" };
const formats = new Map();

/** The format of days in the page's language. */
function format(options) {
  const key = lang() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...options }));
  return formats.get(key);
}

/** A format with the era, where it is one of a year. */
const withEra = (options, era) => (era && options.year ? { ...options, era: "short" } : options);

/** What a format wrote, in French with an era on which no line ends, as timeline/record/typography.py has it. */
const unbroken = (words) => words.replace(/(a[vp]\.)\sJ\.-C\./g, "$1\u00a0J.\u2011C.");

/**
 * A day (days since 1970) in words, in the page's language: 19 Jun 2024 / 19 juin 2024. A year before the year 1 has
 * its era (44 BC / 44 av. J.-C.), a later one where `era` says so.
 * @param {Day} day
 * @param {Intl.DateTimeFormatOptions} [options]
 * @param {{ era?: boolean }} [how]
 * @returns {string}
 */
export function dayText(day, options = SHORT, { era = day < YEAR_ONE } = {}) {
  const words = unbroken(format(withEra(options, era)).format(new Date(Math.round(day) * 864e5)));
  return isFrench() && options.day ? words.replace(/^1 (?=\p{L})/u, "1er ") : words;
}

/**
 * The year of a day in figures: 2024, 44 BC. Of the first thousand years too it is the bare number.
 * @param {Day} day
 * @returns {string}
 */
export const yearText = (day) =>
  day < YEAR_ONE ? dayText(day, { year: "numeric" }) : String(new Date(day * 864e5).getUTCFullYear());

/**
 * A period in words, as short as the language has it: 1 – 20 Jun 2024 / 1er–20 juin 2024. Each of its days stays on
 * one line.
 * @param {Span} period
 * @param {Intl.DateTimeFormatOptions} [options]
 * @returns {string}
 */
export function periodText([first, last], options = SHORT) {
  const [from, to] = [first, last].map((day) => new Date(Math.round(day) * 864e5));
  const words = unbroken(format(withEra(options, first < YEAR_ONE)).formatRange(from, to)).replaceAll(" ", "\u00a0");
  if (!isFrench() || !options.day) return isolated(words);
  return words.replace(/(^|\P{N})1(?=\s*–|\s+(?!a[vp]\.)\p{L})/gu, "$11er");
}
