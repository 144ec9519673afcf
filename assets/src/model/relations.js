/* The relations of the record as a chain: from one event on to those that it is related to, and from them on. */
const MOST = 8; // events of a chain: more are not read

/** @typedef {[relation: string, row: Row]} Related */
/** What a sentence says: how the event of a row is related to others. @typedef {[Row, Related[]]} Sentence */

/**
 * The chain of an event, in both directions, the nearest first. Each event comes once, at the first place where another
 * one leads to it. `linksOf(row)` has its relations.
 * @param {Row} row
 * @param {(row: Row) => Related[]} linksOf
 * @returns {Sentence[]}
 */
export function chain(row, linksOf) {
  const found = [row];
  const sentences = [];
  for (let at = 0; at < found.length; at += 1) {
    const said = [];
    for (const [relation, other] of linksOf(found[at])) {
      if (found.includes(other) || (at && found.length > MOST)) continue; // an event's own relations are all there
      found.push(other);
      said.push([relation, other]);
    }
    if (said.length) sentences.push([found[at], said]);
  }
  return /** @type {Sentence[]} */ (sentences);
}
