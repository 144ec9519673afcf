/* The same figures as the plot's, as a table: by day, or by claimant or value as its headers are pressed. */
import { all, el } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import * as numbers from "../../model/numbers.js";
import { load } from "../../state/data.js";
import { lang, name, say, text } from "../../words/i18n.js";
import * as words from "../../words/numbers.js";

/** @type {Record<string, "day" | "claimant" | "value">} */
const SORTS = { day: "day", voice: "claimant", figure: "value" };
const COLUMNS = ["day", "voice", "figure", "scope", "quantity", "source", "events"];
const SIGNS = { true: ["descending", "▼"], false: ["ascending", "▲"], none: ["none", "↕"] }; // by `order.down`
/** @type {{ by: "day" | "claimant" | "value", down: boolean }} */
let order = { by: "day", down: false };

function header(column, again) {
  const by = SORTS[column];
  const label = say(`numbers_col_${column}`);
  if (!by) return el("th", { scope: "col" }, label);
  const on = order.by === by;
  const [sorted, sign] = SIGNS[on ? String(order.down) : "none"];
  const press = () => {
    order = { by, down: on && !order.down };
    again();
  };
  return el(
    "th",
    { scope: "col", "aria-sort": sorted },
    el(
      "button",
      { type: "button", class: "sort", dataset: { key: `sort ${by}` }, onclick: press },
      label,
      el("span", { class: "sort-sign", "aria-hidden": "true" }, sign),
    ),
  );
}

function sourceCell(figure) {
  const label = words.source(figure) + (figure.via ? ` ${say("via", { name: figure.via })}` : "");
  if (!figure.url) return el("td", {}, label);
  return el(
    "td",
    {},
    el(
      "a",
      { href: figure.url, rel: "noopener noreferrer" },
      label,
      el("span", { "aria-hidden": "true" }, " ↗"),
      el("span", { class: "visually-hidden" }, ` (${say("opens_outside")})`),
    ),
  );
}

function line(figure, view, actions, { mark, point: pointAt }) {
  const { events, rows } = load();
  const opens = figure.uses.map(({ row, claim }) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "link",
          dataset: { key: `${figure.key} ${rows.id[row]}`, eventId: rows.id[row], claimId: claim },
          "aria-expanded": String(row === view.event),
          "aria-controls": "event-panel",
          onclick: () => actions.open(row, claim),
        },
        text(events[row].title),
      ),
    ),
  );
  return el(
    "tr",
    {
      dataset: { figure: figure.key },
      onmouseenter: () => pointAt(figure.key),
      onmouseleave: () => pointAt(null),
      onfocusin: () => pointAt(figure.key),
      onfocusout: () => pointAt(null),
    },
    el("td", { class: "figure-day" }, words.day(figure)),
    el(
      "th",
      { scope: "row" },
      el(
        "span",
        { class: "speaker" },
        mark(figure),
        el(
          "span",
          {},
          words.voice(figure),
          words.isOutlet(figure) ? el("span", { class: "quiet-text" }, ` (${say("outlet_itself")})`) : "",
        ),
      ),
    ),
    el("td", { class: "figure-amount" }, words.amount(figure)),
    el("td", {}, words.scope(figure)),
    el("td", {}, words.quantity(figure)),
    sourceCell(figure),
    el("td", {}, el("ul", {}, opens)),
  );
}

/**
 * Fill `root` with the table. `mark(figure)` gives a claimant's sign, `point(key)` shows a figure's mark in the plot.
 * @param {HTMLElement} root
 * @param {NumberFigure[]} figures
 * @param {View} view
 * @param {Actions} actions
 * @param {{ mark: (figure: NumberFigure) => Node, point: (key: string | null) => void }} doing
 * @returns {void}
 */
export function draw(root, figures, view, actions, doing) {
  const held = heldKey(root);
  const scroll = [root.scrollLeft, root.scrollTop];
  const again = () => draw(root, figures, view, actions, doing);
  const shown = numbers.sorted(figures, order.by, order.down, words.voice, lang());
  const caption = say(figures.length === 1 ? "numbers_table_1" : "numbers_table_n", {
    n: figures.length,
    unit: name("unit", figures[0].unit),
  });
  root.setAttribute("aria-label", caption);
  root.replaceChildren(
    el(
      "table",
      {},
      el("caption", {}, caption),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          COLUMNS.map((column) => header(column, again)),
        ),
      ),
      el(
        "tbody",
        {},
        shown.map((figure) => line(figure, view, actions, doing)),
      ),
    ),
  );
  [root.scrollLeft, root.scrollTop] = scroll;
  giveBack(root, held);
}

/**
 * Show which row belongs to the mark that the pointer or the keyboard is at.
 * @param {HTMLElement} root
 * @param {string | null} key
 * @returns {void}
 */
export function point(root, key) {
  for (const row of all(root, "tbody tr")) row.classList.toggle("pointed", row.dataset.figure === key);
}
