/* Beside the map: the same in words. The events of each place in the order of their dates, and what is said to have
 * moved. */
import { all, el, symbol } from "../../dom/element.js";
import { known } from "../../state/store.js";
import { cite, dayOf, speakers } from "../../words/claim.js";
import { counted, say, text } from "../../words/i18n.js";
import { map } from "./atlas.js";

/** @typedef {import("./atlas.js").Shown} Shown */

/**
 * @param {Row} row
 * @param {Row | null} open the event that is open
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function line(row, open, actions) {
  const { events, columns } = known();
  const press = () => actions.open(row);
  return el(
    "tr",
    { class: row === open ? "map-event open" : "map-event", dataset: { row: columns.id[row] } },
    el("td", { class: "map-date" }, el("time", { dir: "auto" }, text(events[row].shown.date))),
    el(
      "td",
      {},
      el(
        "button",
        {
          type: "button",
          class: "event-title",
          dataset: { key: columns.id[row] },
          "aria-controls": "event-panel",
          dir: "auto",
          onclick: press,
        },
        symbol(columns.kind[row], columns.status[row]),
        text(events[row].title),
      ),
    ),
  );
}

/**
 * The table of the events by place, those with the most first.
 * @param {Map<number, Row[]>} rows
 * @param {Row | null} open
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function places(rows, open, actions) {
  const order = [...rows.keys()].filter((spot) => spot >= 0);
  order.sort((one, other) => of(rows, other).length - of(rows, one).length || one - other);
  const head = (/** @type {number} */ spot) => {
    const { name, precision } = map().spots[spot];
    const within = precision === "region" || precision === "country" ? say(`map_${precision}`) : "";
    const note = within && el("span", { class: "map-precision" }, within);
    const count = el("span", { class: "count" }, counted("map_events", of(rows, spot).length));
    return el("tr", {}, el("th", { colspan: 2, scope: "rowgroup", dir: "auto" }, text(name), " ", note, " ", count));
  };
  const bodies = order.map((spot) =>
    el(
      "tbody",
      {},
      head(spot),
      of(rows, spot).map((row) => line(row, open, actions)),
    ),
  );
  return el(
    "table",
    { class: "map-table" },
    el("caption", { class: "visually-hidden" }, say("map_table")),
    el(
      "thead",
      { class: "visually-hidden" },
      el("tr", {}, el("th", {}, say("map_date")), el("th", {}, say("map_event"))),
    ),
    bodies,
  );
}

/**
 * Mark the open event.
 * @param {HTMLElement} root
 * @param {Row | null} event
 * @returns {void}
 */
export function mark(root, event) {
  const open = event === null ? "" : known().columns.id[event];
  for (const one of all(root, ".map-event")) one.classList.toggle("open", one.dataset.row === open);
}

const of = (/** @type {Map<number, Row[]>} */ rows, /** @type {number} */ spot) => rows.get(spot) || [];

/**
 * What is said to have moved, and who says so; null where nothing is.
 * @param {Shown[]} moves
 * @param {Actions} actions
 * @returns {HTMLElement | null}
 */
export function movements(moves, actions) {
  if (!moves.length) return null;
  const item = (/** @type {Shown} */ { row, claim, origin, destination }) => {
    const [from, to] = [origin, destination].map((spot) => text(map().spots[spot].name));
    const press = () => actions.open(row, claim.id);
    const way = el(
      "strong",
      { dir: "auto" },
      from,
      el("span", { "aria-hidden": "true" }, " → "),
      el("span", { class: "visually-hidden" }, ` ${say("map_to")} `),
      to,
    );
    const who = [speakers(claim), cite(claim), dayOf(claim)].filter(Boolean).join(" · ");
    const said = el("button", { type: "button", class: "link", "aria-controls": "event-panel", onclick: press }, who);
    return el("li", {}, way, el("p", { dir: "auto" }, text(claim.says)), said);
  };
  return el("section", { class: "map-moves" }, el("h3", {}, say("map_moved")), el("ul", {}, moves.map(item)));
}

/**
 * The events without a place on the map, folded away; null for none.
 * @param {Row[]} rows
 * @param {Row | null} open
 * @param {Actions} actions
 * @returns {HTMLElement | null}
 */
export function nowhere(rows, open, actions) {
  if (!rows.length) return null;
  const body = el(
    "tbody",
    {},
    rows.map((row) => line(row, open, actions)),
  );
  const summary = el("summary", {}, counted("map_nowhere", rows.length));
  return el("details", { class: "map-nowhere" }, summary, el("table", { class: "map-table" }, body));
}
