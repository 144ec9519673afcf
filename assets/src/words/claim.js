/* A claim in words: who speaks, and where it can be found. */
import { lang, name, say, text } from "./i18n.js";

/**
 * Who speaks, in words; nothing where only the outlet itself does.
 * @param {Pick<Claim, "by">} claim
 * @returns {string}
 */
export const speakers = (claim) =>
  claim.by.length
    ? new Intl.ListFormat(lang(), { type: "conjunction" }).format(claim.by.map((actor) => name("actor", actor)))
    : "";

/**
 * Who speaks, in words; the outlet where nobody else does.
 * @param {Claim} claim
 * @returns {string}
 */
export const claimant = (claim) => speakers(claim) || `${name("source", claim.source)} (${say("outlet_itself")})`;

/**
 * The day on which it was made, in words.
 * @param {Claim} claim
 * @returns {string}
 */
export const dayOf = ({ shown }) => (shown ? text(shown.day) : say("undated"));

/**
 * A claim's source in short, with the paragraph or the place in it where it has one.
 * @param {Pick<Claim, "source" | "passage" | "locator">} claim
 * @returns {string}
 */
export const cite = (claim) => {
  const passage = claim.passage ? `\u00a0§\u00a0${claim.passage}` : "";
  return [name("source", claim.source) + passage, claim.locator].filter(Boolean).join(", ");
};
