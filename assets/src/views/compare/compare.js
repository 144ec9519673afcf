/* The view Compare: two sources, or the record on two days, side by side on the same events. */
import { lessons } from "../../classroom/lesson.js";
import * as choices from "../../dom/choices.js";
import { all, el } from "../../dom/element.js";
import * as model from "../../model/compare.js";
import { load } from "../../state/data.js";
import { current, known, subjectOf } from "../../state/store.js";
import { counted, lang, say } from "../../words/i18n.js";
import * as nothing from "../nothing.js";
import * as choosers from "./choosers.js";
import { howText, table } from "./table.js";

/** @typedef {import("../../model/compare.js").How} How */
/** @typedef {import("../../model/compare.js").What} What */
/** @typedef {import("../../model/compare.js").Compared | import("../../model/compare.js").ComparedDays} Line */

const PART = 60; // events that are shown at once
/** @type {Record<What, How[]>} */
const HOW = { sources: ["differ", "both", "left", "right"], days: ["status", "claims", "event", "same"] };
/** @type {Set<How>} */
const chosen = new Set(); // of those events that are shown; all of them while it is empty
/** Of each place where the view stands, since a presentation has one too: how many events are shown, what the table was
 * last drawn from, and how to draw it again; the chips are built once, but the view changes.
 * @typedef {{ most: number, drawn: string, redraw: () => void }} Place
 * @type {WeakMap<HTMLElement, Place>} */
const places = new WeakMap();
const placeOf = (/** @type {HTMLElement} */ root) => /** @type {Place} */ (places.get(root));
/** @type {{ of: unknown[], pairs: Record<What, model.Pair | null> }} */
let usual = { of: [], pairs: { sources: null, days: null } };

/**
 * A promise that the view's words are here: they come with those of the classroom.
 * @returns {Promise<any>}
 */
export const prepare = () => lessons();

/** What is compared where nobody chose: of the whole record, so that no filter changes it. */
function usualPairs() {
  const { events, rows, record } = load();
  if (usual.of[0] !== events) {
    const pairs = { sources: model.usualSources(rows.sources), days: model.usualDays(events, record.day) };
    usual = { of: [events], pairs };
  }
  return usual.pairs;
}

/**
 * The events of a comparison.
 * @param {Row[]} rows
 * @param {What} what
 * @param {model.Pair} sides
 * @returns {Line[]}
 */
function linesOf(rows, what, sides) {
  const { rows: columns, events } = load();
  return what === "days"
    ? model.byDay(rows, columns, events, sides, current().doubt)
    : model.bySource(rows, known().events, sides);
}

/**
 * Events by how both sides stand to each other: what differs first.
 * @param {What} what
 * @param {Line[]} lines
 * @returns {Line[][]}
 */
const groups = (what, lines) =>
  HOW[what].map((how) => lines.filter((line) => line.how === how)).filter((group) => group.length);

/**
 * @param {HTMLElement} root
 * @param {What} what
 * @param {Line[]} lines
 * @param {model.Pair} sides
 * @param {() => void} redraw
 */
function drawChips(root, what, lines, sides, redraw) {
  choices.draw(root, {
    type: "checkbox",
    key: `compare-${what}`,
    options: HOW[what].map((how) => ({
      value: how,
      label: howText(how, sides),
      count: lines.filter((line) => line.how === how).length,
      checked: chosen.has(how),
    })),
    onchange: (how, on) => {
      chosen[on ? "add" : "delete"](/** @type {How} */ (how));
      redraw();
    },
  });
}

/**
 * The rest of a long table, a part at a time.
 * @param {HTMLElement} root
 * @param {number} left
 * @returns {HTMLElement | null}
 */
function more(root, left) {
  if (left <= 0) return null;
  const press = () => {
    const place = placeOf(root);
    const first = place.most;
    place.most += PART;
    place.redraw();
    all(root, "tbody .event-title")[first].focus();
  };
  const words = say("list_more", { n: Math.min(left, PART), rest: left });
  return el("button", { type: "button", class: "button list-more", onclick: press }, words);
}

/**
 * What stands below the choosers and chips: a sentence and the table, or why there is none.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @param {{ what: What, lines: Line[], sides: model.Pair, mixed: boolean }} compared
 * @returns {Child[]}
 */
function body(root, view, actions, { what, lines, sides, mixed }) {
  if (!view.rows.length) return [el("div", { class: "none" }, nothing.message(actions, "main"))];
  const { most } = placeOf(root);
  const wanted = groups(what, lines)
    .flat()
    .filter(({ how }) => !chosen.size || chosen.has(how));
  const notes = [mixed && say("compare_mixed"), sides[0] === sides[1] && say("compare_alike")].filter(Boolean);
  const note = (/** @type {string} */ words) => el("p", { class: "compare-note" }, words);
  return [
    ...notes.map(note),
    what === "days" ? note(say("asof_note")) : null,
    el("p", { class: "compare-count", role: "status" }, counted("compare_events", wanted.length)),
    wanted.length ? table(what, groups(what, wanted.slice(0, most)), sides, actions) : null,
    more(root, wanted.length - most),
  ];
}

/** @param {HTMLElement} root */
function build(root) {
  root.dataset.lang = lang();
  root.replaceChildren(
    el("h2", {}, say("compare_heading")),
    el("div", { class: "compare-choosers" }),
    el("div", { class: "choices chips", role: "group", "aria-label": say("compare_how") }),
    el("div", { class: "compare-body" }),
  );
  places.set(root, { most: PART, drawn: "", redraw: () => {} });
}

/**
 * Draw the view. Where only the open event changed, the table stays as it is, and with it the focus.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  if (root.dataset.lang !== lang()) build(root);
  const [, form, chips, place] = /** @type {any} */ (root.children);
  const own = placeOf(root);
  own.redraw = () => draw(root, view, actions);
  const pairs = usualPairs();
  const spec = current();
  const what = /** @type {What} */ ([model.whatOf(spec), "sources", "days"].find((some) => pairs[some]));
  const pair = /** @type {model.Pair} */ (pairs[what]); // a record without one does not offer the view
  const { sides, mixed } = model.sidesOf(spec, pair);
  for (const how of chosen) if (!HOW[what].includes(how)) chosen.delete(how);
  choosers.draw(form, { what, sides, pairs }, actions);
  const lines = linesOf(view.rows, what, sides);
  drawChips(chips, what, lines, sides, () => placeOf(root).redraw());
  const subject = JSON.stringify([subjectOf(view), what, sides, mixed, [...chosen]]);
  if (place.dataset.subject !== subject) own.most = PART;
  place.dataset.subject = subject;
  const now = `${subject} ${own.most}`;
  if (now !== own.drawn) place.replaceChildren(...shown(body(root, view, actions, { what, lines, sides, mixed })));
  own.drawn = now;
  mark(place, view.event);
}

/**
 * @param {Child[]} children
 * @returns {Node[]}
 */
const shown = (children) => /** @type {Node[]} */ (children.filter(Boolean));

/**
 * Mark the open event.
 * @param {HTMLElement} place
 * @param {Row | null} event
 */
function mark(place, event) {
  const open = event === null ? "" : known().columns.id[event];
  for (const line of all(place, ".compare-event")) {
    const title = /** @type {HTMLElement} */ (line.querySelector(".event-title"));
    line.classList.toggle("open", line.dataset.row === open);
    title.setAttribute("aria-expanded", String(line.dataset.row === open));
  }
}
