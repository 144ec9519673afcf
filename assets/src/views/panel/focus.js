/* Where the focus goes when the event panel opens, shows another event, and closes. */
import { focused } from "../../dom/focus.js";
import { focusClaim } from "./panel.js";
import * as place from "./place.js";

let opener = null; // what had the focus when the panel opened
let sought = null; // the claim that the panel was opened at: {event, claim, fresh}, fresh until it has had the focus

/**
 * An event is about to be opened, perhaps at one of its claims: remember where the reader comes from.
 * @param {HTMLElement} panel
 * @param {string} event
 * @param {string | null} claim
 * @returns {void}
 */
export function leave(panel, event, claim) {
  if (!panel.contains(document.activeElement)) opener = document.activeElement;
  sought = claim && { event, claim, fresh: true };
}

/**
 * Have the panel drawn by `fill(claim)` for an event (its id, or undefined where it closes), and put the focus where
 * it belongs; `calm` leaves it where it is when an event opens, as at the beginning.
 * @param {HTMLElement} panel
 * @param {string | undefined} event
 * @param {boolean} calm
 * @param {(claim: string | null) => void} fill
 * @returns {void}
 */
export function around(panel, event, calm, fill) {
  const before = stateOf(panel);
  const claim = sought && sought.event === event ? sought.claim : null;
  fill(claim);
  place.follow(panel, { event, before: before.event, opener });
  if (claim && (sought.fresh || before.claim === claim) && focusClaim(panel, claim)) sought.fresh = false;
  else if (!event) back(before);
  else if (before.event !== event && !calm) restore(panel, before.pressed, ":not(:disabled)");
  else if (before.inside) restore(panel, before.pressed);
}

/**
 * Once all is drawn, bring what stands for the open event into sight, where that is due.
 * @param {HTMLElement} panel
 * @returns {void}
 */
export const inSight = (panel) => place.bringIntoSight(panel, opener);

/** Where the focus is before the panel is drawn: which event the panel shows, whether the focus is `inside`, the class
 * of the button and the claim that have it. */
function stateOf(panel) {
  const activeElement = focused();
  const event = panel.dataset.eventId;
  if (!panel.contains(activeElement)) return { event, inside: false };
  const pressed = [...activeElement.classList].find((word) => word.startsWith("panel-"));
  return { event, inside: true, pressed, claim: activeElement.dataset.claimId };
}

/** Give the focus to the button that had it, drawn anew, if it `can` take it; else to the title. */
function restore(panel, pressed, can = "") {
  const again = pressed && panel.querySelector(`.${pressed}${can}:not([hidden])`);
  (again || panel.querySelector("#panel-title")).focus({ preventScroll: !(again && can) });
}

/** The panel has closed: back to what had the focus before, else to the event in the list. */
function back({ event, inside }) {
  if (!event) return;
  const inList = () => document.querySelector(`#event-list [data-event-id="${CSS.escape(event)}"] button`);
  const target = opener && opener.isConnected ? opener : inList();
  if (inside && target) target.focus({ preventScroll: true });
  opener = null;
}
