/* What falls when somebody doubts a source or a claimant, and what changes: the browser's twin of
 * timeline/query/doubt.py and changed.py. No DOM. tests/vectors/support.json runs against both. */
import { reasonLeft, standing } from "./support.js";

/** @typedef {import("./support.js").Said} Said */
/** @typedef {{ row: Row, was: string, status: string | null, reason: string, origin: string | null }} Changed */

/**
 * The ids of the claims that fall: those whose source is doubted, those that relay a doubted source or a claim that
 * falls, and those of which everybody who makes them is doubted.
 * @param {Said[]} claims those of one event
 * @param {string[]} doubted
 * @returns {Set<string>}
 */
export function struck(claims, doubted) {
  const is = (/** @type {string | undefined} */ id) => id !== undefined && doubted.includes(id);
  const first = claims.filter(({ source, by, derives_from: from }) => {
    const all = by && by.length && by.every((name) => is(name));
    return all || is(source) || is(from);
  });
  const fallen = new Set(first.map(({ id }) => id));
  for (let before = -1; before !== fallen.size;) {
    before = fallen.size;
    for (const { id, derives_from: from } of claims) if (from && fallen.has(from)) fallen.add(id);
  }
  return fallen;
}

/**
 * The events that have another status without what is doubted, in order. `before` and `after` are what is known with
 * and without it (model/asof.js).
 * @param {Known} before
 * @param {Known} after
 * @param {string[]} doubted
 * @returns {Changed[]}
 */
export function changes(before, after, doubted) {
  const there = new Set(after.rows);
  return before.rows
    .map((row) => ({ row, was: before.columns.status[row], status: there.has(row) ? after.columns.status[row] : null }))
    .filter(({ was, status }) => was !== status)
    .map((change) => ({ ...change, ...why(before, change, doubted) }));
}

/**
 * @param {Known} before
 * @param {{ row: Row, was: string, status: string | null }} change
 * @param {string[]} doubted
 */
function why({ events, columns }, { row, was, status }, doubted) {
  const event = { ...events[row], status: was };
  const fallen = struck(event.claims, doubted);
  const claims = event.claims.filter(({ id }) => !fallen.has(id));
  const reason = reasonLeft(event, claims, status);
  const speech = Boolean(columns.speech && columns.speech[row]);
  return { reason, origin: reason === "one_origin" ? standing(event, claims, speech).origins[0] : null };
}
