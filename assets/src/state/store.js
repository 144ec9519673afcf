/* The view that is shown. One specification is the state; everything else follows from it and from the page's data. */
import * as asof from "../model/asof.js";
import { dayOf } from "../model/days.js";
import * as query from "../model/query.js";
import { load } from "./data.js";

let spec = null; // keys of the query string → a word or text, of a facet the chosen words
let rows = []; // the events that match, in order

/** Which filters have options that are counted, in order: those of the operator table. */
export const facets = () =>
  load()
    .operators.filter(({ facet }) => facet)
    .map(({ keys }) => keys[0]);

/** Every key that leaves events out: what "clear all" takes away. */
export const filterKeys = () => [...load().operators.flatMap(({ keys }) => keys), "asof"];

let grammar = null;

/** What a query string may hold: {keys, choices, facets, known}. */
function context() {
  const { keys, choices, facets: options, names, rows: columns, settings } = load();
  const known = { ...options, unit: Object.keys(names.unit), event: columns.id, lang: settings.languages, ...choices };
  grammar = grammar || { keys, choices, facets: facets(), known };
  return grammar;
}

/**
 * A query string as a specification, {spec, ignored: [[key, value], …]}.
 * @param text
 */
export const parse = (text) => query.parseQuery(text, context());

/**
 * The canonical query string of a specification.
 * @param some
 */
export const queryOf = (some) => query.toQuery(some, context());

/**
 * The query string of the view with some keys changed (undefined leaves one out).
 * @param part
 */
export const queryWith = (part) => queryOf({ ...spec, ...part });

/** The specification of the view; null before there is one. */
export const current = () => spec;

/**
 * Make `next` the specification. Which events match it is left to select().
 * @param next
 */
export const put = (next) => {
  spec = next;
};

/** Work out which events match the specification. */
export function select() {
  const { columns, rows: candidates } = known();
  rows = query.select(load().operators, columns, spec, candidates);
}

/** What is known on the day that is shown (model/asof.js): {rows, columns, events}; all of it by default. */
export const known = () => asof.at(load().rows, load().events, (spec && spec.asof) || "");

/** The window that a specification without one has, {id, start, end, name}. */
export function usualWindow() {
  const { presets, window } = load().settings;
  return presets.find(({ id }) => id === window);
}

/** The first and the last day of the window, as days since 1970. */
export function windowDays() {
  const preset = usualWindow();
  const ends = spec.window ? spec.window.split("/") : [preset.start, preset.end];
  return ends.map(dayOf);
}

/** What the drawn parts show: {rows, window, asof, group, only, event}, `only` being the chosen lanes. */
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

/** The same with the specification, and how many events are known in all. */
export const view = () => ({ ...shown(), spec, total: known().rows.length });
