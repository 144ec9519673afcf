/* A claim as the panel shows it: who says what, and its source and passage. */
import { el } from "../../dom/element.js";
import { amountsOf } from "../../model/amounts.js";
import { dayOf as dayNumber } from "../../model/days.js";
import { load } from "../../state/data.js";
import { cite, claimant, dayOf } from "../../words/claim.js";
import { dayText, name, say, text } from "../../words/i18n.js";
import { figure as picture } from "../picture.js";
import { doubtMenu } from "./doubt.js";

const labelled = (label) => `${say("label", { label })} `;
const quotation = (quote) => el("q", { lang: quote.lang, dir: "auto", class: "quote" }, quote.text);

const FIRST_HAND = ["official", "book", "letter", "object"]; // types of sources in which the speaker speaks directly

/** What kind of source speaks, which a heading says of documents, and whether it relays somebody else or was read
 * through a reprint. */
function markers(claim, fallen) {
  const type = load().types[claim.source] === "seed" ? "" : name("type", claim.source);
  const relayed = claim.via || (claim.by.length && !FIRST_HAND.includes(load().types[claim.source]));
  return [type, relayed && say("relayed"), fallen && say("doubted")]
    .filter(Boolean)
    .map((word) => el("span", { class: "marker" }, word));
}

/**
 * A link to the public page that a claim stands on.
 * @param {Claim} claim
 * @param {string | null} [target] the window that it opens in, where that is not this one
 * @returns {HTMLElement}
 */
export const link = (claim, target = null) =>
  el(
    "a",
    { href: claim.url, target, rel: "noopener noreferrer", dir: "auto" },
    cite(claim) + (claim.via ? ` ${say("via", { name: claim.via })}` : ""),
    el("span", { "aria-hidden": "true" }, " ↗"),
    el("span", { class: "visually-hidden" }, ` (${say("opens_outside")})`),
  );

/** A link to the copy of a claim's page that an archive keeps; "" where the record names none. */
const copyOf = ({ archived }) =>
  archived
    ? el(
        "a",
        { href: archived.url, rel: "noopener noreferrer" },
        say("archived_copy", {
          date: dayText(dayNumber(archived.on), { day: "numeric", month: "long", year: "numeric" }),
        }),
        el("span", { "aria-hidden": "true" }, " ↗"),
        el("span", { class: "visually-hidden" }, ` (${say("opens_outside")})`),
      )
    : "";

function sourceLine(claim) {
  if (claim.url) return el("p", { class: "claim-source" }, link(claim), claim.archived ? " · " : "", copyOf(claim));
  if (!claim.passage) return el("p", { class: "claim-source", dir: "auto" }, cite(claim));
  const label = `${name("source", claim.source)}, ${say("passage", { n: claim.passage })}`;
  return el(
    "details",
    { class: "claim-source", dataset: { key: claim.id } },
    el("summary", { dir: "auto" }, label),
    el(
      "p",
      { class: "gist", dir: "auto" },
      labelled(say("passage_gist")),
      text(load().gists[claim.source][claim.passage]),
    ),
  );
}

/**
 * What the record notes of a claim, a misprint for one; null where it notes nothing.
 * @param {Claim} claim
 * @returns {HTMLElement | null}
 */
export const noteOf = (claim) =>
  claim.note ? el("p", { class: "note", dir: "auto" }, labelled(say("note")), text(claim.note)) : null;

/** Whom a claim relays: another claim of the event, which a button points out, or a source. */
function relays(claim, { all, shown, open }) {
  if (!claim.derives_from) return null;
  const other = all.find(({ id }) => id === claim.derives_from);
  const words = say("relays", { name: name("source", other ? other.source : claim.derives_from) });
  const here = shown.includes(other); // it may have been made later than the day shown
  return el(
    "p",
    { class: "claim-relays" },
    here ? el("button", { type: "button", class: "link", onclick: () => open(other.id) }, words) : words,
  );
}

/**
 * An event whose claims are shown.
 * @typedef {object} OpenEvent
 * @property {Claim[]} all all of its claims
 * @property {Claim[]} shown those that are shown
 * @property {Set<string>} fallen the ids of those that fall with what is doubted
 * @property {Change} change changes the view
 * @property {(claim: string) => void} open points a claim out
 */

/**
 * A claim of an event: who says what, when and where.
 * @param {Claim} claim
 * @param {OpenEvent} event
 * @returns {HTMLElement}
 */
export function claimItem(claim, event) {
  const amounts = amountsOf(claim);
  const fallen = event.fallen.has(claim.id);
  return el(
    "li",
    { class: `claim stance-${claim.stance}${fallen ? " struck" : ""}`, dataset: { claimId: claim.id } },
    el(
      "p",
      { class: "claimant" },
      el("strong", { dir: "auto" }, claimant(claim)),
      " ",
      el("bdi", { class: "claim-day" }, dayOf(claim)),
      markers(claim, fallen),
    ),
    el("p", { class: "says", dir: "auto" }, text(claim.says)),
    claim.quote ? el("p", {}, quotation(claim.quote)) : null,
    amounts.length
      ? el(
          "ul",
          { class: "claim-figures" },
          amounts.map((figure) =>
            el(
              "li",
              {},
              labelled(name("quantity", figure.quantity)),
              el("strong", { dir: "auto" }, text(figure.shown)),
            ),
          ),
        )
      : null,
    picture(claim.media),
    sourceLine(claim),
    relays(claim, event),
    noteOf(claim),
    doubtMenu(claim, event.change),
  );
}
