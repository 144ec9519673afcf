/* Claims by voice: who speaks, on which day, and what that does stand once; below it what each source has of it. So a
 * class sees that several reports of one voice are one voice. */
import { el } from "../../dom/element.js";
import { amountsOf } from "../../model/amounts.js";
import { whoSays } from "../../views/said.js";
import { cite, claimant, dayOf } from "../../words/claim.js";
import { text } from "../../words/i18n.js";

/** The numbers in a text, as digits alone. */
const numbers = (/** @type {string} */ words) =>
  (words.match(/\d(?:[\d\s.,]*\d)?/g) || []).map((number) => number.replace(/\D/g, ""));

/** The figures of a claim, in words; those whose numbers its own words have already are left out. */
function figures(claim) {
  const told = numbers(text(claim.says));
  return amountsOf(claim)
    .map(({ shown }) => text(shown))
    .filter((shown) => !numbers(shown).length || numbers(shown).some((number) => !told.includes(number)));
}

/**
 * What a source has of it: what it says, its figures, where it stands.
 * @param {Claim} claim
 * @returns {HTMLElement}
 */
function says(claim) {
  const { quote } = claim;
  const amounts = figures(claim);
  return el(
    "li",
    { class: "said", dataset: { claimId: claim.id } },
    el("span", { class: "said-words", dir: "auto" }, text(claim.says)),
    quote ? [" ", el("q", { lang: quote.lang, dir: "auto", class: "quote" }, quote.text)] : null,
    amounts.length ? [" (", el("strong", { class: "said-figure", dir: "auto" }, amounts.join("; ")), ")"] : null,
    " ",
    el("span", { class: "said-where", dir: "auto" }, `–\u2060\u00a0${cite(claim)}`),
  );
}

/** A voice, and what it says. */
function voice(claims, fresh) {
  const [first] = claims;
  return el(
    "li",
    { class: `voice stance-${first.stance}`, dataset: { fresh: fresh || null } },
    whoSays(first, claimant(first), fresh),
    el("ul", { class: "voice-says" }, claims.map(says)),
  );
}

/**
 * Claims as a list of voices, in the order of their first claims. `isFresh` tells which claims are marked as new.
 * @param {Claim[]} claims
 * @param {(claim: Claim) => boolean} [isFresh]
 * @returns {HTMLElement}
 */
export function voices(claims, isFresh = () => false) {
  /** @type {Map<string, Claim[]>} */
  const by = new Map();
  for (const claim of claims) {
    const key = [claimant(claim), dayOf(claim), claim.stance, isFresh(claim)].join("\n");
    by.set(key, [...(by.get(key) || []), claim]);
  }
  return el(
    "ol",
    { class: "saids" },
    [...by.values()].map((some) => voice(some, isFresh(some[0]))),
  );
}
