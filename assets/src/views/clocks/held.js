/* What a pile of the two clocks holds, as a list to choose from. */
import { beside } from "../../chart/input/cluster.js";
import { open as openDialog } from "../../dom/dialog.js";
import { el } from "../../dom/element.js";
import { isoOf } from "../../model/days.js";
import { load } from "../../state/data.js";
import { claimant } from "../../words/claim.js";
import { counted, dayText, periodText, say, text } from "../../words/i18n.js";
import { SIGNS, STANCES } from "../panel/stances.js";
import * as words from "./words.js";

const ID = "clocks-dialog";
const PART = 200; // claims that are listed at once

const dialogOf = () => /** @type {HTMLDialogElement} */ (document.getElementById(ID));

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
 * List the claims of a pile beside its place on the screen; a press opens one in its event. Where other days than those
 * of the `window` that is shown would set them apart, the way there is offered.
 * @param {Pile} pile
 * @param {{ left: number, right: number, top: number, bottom: number }} place
 * @param {Span} window
 * @param {Actions} actions
 * @returns {void}
 */
export function show(pile, place, window, actions) {
  const list = el("ol", { class: "cluster-events" });
  const further = el("button", { type: "button", class: "button clocks-more", onclick: () => add(true) });
  const add = (/** @type {boolean} */ focused) => {
    const from = list.childElementCount;
    const items = pile.claims.slice(from, from + PART).map((claim, at) => item(claim, at === 0 && !from, actions));
    list.append(...items);
    const rest = pile.claims.length - list.childElementCount;
    further.hidden = !rest;
    further.textContent = counted("more_claims", rest);
    if (focused) items[0].querySelector("button").focus();
  };
  add(false);
  beside(openDialog(ID, heading(pile), list, further, closer(pile, window, actions)), place);
}

/** A button that shows the days of a pile alone; null where that would not set its claims apart. */
function closer({ claims }, [first, last], actions) {
  const days = claims.flatMap(({ at, said }) => [at, said]);
  const [low, high] = [Math.min(...days), Math.max(...days)];
  const some = [low - 1, high + 1].map(isoOf).join("/");
  if (claims.every(({ at, said }) => at === claims[0].at && said === claims[0].said)) return null;
  if ((high - low + 2) * 2 > last - first) return null;
  const press = () => {
    dialogOf().close();
    actions.change({ window: some, scope: undefined });
  };
  return el(
    "div",
    { class: "cluster-foot" },
    el("button", { type: "button", class: "button", onclick: press }, say("zoom_in")),
  );
}

function item(claim, first, actions) {
  const choose = () => {
    dialogOf().close();
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
