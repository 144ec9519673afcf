/* The claims of the picture as a table, by the day they were made, or by another column as its header is pressed. */
import { el } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { sorted } from "../../model/clocks.js";
import { load } from "../../state/data.js";
import { cite, claimant } from "../../words/claim.js";
import { counted, say, text } from "../../words/i18n.js";
import { SIGNS } from "../panel/stances.js";
import * as words from "./words.js";

const PART = 200; // claims that are shown at once
const SORTED = ["said", "happened", "apart"];
const COLUMNS = [...SORTED, "claim"];
const LOOKS = { true: ["descending", "▼"], false: ["ascending", "▲"], none: ["none", "↕"] }; // by `order.down`
let order = { by: "said", down: false };

function header(column, again) {
  const label = say(`clocks_col_${column}`);
  const head = { scope: "col", role: "columnheader", class: `clocks-col-${column}` };
  if (!SORTED.includes(column)) return el("th", head, label);
  const on = order.by === column;
  const [look, sign] = LOOKS[on ? String(order.down) : "none"];
  const onclick = () => {
    order = { by: column, down: on && !order.down };
    again();
  };
  const press = { type: "button", class: "sort", dataset: { key: `sort ${column}` }, onclick };
  return el(
    "th",
    { ...head, "aria-sort": look },
    el("button", press, label, el("span", { class: "sort-sign", "aria-hidden": "true" }, sign)),
  );
}

function line(claim, view, actions) {
  const { events, rows } = load();
  const opens = {
    type: "button",
    class: "link",
    dataset: { key: claim.key, eventId: rows.id[claim.row], claimId: claim.claim.id },
    "aria-expanded": String(claim.row === view.event),
    "aria-controls": "event-panel",
    onclick: () => actions.open(claim.row, claim.claim.id),
  };
  const sign = { class: `clocks-sign clocks-sign-${claim.stance}`, "aria-hidden": "true" };
  const who = [
    el("span", sign, SIGNS[claim.stance]),
    ` ${say(`stance_${claim.stance}`)} – `,
    el("bdi", {}, claimant(claim.claim)),
    claim.claim.by.length ? el("span", { class: "quiet-text" }, ` (${cite(claim.claim)})`) : null,
  ];
  return el(
    "tr",
    { role: "row", dataset: { claim: claim.key, side: claim.side } },
    el("td", { role: "cell" }, el("bdi", {}, words.said(claim))),
    el("td", { role: "cell" }, el("bdi", {}, words.happened(claim))),
    el("td", { role: "cell" }, words.apart(claim)),
    el(
      "th",
      { scope: "row", role: "rowheader" },
      el("button", opens, el("span", { dir: "auto" }, text(events[claim.row].title))),
      el("p", {}, who),
    ),
  );
}

/**
 * Fill `root` with the table of some claims.
 * @param {HTMLElement} root
 * @param {TwoDays[]} claims
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, claims, view, actions) {
  const held = heldKey(root);
  const scroll = [root.scrollLeft, root.scrollTop];
  const most = Number(root.dataset.most || PART);
  const again = () => draw(root, claims, view, actions);
  const caption = counted("clocks_table", claims.length);
  root.setAttribute("aria-label", caption);
  const head = el(
    "tr",
    { role: "row" },
    COLUMNS.map((column) => header(column, again)),
  );
  const body = sorted(claims, order.by, order.down).slice(0, most);
  const more = () => {
    root.dataset.most = String(most + PART);
    again();
  };
  const rest = claims.length - body.length;
  const look = { type: "button", class: "button clocks-more", dataset: { key: "more" }, onclick: more };
  root.replaceChildren(
    el(
      "table",
      { role: "table", "aria-label": caption }, // said in words: on a narrow screen it is laid out as a grid
      el("caption", {}, caption),
      el("thead", { role: "rowgroup" }, head),
      el(
        "tbody",
        { role: "rowgroup" },
        body.map((claim) => line(claim, view, actions)),
      ),
    ),
    ...(rest ? [el("button", look, counted("more_claims", rest))] : []),
  );
  if (scroll.some(Boolean)) [root.scrollLeft, root.scrollTop] = scroll;
  giveBack(root, held);
}
