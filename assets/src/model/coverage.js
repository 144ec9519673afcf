/* What each source says of an event, in one word: the browser's twin of timeline/query/coverage.py. No DOM. */

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
