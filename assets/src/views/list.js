/* The list: the same events as the chart, in words, always in the page. */
import { el, symbol } from "../dom/element.js";
import { focused } from "../dom/focus.js";
import { sync } from "../dom/sync.js";
import { fold } from "../model/parts.js";
import { load, want } from "../state/data.js";
import { known } from "../state/store.js";
import { ofDocuments } from "../words/documents.js";
import { counted, lang, name, say, text } from "../words/i18n.js";
import { originsOf, withOrigins } from "../words/origins.js";
import { dateOf } from "./date.js";
import * as nothing from "./nothing.js";
import { thumb } from "./picture.js";

const PART = 125; // events that a list shows at once, their parts not counted
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
    event.later ? el("span", { class: "fact later" }, ofDocuments("later")) : null,
  ];
}

function item(row, actions) {
  const { rows, events } = load();
  const event = events[row];
  const button = el(
    "button",
    {
      type: "button",
      class: "event-title",
      "aria-controls": "event-panel",
      dir: "auto",
      onclick: () => actions.open(row),
    },
    text(event.title),
  );
  return el(
    "li",
    { class: "event", dataset: { eventId: rows.id[row] }, style: `--colour: var(--kind-${rows.kind[row]})` },
    el("time", { class: "event-date", dataset: { edtf: event.date }, dir: "auto" }, dateOf(event)),
    el(
      "div",
      { class: "event-body" },
      thumb(event.media),
      button,
      el("p", { class: "event-facts" }, facts(row)),
      el("p", { class: "event-summary", dir: "auto" }, text(event.summary)),
    ),
  );
}

// List → what is known of the events → row → {lang, item}: most views show again what was shown before. Each list has
// items of its own: what a press on one does is another thing in a presentation.
const made = new WeakMap();

/** The item of a row as it was made before, or a new one, which takes over the parts of the old. */
function kept(root, row, actions) {
  const { events } = known();
  if (!made.has(root)) made.set(root, new WeakMap());
  const lists = made.get(root);
  if (!lists.has(events)) lists.set(events, new Map());
  const items = lists.get(events);
  const before = items.get(row);
  if (before && before.lang === lang()) return before.item;
  const now = item(row, actions);
  const parts = before && before.item.querySelector(".parts");
  if (parts) now.querySelector(".event-body").append(parts);
  items.set(row, { lang: lang(), item: now });
  return now;
}

function mark(entry, open) {
  entry.classList.toggle("open", open);
  entry.querySelector(".event-title").setAttribute("aria-expanded", String(open));
  return entry;
}

/** Put the items of its parts into that of a whole, behind their count; none where it has none. */
function hold(whole, parts, open) {
  const body = whole.querySelector(".event-body");
  let details = body.querySelector(":scope > .parts");
  if (!parts.length) {
    if (details) details.remove();
    return whole;
  }
  if (!details) {
    details = el("details", { class: "parts" }, el("summary", {}), el("ol", {}));
    body.append(details);
  }
  details.firstChild.textContent = counted("parts", parts.length);
  sync(details.lastChild, parts);
  if (open) details.open = true;
  return whole;
}

/* What tells lists apart, roughly: a list that was extended must not shrink when it is drawn again. */
const signature = (rows) => `${rows.length} ${rows[0]} ${rows[rows.length - 1]}`;

/** What the list shows of its rows: `shown`, which hold the parts `partsOf(row)`; how many are `left`, how many of them
 * come `next`. Parts stand within their wholes; an open event is shown however far down it is. */
function arrange(root, { listed: rows, event }, printing) {
  const { wholes, parts } = fold(rows, load().geometry.whole);
  const tops = rows.filter((row) => !wholes.has(row));
  const partsOf = (row) => parts.get(row) || [];
  const sizeOf = (some) => some.reduce((sum, row) => sum + 1 + partsOf(row).length, 0);
  const before = root.dataset.rows === signature(rows) ? Number(root.dataset.shown) : PART;
  const most = Math.max(before, tops.indexOf(wholes.has(event) ? wholes.get(event) : event) + 1);
  root.dataset.rows = signature(rows);
  root.dataset.shown = String(most);
  const shown = tops.slice(0, printing ? PAPER : most);
  return { shown, partsOf, left: rows.length - sizeOf(shown), next: sizeOf(tops.slice(most, most + PART)) };
}

/** The rest of a long list, a part at a time. */
function more(root, view, actions, { shown, left, next }) {
  const press = () => {
    root.dataset.shown = shown.length + PART;
    draw(root, view, actions);
    root.children[shown.length].querySelector(".event-title").focus();
    want(listed);
  };
  const words = say("list_more", { n: next, rest: left });
  return rest(el("button", { type: "button", class: "button list-more", onclick: press }, words));
}

const rest = (...children) => el("li", { class: "none" }, ...children);

/** What stands below the items: how many more there are, or that there are none. */
function below(root, view, actions, arranged, printing) {
  if (!view.listed.length) return [rest(nothing.message(actions, root.id))];
  if (!arranged.left) return [];
  return [printing ? rest(say("print_rest", { n: arranged.left })) : more(root, view, actions, arranged)];
}

/**
 * Fill the list with the rows that the view lists, parts within their wholes; the focus stays where it was.
 * @param {HTMLElement} root
 * @param {Pick<View, "listed" | "event">} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  const held = root.contains(focused()) && /** @type {HTMLElement} */ (focused().closest("[data-event-id]"));
  const printing = document.documentElement.classList.contains("printing");
  const arranged = arrange(root, view, printing);
  const { shown, partsOf } = arranged;
  listed = shown.flatMap((row) => [row, ...partsOf(row)]);
  // Printing adds to the items, so it gets new ones.
  const make = (row) => mark(printing ? item(row, actions) : kept(root, row, actions), row === view.event);
  const whole = (row) => hold(make(row), partsOf(row).map(make), printing || partsOf(row).includes(view.event));
  sync(root, [...shown.map(whole), ...below(root, view, actions, arranged, printing)]);
  const button = held && `[data-event-id="${CSS.escape(held.dataset.eventId)}"] button`;
  const again = button && /** @type {HTMLElement} */ (root.querySelector(button));
  if (again && again !== focused()) again.focus({ preventScroll: true });
}

let listed = [];

/**
 * The rows that stand in the list.
 * @returns {Row[]}
 */
export const rowsShown = () => listed;
