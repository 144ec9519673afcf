/* The Disagreements view: every point on which the sources of the shown events differ, side by side. */
import * as choices from "../dom/choices.js";
import { all, el } from "../dom/element.js";
import { load } from "../state/data.js";
import { known, subjectOf } from "../state/store.js";
import { cite, dayOf, speakers } from "../words/claim.js";
import { counted, lang, say, text } from "../words/i18n.js";
import { documentsNote } from "./documents-note.js";
import { link, noteOf } from "./panel/claim.js";
import { block } from "./point.js";

const POINTS = ["date", "number", "wording", "attribution", "occurrence", "scope"];
const chosen = new Set(); // the kinds of point that are shown; all of them while it is empty
/** Of each place where the view stands, since a presentation has one too: the chips are built once, but the view
 * changes.
 * @type {WeakMap<HTMLElement, () => void>} */
const redraws = new WeakMap();
/** @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap(); // what its list was last drawn from

/** Every point of the rows: [{row, event, point}, …], in the order of the events. */
function pointsOf(rows) {
  const { events } = known();
  return rows.flatMap((row) => events[row].disagreements.map((point) => ({ row, event: events[row], point })));
}

/* ---- one point ---- */

/** A claim in one line: its source, who speaks, on which day; and what the record notes of it, misprints too. */
function claimLine(claim, row, actions) {
  const source = claim.url
    ? link(claim)
    : el("button", { type: "button", class: "link", onclick: () => actions.open(row, claim.id) }, cite(claim));
  return el(
    "li",
    { dataset: { source: claim.source } },
    source,
    el("span", { class: "said-by" }, speakers(claim) || say("outlet_itself"), " · ", dayOf(claim)),
    noteOf(claim),
  );
}

/** What a side rests on, in words: documents, the public record, or both. */
function restsOn(claims) {
  const { seeds } = load().settings;
  if (!seeds.length) return null; // without documents there is nothing to tell apart
  const kinds = [
    claims.some((claim) => seeds.includes(claim.source)) && "documents",
    claims.some((claim) => !seeds.includes(claim.source)) && "public",
  ];
  return el(
    "span",
    { class: "rests" },
    kinds.filter(Boolean).map((kind) => el("span", { class: `rests-on rests-on-${kind}` }, say(`rests_${kind}`))),
  );
}

function item({ row, event, point }, actions) {
  const claims = Object.fromEntries(event.claims.map((claim) => [claim.id, claim]));
  const { columns } = known();
  return el(
    "li",
    {
      class: "differing",
      dataset: { row: columns.id[row], about: point.about },
      style: `--colour: var(--kind-${columns.kind[row]})`,
    },
    el(
      "div",
      { class: "differing-event" },
      el("time", { class: "event-date" }, text(event.shown.date)),
      el(
        "button",
        { type: "button", class: "event-title", "aria-controls": "event-panel", onclick: () => actions.open(row) },
        text(event.title),
      ),
    ),
    block(point, (side) => {
      const own = side.claims.map((id) => claims[id]);
      return [
        restsOn(own),
        el(
          "ul",
          { class: "side-claims" },
          own.map((claim) => claimLine(claim, row, actions)),
        ),
      ];
    }),
  );
}

/* ---- the view ---- */

function build(root) {
  root.dataset.lang = lang();
  root.replaceChildren(
    el("div", {}, el("h2", {}, say("differ")), documentsNote()),
    el("p", { class: "points-count", role: "status" }),
    el("div", { class: "choices chips", role: "group", "aria-label": say("kind_of_point") }),
    el("ol", { class: "differing-list" }),
  );
  drawn.delete(root);
}

function drawChips(root, points, again) {
  choices.draw(root, {
    type: "checkbox",
    key: "about",
    options: POINTS.map((about) => ({
      value: about,
      label: say(`on_${about}`),
      count: points.filter(({ point }) => point.about === about).length,
      checked: chosen.has(about),
    })),
    onchange: (about, on) => {
      chosen[on ? "add" : "delete"](about);
      again();
    },
  });
}

function countLine(points) {
  const events = new Set(points.map(({ row }) => row)).size;
  return points.length ? `${counted("points", points.length)} ${counted("in_events", events)}` : say("points_none");
}

/**
 * Draw the view. Where only the open event changed, the list stays as it is, and with it the focus.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  if (root.dataset.lang !== lang()) build(root);
  const [, count, chips, list] = /** @type {any} */ (root.children);
  redraws.set(root, () => draw(root, view, actions));
  const points = pointsOf(view.rows);
  drawChips(chips, points, () => redraws.get(root)());
  const wanted = points.filter(({ point }) => !chosen.size || chosen.has(point.about));
  const now = [subjectOf(view), ...chosen].join(" ");
  if (now !== drawn.get(root)) {
    drawn.set(root, now);
    count.replaceChildren(countLine(wanted));
    list.replaceChildren(...wanted.map((each) => item(each, actions)));
  }
  const open = view.event === null ? "" : known().columns.id[view.event];
  for (const each of all(list, ":scope > li")) {
    each.classList.toggle("open", each.dataset.row === open);
    each.querySelector(".event-title").setAttribute("aria-expanded", String(each.dataset.row === open));
  }
}
