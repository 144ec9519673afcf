/* The parts of the page that a view is drawn in: the chart or another view, what stands beside it, and the rest. */
import * as chart from "../chart/chart.js";
import * as legend from "../chart/legend.js";
import * as overview from "../chart/overview/overview.js";
import * as windowBar from "../chart/overview/window-bar.js";
import * as chapters from "../controls/chapters.js";
import * as filters from "../controls/filters.js";
import * as options from "../controls/options.js";
import * as preferences from "../controls/preferences.js";
import { el, node } from "../dom/element.js";
import { doubt, replay, views } from "../on-demand.js";
import * as embed from "../share/embed.js";
import * as dash from "../state/dash.js";
import { load, waiting, want, whole } from "../state/data.js";
import * as store from "../state/store.js";
import * as list from "../views/list.js";
import * as nothing from "../views/nothing.js";
import { say, text } from "../words/i18n.js";
import { guarded, unloaded } from "./failure.js";

/** @typedef {{ actions: Actions, change: Change, ready: boolean, render: () => void }} Page */

/**
 * The name of the view that is shown.
 * @returns {string}
 */
export const viewName = () => store.current().view || "timeline";

/**
 * Draw the view itself: the chart, or what the address names in its place. Kept when it is there.
 * @param {Page} page
 * @returns {Promise<void>}
 */
export function drawView({ actions, render }) {
  const view = store.shown();
  const { unit } = store.current();
  embed.draw();
  const other = views[viewName()]; // the others are the chart and the list
  const shown = { ...view, rows: view.listed, unit: unit || null };
  if (other && waiting()) return later(node(`${viewName()}-view`), render);
  if (other) return Promise.resolve(other.here.draw(node(`${viewName()}-view`), shown, actions));
  return viewName() === "list" ? Promise.resolve() : chart.draw(view);
}

/** Say that a large record's claims are on their way. A view of them waits: without them it would say what is wrong. */
function later(root, render) {
  if (!root.firstChild) root.append(el("p", { class: "quiet-text", role: "status" }, say("texts_coming")));
  return whole()
    .then(() => guarded(render), unloaded)
    .catch((error) => console.error(error));
}

/**
 * Say how to read the view: what its marks mean, or that there are none, and the buttons in the chart's corner.
 * @param {Page} page
 * @returns {void}
 */
function drawReading({ actions }) {
  legend.line(node("legend-line"));
  if (viewName() !== "timeline") return;
  nothing.inChart(node("timeline"), store.shown(), actions);
  windowBar.tools(actions);
}

/**
 * Draw what stands below the chart: its window in words, and the legend at length.
 * @param {Page} page
 * @returns {void}
 */
function drawBelow({ actions }) {
  if (viewName() === "timeline") windowBar.draw(node("window-bar"), store.shown(), actions);
  legend.draw(node("legend"));
}

/**
 * Say which events the view has.
 * @param {Page} page
 * @returns {void}
 */
function drawCount({ actions, change, ready }) {
  filters.count(store.shown(), store.current(), change);
  if (replay.here) replay.here.draw(node("replay"), store.shown(), actions, ready);
  if (doubt.here) doubt.here.draw(node("doubt"), store.shown(), actions);
}

/**
 * Draw the choices above the view.
 * @param {Page} page
 * @returns {void}
 */
function drawControls({ change }) {
  preferences.label();
  chapters.draw(store.current(), change);
  options.draw(store.current(), change);
}

/**
 * Draw what changes with the window of the chart, and nothing else of what stands beside it.
 * @param {Page} page
 * @returns {void}
 */
export function drawWindow(page) {
  drawReading(page);
  drawBelow(page);
}

/**
 * What stands beside the view, by turns.
 * @type {((page: Page) => void)[]}
 */
export const BESIDE = [drawWindow, drawCount];

/**
 * What stands around the view, by turns. What measures the page comes first, while nothing has changed.
 * @type {((page: Page) => void)[]}
 */
export const REST = [drawOverview, drawControls, drawFilters, drawList];

/**
 * The same of a page that is new, by turns: what can be seen and pressed before anything is scrolled or opened, and
 * what comes when that is on the screen.
 * @returns {{ inSight: ((page: Page) => void)[], later: ((page: Page) => void)[] }}
 */
export function firstTurns() {
  const above = [drawReading, drawCount, drawControls];
  const below = [drawBelow, drawOverview, drawFilters];
  if (viewName() === "list") return { inSight: [...above, drawList], later: below };
  return { inSight: above, later: [...below, drawList] };
}

/**
 * Draw the overview again, if it is in sight.
 * @returns {void}
 */
export function drawOverview() {
  if (store.current() && viewName() === "timeline") overview.draw(store.shown());
}

/** @type {Columns | null} */
let counted = null; // the columns that the filters were drawn with

/**
 * Whether the filters are drawn with the columns that are here now.
 * @returns {boolean}
 */
export const areCounted = () => counted === load().rows;

/**
 * Draw the filters with their counts.
 * @param {Page} page
 * @returns {void}
 */
export function drawFilters({ change }) {
  counted = load().rows;
  filters.draw(store.current(), change);
}

/**
 * Draw the list; then Dash is told.
 * @param {Page} page
 * @returns {void}
 */
export function drawList(page) {
  list.draw(node("event-list"), store.shown(), page.actions);
  dash.tell(store.current());
}

/**
 * Draw what says how many events the period holds, and which.
 * @param {Page} page
 * @returns {void}
 */
export function drawPeriod(page) {
  filters.count(store.shown(), store.current(), page.change, true);
  drawFilters(page);
  drawList(page);
  fetchTexts(page);
}

/**
 * What the tab and the style sheets are told of the view.
 * @returns {void}
 */
export function head() {
  const { event } = store.shown();
  document.documentElement.dataset.view = viewName();
  document.title = (event === null ? "" : `${text(load().events[event].title)} – `) + text(load().settings.title);
}

/**
 * Fetch what a large record has beside its first part: the columns that come later, and the texts that the timeline or
 * the list shows, or all of them where it looks through all. Other views wait for all of them.
 * @param {Page} page
 * @returns {void}
 */
export function fetchTexts({ render }) {
  if (!waiting()) return;
  const { q, asof, doubt: some } = store.current();
  const { event } = store.shown();
  if (views[viewName()]) want([]);
  else if (q || asof || some) whole().then(() => guarded(render));
  else want([...(event === null ? [] : [event]), ...list.rowsShown()], chart.named());
}
