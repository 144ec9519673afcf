/* Two clocks: when an event happened, and when a claim about it was made. Pure: no DOM, no drawing.
 *
 * `side` is the browser's twin of timeline/query/clocks.py; tests/vectors/clocks.json runs against both. */
import { dayOf, isBefore } from "./days.js";

/**
 * Whether a claim was certainly made "before" the event, "during" it (on its day, or while it lasted) or "after" it;
 * "open" where the days allow more than one of these, "" where the claim has no day. `within` is true of an event on
 * some unknown day from `start` to `end`. All days are ISO, null where open or unknown.
 * @param {{ start: Iso | null, end: Iso | null, within: boolean }} event
 * @param {{ since: Iso | null, until: Iso | null }} said
 * @returns {Side | ""}
 */
export function side(event, said) {
  if (!said.since && !said.until) return "";
  if (event.start && said.until && isBefore(said.until, event.start)) return "before";
  if (event.end && said.since && isBefore(event.end, said.since)) return "after";
  const someDay = event.within && event.start !== event.end;
  return !someDay && isInside(event, said) ? "during" : "open";
}

/**
 * Whether all days that a claim may be of are days of the event; an open end reaches as far as one likes.
 * @param {{ start: Iso | null, end: Iso | null }} event
 * @param {{ since: Iso | null, until: Iso | null }} said
 * @returns {boolean}
 */
const isInside = ({ start, end }, { since, until }) =>
  since !== null && until !== null && !(start && isBefore(since, start)) && !(end && isBefore(end, until));

/**
 * The first and the last day on which a claim may have been made; null where open.
 * @param {Claim} claim
 * @returns {{ since: Iso | null, until: Iso | null }}
 */
export function daysOf({ shown }) {
  if (!shown) return { since: null, until: null };
  return { since: shown.since || shown.until, until: shown.until };
}

/**
 * Whole days from an event to a claim about it, by the ends that are nearest to each other; 0 where they meet.
 * @param {{ start: Iso | null, end: Iso | null }} event
 * @param {{ since: Iso | null, until: Iso | null }} said
 * @param {Side} where
 * @returns {number}
 */
function apart({ start, end }, { since, until }, where) {
  if (where === "before" && start && until) return dayOf(start) - dayOf(until);
  return where === "after" && end && since ? dayOf(since) - dayOf(end) : 0;
}

/**
 * The same of a claim about the event at `row` of the page's data.
 * @param {Pick<Payload, "rows" | "geometry">} data
 * @param {Row} row
 * @param {Claim} claim
 * @returns {Side | ""}
 */
export function sideOf({ rows, geometry }, row, claim) {
  return side({ start: rows.start[row], end: rows.end[row], within: !geometry.bar[row] }, daysOf(claim));
}

/**
 * The claims of `rows`, each with both its days, in the order in which they were made: those that have a day as
 * `dated`, the others as `undated`.
 * @param {{ columns: Columns, events: TimelineEvent[] }} known
 * @param {Geometry} geometry
 * @param {Row[]} rows
 * @returns {{ dated: TwoDays[], undated: { row: Row, claim: Claim }[] }}
 */
export function collect({ columns, events }, geometry, rows) {
  /** @type {TwoDays[]} */
  const dated = [];
  /** @type {{ row: Row, claim: Claim }[]} */
  const undated = [];
  for (const row of rows)
    for (const claim of events[row].claims) {
      const said = daysOf(claim);
      const found = twoDays(columns, geometry, row, claim, said);
      if (found) dated.push(found);
      else undated.push({ row, claim });
    }
  dated.sort((a, b) => a.said - b.said || a.at - b.at || a.row - b.row);
  return { dated, undated };
}

/**
 * @param {Columns} columns
 * @param {Geometry} geometry
 * @param {Row} row
 * @param {Claim} claim
 * @param {{ since: Iso | null, until: Iso | null }} said
 * @returns {TwoDays | null}
 */
function twoDays(columns, geometry, row, claim, said) {
  if (!said.since || !said.until) return null;
  const before = kept.get(claim);
  if (before && before.row === row && before.starts === columns.start && before.geometry === geometry)
    return before.days;
  const days = reckoned(columns, geometry, row, claim, { since: said.since, until: said.until });
  kept.set(claim, { row, starts: columns.start, geometry, days });
  return days;
}

/** @type {WeakMap<Claim, { row: Row, starts: any, geometry: Geometry, days: TwoDays }>} */
const kept = new WeakMap(); // what was found before: a replay asks for it at each step

/**
 * The same, found anew.
 * @param {Columns} columns
 * @param {Geometry} geometry
 * @param {Row} row
 * @param {Claim} claim
 * @param {{ since: Iso, until: Iso }} said
 * @returns {TwoDays}
 */
function reckoned(columns, geometry, row, claim, said) {
  const event = { start: columns.start[row], end: columns.end[row], within: !geometry.bar[row] };
  const where = /** @type {Side} */ (side(event, said));
  const [since, until] = [dayOf(said.since), dayOf(said.until)];
  return {
    key: `${columns.id[row]} ${claim.id}`,
    row,
    claim,
    stance: claim.stance,
    side: where,
    apart: apart(event, said, where),
    at: geometry.at[row],
    from: geometry.from[row],
    to: geometry.to[row],
    pad: geometry.pad[row],
    bar: geometry.bar[row],
    said: since + Math.floor((until - since) / 2),
    since,
    until,
    about: Boolean(claim.shown && claim.shown.about),
  };
}

/** @type {Record<string, (claim: TwoDays) => number>} */
const KEYS = {
  said: (claim) => claim.said,
  happened: (claim) => claim.at,
  apart: (claim) => claim.apart * (claim.side === "before" ? -1 : 1),
};

/**
 * The claims in order of one of their days, or of how far these are apart.
 * @param {TwoDays[]} claims
 * @param {string} by
 * @param {boolean} down
 * @returns {TwoDays[]}
 */
export function sorted(claims, by, down) {
  const [key, way] = [KEYS[by], down ? -1 : 1];
  return [...claims].sort((a, b) => way * (key(a) - key(b)) || a.said - b.said || a.at - b.at || a.row - b.row);
}
