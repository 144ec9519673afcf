/* What a circle of the chart holds, as a list to choose from: beside the circle, on a phone at the foot of the screen
 * (css/cluster.css). Zooming in is the second thing to do, where it shows the events apart. */
import { open as openDialog } from "../../dom/dialog.js";
import { el, symbol } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { load, want } from "../../state/data.js";
import { known } from "../../state/store.js";
import { say, text } from "../../words/i18n.js";
import { facts, several } from "../description.js";

const ID = "cluster-dialog";
const EDGE = 8; // px between the list, the circle and the edges of the screen
/** @type {ClusterList} */
let current; // what the list shows
/** @type {TimelineEvent[]} */
let texts; // the texts that it shows

const dialogOf = () => /** @type {HTMLDialogElement} */ (document.getElementById(ID));

/** An event of the list; the first one has the focus when the list opens. */
function item(row, first) {
  const choose = () => {
    const { open } = current;
    dialogOf().close();
    open(row);
  };
  const { columns } = known();
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "cluster-event", autofocus: first, dataset: { key: columns.id[row] }, onclick: choose },
      symbol(columns.kind[row], columns.status[row]),
      el("span", { class: "cluster-title", dir: "auto" }, text(load().events[row].title)),
      el("span", { class: "cluster-facts", dir: "auto" }, facts(row, current.parts.get(row))),
    ),
  );
}

function zoomIn() {
  const { zoom } = current;
  dialogOf().close();
  zoom();
}

function fill() {
  const { rows, title, zoom } = current;
  texts = load().events;
  const items = rows.map((row, index) => item(row, index === 0));
  const closer = zoom && el("button", { type: "button", class: "button", onclick: zoomIn }, say("zoom_in"));
  const foot = closer && el("div", { class: "cluster-foot" }, closer);
  return openDialog(ID, title || several(rows), el("ol", { class: "cluster-events" }, items), foot);
}

/**
 * List the events of a circle beside it.
 * @param {ClusterList} list
 * @returns {void}
 */
export function show(list) {
  current = list;
  beside(fill(), list.circle);
  want(list.rows);
}

/**
 * Texts may have come: the open list shows them.
 * @returns {void}
 */
export function refresh() {
  const dialog = dialogOf();
  if (!dialog || !dialog.open || texts === load().events) return;
  const held = heldKey(dialog);
  fill();
  giveBack(dialog, held);
}

/**
 * Put a list below a circle, or above it where there is more room, within the screen.
 * @param {HTMLElement} dialog
 * @param {{ left: number, right: number, top: number, bottom: number }} circle
 * @returns {void}
 */
export function beside(dialog, { left, right, top, bottom }) {
  const { offsetWidth: wide, offsetHeight: high } = dialog;
  const x = Math.min(Math.max((left + right - wide) / 2, EDGE), innerWidth - wide - EDGE);
  const below = innerHeight - bottom - EDGE;
  const y = below >= high + EDGE || below >= top ? bottom + EDGE : Math.max(top - EDGE - high, EDGE);
  dialog.style.setProperty("--left", `${x}px`);
  dialog.style.setProperty("--top", `${y}px`);
  dialog.style.setProperty("--room", `${Math.max(below >= top ? below - EDGE : top - 2 * EDGE, 0)}px`);
}
