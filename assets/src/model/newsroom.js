/* A newsroom: what had been said of each event by one day, what of it was new since another, and what came later. The
 * browser's twin of timeline/publish/handout/newsroom.py. No DOM. */
import { known } from "./asof.js";
import { knownFrom } from "./changes.js";
import { isBefore } from "./days.js";
import { select } from "./query.js";

/** An event of which something new was said: its claims by that day, the ids of the new ones, those made later, and the
 * statuses it had on both days ("" where it was not known) and has now.
 * @typedef {{
 *   row: Row, claims: Claim[], fresh: Set<string>, later: Claim[], before: string, then: string, now: string
 * }} Report */

/**
 * What was newly said after `start` and until `end`, event by event, of those that the filter leaves.
 * @param {{ operators: Operator[], rows: Columns, events: TimelineEvent[] }} record
 * @param {Spec} filter
 * @param {Iso} start
 * @param {Iso} end
 * @returns {Report[]}
 */
export function reports({ operators, rows: columns, events }, filter, start, end) {
  const [earlier, then] = [start, end].map((day) => known(columns, events, day));
  return select(operators, then.columns, filter, then.rows)
    .map((row) => {
      const { claims, status = "" } = then.events[row];
      return {
        row,
        claims,
        fresh: new Set(claims.filter((claim) => !saidBy(claim, start)).map(({ id }) => id)),
        later: events[row].claims.filter((claim) => isBefore(end, knownFrom(claim, columns.start[row]) || end)),
        before: earlier.events[row].claims.length ? earlier.events[row].status || "" : "",
        then: status,
        now: columns.status[row],
      };
    })
    .filter(({ fresh }) => fresh.size);
}

/**
 * Whether a claim had certainly been made by a day.
 * @param {Claim} claim
 * @param {Iso} day
 * @returns {boolean}
 */
const saidBy = ({ shown }, day) => Boolean(shown && shown.until && !isBefore(day, shown.until));
