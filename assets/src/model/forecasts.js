/* Each prediction beside what the record says came of it: the browser's twin of timeline/query/forecasts.py. No DOM. */

/** @typedef {"differs" | "recorded" | "unrecorded"} How */
/** @typedef {object} Forecast
 * @property {Row} row the event that holds it
 * @property {Claim} claim
 * @property {[string, string][]} claims the ids (event, claim) of all that cite the same words
 * @property {Row[]} outcome the events that tell what came of it
 * @property {Disagreement | null} point on which others differ from it
 * @property {How} how
 */

const WHAT_CAME = ["date", "occurrence", "number"];

/**
 * The predictions of some events, in order; what is not known tells no outcome.
 * @param {Row[]} rows
 * @param {Known} known
 * @returns {Forecast[]}
 */
export function forecasts(rows, known) {
  const there = new Map(known.rows.map((row) => [known.columns.id[row], row]));
  /** @type {Map<string, { row: Row, claim: Claim }[]>} */
  const found = new Map();
  for (const row of rows)
    for (const claim of known.events[row].claims.filter(({ stance }) => stance === "predicts")) {
      const { source, passage, url, by, outcome } = claim;
      const key = JSON.stringify([source, passage, url, by, outcome]);
      found.set(key, [...(found.get(key) || []), { row, claim }]);
    }
  return [...found.values()].map((cited) => forecast(cited, known, there));
}

/**
 * @param {{ row: Row, claim: Claim }[]} cited
 * @param {Known} known
 * @param {Map<string, Row>} there
 * @returns {Forecast}
 */
function forecast(cited, { columns, events }, there) {
  const { row, claim } = cited.find((one) => columns.status[one.row] === "predicted") || cited[0];
  const outcome = (claim.outcome || []).flatMap((id) => there.get(id) ?? []);
  const point = cited.map((one) => differs(events[one.row], one.claim)).find(Boolean) || null;
  const recorded = outcome.length ? "recorded" : "unrecorded";
  return {
    row,
    claim,
    claims: cited.map((one) => [columns.id[one.row], one.claim.id]),
    outcome,
    point,
    how: point ? "differs" : recorded,
  };
}

/**
 * The first point on which a side that doesn't hold the prediction says something else than another prediction.
 * @param {TimelineEvent} event
 * @param {Claim} claim
 * @returns {Disagreement | undefined}
 */
function differs({ claims, disagreements }, { id }) {
  const predicted = claims.filter(({ stance }) => stance === "predicts").map((one) => one.id);
  return disagreements.find(({ about, sides }) => {
    const others = sides.filter((side) => !side.claims.includes(id));
    const differ = others.some((side) => side.claims.some((one) => !predicted.includes(one)));
    return WHAT_CAME.includes(about) && others.length < sides.length && differ;
  });
}
