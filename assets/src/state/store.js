/* The view that is shown. One specification is the state; everything else follows from it and from the page's data. */
import * as asof from "../model/asof.js";
import { dayOf } from "../model/days.js";
import * as query from "../model/query.js";
import { load } from "./data.js";

/** @type {any} */
let spec = null; // keys of the query string → a word or text, of a facet the chosen words
/** @type {Row[]} */
let rows = []; // the events that match, in order

/**
 * Which filters have options that are counted, in order: those of the operator table.
 * @returns {string[]}
 */
export const facets = () =>
  load()
    .operators.filter(({ facet }) => facet)
    .map(({ keys }) => keys[0]);

/**
 * Every key that leaves events out: what "clear all" takes away.
 * @returns {string[]}
 */
export const filterKeys = () => [...load().operators.flatMap(({ keys }) => keys), "asof"];

/** @type {Grammar | null} */
let grammar = null;

/**
 * What a query string may hold: {keys, choices, facets, known}.
 * @returns {Grammar}
 */
function context() {
  const { keys, choices, facets: options, names, rows: columns, settings } = load();
  const named = { lang: settings.languages, chapter: settings.chapters.map(({ id }) => id) };
  const known = { ...options, unit: Object.keys(names.unit), event: columns.id, ...named, ...choices };
  grammar = grammar || { keys, choices, facets: facets(), known };
  return grammar;
}

/**
 * A query string as a specification, {spec, ignored: [[key, value], …]}.
 * @param {string} text
 * @returns {{ spec: Spec, ignored: [string, string][] }}
 */
export const parse = (text) => query.parseQuery(text, context());

/**
 * The canonical query string of a specification.
 * @param {Spec} some
 * @returns {string}
 */
export const queryOf = (some) => query.toQuery(some, context());

/**
 * The query string of the view with some keys changed (undefined leaves one out).
 * @param {Partial<Spec>} part
 * @returns {string}
 */
export const queryWith = (part) => queryOf({ ...spec, ...part });

/**
 * The specification of the view; null before there is one.
 * @returns {Spec}
 */
export const current = () => spec;

/**
 * Make `next` the specification; select() then finds the events that match it.
 * @param {Spec} next
 * @returns {void}
 */
export const put = (next) => {
  spec = next;
};

/**
 * Find the events that match the specification.
 * @returns {void}
 */
export function select() {
  const { columns, rows: candidates } = known();
  rows = query.select(load().operators, columns, spec, candidates);
}

/**
 * What is known on the day that is shown (model/asof.js): {rows, columns, events}; all of it by default.
 * @returns {Known}
 */
export const known = () => asof.at(load().rows, load().events, (spec && spec.asof) || "");

/**
 * The window that a specification without one has, {id, start, end, name}.
 * @returns {Preset}
 */
export function usualWindow() {
  const { presets, window } = load().settings;
  return /** @type {Preset} */ (presets.find(({ id }) => id === window));
}

/**
 * The first and the last day of the window, as days since 1970.
 * @returns {Span}
 */
export function windowDays() {
  const preset = usualWindow();
  const ends = spec.window ? spec.window.split("/") : [preset.start, preset.end];
  return [dayOf(ends[0]), dayOf(ends[1])];
}

/**
 * What the drawn parts show: {rows, window, asof, group, only, event}, `only` being the chosen lanes.
 * @returns {View}
 */
export function shown() {
  const group = spec.group || "kind";
  return {
    rows,
    window: windowDays(),
    asof: spec.asof || "",
    group,
    only: spec[group] || [],
    event: spec.event ? load().rows.id.indexOf(spec.event) : null,
  };
}

/**
 * The same with the specification, and how many events are known in all.
 * @returns {WholeView}
 */
export const view = () => ({ ...shown(), spec, total: known().rows.length });
