/* The view Predictions: each one beside what the record says came of it. No score, no verdict. */
import { lessons } from "../classroom/lesson.js";
import { all, el } from "../dom/element.js";
import { forecasts } from "../model/forecasts.js";
import { load } from "../state/data.js";
import { known, subjectOf } from "../state/store.js";
import { cite, claimant, dayOf } from "../words/claim.js";
import { counted, lang, name, say, text } from "../words/i18n.js";
import { dateOf } from "./date.js";
import * as nothing from "./nothing.js";

/** @typedef {import("../model/forecasts.js").Forecast} Forecast */

/** @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap(); // what each place was last drawn from

/**
 * A promise that the view's words are here: they come with those of the classroom.
 * @returns {Promise<any>}
 */
export const prepare = () => lessons();

/** A link to a claim, or to an event.
 * @param {string} words
 * @param {() => void} onclick */
const link = (words, onclick) =>
  el("button", { type: "button", class: "link", dir: "auto", "aria-controls": "event-panel", onclick }, words);

/**
 * An event that tells what came of it: its day, its title, its status.
 * @param {Row} row
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function told(row, actions) {
  const { columns, events } = known();
  return el(
    "li",
    { dataset: { outcome: columns.id[row] } },
    el("time", { class: "event-date", dir: "auto" }, dateOf(events[row])),
    link(text(events[row].title), () => actions.open(row)),
    el("span", { class: "forecast-status" }, name("status", columns.status[row])),
  );
}

/**
 * @param {Forecast} forecast
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function line({ row, claim, outcome, point, how }, actions) {
  const cell = (/** @type {string} */ label, /** @type {Child[]} */ ...inside) =>
    el("td", { role: "cell" }, el("span", { class: "forecast-label", "aria-hidden": "true" }, say(label)), ...inside);
  return el(
    "tr",
    { role: "row", dataset: { row: load().rows.id[row], claim: claim.id, how } },
    cell("forecasts_said", el("bdi", {}, dayOf(claim))),
    cell(
      "forecasts_foreseen",
      el("strong", { dir: "auto" }, claimant(claim)),
      el("p", { dir: "auto" }, text(claim.says)),
      link(cite(claim), () => actions.open(row, claim.id)),
    ),
    cell(
      "forecasts_recorded",
      outcome.length
        ? el(
            "ul",
            {},
            outcome.map((one) => told(one, actions)),
          )
        : null,
      point ? el("p", {}, say("forecasts_differs", { sentence: text(point.sentence) })) : null,
      how === "unrecorded" ? el("p", { class: "quiet-text" }, say("forecasts_unrecorded")) : null,
    ),
  );
}

/**
 * @param {Forecast[]} found
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function table(found, actions) {
  const head = (/** @type {string} */ key) => el("th", { scope: "col", role: "columnheader" }, say(key));
  return el(
    "table",
    { class: "forecasts", role: "table", "aria-labelledby": "forecasts-title" },
    el(
      "thead",
      { role: "rowgroup" },
      el("tr", { role: "row" }, ["forecasts_said", "forecasts_foreseen", "forecasts_recorded"].map(head)),
    ),
    el(
      "tbody",
      { role: "rowgroup" },
      found.map((one) => line(one, actions)),
    ),
  );
}

/**
 * Draw the view. Where only the open event changed, the table stays as it is, and with it the focus.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  const now = lang() + subjectOf(view);
  if (now !== drawn.get(root) || !view.rows.length) {
    drawn.set(root, now);
    root.replaceChildren(
      el("h2", { id: "forecasts-title" }, say("forecasts_heading")),
      ...body(forecasts(view.rows, known()), view, actions),
    );
  }
  const open = view.event === null ? "" : known().columns.id[view.event];
  for (const tr of all(root, "tbody tr")) tr.classList.toggle("open", tr.dataset.row === open);
}

/**
 * @param {Forecast[]} found
 * @param {View} view
 * @param {Actions} actions
 * @returns {Node[]}
 */
function body(found, view, actions) {
  if (!view.rows.length) return [el("div", { class: "none" }, nothing.message(actions, "main"))];
  if (!found.length) return [el("p", {}, say("forecasts_none"))];
  const count = el("p", { class: "forecasts-count", role: "status" }, counted("forecasts", found.length));
  return [el("p", { class: "quiet-text" }, say("forecasts_note")), count, table(found, actions)];
}
