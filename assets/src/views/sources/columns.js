/* The columns of the Sources view, and the signs of what their sources do. */
import { el } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { lang, name, say } from "../../words/i18n.js";

const SIGNS = { reports: "●", differs: "≠", denies: "✕", predicts: "◌", declines: "–", silent: "·" };

/** The states that a source can be in, in the order in which they are explained. */
export const STATES = Object.keys(SIGNS);

/** The column that puts all public pages together; no source has this id. */
export const PUBLIC = "";

/**
 * Whether the record has documents; else each source has its column from the start.
 * @returns {boolean}
 */
export const hasSeeds = () => load().settings.seeds.length > 0;

/**
 * Whether a source is one of the documents.
 * @param {string} source
 * @returns {boolean}
 */
export const isSeed = (source) => load().settings.seeds.includes(source);

/**
 * The column of a source.
 * @param {string} source
 * @returns {string}
 */
export const columnOf = (source) => (isSeed(source) ? source : PUBLIC);

/**
 * What a column is called.
 * @param {string} column
 * @returns {string}
 */
export const nameOf = (column) => (column === PUBLIC ? say("public_pages") : name("source", column));

/**
 * The sign of a state; words stand beside it.
 * @param {string} state
 * @returns {HTMLElement}
 */
export const sign = (state) => el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state]);

/**
 * How many of the rows each public source speaks of, most frequent first: [[source, count], …].
 * @param {Row[]} rows
 * @returns {[string, number][]}
 */
export function outletsOf(rows) {
  const counts = new Map();
  for (const row of rows)
    for (const source of known().columns.sources[row])
      if (!isSeed(source)) counts.set(source, (counts.get(source) || 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || name("source", a).localeCompare(name("source", b), lang()));
}
