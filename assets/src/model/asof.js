/* The record as it was known on a day: the browser's twin of timeline/query/asof.py and coverage.py. No DOM.
 *
 * Of a claim it looks at `source`, `stance`, `by`, and `shown.until`, the last day (ISO) on which it may have been
 * made. tests/vectors/asof.json runs against both. */
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
 * What some of an event's claims support; see known_status() in Python for the reasons.
 * @param {string} whole
 * @param {Claim[]} all
 * @param {Claim[]} claims
 * @returns {string}
 */
function status(whole, all, claims) {
  if (claims.length === all.length) return whole;
  const stances = new Set(claims.map((claim) => claim.stance));
  if (stances.size === 1 && stances.has("predicts")) return "predicted";
  if (stances.has("denies") && (stances.has("asserts") || stances.has("confirms"))) return "contested";
  if (whole === "established" && (stances.has("confirms") || new Set(claims.map((claim) => claim.source)).size > 1))
    return "established";
  return whole === "predicted" ? "predicted" : "reported";
}

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
 * @type {{ columns?: Columns, events?: TimelineEvent[], day?: string, state: Known } | null} */
let last = null;

/**
 * What is known on `day` ("" for today). `columns` and `events` are indexed as the full ones; `rows` are the events
 * about which anything had been asserted.
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Iso | ""} day
 * @returns {Known}
 */
export function at(columns, events, day) {
  if (!last || last.columns !== columns || last.events !== events || last.day !== day)
    last = { columns, events, day, state: known(columns, events, day) };
  return last.state;
}

/**
 * The first day on which a claim is shown, null where its day is not known. Of what is to come only predictions speak:
 * any other claim waits for the event's first day, `start`.
 * @param {Claim} claim
 * @param {Iso | null} start
 * @returns {Iso | null}
 */
export function knownFrom({ shown, stance }, start) {
  if (!shown || !shown.until) return null;
  return stance !== "predicts" && start !== null && start > shown.until ? start : shown.until;
}

/**
 * The same, without keeping the answer.
 * @param {Columns} columns
 * @param {TimelineEvent[]} events
 * @param {Iso | ""} day
 * @returns {Known}
 */
export function known(columns, events, day) {
  if (!day) return { rows: columns.id.map((_, row) => row), columns, events };
  const then = events.map((event, row) => {
    const claims = event.claims.filter((claim) => {
      const from = knownFrom(claim, columns.start[row]);
      return from !== null && from <= day;
    });
    return {
      ...event,
      claims,
      disagreements: points(event.disagreements, claims),
      status: status(columns.status[row], event.claims, claims),
    };
  });
  return {
    rows: then.map((_, row) => row).filter((row) => then[row].claims.length),
    columns: Object.assign(Object.create(columns), {
      // the others through the prototype: `text` is made only when asked for
      status: then.map((event) => event.status),
      sources: then.map((event) => unique(event.claims.map((claim) => claim.source))),
      claimants: then.map((event) => claimantsOf(event)),
    }),
    events: then,
  };
}

/**
 * @param {Claim[]} claims
 * @param {Set<string>} disputed
 * @returns {string}
 */
function stateOf(claims, disputed) {
  const stances = new Set(claims.map((claim) => claim.stance));
  const only = (/** @type {string} */ stance) => stances.size === 1 && stances.has(stance);
  if (stances.has("denies")) return "denies";
  if (only("predicts")) return "predicts";
  if (only("declines_to_comment")) return "declines";
  return claims.some((claim) => disputed.has(claim.id)) ? "differs" : "reports";
}

/**
 * {source: state} of one event, as in timeline/query/coverage.py. `group(claim)` may put sources together.
 * @param {TimelineEvent} event
 * @param {(claim: Claim) => string} [group]
 * @returns {Record<string, string>}
 */
export function coverage(event, group = (claim) => claim.source) {
  const disputed = new Set(event.disagreements.flatMap((point) => point.sides.flatMap((side) => side.claims)));
  /** @type {Record<string, Claim[]>} */
  const held = {};
  for (const claim of event.claims) (held[group(claim)] = held[group(claim)] || []).push(claim);
  return Object.fromEntries(Object.entries(held).map(([key, claims]) => [key, stateOf(claims, disputed)]));
}
