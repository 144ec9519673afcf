/* The view that is shown. One specification is the state; everything else follows from it and from the page's data. */
import { dayOf } from "../model/days.js";
import * as query from "../model/query.js";
import { parseQuery, toQuery } from "../model/spec.js";
import { arrivals, load } from "./data.js";

const OUTLET = "outlet"; // the claimant of a claim that names nobody

/** @type {typeof import("../model/asof.js") | null} */
let model = null; // what reckons with a part of the claims
/** @type {any} */
let spec = null; // keys of the query string → a word or text, of a facet the chosen words
/** @type {Row[]} */
let rows = []; // the events that match the filters, in order
/** @type {Row[]} */
let listed = []; // those of them that the period leaves
/** @type {Row[]} */
let all = []; // those that match without the day of a replay and with what is doubted
let narrowed = ""; // the period that they were found for
// Views that show a period even where none is chosen.
const PERIODIC = ["timeline", "list", "clocks"];

/**
 * Which filters have options that are counted, in order: those of the operator table.
 * @returns {string[]}
 */
export const facets = () =>
  load()
    .operators.filter(({ facet }) => facet)
    .map(({ keys }) => keys[0]);

/**
 * The operators that filter, and the one that is of the period.
 * @param {boolean} periods
 * @returns {Operator[]}
 */
const operators = (periods) => load().operators.filter(({ kind }) => (kind === "period") === periods);

/**
 * Every key that leaves events out, but for the period's: what "clear all" takes away.
 * @returns {string[]}
 */
export const filterKeys = () => [...operators(false).flatMap(({ keys }) => keys), "asof", "doubt"];

/** @type {Grammar | null} */
let grammar = null;

/**
 * What a query string may hold: {keys, choices, several, known}.
 * @returns {Grammar}
 */
function context() {
  const { keys, choices, facets: options, names, rows: columns, settings, exercises } = load();
  const { languages, lessons, chapters } = settings;
  const named = { lang: languages, lesson: lessons, chapter: chapters.map(({ id }) => id) };
  const doubt = [...Object.keys(names.source), ...options.claimant.filter((id) => id !== OUTLET)];
  const own = { unit: Object.keys(names.unit), event: columns.id, exercise: exercises, doubt };
  const known = { ...options, ...own, ...named, ...choices };
  if (!grammar || grammar.known.event !== columns.id)
    grammar = { keys, choices, several: [...facets(), "doubt"], known };
  return grammar;
}

/**
 * A query string as a specification, {spec, ignored: [[key, value], …]}.
 * @param {string} text
 * @returns {{ spec: Spec, ignored: [string, string][] }}
 */
export const parse = (text) => parseQuery(text, context());

/**
 * The canonical query string of a specification.
 * @param {Spec} some
 * @returns {string}
 */
export const queryOf = (some) => toQuery(some, context());

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
  rows = query.select(operators(false), columns, spec, candidates);
  all = isPart() ? query.select(operators(false), load().rows, spec) : rows;
  narrowed = "";
}

/**
 * The period that the view is of, "first/last"; "" where it has none: sources, disagreements and numbers have one only
 * where it was chosen.
 * @returns {string}
 */
export function period() {
  if (spec.window) return spec.window;
  const { start, end } = usualWindow();
  return PERIODIC.includes(spec.view || "timeline") ? `${start}/${end}` : "";
}

/**
 * The specification with its period, as the whole operator table understands it.
 * @returns {Spec}
 */
export const whole = () => ({ ...spec, window: period() });

/**
 * The events that match and lie in the period, or all that match with `scope=all`.
 * @returns {Row[]}
 */
function within() {
  const { columns } = known();
  const now = `${spec.scope} ${period()}`;
  if (now !== narrowed) {
    narrowed = now;
    listed = query.select(operators(true), columns, whole(), rows);
  }
  return listed;
}

/** Whether the view is of a part of the claims: of a day, or without what is doubted. */
const isPart = () => Boolean(spec && (spec.asof || spec.doubt));

/**
 * What reckons with a part of the claims comes with what first needs it: replay, doubt, story, presentation.
 * @param {typeof model} found
 * @returns {void}
 */
export const learn = (found) => {
  model = found;
};

/** @type {Known | null} */
let everything = null;

/**
 * What is known on the day that is shown and without what is doubted (model/asof.js): {rows, columns, events}; all of
 * it by default.
 * @returns {Known}
 */
export const known = () =>
  model && isPart() ? model.at(load().rows, load().events, spec.asof || "", spec.doubt) : knownOn("");

/**
 * The same on another day, and without what somebody doubts.
 * @param {Iso | ""} day
 * @param {string[]} [doubt]
 * @returns {Known}
 */
export function knownOn(day, doubt = []) {
  const { rows: columns, events } = load();
  if (model && (day || doubt.length)) return model.known(columns, events, day, doubt);
  if (!everything || everything.columns !== columns || everything.events !== events)
    everything = { rows: columns.id.map((_, row) => row), columns, events };
  return everything;
}

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
 * Whether anything of a row lies in the window; a bar may while its mark does not.
 * @param {Row} row
 * @returns {boolean}
 */
export function isInWindow(row) {
  const { from, to } = load().geometry;
  const [first, last] = windowDays();
  return to[row] >= first && from[row] <= last;
}

/**
 * What the drawn parts show: {rows, all, listed, narrow, window, asof, doubt, group, only, event, short}: `all` are
 * the rows of the view without its day and its doubt, `listed` those of the rows that lie in the period, `narrow` tells
 * whether the period counts, `only` are the chosen lanes, `short` tells whether quiet times are drawn short.
 * @returns {View}
 */
export function shown() {
  const group = spec.group || "kind";
  return {
    rows,
    all,
    listed: within(),
    narrow: spec.scope !== "all" && period() !== "",
    window: windowDays(),
    asof: spec.asof || "",
    doubt: spec.doubt || [],
    group,
    only: spec[group] || [],
    event: spec.event ? load().rows.id.indexOf(spec.event) : null,
    short: spec.quiet === "short",
  };
}

/**
 * What a view shows of the events, as a text: while that is the same, only the open event may have changed. Texts of a
 * large record come after a view was first drawn.
 * @param {Pick<View, "rows" | "asof" | "doubt">} view
 * @returns {string}
 */
export const subjectOf = ({ rows: those, asof, doubt }) => JSON.stringify([those, asof, doubt, arrivals()]);

/**
 * The same with the specification, and how many events are known in all.
 * @returns {WholeView}
 */
export const view = () => ({ ...shown(), spec, total: known().rows.length });
