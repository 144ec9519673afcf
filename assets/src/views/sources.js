/* The Sources view: events in time order against the documents and the public pages. A cell opens the claim. */
import * as asof from "../model/asof.js";
import * as disagreementsView from "./disagreements.js";
import { el } from "../dom/element.js";
import { known } from "../state/store.js";
import { load } from "../state/data.js";
import { counted, say, name, text, lang } from "../words/i18n.js";

const SIGNS = { reports: "●", differs: "≠", denies: "✕", predicts: "◌", declines: "–", silent: "·" };
const PUBLIC = ""; // the column that puts all public pages together; no source has this id
let expanded = false; // one column per outlet
let drawn = ""; // what the table was last drawn from
let shown = ""; // the event that was last marked as open

const hasSeeds = () => load().settings.seeds.length > 0; // else each source has its column from the start
const isSeed = (source) => load().settings.seeds.includes(source);
const columnOf = (source) => (isSeed(source) ? source : PUBLIC);
const nameOf = (column) => (column === PUBLIC ? say("public_pages") : name("source", column));
const sign = (state) => el("span", { class: "sign", "aria-hidden": "true" }, SIGNS[state]);

/** How many of the rows each public source speaks of, most frequent first: [[source, count], …]. */
function outletsOf(rows) {
  const counts = new Map();
  for (const row of rows)
    for (const source of known().columns.sources[row])
      if (!isSeed(source)) counts.set(source, (counts.get(source) || 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || name("source", a).localeCompare(name("source", b), lang()));
}

/* ---- cells ---- */

/** The claim that best shows a state: the denial of a denier, what a differing source says (rather than expects), else the first. */
function telling(event, claims, state) {
  const disputed = (event.disagreements || []).flatMap((point) => point.sides.flatMap((side) => side.claims));
  return (
    (state === "denies" && claims.find((claim) => claim.stance === "denies")) ||
    (state === "differs" &&
      (claims.find((claim) => disputed.includes(claim.id) && claim.stance !== "predicts") ||
        claims.find((claim) => disputed.includes(claim.id)))) ||
    claims[0]
  );
}

function cell(row, column, state, actions) {
  if (!state)
    return el(
      "td",
      {
        class: "state-silent",
        title: say("cell", { source: nameOf(column), state: say("state_silent") }),
        dataset: { source: column, state: "silent" },
      },
      say("state_silent"),
    );
  const event = known().events[row];
  const claims = event.claims.filter((claim) => (column === PUBLIC ? !isSeed(claim.source) : claim.source === column));
  const outlets = new Set(claims.map((claim) => claim.source)).size;
  const words =
    say("cell", { source: nameOf(column), state: say(`state_${state}`) }) +
    (column === PUBLIC ? `, ${counted("sources", outlets)}` : "");
  const passages = [
    ...new Set(claims.map((claim) => (claim.passage ? `§\u00a0${claim.passage}` : claim.locator)).filter(Boolean)),
  ];
  const open = () => actions.open(row, telling(event, claims, state).id);
  return el(
    "td",
    { class: `state-${state}`, dataset: { source: column, state } },
    el(
      "button",
      { type: "button", title: passages.length ? `${words} (${passages.join(", ")})` : words, onclick: open },
      sign(state),
      column === PUBLIC ? el("span", { class: "outlets", "aria-hidden": "true" }, String(outlets)) : null,
      el("span", { class: "visually-hidden" }, words),
    ),
  );
}

function line(row, columns, actions) {
  const { columns: all, events } = known();
  const event = events[row];
  const single = all.sources[row].length === 1;
  const states = { ...asof.coverage(event), ...asof.coverage(event, (claim) => columnOf(claim.source)) };
  return el(
    "tr",
    { class: single ? "single" : null, dataset: { row: all.id[row] } },
    el(
      "th",
      { scope: "row" },
      el("time", { class: "event-date" }, text(event.date)),
      el(
        "button",
        { type: "button", class: "event-title", "aria-controls": "event-panel", onclick: () => actions.open(row) },
        text(event.title),
      ),
      single ? el("span", { class: "single-mark" }, say("single_source")) : null,
    ),
    columns.map((column) => cell(row, column, states[column], actions)),
  );
}

/* ---- head, foot, and what stands above ---- */

/** A column's heading: the name, and on a line of its own what follows its first comma (a document's date). */
function heading(column) {
  const [first, ...rest] = nameOf(column).split(", ");
  return el(
    "th",
    { scope: "col", class: isSeed(column) ? "seed" : "outlet", dataset: { source: column }, title: nameOf(column) },
    el(
      "span",
      { class: "upright" },
      el("span", { class: "name" }, first),
      rest.length
        ? el("span", { class: "when" }, el("span", { class: "visually-hidden" }, ", "), rest.join(", "))
        : null,
    ),
  );
}

function publicHeading(outlets, again) {
  const toggle = () => {
    expanded = !expanded;
    again();
  };
  return el(
    "th",
    { scope: "col", class: "public", dataset: { source: PUBLIC } },
    el("span", { class: "upright" }, el("span", { class: "name" }, say("public_pages"))),
    outlets.length
      ? el(
          "button",
          { type: "button", class: "expand", "aria-expanded": String(expanded), onclick: toggle },
          el("span", { "aria-hidden": "true" }, expanded ? "−\u00a0" : "+\u00a0"),
          outletWords(outlets.length),
        )
      : null,
  );
}

/** “87 sources”, of which a narrow column shows the number only. */
function outletWords(n) {
  return counted("sources", n)
    .split(" ")
    .flatMap((word, at) => (at ? [el("span", { class: "word" }, ` ${word}`)] : [word]));
}

function totals(rows, columns) {
  const { columns: all } = known();
  const covered = (column) =>
    rows.filter((row) => all.sources[row].some((source) => source === column || columnOf(source) === column)).length;
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, say("events_covered")),
    columns.map((column) => {
      const n = covered(column);
      return el(
        "td",
        { dataset: { source: column }, title: `${nameOf(column)}, ${say("of_total", { n, total: rows.length })}` },
        String(n),
      );
    }),
  );
}

function above(rows) {
  const n = rows.filter((row) => known().columns.sources[row].length === 1).length;
  const several = n === 0 ? "single_line_none" : n === 1 ? "single_line_1" : "single_line_n";
  const key = rows.length > 1 ? several : n ? "single_line_only" : "single_line_not";
  return [
    el("p", { class: "single-line" }, say(key, { n, total: rows.length })),
    disagreementsView.documentsNote() || "",
    el(
      "ul",
      { class: "states", "aria-label": say("matrix_signs") },
      Object.keys(SIGNS).map((state) =>
        el("li", { class: `state-${state}` }, sign(state), el("span", {}, say(`means_${state}`))),
      ),
    ),
  ];
}

function table(rows, actions, again) {
  const outlets = outletsOf(rows);
  const each = outlets.map(([source]) => source);
  const columns = hasSeeds() ? [...load().settings.seeds, PUBLIC, ...(expanded ? each : [])] : each;
  return el(
    "table",
    { class: expanded || !hasSeeds() ? "matrix expanded" : "matrix", onkeydown: move },
    el("caption", { class: "visually-hidden" }, say(hasSeeds() ? "matrix_caption" : "matrix_caption_plain")),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, say("matrix_event")),
        columns.map((column) => (column === PUBLIC ? publicHeading(outlets, again) : heading(column))),
      ),
    ),
    el(
      "tbody",
      {},
      rows.map((row) => line(row, columns, actions)),
    ),
    el("tfoot", {}, totals(rows, columns)),
  );
}

/** Arrow keys go from one button to the next one in the same column or row; Tab still visits them all. */
function move(event) {
  const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  const from = event.target.closest("tbody td, tbody th");
  if (!step || !from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const lines = [...from.closest("tbody").rows];
  let [y, x] = [lines.indexOf(from.parentElement), from.cellIndex];
  do [y, x] = [y + step[0], x + step[1]];
  while (lines[y] && lines[y].cells[x] && !lines[y].cells[x].querySelector("button"));
  if (!lines[y] || !lines[y].cells[x]) return;
  event.preventDefault();
  lines[y].cells[x].querySelector("button").focus();
}

/* ---- drawing ---- */

/** Draw the view. Where only the open event changed, the table stays as it is, and with it focus and scrolling. */
export function draw(root, view, actions) {
  const now = JSON.stringify([view.rows, view.asof, lang(), expanded]);
  if (now !== drawn || !root.firstChild) {
    drawn = now;
    fill(root, view, actions);
  }
  const open = view.event === null ? "" : known().columns.id[view.event];
  for (const tr of root.querySelectorAll("tbody tr")) {
    tr.classList.toggle("open", tr.dataset.row === open);
    tr.querySelector(".event-title").setAttribute("aria-expanded", String(tr.dataset.row === open));
  }
  if (open !== shown) keepInSight(root);
  shown = open;
}

/** Opening the panel narrows the table, and its rows grow taller: the open one stays in the box. */
function keepInSight(root) {
  const tr = root.querySelector("tbody tr.open");
  if (!tr) return;
  const box = root.querySelector(".matrix-box");
  const [row, head, foot] = [tr, root.querySelector("thead"), root.querySelector("tfoot")].map((part) =>
    part.querySelector("th").getBoundingClientRect(),
  );
  const [above, below] = [head.bottom - row.top, row.bottom - foot.top];
  if (above > 0) box.scrollTop -= above;
  else if (below > 0) box.scrollTop += below;
}

function fill(root, view, actions) {
  const was = root.querySelector(".matrix-box");
  const place = was && [was.scrollLeft, was.scrollTop];
  const toggling = root.contains(document.activeElement) && document.activeElement.matches(".expand");
  const title = el("h2", { id: "matrix-title" }, say("matrix"));
  if (!view.rows.length) {
    root.replaceChildren(title, el("p", { class: "none" }, say("count_none"), ". ", say("none_hint")));
    return;
  }
  const box = el(
    "div",
    { class: "matrix-box", role: "region", tabindex: "0", "aria-labelledby": "matrix-title" },
    table(view.rows, actions, () => draw(root, view, actions)),
  );
  root.replaceChildren(title, ...above(view.rows), box);
  if (place) [box.scrollLeft, box.scrollTop] = place;
  if (!toggling || !box.querySelector(".expand")) return;
  // The outlets stand to the right of the column that was expanded: bring that one to the left edge.
  const [first, heading] = [box.querySelector("thead th"), box.querySelector("th.public")];
  box.scrollLeft = expanded ? heading.offsetLeft - first.offsetWidth : 0;
  box.querySelector(".expand").focus({ preventScroll: true });
}
