/* The thin adapter between Dash and the drawn parts. One specification is the state.
 *
 * Whatever changes the view (a choice, the chart, the panel) calls change(), which puts it into the address, draws it,
 * and then tells Dash's `#view-spec`, so that nobody waits for Dash. What any other callback or tool writes there comes
 * to show(). */
import { around, clamp, timeOf } from "./chart/axis/window.js";
import * as chart from "./chart/chart.js";
import * as overview from "./chart/overview/overview.js";
import * as filters from "./controls/filters.js";
import * as preferences from "./controls/preferences.js";
import { byTurns } from "./dom/after-paint.js";
import { node } from "./dom/element.js";
import * as fields from "./dom/fields.js";
import { drawOverview, drawPanel, hasten, init, move, redraw, render, showTexts } from "./drawing/drawing.js";
import { guarded, unloaded } from "./drawing/failure.js";
import * as chapters from "./model/chapters.js";
import { isBefore, isoOf } from "./model/days.js";
import * as onDemand from "./on-demand.js";
import { printed } from "./share/paper.js";
import * as address from "./state/address.js";
import * as dash from "./state/dash.js";
import { arrive, columns, load, onTexts } from "./state/data.js";
import * as store from "./state/store.js";
import * as panelFocus from "./views/panel/focus.js";
import { say } from "./words/i18n.js";

const AGAIN = 2000; // ms before asking again for data that did not arrive
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/* True while the boxes for words and days have to be filled in again. Never while somebody types: what stands in
 * them may be a few letters ahead. */
let fieldsBehind = true;
/** @type {Promise<boolean> | null} */
let starting = null;
/** @type {Spec | null} */
let drawn = null; // the specification that is drawn

/**
 * Dash: the specification is `written` (JSON; nothing at the beginning). What the page told Dash itself comes back too.
 * @param {string} [written]
 * @returns {void}
 */
export function show(written) {
  const soon = arrive();
  if (soon) {
    soon.then(
      () => show(written),
      () => setTimeout(show, AGAIN, written),
    );
  } else {
    start().then(() =>
      guarded(() => {
        if (written && !dash.isOwn(written)) adopt(JSON.parse(written));
      }),
    );
  }
}

/**
 * Somebody else wrote a specification: it is the view now, and the address and the boxes have to follow.
 * @param {Spec} next
 * @returns {void}
 */
function adopt(next) {
  if (same(next, store.current())) return;
  fieldsBehind = true;
  address.write(store.queryOf(next), "push");
  turn(next);
}

/** Begin with the view of the address, by turns, between which the browser answers. */
function start() {
  if (!starting) node("unloaded")?.remove(); // what was said while the data had not come
  starting = starting || byTurns([() => init(actions, change), listen, () => turn(fromAddress())]);
  return starting;
}

/** The specification in the address. A notice names the parts of it that are not understood. */
function fromAddress() {
  const { spec: written, ignored } = store.parse(address.query());
  const spec = chapters.expanded(load().settings.chapters, written);
  const left = ignored.map(([key, value]) => `${key}=${value}`);
  fieldsBehind = true;
  // In a frame, language and theme are the framing page's wish, not the reader's.
  for (const key of ["lang", "theme"]) if (spec[key] && !spec.embed) preferences.remember(key, spec[key]);
  preferences.notice(left.length ? say("ignored", { what: left.join(", ") }) : reversed(spec));
  return spec;
}

/**
 * The words for the notice where the first day comes after the last, else "".
 * @param {Spec} spec
 * @returns {string}
 */
const reversed = ({ from, to }) => (from && to && isBefore(to, from) ? say("dates_reversed") : "");

/**
 * Change the view: `part` holds the keys that change (undefined clears one), or makes them from the specification.
 * Tells whether anything changed.
 * @type {Change}
 */
function change(part, how = "push") {
  const spec = store.current();
  const now = { ...spec, ...fields.pending() };
  const next = { ...now, ...(typeof part === "function" ? part(now) : part) };
  for (const key of Object.keys(next)) if (next[key] === undefined || next[key].length === 0) delete next[key];
  if (same(next, spec)) return false;
  if (reversed(next) !== reversed(spec)) preferences.notice(reversed(next));
  address.write(store.queryOf(next), how);
  turn(next);
  return true;
}

function clear() {
  fieldsBehind = true;
  if (!change(Object.fromEntries(store.filterKeys().map((key) => [key, undefined])))) fields.show(store.current());
}

/**
 * Make another specification the view. Dash is told when it is drawn (`drawing.js`).
 * @param {Spec} next
 * @returns {void}
 */
function turn(next) {
  store.put(next);
  guarded(catchUp);
}

/**
 * Draw the view, where that is another one than what is drawn.
 * @returns {void}
 */
function catchUp() {
  const others = (/** @type {Spec} */ { window, ...rest }) => rest;
  const [next, before] = [store.current(), drawn];
  if (before && !fieldsBehind && same(next, before)) return;
  drawn = next;
  if (before && !fieldsBehind && same(others(before), others(next))) move();
  else renderAll();
}

function renderAll() {
  if (fieldsBehind) fields.show(store.current());
  fieldsBehind = false;
  render();
  fields.label();
}

/* ---- what the drawn parts may do ---- */

/** A window in the words of the address; undefined for the usual one. */
function windowWords(window) {
  const [low, high] = clamp(window);
  const days = [Math.round(low), Math.max(Math.round(high), Math.round(low) + 1)];
  const usual = store.usualWindow();
  const words = days.map(isoOf).join("/");
  return words === `${usual.start}/${usual.end}` ? undefined : words;
}

/**
 * Show a window; `how` is "push" where going back is to lead to the one before.
 * @param {Span} window
 * @param {"push" | "replace"} [how]
 * @returns {void}
 */
function setWindow(window, how = "replace") {
  const changed = change({ window: windowWords(window) }, how);
  // Rounded, the window may be the one there is, while the chart and the brush stand a few pixels beside it.
  if (!changed) redraw();
}

/** Show a row in the chart: the window keeps its length, and moves where the row lies outside of it. */
function showRow(row) {
  const view = store.shown();
  const window = () => around(load().geometry.at[row], view.window, timeOf(view));
  const moved = store.isInWindow(row) ? {} : { window: windowWords(window()) };
  change({ view: undefined, ...moved });
}

/** Open an event on the page itself; with a claim's id, at that claim. The window stays as it is. */
function open(row, claim = null) {
  if (row === null || row === undefined) return;
  const event = load().rows.id[row];
  if (!event) {
    const asked = store.current(); // what the reader did since then counts
    columns().then(() => store.current() === asked && open(row, claim), unloaded);
    return;
  }
  panelFocus.leave(document.getElementById("event-panel"), event, claim);
  if (!change({ ...onDemand.pageAlone, event })) drawPanel(); // the event is open already
}

const actions = {
  change,
  open,
  showRow,
  setWindow,
  close: () => change({ event: undefined }),
  setUnit: (unit) => change({ unit }, "replace"),
  setAsof: (day) => change({ asof: day || undefined }, "replace"),
  moving: overview.move,
  zoom: chart.zoom,
  pan: chart.pan,
  redraw: drawOverview,
  hasten,
  view: async (name) => (onDemand.views[name] ? onDemand.views[name].want() : null),
  announce: preferences.announce,
  copy: preferences.copy,
};

const press = (id, doing) => node(id).addEventListener("click", doing);

/** Do something with a part that is loaded on demand; the notice says where it can't be. */
const wanted = (part, doing) => part.want().then(doing).catch(unloaded);

/** Whether a key is nobody else's: nothing is written, and no dialog is open. */
const isFree = ({ target, defaultPrevented, ctrlKey, metaKey, altKey }) =>
  !(defaultPrevented || ctrlKey || metaKey || altKey) &&
  !document.querySelector("dialog[open]") &&
  !(target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select"));

function listen() {
  preferences.listen(change);
  press("share", () => wanted(onDemand.share, (share) => share.open()));
  press("export", () => wanted(onDemand.exports, (menu) => menu.open(change)));
  press("present-toggle", () => wanted(onDemand.inClass, (dialog) => dialog.open(change)));
  press("print", () => {
    node("menu-items").hidePopover();
    wanted(onDemand.print, () => printed());
  });
  filters.listen(clear, change);
  fields.listen(change);
  onTexts(() => guarded(showTexts));
  address.listen(() => turn(fromAddress()));
  document.addEventListener("keydown", (event) => {
    if (document.documentElement.classList.contains("presenting")) return; // it has keys of its own
    if (event.key === "Escape" && !event.defaultPrevented) {
      const spec = store.current();
      if (spec.present)
        change({ present: undefined }, "replace"); // it is still on its way
      else if (spec.event) actions.close();
    }
    if (event.key === "p" && isFree(event)) change({ present: "1" });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (!document.documentElement.dataset.theme) redraw();
  });
}
