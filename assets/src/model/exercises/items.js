/* What an exercise asks, as ids: the browser's twin of timeline/query/exercises/items.py. No DOM. */
import { amountsOf } from "../amounts.js";

export const ITEMS = 8; // at most, of one exercise
export const FEWEST = 3; // options of a choice, pairs of a match, events of an order

/**
 * Whether two texts read the same in any language.
 * @param {Texts} one
 * @param {Texts} other
 * @returns {boolean}
 */
export const alike = (one, other) => Object.entries(one).some(([language, words]) => other[language] === words);

/**
 * The events without those whose title another one of them has too, in some language.
 * @param {AskedEvent[]} events
 * @returns {AskedEvent[]}
 */
export function distinct(events) {
  const keys = (/** @type {AskedEvent} */ { title }) => Object.entries(title).map((pair) => pair.join(" "));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of events.flatMap(keys)) counts.set(key, (counts.get(key) || 0) + 1);
  return events.filter((event) => keys(event).every((key) => counts.get(key) === 1));
}

/**
 * The number of a figure, or the ends of its range, as one word; null where it has words.
 * @param {Amount} amount
 * @returns {string | null}
 */
export function size({ value, low, high, words }) {
  const ends = [value ?? null, low ?? null, high ?? null];
  return words || ends.every((end) => end === null) ? null : JSON.stringify(ends);
}

/**
 * Who stands for a claim: those who make it, or the source alone where nobody is named.
 * @param {Claim} claim
 * @returns {string[]}
 */
export const claimants = ({ by, source }) => (by.length ? by.map((actor) => `actor:${actor}`) : [`source:${source}`]);

/**
 * Every number that each claimant gives in some events, with its scope; a source also gives what it relays.
 * @param {AskedEvent[]} events
 * @returns {Map<string, GivenNumber[]>}
 */
export function numbersBy(events) {
  const found = new Map();
  for (const claim of events.flatMap(({ claims }) => claims)) {
    const given = amountsOf(claim)
      .map((amount) => ({ number: size(amount), scope: amount.scope || "" }))
      .filter(({ number }) => number !== null);
    for (const who of given.length ? new Set([...claimants(claim), `source:${claim.source}`]) : []) {
      if (!found.has(who)) found.set(who, []);
      found.get(who).push(...given);
    }
  }
  return found;
}
