/* The buttons at the head of the panel. They stay in sight, and are found again by their class when they are drawn. */
import { el } from "../../dom/element.js";
import { current, isInWindow } from "../../state/store.js";
import { say } from "../../words/i18n.js";
import * as place from "./place.js";

/** A button that shows a sign and has its meaning as its name. */
const tool = (key, sign, attributes) =>
  el(
    "button",
    { type: "button", class: `button icon panel-${key}`, "aria-label": say(key), title: say(key), ...attributes },
    el("span", { "aria-hidden": "true" }, sign),
  );

/** Whether the view has the event and the chart does not show it: it lies elsewhere in time, or there is no chart. */
const isElsewhere = (row, order) =>
  order.includes(row) && ((current().view || "timeline") !== "timeline" || !isInWindow(row));

/** Make the sheet of a phone as high as the screen, and back. */
function taller(root) {
  const words = () => say(place.isHigh(root) ? "lower" : "taller");
  const button = tool("taller", "", {
    onclick: () => {
      place.setTall(root, !place.isHigh(root));
      name();
    },
  });
  const name = () => {
    button.firstChild.textContent = place.isHigh(root) ? "▾" : "▴";
    for (const attribute of ["aria-label", "title"]) button.setAttribute(attribute, words());
  };
  name();
  return button;
}

/**
 * Previous and next event of the view (`order`), the way to its mark, where the panel lies, and close.
 * @param {HTMLElement} root the panel
 * @param {Row} row
 * @param {Row[]} order
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function tools(root, row, order, actions) {
  const here = order.indexOf(row);
  const to = (key, sign, at) => {
    const target = here < 0 ? undefined : order[at];
    return tool(key, sign, { disabled: target === undefined, onclick: () => actions.open(target) });
  };
  const show = () => {
    place.want("mark");
    actions.showRow(row);
  };
  return el(
    "div",
    { class: "panel-tools" },
    to("previous", "←", here - 1),
    to("next", "→", here + 1),
    el(
      "button",
      { type: "button", class: "button panel-show", hidden: !isElsewhere(row, order), onclick: show },
      say("show_in_timeline"),
    ),
    el("span", { class: "spacer" }),
    tool("other_side", "⇄", { onclick: () => place.turn(root) }),
    taller(root),
    tool("close", "✕", { onclick: actions.close }),
  );
}

/**
 * The window has moved: offer the way to the event's mark, or no longer. The focus does not get lost with it.
 * @param {HTMLElement} root the panel
 * @param {View} view
 * @returns {void}
 */
export function follow(root, { event: row, rows: order }) {
  const show = /** @type {HTMLElement | null} */ (root.querySelector(".panel-show"));
  if (!show || row === null) return;
  const had = document.activeElement === show;
  show.hidden = !isElsewhere(row, order);
  const title = /** @type {HTMLElement} */ (root.querySelector("#panel-title"));
  if (had && show.hidden) title.focus({ preventScroll: true });
}
