/* The record with only some of its claims, as on a day or without what is doubted: the browser's twin of
 * timeline/query/asof.py. No DOM.
 *
 * Of a claim it looks at `source`, `stance`, `by`, and `shown.until`, the last day (ISO) on which it may have been
 * made. tests/vectors/asof.json runs against both. */
import { knownFrom } from "./changes.js";
import { isBefore } from "./days.js";
import { struck } from "./doubt.js";
import { statusLeft } from "./support.js";

const OUTLET = "outlet";

/**
 * @param {string[]} words
 * @returns {string[]}
 */
const unique = (words) => [...new Set(words)];

/**
 * Who makes an event's claims; the outlet where nobody is named.
 * @param {TimelineEvent} event
 * @returns {string[]}
 */
const claimantsOf = (event) => unique(event.claims.flatMap(({ by }) => (by.length ? by : [OUTLET])));

/**
 * The points of disagreement on which two sides or more had been taken, each with the claims made by then.
 * @param {Disagreement[]} all
 * @param {Claim[]} claims
 * @returns {Disagreement[]}
 */
function points(all, claims) {
  const made = new Set(claims.map((claim) => claim.id));
  return all
    .map((point) => ({
      ...point,
      sides: point.sides
        .map((side) => ({ ...side, claims: side.claims.filter((id) => made.has(id)) }))
        .filter((side) => side.claims.length),
    }))
    .filter((point) => point.sides.length > 1);
}

/** The answer to the last question, which most changes of a view ask again.
 * @type {{ columns?: Columns, events?: TimelineEvent[], words?: string, state: Known } | null} */
let last = null;

/**
 * What is known on `day` ("" for today) without what is doubted. `columns` and `events` are indexed as the full ones;
 * `rows` are the events of which anything is left.
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Iso | ""} day
 * @param {string[]} [doubt]
 * @returns {Known}
 */
export function at(columns, events, day, doubt = []) {
  const words = [day, ...doubt].join(" ");
  if (!last || last.columns !== columns || last.events !== events || last.words !== words)
    last = { columns, events, words, state: known(columns, events, day, doubt) };
  return last.state;
}

/**
 * The claims of an event that are made by `day` and are not doubted; the event's own list where that is all of them.
 * @param {TimelineEvent} event
 * @param {Iso | null} start
 * @param {Iso | ""} day
 * @param {string[]} doubt
 * @returns {Claim[]}
 */
function left({ claims }, start, day, doubt) {
  const fallen = doubt.length ? struck(claims, doubt) : new Set();
  return claims.filter((claim) => {
    const from = day ? knownFrom(claim, start) : "";
    return from !== null && !isBefore(day, from) && !fallen.has(claim.id);
  });
}

/**
 * The same, without keeping the answer.
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Iso | ""} day
 * @param {string[]} [doubt]
 * @returns {Known}
 */
export function known(columns, events, day, doubt = []) {
  if (!day && !doubt.length) return { rows: columns.id.map((_, row) => row), columns, events };
  /** @type {Row[]} */
  const rows = [];
  const then = events.map((event, row) => {
    const claims = left(event, columns.start[row], day, doubt);
    const speech = Boolean(columns.speech && columns.speech[row]);
    const status = claims.length ? statusLeft({ ...event, status: columns.status[row] }, claims, speech) : null;
    if (status) rows.push(row);
    if (!status) return { ...event, claims: [], disagreements: [], status: "" };
    return { ...event, claims, disagreements: points(event.disagreements, claims), status };
  });
  return {
    rows,
    columns: Object.assign(Object.create(columns), {
      // the others through the prototype: `text` is made only when asked for
      status: then.map((event) => event.status),
      sources: then.map((event) => unique(event.claims.map((claim) => claim.source))),
      claimants: then.map((event) => claimantsOf(event)),
    }),
    events: then,
  };
}
