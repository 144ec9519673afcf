/* What supports a status: the browser's twin of timeline/record/support.py, which says it in words. No DOM.
 * tests/vectors/support.json runs against both. */
import { origins } from "./origins.js";

/** @typedef {Pick<Claim, "id" | "source" | "stance" | "by" | "derives_from">} Said */
/** @typedef {{ about: string, sides: { claims: string[] }[] }} Point */
/** @typedef {{ status: string, claims: Said[], disagreements: Point[] }} Judged */
/** @typedef {object} Standing
 * @property {string[]} origins those of the claims that state it
 * @property {boolean} confirmed
 * @property {boolean} denied
 * @property {boolean} divided origins differ on whether or when
 * @property {boolean} predicted
 */

const STATING = ["asserts", "confirms"];
const TAKING_A_SIDE = [...STATING, "denies"];
const WHETHER_OR_WHEN = ["occurrence", "date"];

/** By status: what it can rest on, any one of these. @type {Record<string, ((it: Standing) => boolean)[]>} */
const SUPPORTS = {
  established: [(it) => it.confirmed, (it) => it.origins.length > 1 && !it.denied],
  contested: [(it) => it.denied && it.origins.length > 0, (it) => it.divided],
  reported: [(it) => it.origins.length > 0],
  predicted: [(it) => it.predicted],
};
/** By the status that all claims have: what some of them can leave. @type {Record<string, string[]>} */
const LEFT = {
  established: ["established", "contested", "reported", "predicted"],
  contested: ["contested", "reported", "predicted"],
  reported: ["reported", "predicted"],
  predicted: ["predicted"],
};

/**
 * What some of an event's claims come to. `speech` is true where the event is a statement.
 * @param {Judged} event
 * @param {Said[]} claims
 * @param {boolean} speech
 * @returns {Standing}
 */
export function standing(event, claims, speech) {
  const stating = claims.filter(({ stance }) => STATING.includes(stance) || (speech && stance !== "predicts"));
  const has = (/** @type {string} */ stance) => claims.some((claim) => claim.stance === stance);
  return {
    origins: origins(stating, event.claims).origins,
    confirmed: has("confirms") && !speech,
    denied: has("denies") && !speech,
    divided: divided(event, claims),
    predicted: has("predicts"),
  };
}

/**
 * Whether a status can rest on what the claims come to.
 * @param {string} status
 * @param {Standing} found
 * @returns {boolean}
 */
export const supports = (status, found) => SUPPORTS[status].some((support) => support(found));

/**
 * What some of an event's claims support: never more than what all of them do, null where nothing is left.
 * @param {Judged} event
 * @param {Said[]} claims
 * @param {boolean} speech
 * @returns {string | null}
 */
export function statusLeft(event, claims, speech) {
  if (claims.length === event.claims.length) return event.status;
  const found = standing(event, claims, speech);
  return LEFT[event.status].find((status) => supports(status, found)) || null;
}

/**
 * Why some of an event's claims leave another status than all of them do, in one word.
 * @param {Judged} event
 * @param {Said[]} claims
 * @param {string | null} left
 * @returns {string}
 */
export function reasonLeft(event, claims, left) {
  if (left === null && !claims.length) return "nothing";
  if (left === null) return event.status === "predicted" ? "unpredicted" : "unstated";
  if (left === "reported") return event.status === "established" ? "one_origin" : "undisputed";
  return left === "contested" ? "denied" : "forecast";
}

/**
 * Whether two sides on whether or when it happened are left that don't lead back to one origin.
 * @param {Judged} event
 * @param {Said[]} claims
 * @returns {boolean}
 */
function divided(event, claims) {
  const byId = new Map(claims.filter(({ stance }) => TAKING_A_SIDE.includes(stance)).map((one) => [one.id, one]));
  return event.disagreements.some(({ about, sides }) => {
    const held = sides.map((side) => side.claims.flatMap((id) => byId.get(id) || [])).filter((side) => side.length);
    return WHETHER_OR_WHEN.includes(about) && held.length > 1 && origins(held.flat(), event.claims).origins.length > 1;
  });
}
