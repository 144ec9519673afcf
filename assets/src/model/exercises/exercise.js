/* An exercise of some events: the browser's twin of timeline/query/exercises/exercise.py. No DOM.
 *
 * The same seed gives the same items in both; tests/vectors/exercises.json runs against both. */
import { chance } from "./chance.js";
import { claimant } from "./claimant.js";
import { disagreement } from "./disagreement.js";
import { figure } from "./figure.js";
import { order } from "./order.js";
import { status } from "./status.js";

/** @type {Record<string, Maker>} */
const MAKERS = { order, claimant, status, figure, disagreement };

/**
 * The items of an exercise of a kind on some events of a record, in the record's order.
 * @param {AskedRecord} record
 * @param {AskedEvent[]} events
 * @param {string} kind
 * @param {number} [seed]
 * @returns {Item[]}
 */
export const exercise = (record, events, kind, seed = 1) => MAKERS[kind](record, events, chance(seed));

/**
 * The record as exercises look at it, made of the page's data, whose texts have all come.
 * @param {Payload} data
 * @returns {AskedRecord}
 */
export function askedRecord({ events, names, registry, facets }) {
  const { actor: rest } = /** @type {Record<string, Record<string, { type: string, country?: string }>>} */ (registry);
  const actors = Object.fromEntries(
    Object.entries(rest).map(([id, { type, country }]) => [
      id,
      { type, country, name: names.actor[id], role: names.role[id] },
    ]),
  );
  return { events: /** @type {AskedEvent[]} */ (events), actors, statuses: facets.status };
}
