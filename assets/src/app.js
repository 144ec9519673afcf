/* The thin adapter between Dash and the drawn parts. One specification is the state.
 *
 * Whatever changes the view (a choice, the chart, the panel) calls change(), which draws it at once, puts it into the
 * address, and tells Dash by `#view-spec`. Dash calls show() at the beginning, and when anybody else writes there. */
import * as chart from "./chart/chart.js";
import * as legend from "./chart/legend.js";
import * as overview from "./chart/overview.js";
import * as replay from "./chart/replay.js";
import * as windowBar from "./chart/window-bar.js";
import * as filters from "./controls/filters.js";
import * as look from "./controls/preferences.js";
import * as afterPaint from "./dom/after-paint.js";
import * as fields from "./dom/fields.js";
import * as exportMenu from "./export/menu.js";
import { isoOf } from "./model/days.js";
import * as embed from "./share/embed.js";
import * as share from "./share/dialog.js";
import * as address from "./state/address.js";
import * as dash from "./state/dash.js";
import { arrive, isHere, load, onTexts, waiting, want, whole } from "./state/data.js";
import * as store from "./state/store.js";
import * as disagreements from "./views/disagreements.js";
import * as list from "./views/list.js";
import * as numbers from "./views/numbers/numbers.js";
import * as panelFocus from "./views/panel/focus.js";
import * as panel from "./views/panel/panel.js";
import * as sources from "./views/sources.js";
import { say, text } from "./words/i18n.js";

const node = (id) => document.getElementById(id);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const AGAIN = 2000; // ms after which data that did not come are asked for again
let ready = false;

/* ---- the specification ---- */

function start() {
  chart.init(node("timeline"), actions);
  overview.init(node("overview"), actions);
  listen();
  return fromAddress();
}

function fromAddress() {
  const { spec: found, ignored } = store.parse(address.query());
  const left = ignored.map(([key, value]) => `${key}=${value}`);
  fieldsBehind = true;
  // In a frame, language and theme are the framing page's wish, not the reader's.
  if (found.lang && !found.embed) look.remember("lang", found.lang);
  if (found.theme && !found.embed) look.remember("theme", found.theme);
  look.notice(left.length ? say("ignored", { what: left.join(", ") }) : reversed(found));
  return found;
}

/** What is to be said where the first day comes after the last, else "". */
const reversed = ({ from, to }) => (from && to && from > to ? say("dates_reversed") : "");

/** Change the view: `part` holds the keys that change (undefined clears one), or makes them from the specification.
 * `how` is push or replace. Tells whether anything changed. */
function change(part, how = "push") {
  const spec = store.current();
  const now = { ...spec, ...fields.pending() };
  const next = { ...now, ...(typeof part === "function" ? part(now) : part) };
  for (const key of Object.keys(next)) if (next[key] === undefined || next[key].length === 0) delete next[key];
  if (same(next, spec)) return false;
  if (reversed(next) !== reversed(spec)) look.notice(reversed(next));
  address.write(store.queryOf(next), how);
  turn(next);
  return true;
}

function clear() {
  fieldsBehind = true;
  if (!change(Object.fromEntries(store.filterKeys().map((key) => [key, undefined])))) fields.show(store.current());
}

/** Dash: the specification is `written` (JSON; nothing at the beginning). */
export function show(written) {
  const soon = arrive();
  if (soon)
    soon.then(
      () => show(written),
      () => setTimeout(show, AGAIN, written),
    );
  else if (!dash.isEcho(written))
    guarded(() => {
      const spec = store.current();
      const next = written ? JSON.parse(written) : spec || start();
      if (!same(next, spec)) turn(next);
    });
}

/** Show another specification, and let Dash know. */
function turn(next) {
  const others = ({ window, ...rest }) => rest;
  const spec = store.current();
  const moved = spec && !fieldsBehind && same(others(spec), others(next));
  store.put(next);
  guarded(moved ? move : render);
}

/** Nothing but the window is another one: filters, counts and the list stay as they are. */
function move() {
  const view = store.shown();
  overview.move(view.window);
  drawView(view).then(fetchTexts);
  dash.tell(store.current());
}

function render() {
  const spec = store.current();
  look.apply(spec);
  if (fieldsBehind) fields.show(spec);
  else fields.label();
  fieldsBehind = false;
  store.select();
  const drawn = draw();
  afterPaint.put(drawRest);
  if (!ready) afterPaint.now();
  drawn.then(settle);
}

/** What stands around the view: it may come a frame later. What measures the page comes first, while nothing has changed in it. */
const drawRest = () =>
  guarded(() => {
    const view = store.shown();
    const spec = store.current();
    if ((spec.view || "timeline") === "timeline") overview.draw(view);
    look.label();
    filters.draw(spec, change);
    list.draw(node("event-list"), view, actions);
    fetchTexts();
    dash.tell(store.current());
  });

/** Of a large record, have those texts sent that the view shows, or all of them where it looks through all. */
function fetchTexts() {
  if (!waiting()) return;
  const spec = store.current();
  if (spec.q || spec.asof || !["timeline", "list", undefined].includes(spec.view)) whole().then(() => guarded(render));
  else want([...(spec.event ? [load().rows.id.indexOf(spec.event)] : []), ...list.rowsShown(), ...chart.named()]);
}

/** Texts have come: what shows them is drawn again. Which events there are, and how many of a kind, is as before. */
function showTexts() {
  draw();
  list.draw(node("event-list"), store.shown(), actions);
  fetchTexts();
}

/* True where the boxes for words and days have to be written: never while somebody types, who may be a few letters ahead. */
let fieldsBehind = true;

/* ---- drawing ---- */

function draw() {
  const data = load();
  const spec = store.current();
  const view = store.shown();
  document.documentElement.dataset.view = spec.view || "timeline";
  document.title = (view.event === null ? "" : `${text(data.events[view.event].title)} – `) + text(data.settings.title);
  const drawn = drawView(view); // first, since it measures the page
  filters.count(view.rows.length, store.known().rows.length, spec);
  replay.draw(node("replay"), view, actions);
  drawPanel(view);
  return drawn;
}

const VIEWS = { sources, disagreements, numbers };

function drawView(view) {
  const spec = store.current();
  embed.draw();
  legend.draw(node("legend"));
  const other = VIEWS[spec.view];
  if (other)
    return Promise.resolve(other.draw(node(`${spec.view}-view`), { ...view, unit: spec.unit || null }, actions));
  if (spec.view === "list") return Promise.resolve();
  const drawn = chart.draw(view);
  windowBar.draw(node("window-bar"), view, actions);
  return drawn;
}

function drawPanel(view) {
  const root = node("event-panel");
  const fill = (claim) => panel.draw(root, view.event, view.rows, view.asof, actions, claim);
  panelFocus.around(root, store.current().event, !ready, fill);
  document.documentElement.classList.toggle("has-panel", view.event !== null);
}

/* ---- what the drawn parts may do ---- */

const setWindow = ([first, last]) => {
  const [low, high] = chart.clamp([first, last]);
  const days = [Math.round(low), Math.max(Math.round(high), Math.round(low) + 1)];
  const preset = store.usualWindow();
  const value = days.map(isoOf).join("/");
  const changed = change({ window: value === `${preset.start}/${preset.end}` ? undefined : value }, "replace");
  // The same window rounded again changes nothing, but the chart and the brush may stand a few pixels beside it.
  if (!changed) redraw();
};

const actions = {
  /** Open an event; with a claim's id, at that claim. */
  open(row, claim = null) {
    if (row === null || row === undefined) return;
    const { geometry, rows } = load();
    panelFocus.leave(node("event-panel"), rows.id[row], claim);
    const [first, last] = store.windowDays();
    if (!change({ event: rows.id[row] })) drawPanel(store.shown()); // the event is open already
    if (geometry.to[row] < first || geometry.from[row] > last) actions.showRow(row); // a bar that is seen without its mark is seen
  },
  close() {
    change({ event: undefined });
  },
  setUnit: (unit) => change({ unit }, "replace"),
  setAsof: (day) => change({ asof: day || undefined }, "replace"),
  setWindow,
  moving(window) {
    overview.move(window);
  },
  zoom: (factor) => chart.zoom(factor),
  pan: (share) => chart.pan(share),
  /** Move the window, as wide as it is, so that a row stands in it. */
  showRow(row) {
    const [first, last] = store.windowDays();
    const half = (last - first) / 2;
    const day = load().geometry.at[row];
    setWindow([day - half, day + half]);
  },
  redraw() {
    const spec = store.current();
    if (spec && (spec.view || "timeline") === "timeline") overview.draw(store.shown());
  },
  announce: look.announce,
  copy: look.copy,
};

function listen() {
  look.listen(change, share.open);
  filters.listen(clear);
  fields.listen(change);
  onTexts(() => guarded(showTexts));
  address.listen(() => turn(fromAddress()));
  exportMenu.listen();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && store.current().event && !event.defaultPrevented) actions.close();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (!document.documentElement.dataset.theme) redraw();
  });
}

/* ---- ready, or broken ---- */

function settle() {
  if (ready) return;
  ready = true;
  fetchTexts();
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset.ready = "true";
    }),
  );
}

/** Do something; where that fails, the reader is told in words, and the console why. */
function guarded(act) {
  try {
    act();
  } catch (error) {
    const target = node("notice");
    if (target && isHere()) target.replaceChildren(say("broken"));
    throw error;
  }
}

/* ---- what else may be asked of it ---- */

/** Draw everything again, and at once. */
export function redraw() {
  draw();
  afterPaint.put(drawRest);
  afterPaint.now();
}
