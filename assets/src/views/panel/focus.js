/* Where the focus goes when the event panel opens, shows another event, and closes. */
import * as panelView from "./panel.js";

let opener = null; // what had the focus when the panel opened
let sought = null; // the claim that the panel was opened at: {event, claim, fresh}, fresh until it has had the focus

/** An event is about to be opened, perhaps at one of its claims: remember where the reader comes from. */
export function leave(panel, event, claim) {
  if (!panel.contains(document.activeElement)) opener = document.activeElement;
  sought = claim && { event, claim, fresh: true };
}

/** Have the panel drawn by `fill(claim)` for an event (its id, or undefined where it closes), and put the focus where it
 * belongs; `calm` leaves it where it is when an event opens, as at the beginning. */
export function around(panel, event, calm, fill) {
  const was = panel.dataset.eventId;
  const inside = panel.contains(document.activeElement);
  const pressed = inside && [...document.activeElement.classList].find((word) => word.startsWith("panel-"));
  const claim = sought && sought.event === event ? sought.claim : null;
  const onClaim = inside && claim && document.activeElement.dataset.claimId === claim;
  fill(claim);
  beneath(event && getComputedStyle(panel).position === "fixed");
  if (claim && (sought.fresh || onClaim) && panelView.focusClaim(panel, claim)) sought.fresh = false;
  else if (event && was !== event && !calm) {
    const again = pressed && panel.querySelector(`.${pressed}:not(:disabled)`);
    (again || titleOf(panel)).focus({ preventScroll: !again });
  } else if (event && inside) {
    const again = pressed && panel.querySelector(`.${pressed}`);
    (again || titleOf(panel)).focus({ preventScroll: true });
  } else if (!event && was) back(was, inside);
}

const titleOf = (panel) => panel.querySelector("#panel-title");

/** On a small screen the panel covers the page, and the keyboard must not wander beneath it. */
function beneath(covered) {
  for (const part of document.querySelectorAll(".masthead, .content, .footer, .skip-link"))
    part.inert = Boolean(covered);
}

/** The panel has closed: back to what had the focus before, else to the event in the list. */
function back(event, inside) {
  const target =
    opener && opener.isConnected
      ? opener
      : document.querySelector(`#event-list [data-event-id="${CSS.escape(event)}"] button`);
  if (inside && target) target.focus({ preventScroll: true });
  opener = null;
}
