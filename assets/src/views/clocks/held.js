/* What a pile of the two clocks holds, as a list to choose from. */
import { beside } from "../../chart/input/cluster.js";
import { open as openDialog } from "../../dom/dialog.js";
import { el } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { claimant } from "../../words/claim.js";
import { dayText, periodText, say, text } from "../../words/i18n.js";
import { SIGNS, STANCES } from "../panel/stances.js";
import * as words from "./words.js";

const ID = "clocks-dialog";

/**
 * How many claims a pile holds, and from when to when they were made.
 * @param {Pile} pile
 * @returns {string}
 */
export function heading({ claims }) {
  const [first, last] = [claims[0].said, claims[claims.length - 1].said];
  const days = first === last ? dayText(first) : periodText([first, last]);
  return say("clocks_pile", { n: claims.length, days });
}

/**
 * How many of its claims take each stance.
 * @param {Pile} pile
 * @returns {string}
 */
export const counts = ({ claims }) =>
  STANCES.map((stance) => [stance, claims.filter((claim) => claim.stance === stance).length])
    .filter(([, n]) => n)
    .map(([stance, n]) => `${SIGNS[stance]} ${say(`stance_${stance}`)}: ${n}`)
    .join(" · ");

/**
 * List the claims of a pile beside its place on the screen; a press opens one in its event.
 * @param {Pile} pile
 * @param {{ left: number, right: number, top: number, bottom: number }} place
 * @param {Actions} actions
 * @returns {void}
 */
export function show(pile, place, actions) {
  const items = pile.claims.map((claim, index) => item(claim, index === 0, actions));
  beside(openDialog(ID, heading(pile), el("ol", { class: "cluster-events" }, items)), place);
}

function item(claim, first, actions) {
  const choose = () => {
    /** @type {HTMLDialogElement} */ (document.getElementById(ID)).close();
    actions.open(claim.row, claim.claim.id);
  };
  const look = { type: "button", class: "cluster-event", autofocus: first, onclick: choose };
  return el(
    "li",
    {},
    el(
      "button",
      { ...look, dataset: { claim: claim.key } },
      el("span", { class: `clocks-sign clocks-sign-${claim.stance}`, "aria-hidden": "true" }, SIGNS[claim.stance]),
      el("span", { class: "cluster-title", dir: "auto" }, text(load().events[claim.row].title)),
      el("span", { class: "cluster-facts", dir: "auto" }, claimant(claim.claim)),
      el("span", { class: "cluster-facts", dir: "auto" }, `${words.sentence(claim)} – ${words.apart(claim)}`),
    ),
  );
}
