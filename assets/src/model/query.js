/* Which events: the browser's twin of timeline/query/search.py. No DOM, no column names.
 *
 * It implements the *kinds* of the operator table that Python serialises into the page, and compares
 * strings; it parses no dates. tests/vectors/ runs against both. */
import { isBefore } from "./days.js";
import { wordsOf } from "./folding.js";

/**
 * @param {any} cell
 * @returns {any[]}
 */
const cells = (cell) => (Array.isArray(cell) ? cell : [cell]);

/**
 * A test whether a date may lie from `first` to `last` (undefined for no bound). What is open reaches every bound.
 * @param {(Iso | null)[]} start
 * @param {(Iso | null)[]} end
 * @param {Iso | undefined} first
 * @param {Iso | undefined} last
 * @returns {(row: Row) => boolean}
 */
function meets(start, end, first, last) {
  return (row) => {
    const [low, high] = [start[row], end[row]];
    return (!first || high === null || !isBefore(high, first)) && (!last || low === null || !isBefore(last, low));
  };
}

/**
 * One maker a kind: from its columns and what is chosen, a test of a row, or null where nothing is chosen.
 * @type {Record<string, (columns: any[], chosen: any[]) => ((row: Row) => boolean) | null>}
 */
const KINDS = {
  any_of([column], [chosen]) {
    if (!chosen || !chosen.length) return null;
    const wanted = new Set(chosen);
    return (row) => cells(column[row]).some((word) => wanted.has(word));
  },
  words([column], [query]) {
    const words = wordsOf(query || "");
    return words.length ? (row) => words.every((/** @type {string} */ word) => column[row].includes(word)) : null;
  },
  interval([start, end], [first, last, dates]) {
    if (!first && !last) return null;
    if (dates === "certain") {
      return (row) =>
        (!first || (start[row] !== null && !isBefore(start[row], first))) &&
        (!last || (end[row] !== null && !isBefore(last, end[row])));
    }
    return meets(start, end, first, last);
  },
  flag([column], [wanted]) {
    return wanted === "1" ? (row) => column[row] : null;
  },
  period([start, end], [window, scope]) {
    if (!window || scope === "all") return null;
    const [first, last] = window.split("/");
    return meets(start, end, first, last);
  },
};

/**
 * A test for each operator, or null where nothing is chosen; then its columns are not looked at (`text` takes long to
 * make).
 * @param {Operator[]} operators
 * @param {Columns} columns
 * @param {Spec} spec
 * @returns {(((row: Row) => boolean) | null)[]}
 */
const tests = (operators, columns, spec) =>
  operators.map((operator) =>
    operator.keys.some((key) => spec[key] && spec[key].length)
      ? KINDS[operator.kind](
          operator.columns.map((name) => columns[name]),
          operator.keys.map((key) => spec[key]),
        )
      : null,
  );

/**
 * @param {Columns} columns
 * @returns {Row[]}
 */
const rowsOf = (columns) => columns.id.map((_, row) => row);

/**
 * The rows that match `spec`, in order. `columns` maps names to arrays; `spec` keys to words or text;
 * `rows` are the candidates (all of them by default).
 * @param {Operator[]} operators
 * @param {Columns} columns
 * @param {Spec} spec
 * @param {Row[]} [rows]
 * @returns {Row[]}
 */
export function select(operators, columns, spec, rows = rowsOf(columns)) {
  const active = tests(operators, columns, spec).filter(Boolean);
  return rows.filter((row) => active.every((test) => test && test(row)));
}

/**
 * {facet: {value: how many events would match with it chosen as well}}. A row counts for a facet if no other filter
 * keeps it out: rows that pass every filter count for all facets, rows that one filter alone keeps out count for that
 * filter's facet, and all others for none.
 * @param {Operator[]} operators
 * @param {Columns} columns
 * @param {Spec} spec
 * @param {Row[]} [rows]
 * @returns {Record<string, Record<string, number>>}
 */
export function facetCounts(operators, columns, spec, rows = rowsOf(columns)) {
  const all = tests(operators, columns, spec);
  const active = all.map((test, index) => index).filter((index) => all[index]);
  /** @type {Row[]} */
  const passing = [];
  /** @type {Row[][]} Rows that this filter alone keeps out. */
  const held = all.map(() => []);
  for (const row of rows) {
    let by = -1;
    let count = 0;
    for (const index of active) {
      if (/** @type {(row: Row) => boolean} */ (all[index])(row)) continue;
      by = index;
      if ((count += 1) > 1) break;
    }
    if (count === 0) passing.push(row);
    else if (count === 1) held[by].push(row);
  }
  /** @type {Record<string, Record<string, number>>} */
  const counts = {};
  operators.forEach((operator, index) => {
    if (!operator.facet) return;
    const column = columns[operator.columns[0]];
    const kept = all[index] ? passing.length : 0;
    const more = all[index] ? held[index] : passing;
    counts[operator.keys[0]] = Object.fromEntries(
      [...tally(column, rows, more)].map(([value, added]) => [value, kept + added]),
    );
  });
  return counts;
}

const totals = new WeakMap(); // column → the rows that were counted last, and how many of them hold each value

/**
 * How many of the rows `some`, which are among `rows`, hold each value that any of `rows` holds.
 * @param {any[]} column
 * @param {Row[]} rows
 * @param {Row[]} some
 * @returns {Map<string, number>}
 */
function tally(column, rows, some) {
  if (!totals.has(column) || totals.get(column).rows !== rows)
    totals.set(column, { rows, counts: tallied(column, rows) });
  const { counts } = totals.get(column);
  return some.length === rows.length
    ? counts
    : tallied(column, some, new Map([...counts.keys()].map((value) => [value, 0])));
}

/**
 * How many rows hold each value, once a row, added to `counts`. Written for many rows: it makes no object for a row.
 * @param {any[]} column
 * @param {Row[]} rows
 * @param {Map<string, number>} [counts]
 * @returns {Map<string, number>}
 */
function tallied(column, rows, counts = new Map()) {
  const add = (/** @type {string} */ value) => counts.set(value, (counts.get(value) || 0) + 1);
  for (const row of rows) {
    const cell = column[row];
    if (!Array.isArray(cell)) add(cell);
    else for (let at = 0; at < cell.length; at += 1) if (at === 0 || cell.indexOf(cell[at]) === at) add(cell[at]);
  }
  return counts;
}
