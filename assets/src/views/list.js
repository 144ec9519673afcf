/* The list: the same events as the chart, in words, always in the page. */
import { el, symbol } from "../dom/element.js";
import { focused } from "../dom/focus.js";
import { load, want } from "../state/data.js";
import { known } from "../state/store.js";
import { counted, lang, name, say, text } from "../words/i18n.js";
import { originsOf, withOrigins } from "../words/origins.js";
import { dateOf } from "./date.js";

const PART = 125; // events that a list shows at once
const PAPER = 1000; // and that it prints

/**
 * What stands beside an event's title: kind, status and how many sources say so; only the kind while nobody has.
 * @param {Row} row
 * @returns {Child[]}
 */
export function facts(row) {
  const { columns: rows, events } = known();
  const event = events[row];
  // Nobody had spoken of it yet.
  if (!rows.sources[row].length) return [el("span", { class: "fact" }, name("kind", rows.kind[row]))];
  const sources = rows.sources[row].length;
  const words = sources === 1 ? say("single_source") : counted("sources", sources);
  return [
    el(
      "span",
      { class: "fact" },
      symbol(rows.kind[row], rows.status[row]),
      `${name("kind", rows.kind[row])}, ${name("status", rows.status[row]).toLowerCase()}`,
    ),
    el("span", { class: "fact" }, withOrigins(words, originsOf([row]))),
    event.disagreements.length
      ? el("span", { class: "fact differs" }, el("span", { "aria-hidden": "true" }, "≠ "), say("differ_short"))
      : null,
    event.later ? el("span", { class: "fact later" }, say("later")) : null,
  ];
}

function item(row, open, actions) {
  const { rows, events } = load();
  const event = events[row];
  const button = el(
    "button",
    {
      type: "button",
      class: "event-title",
      "aria-expanded": String(open),
      "aria-controls": "event-panel",
      onclick: () => actions.open(row),
    },
    text(event.title),
  );
  return el(
    "li",
    {
      class: open ? "event open" : "event",
      dataset: { eventId: rows.id[row] },
      style: `--colour: var(--kind-${rows.kind[row]})`,
    },
    el("time", { class: "event-date", dataset: { edtf: event.date } }, dateOf(event)),
    el(
      "div",
      { class: "event-body" },
      button,
      el("p", { class: "event-facts" }, facts(row)),
      el("p", { class: "event-summary" }, text(event.summary)),
    ),
  );
}

// What is known of the events → row → {key, item}: most filters show again what was shown before.
const made = new WeakMap();

function kept(row, open, actions) {
  const { events } = known();
  if (!made.has(events)) made.set(events, new Map());
  const items = made.get(events);
  const key = `${lang()} ${open}`;
  if (!items.has(row) || items.get(row).key !== key) items.set(row, { key, item: item(row, open, actions) });
  return items.get(row).item;
}

/* What tells lists apart, roughly: a list that was extended must not shrink when it is drawn again. */
const signature = (rows) => `${rows.length} ${rows[0]} ${rows[rows.length - 1]}`;

/** The rest of a long list, a part at a time. */
function more(root, rows, event, actions, shown) {
  const words = say("list_more", { n: Math.min(PART, rows.length - shown), rest: rows.length - shown });
  return el(
    "li",
    { class: "none" },
    el(
      "button",
      {
        type: "button",
        class: "button list-more",
        onclick: () => {
          root.dataset.shown = shown + PART;
          draw(root, { rows, event }, actions);
          root.querySelectorAll("[data-event-id] button.event-title")[shown].focus();
          want(listed);
        },
      },
      words,
    ),
  );
}

/**
 * Fill the list with the shown rows; the focus stays where it was.
 * @param {HTMLElement} root
 * @param {Pick<View, "rows" | "event">} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, { rows, event }, actions) {
  const held = root.contains(focused()) && /** @type {HTMLElement} */ (focused().closest("[data-event-id]"));
  const shown = Math.max(
    root.dataset.rows === signature(rows) ? Number(root.dataset.shown) : PART,
    rows.indexOf(event) + 1,
  );
  root.dataset.rows = signature(rows);
  root.dataset.shown = String(shown);
  const printing = document.documentElement.classList.contains("printing");
  listed = rows.slice(0, printing ? PAPER : shown);
  // Printing adds to the items, so it gets new ones.
  root.replaceChildren(...listed.map((row) => (printing ? item : kept)(row, row === event, actions)));
  if (printing && rows.length > PAPER)
    root.append(el("li", { class: "none" }, say("print_rest", { n: rows.length - PAPER })));
  else if (!printing && rows.length > shown) root.append(more(root, rows, event, actions, shown));
  if (!rows.length) root.append(el("li", { class: "none" }, say("count_none"), ". ", say("none_hint")));
  const button = held && `[data-event-id="${CSS.escape(held.dataset.eventId)}"] button`;
  const again = button && /** @type {HTMLElement} */ (root.querySelector(button));
  if (again) again.focus({ preventScroll: true });
}

let listed = [];

/**
 * The rows that stand in the list.
 * @returns {Row[]}
 */
export const rowsShown = () => listed;
