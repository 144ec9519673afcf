/* The Sources view: events in time order against the documents and the public pages. A cell opens the claim. */
import * as choices from "../../dom/choices.js";
import { all, el } from "../../dom/element.js";
import { focused, giveBack, heldKey } from "../../dom/focus.js";
import { load } from "../../state/data.js";
import { known, shown as shownNow, subjectOf } from "../../state/store.js";
import { lang, name, say } from "../../words/i18n.js";
import { originsOf } from "../../words/origins.js";
import { documentsNote } from "../documents-note.js";
import * as nothing from "../nothing.js";
import { turned } from "../panel/doubt.js";
import { STATES, hasSeeds, isSeed, sign } from "./columns.js";
import { table } from "./table.js";

const PART = 125; // events that the table shows at once
const PAPER = 1000; // and that it prints
const FIRST = 6; // sources that can be doubted at once where there are no documents
let expanded = false; // one column per outlet
/** Of each place where the view stands, since a presentation has one too.
 * @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap(); // what its table was last drawn from
/** @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap(); // the event that was last marked there as open
/** @type {WeakMap<HTMLElement, { made: ReturnType<typeof table>, further: HTMLElement }>} */
const tables = new WeakMap(); // its table, and what stands below it
/** @type {WeakMap<HTMLElement, { subject: string, most: number }>} */
const reached = new WeakMap(); // how many lines of which events were asked for

/**
 * Draw the view. Where only the open event changed, the table stays as it is, and with it focus and scrolling.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  const now = [subjectOf(view), lang(), expanded, isPrinted()].join(" ");
  if (now !== drawn.get(root) || !root.firstChild || !view.rows.length) {
    drawn.set(root, now);
    fill(root, view, actions);
  } else extend(root, view, actions);
  const open = view.event === null ? "" : known().columns.id[view.event];
  for (const tr of all(root, "tbody tr")) {
    tr.classList.toggle("open", tr.dataset.row === open);
    tr.querySelector(".event-title").setAttribute("aria-expanded", String(tr.dataset.row === open));
  }
  if (open !== (shown.get(root) || "")) keepInSight(root);
  shown.set(root, open);
}

const isPrinted = () => document.documentElement.classList.contains("printing");

/** Show as many lines as were asked for, and how many more there are. Who goes from event to event comes to the next
 * lines by that; the lines up to an event far down would be too many. */
function extend(root, view, actions) {
  const { made, further } = tables.get(root);
  const subject = subjectOf(view);
  const before = reached.get(root);
  const asked = before && before.subject === subject ? before.most : PART;
  const place = view.rows.indexOf(/** @type {Row} */ (view.event)) + 1;
  const most = isPrinted() ? PAPER : Math.max(asked, place <= asked + PART ? place : 0);
  if (!isPrinted()) reached.set(root, { subject, most });
  made.upTo(most);
  const rest = view.rows.length - most;
  const press = () => {
    reached.set(root, { subject, most: most + PART });
    const first = made.upTo(most + PART);
    draw(root, view, actions);
    first.querySelector("button").focus();
  };
  const held = heldKey(further);
  further.hidden = rest <= 0;
  further.replaceChildren(
    isPrinted()
      ? say("print_rest", { n: rest })
      : el(
          "button",
          { type: "button", class: "button", dataset: { key: "more" }, onclick: press },
          say("list_more", { n: Math.min(rest, PART), rest }),
        ),
  );
  giveBack(further, held);
}

/** Opening the panel narrows the table, and its rows grow taller: the open one stays in the box. */
function keepInSight(root) {
  const tr = root.querySelector("tbody tr.open");
  if (!tr) return;
  const box = root.querySelector(".matrix-box");
  const first = (part) => part.querySelector("th").getBoundingClientRect();
  const last = (part) => part.querySelector(":is(th, td):last-child").getBoundingClientRect();
  const [head, foot] = [root.querySelector("thead"), root.querySelector("tfoot")];
  const [hidden, below] = [last(head).bottom - first(tr).top, last(tr).bottom - first(foot).top];
  if (hidden > 0) box.scrollTop -= hidden;
  else if (below > 0) box.scrollTop += below;
}

function fill(root, view, actions) {
  const was = root.querySelector(".matrix-box");
  const place = was && [was.scrollLeft, was.scrollTop];
  const chooser = doubting(root, actions);
  const held = chooser.contains(focused()) && focused();
  const toggling = root.contains(document.activeElement) && document.activeElement.matches(".expand");
  const title = el("h2", { id: "matrix-title" }, say("matrix"));
  if (!view.rows.length) {
    root.replaceChildren(title, chooser, el("div", { class: "none" }, nothing.message(actions, "main")));
    if (held) held.focus({ preventScroll: true });
    return;
  }
  const toggle = () => {
    expanded = !expanded;
    draw(root, view, actions);
  };
  const made = table(view.rows, actions, expanded, toggle);
  const further = el("p", { class: "matrix-more" });
  tables.set(root, { made, further });
  const box = el(
    "div",
    { class: "matrix-box", role: "region", tabindex: "0", "aria-labelledby": "matrix-title" },
    made.element,
  );
  root.replaceChildren(title, ...above(view.rows, actions, chooser), box, further);
  extend(root, view, actions);
  if (held) held.focus({ preventScroll: true });
  if (place) [box.scrollLeft, box.scrollTop] = place;
  if (!toggling || !box.querySelector(".expand")) return;
  // The outlets stand to the right of the column that was expanded: bring that one to the left edge.
  const [first, heading] = [box.querySelector("thead th"), box.querySelector("th.public")];
  box.scrollLeft = expanded ? heading.offsetLeft - first.offsetWidth : 0;
  box.querySelector(".expand").focus({ preventScroll: true });
}

/** Which sentence says how many of the events rest on a single source. */
function singleKey(n, total) {
  if (total === 1) return n ? "only" : "not";
  return { 0: "none", 1: "1" }[n] || "n";
}

/** The way to two sources side by side, where there are two. */
function compare(actions) {
  if (!load().choices.view.includes("compare")) return null;
  const look = { type: "button", class: "link", dataset: { key: "compare" } };
  return el("button", { ...look, onclick: () => actions.change({ view: "compare" }) }, say("compare_open"));
}

/** Of each place where the view stands: what one doubts a source with.
 * @type {WeakMap<HTMLElement, HTMLElement>} */
const choosers = new WeakMap();

/** A switch for each source, the documents first: whether somebody doubts it. */
function doubting(root, { change }) {
  if (!choosers.has(root)) {
    const group = el("div", { class: "choices chips", role: "group" });
    choosers.set(root, el("details", { class: "doubt-choice" }, el("summary"), group));
  }
  const chooser = choosers.get(root);
  const [summary, group] = /** @type {any} */ (chooser.children);
  summary.textContent = say("doubt_source");
  group.setAttribute("aria-label", say("doubt_source"));
  const { doubt: chosen } = shownNow();
  const { source: ids } = load().facets;
  const first = ids.filter(isSeed).length || FIRST;
  choices.draw(group, {
    type: "checkbox",
    key: "doubt",
    options: ids.map((id) => ({ value: id, label: name("source", id), checked: chosen.includes(id) })),
    shown: Math.min(first, ids.length),
    more: say("more_options", { n: ids.length - first }),
    onchange: (id) => change(({ doubt = [] }) => ({ doubt: turned(doubt, id) })),
  });
  return chooser;
}

/** What stands above the table: how many events rest on a single source, and what the signs mean. */
function above(rows, actions, chooser) {
  const n = rows.filter((row) => known().columns.sources[row].length === 1).length;
  const key = `single_line_${singleKey(n, rows.length)}`;
  return [
    el("p", { class: "single-line" }, say(key, { n, total: rows.length })),
    compare(actions) || "",
    chooser,
    documentsNote() || "",
    hasSeeds() && originsOf(rows).known ? el("p", { class: "quiet-text" }, say("matrix_origins")) : "",
    el(
      "ul",
      { class: "states", "aria-label": say("matrix_signs") },
      STATES.map((state) => el("li", { class: `state-${state}` }, sign(state), el("span", {}, say(`means_${state}`)))),
    ),
  ];
}
