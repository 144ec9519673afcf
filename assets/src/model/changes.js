/* The days of a replay on which anything becomes known: where it stops. No DOM. */
import { inOrder, isBefore } from "./days.js";

/** The answer to the last question; a replay asks the same at each step.
 * @type {{ columns: Columns, events: TimelineEvent[], rows: Row[], days: string, list: DayOfChange[] } | null} */
let last = null;

/**
 * The first day on which a claim is shown, null where its day is not known. Of what is to come only predictions speak:
 * any other claim waits for the event's first day, `start`.
 * @param {Claim} claim
 * @param {Iso | null} start
 * @returns {Iso | null}
 */
export function knownFrom({ shown, stance }, start) {
  if (!shown || !shown.until) return null;
  return stance !== "predicts" && start !== null && isBefore(shown.until, start) ? start : shown.until;
}

/**
 * The days from `from` to `to` on which something becomes known about some events, in order, with how many claims are
 * new and about how many events nothing was known before. `from` is always one of them.
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Row[]} rows
 * @param {[Iso, Iso]} days
 * @returns {DayOfChange[]}
 */
export function changes(columns, events, rows, [from, to]) {
  const days = `${from}/${to}`;
  if (!last || last.columns !== columns || last.events !== events || last.rows !== rows || last.days !== days)
    last = { columns, events, rows, days, list: found(columns, events, rows, [from, to]) };
  return last.list;
}

/**
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Row[]} rows
 * @param {[Iso, Iso]} days
 * @returns {DayOfChange[]}
 */
function found(columns, events, rows, [from, to]) {
  /** @type {Map<Iso, DayOfChange>} */
  const at = new Map();
  const on = (/** @type {Iso} */ day) => {
    const change = at.get(day) || { day, claims: 0, events: 0 };
    at.set(day, change);
    return change;
  };
  on(from);
  for (const row of rows) {
    const days = events[row].claims.map((claim) => knownFrom(claim, columns.start[row])).filter((day) => day !== null);
    const first = days.reduce(
      (/** @type {Iso | null} */ least, day) => (least && isBefore(least, day) ? least : day),
      null,
    );
    const within = (/** @type {Iso} */ day) => !isBefore(day, from) && !isBefore(to, day);
    for (const day of days) if (within(day)) on(day).claims += 1;
    if (first && within(first)) on(first).events += 1;
  }
  return [...at.values()].sort((one, other) => inOrder(one.day, other.day));
}

/**
 * The place in a list of changes of the nearest one after a day (`by` 1) or before it (`by` -1); at the end of the list
 * its last or first one.
 * @param {DayOfChange[]} list
 * @param {Iso} day
 * @param {1 | -1} by
 * @returns {DayOfChange}
 */
export function next(list, day, by) {
  const there =
    by > 0 ? list.find((change) => isBefore(day, change.day)) : list.findLast((change) => isBefore(change.day, day));
  return there || list[by > 0 ? list.length - 1 : 0];
}
