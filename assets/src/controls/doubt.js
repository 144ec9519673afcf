/* What a doubt changes, below the count: each event that has another status, with the reason. It comes when somebody
 * first doubts a source or a claimant. */
import { lessons } from "../classroom/lesson.js";
import { el } from "../dom/element.js";
import { giveBack, heldKey } from "../dom/focus.js";
import * as reckoning from "../model/asof.js";
import { struck } from "../model/doubt.js";
import { load } from "../state/data.js";
import { changed } from "../state/doubted.js";
import { knownOn, learn } from "../state/store.js";
import { changeText, changesText } from "../words/changed.js";
import { lang, say, text } from "../words/i18n.js";
import { list } from "./doubted-list.js";

learn(reckoning);

/** @typedef {{ claims: Claim[], fallen: Set<string>, change: string }} Doubted */

const NARROW = 640; // px below which the events stand folded away at first
let drawn = ""; // what stands there

/**
 * A promise that its words are here: they come with those of the classroom.
 * @returns {Promise<any>}
 */
export const prepare = () => lessons();

/** An event that changes: a button that opens it, and what changes. */
function line(change, actions) {
  const { row } = change;
  const { rows, events } = load();
  const open = { type: "button", class: "link", dataset: { key: rows.id[row] }, onclick: () => actions.open(row) };
  return el(
    "li",
    { dataset: { row: rows.id[row] } },
    el("time", { class: "event-date", dir: "auto" }, text(events[row].shown.date)),
    el("button", { ...open, dir: "auto", "aria-controls": "event-panel" }, text(events[row].title)),
    el("span", { class: "doubt-why" }, changeText(change)),
  );
}

/**
 * Draw what changes into `root`; nothing where nothing is doubted.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, { doubt, asof }, actions) {
  const found = changed();
  const now = doubt.length ? JSON.stringify([lang(), doubt, asof, found]) : "";
  if (now === drawn) return;
  drawn = now;
  const before = root.querySelector("details");
  const open = before ? before.open : innerWidth >= NARROW;
  const held = heldKey(root);
  root.replaceChildren(...(doubt.length ? content(found, open, actions) : []));
  giveBack(root, held);
}

function content(found, open, actions) {
  const heading = el("strong", {}, changesText(found));
  if (!found.length) return [el("p", {}, heading)];
  const items = found.map((change) => line(change, actions));
  const note = el("p", { class: "quiet-text" }, say("doubt_note"));
  return [el("details", { open }, el("summary", {}, heading), ...list(items, changesText(found)), note)];
}

/**
 * What a doubt does to one event: its claims with those that fall, and what changes in words ("" for nothing).
 * @param {Row} row
 * @param {Pick<View, "doubt" | "asof">} view
 * @returns {Doubted}
 */
export function ofEvent(row, { doubt, asof }) {
  const { claims } = knownOn(asof).events[row];
  const change = changed().find((one) => one.row === row);
  return { claims, fallen: struck(load().events[row].claims, doubt), change: change ? changeText(change) : "" };
}
