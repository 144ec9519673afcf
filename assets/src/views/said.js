/* A claim in a few lines, to be read from the last row: who, when, what it does, what it says, its figures, and where
 * it stands, as a button that opens it. */
import { el } from "../dom/element.js";
import { amountsOf } from "../model/amounts.js";
import { cite, claimant, dayOf, speakers } from "../words/claim.js";
import { name, say, text } from "../words/i18n.js";
import { capital } from "../words/numbers.js";
import { SIGNS } from "./panel/stances.js";

/**
 * Who speaks, on which day, and what that does: the first line of a claim. `fresh` marks it as new.
 * @param {Claim} claim
 * @param {string} speaker
 * @param {boolean} fresh
 * @returns {HTMLElement}
 */
export const whoSays = (claim, speaker, fresh) =>
  el(
    "p",
    { class: "said-who" },
    fresh ? [el("span", { class: "said-new" }, say("compare_new")), " "] : null,
    el("strong", { dir: "auto" }, speaker),
    " ",
    el("bdi", { class: "said-day" }, dayOf(claim)),
    " ",
    el(
      "span",
      { class: "said-stance" },
      el("span", { "aria-hidden": "true" }, `${SIGNS[claim.stance]} `),
      say(`stance_${claim.stance}`).toLowerCase(),
    ),
  );

/**
 * A claim, as an item of a list. `fresh` marks it as new; `own` is true where its source is named above already;
 * `open()` opens it in the panel, without it no button is there.
 * @param {Claim} claim
 * @param {{ fresh?: boolean, own?: boolean, open?: () => void }} [options]
 * @returns {HTMLElement}
 */
export function said(claim, { fresh = false, own = false, open } = {}) {
  const figures = amountsOf(claim).map((figure) =>
    el(
      "li",
      {},
      `${capital(say("label", { label: name("quantity", figure.quantity) }))} `,
      el("strong", { dir: "auto" }, text(figure.shown)),
    ),
  );
  const place = cite(claim);
  return el(
    "li",
    { class: `said stance-${claim.stance}`, dataset: { claimId: claim.id, fresh: fresh || null } },
    whoSays(claim, own ? speakers(claim) || say("outlet_itself") : claimant(claim), fresh),
    el("p", { class: "said-words", dir: "auto" }, text(claim.says)),
    claim.quote
      ? el("p", {}, el("q", { lang: claim.quote.lang, dir: "auto", class: "quote" }, claim.quote.text))
      : null,
    figures.length ? el("ul", { class: "said-figures" }, figures) : null,
    el(
      "p",
      { class: "said-where" },
      open ? el("button", { type: "button", class: "link", dir: "auto", onclick: open }, place) : place,
    ),
  );
}
