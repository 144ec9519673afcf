/* The relations of events, as far as they are known on the day of the view. */
import { load } from "./data.js";
import { known } from "./store.js";

/**
 * How an event is related to others, [[key of the interface's words, row], …].
 * @param {Row} row
 * @returns {import("../model/relations.js").Related[]}
 */
export function linksOf(row) {
  const { rows } = load();
  const among = new Set(known().rows);
  return (load().events[row].shown.links || [])
    .map(([relation, id]) => /** @type {[string, Row]} */ ([relation, rows.id.indexOf(id)]))
    .filter(([, other]) => among.has(other));
}

/**
 * Whether a relation is that of two events that cannot both be as they are told.
 * @param {string} relation
 * @returns {boolean}
 */
export const contradicts = (relation) => relation.startsWith("rel_contradict");
