/* The table of the Sources view: events in time order against the documents and the public pages. */
import { el } from "../../dom/element.js";
import { coverage } from "../../model/coverage.js";
import { load } from "../../state/data.js";
import { known, knownOn, shown } from "../../state/store.js";
import { counted, say, text } from "../../words/i18n.js";
import { originsOf, withOrigins } from "../../words/origins.js";
import { cell, struckCell } from "./cell.js";
import { PUBLIC, columnOf, hasSeeds, isSeed, nameOf, outletsOf } from "./columns.js";

/** What the parts of the table are, said in words: on a narrow screen they are laid out as a grid. */
const ROLES = [
  ["thead, tbody, tfoot", "rowgroup"],
  ["tr", "row"],
  ["th[scope=col]", "columnheader"],
  ["th[scope=row]", "rowheader"],
  ["td", "cell"],
];

function line(row, columns, actions) {
  const { asof, doubt: doubted } = shown();
  const { columns: all, events } = known();
  const event = events[row];
  const single = all.sources[row].length === 1;
  const states = statesOf(event);
  const fallen = doubted.length ? statesOf(knownOn(asof).events[row]) : {};
  return el(
    "tr",
    { class: single ? "single" : null, dataset: { row: all.id[row] } },
    el(
      "th",
      { scope: "row" },
      el("time", { class: "event-date" }, text(event.shown.date)),
      el(
        "button",
        { type: "button", class: "event-title", "aria-controls": "event-panel", onclick: () => actions.open(row) },
        text(event.title),
      ),
      single ? el("span", { class: "single-mark" }, withOrigins(say("single_source"), originsOf([row]))) : null,
    ),
    columns.map((column) =>
      fallen[column] && !states[column]
        ? struckCell(column, fallen[column])
        : cell(row, column, states[column], actions),
    ),
  );
}

/** In which state each source is about an event, and each column. */
const statesOf = (event) => ({ ...coverage(event), ...coverage(event, (claim) => columnOf(claim.source)) });

/** What a column's heading is: of a document or an outlet, and whether somebody doubts it. */
const classOf = (column) => `${isSeed(column) ? "seed" : "outlet"}${shown().doubt.includes(column) ? " doubted" : ""}`;

/** A column's heading: the name, and on a line of its own what follows its first comma (a document's date). */
function heading(column) {
  const [first, ...rest] = nameOf(column).split(", ");
  return el(
    "th",
    { scope: "col", class: classOf(column), dataset: { source: column }, title: nameOf(column) },
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

function publicHeading(rows, outlets, expanded, toggle) {
  return el(
    "th",
    { scope: "col", class: "public", dataset: { source: PUBLIC } },
    el("span", { class: "upright" }, el("span", { class: "name" }, say("public_pages"))),
    outlets.length
      ? el(
          "button",
          { type: "button", class: "expand", "aria-expanded": String(expanded), onclick: toggle },
          el("span", { "aria-hidden": "true" }, expanded ? "−\u00a0" : "+\u00a0"),
          outletWords(rows, outlets.length),
        )
      : null,
  );
}

/** “87 sources, 64 origins”, of which a narrow column shows the first number only. */
function outletWords(rows, n) {
  return withOrigins(
    counted("sources", n),
    originsOf(rows, (claim) => !isSeed(claim.source)),
  )
    .split(" ")
    .flatMap((word, at) => (at ? [el("span", { class: "word" }, ` ${word}`)] : [word]));
}

function totals(rows, columns) {
  const { columns: all } = known();
  const counts = new Map();
  for (const row of rows)
    for (const column of new Set(all.sources[row].flatMap((source) => [source, columnOf(source)])))
      counts.set(column, (counts.get(column) || 0) + 1);
  const covered = (column) => counts.get(column) || 0;
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

/** The columns of some rows: the documents, the public pages together, and where `expanded` each of these. */
function columnsOf(rows, expanded) {
  const outlets = outletsOf(rows);
  const doubted = shown().doubt.filter((id) => load().facets.source.includes(id) && !isSeed(id));
  const each = [...new Set([...outlets.map(([source]) => source), ...doubted])];
  return { outlets, columns: hasSeeds() ? [...load().settings.seeds, PUBLIC, ...(expanded ? each : [])] : each };
}

/**
 * The table of the rows: its element, and `upTo(most)`, which puts in lines until there are as many, and gives the
 * first of them. With `expanded` each outlet has a column; `toggle()` changes that.
 * @param {Row[]} rows
 * @param {Actions} actions
 * @param {boolean} expanded
 * @param {() => void} toggle
 * @returns {{ element: HTMLTableElement, upTo: (most: number) => HTMLElement | undefined }}
 */
export function table(rows, actions, expanded, toggle) {
  const { outlets, columns } = columnsOf(rows, expanded);
  const body = el("tbody", {});
  const element = el(
    "table",
    {
      class: expanded || !hasSeeds() ? "matrix expanded" : "matrix",
      style: `--columns: ${columns.length}`,
      onkeydown: move,
    },
    el("caption", { class: "visually-hidden" }, say(hasSeeds() ? "matrix_caption" : "matrix_caption_plain")),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, say("matrix_event")),
        columns.map((column) => (column === PUBLIC ? publicHeading(rows, outlets, expanded, toggle) : heading(column))),
      ),
    ),
    body,
    el("tfoot", {}, totals(rows, columns)),
  );
  tell(element);
  const upTo = (/** @type {number} */ most) => {
    const lines = rows.slice(body.childElementCount, most).map((row) => line(row, columns, actions));
    for (const each of lines) tell(each, each);
    body.append(...lines);
    return lines[0];
  };
  return { element, upTo };
}

/** Say in words what the parts of an element are, and what it is itself. */
function tell(element, ...own) {
  for (const [selector, role] of ROLES)
    for (const part of [...own.filter((one) => one.matches(selector)), ...element.querySelectorAll(selector)])
      part.role = role;
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
