/* How many sources stand behind some claims, and how many independent origins: the browser's twin of
 * timeline/record/origins.py. No DOM. tests/vectors/origins.json runs against both. */

/** @typedef {Pick<Claim, "id" | "source" | "derives_from">} Derived */

/**
 * The id of the source that a claim leads back to. (`check` refuses circles; here one ends where it begins.)
 * @param {Derived} claim
 * @param {Map<string, Derived>} byId
 * @returns {string}
 */
function originOf(claim, byId) {
  const passed = new Set([claim.id]);
  let other = byId.get(claim.derives_from || "");
  while (other && !passed.has(other.id)) {
    claim = other;
    passed.add(claim.id);
    other = byId.get(claim.derives_from || "");
  }
  return !claim.derives_from || passed.has(claim.derives_from) ? claim.source : claim.derives_from;
}

/**
 * The sources and origins of claims of one event: ids of sources, each once, in the order of the claims. `known` is
 * true where one of the claims says what it derives from. Where `claims` are only some of the event's, `event` holds
 * all of them, so that a claim can derive from one that is left out.
 * @param {Derived[]} claims
 * @param {Derived[]} [event]
 * @returns {{ sources: string[], origins: string[], known: boolean }}
 */
export function origins(claims, event = []) {
  const byId = new Map([...event, ...claims].map((claim) => [claim.id, claim]));
  return {
    sources: [...new Set(claims.map((claim) => claim.source))],
    origins: [...new Set(claims.map((claim) => originOf(claim, byId)))],
    known: claims.some((claim) => claim.derives_from),
  };
}
