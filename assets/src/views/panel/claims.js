/* The claims of an event: those of the documents, then those that they were checked against. Of many the first stand
 * open, and none of the stances is folded away whole. */
import { el } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { ofDocuments } from "../../words/documents.js";
import { counted, say } from "../../words/i18n.js";
import { claimItem } from "./claim.js";
import { SIGNS, STANCES } from "./stances.js";

const OPEN = 3;

/**
 * The claims that stand open: one of each stance, then the first ones, three or more in all. All of them where only one
 * would be left.
 * @param {Claim[]} claims
 * @returns {Claim[]}
 */
export function opened(claims) {
  const open = new Set(STANCES.flatMap((stance) => claims.filter((claim) => claim.stance === stance).slice(0, 1)));
  for (const claim of claims) if (open.size < OPEN) open.add(claim);
  return open.size + 1 >= claims.length ? claims : claims.filter((claim) => open.has(claim));
}

/** Claims by stance: a heading and a list for each that there is. */
function byStance(claims, event) {
  return STANCES.flatMap((stance) => {
    const own = claims.filter((claim) => claim.stance === stance);
    if (!own.length) return [];
    const sign = el("span", { "aria-hidden": "true" }, `${SIGNS[stance]} `);
    const items = own.map((claim) => claimItem(claim, event));
    return [
      el("h4", { class: `stance stance-${stance}` }, sign, say(`stance_${stance}`)),
      el("ol", { class: "claims" }, items),
    ];
  });
}

/**
 * Claims by stance, the rest of many folded away. `event` holds all of its claims, those that are shown, and what
 * points one of them out.
 * @param {Claim[]} claims
 * @param {import("./claim.js").OpenEvent} event
 * @param {string} key by which the fold is known when the panel is drawn again
 * @returns {HTMLElement[]}
 */
export function folded(claims, event, key) {
  const open = opened(claims);
  const rest = claims.filter((claim) => !open.includes(claim));
  if (!rest.length) return byStance(claims, event);
  const more = el("summary", {}, counted("more_claims", rest.length));
  return [
    ...byStance(open, event),
    el("details", { class: "more-claims", dataset: { key } }, more, byStance(rest, event)),
  ];
}

/**
 * Who says so: a section each for the documents, where the record has any, and for the rest. `fill(claims, key)` gives
 * what a section shows.
 * @param {Claim[]} claims those that are known on the day shown
 * @param {boolean} asof whether that is a day in the past
 * @param {(claims: Claim[], key: string) => Child} fill
 * @returns {(HTMLElement | null)[]}
 */
export function sections(claims, asof, fill) {
  const { seeds } = load().settings;
  const isDocument = (claim) => seeds.includes(claim.source);
  const [inDocuments, elsewhere] = [claims.filter(isDocument), claims.filter((claim) => !isDocument(claim))];
  const section = (heading, content) => el("section", { class: "sayings" }, el("h3", {}, heading), content);
  const none = () => el("p", { class: "quiet-text" }, say(asof ? "no_documents_yet" : "no_documents"));
  const heading = say(seeds.length ? "checked_against" : "who_says");
  return [
    seeds.length
      ? section(ofDocuments("the_documents"), inDocuments.length ? fill(inDocuments, "documents") : none())
      : null,
    elsewhere.length ? section(heading, fill(elsewhere, "elsewhere")) : null,
  ];
}
