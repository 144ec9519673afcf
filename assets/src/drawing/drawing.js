/* Draws the view: the chart or another view at once, everything around it a frame later. Then Dash is told. */
import * as chart from "../chart/chart.js";
import * as overview from "../chart/overview/overview.js";
import * as takeover from "../chart/takeover.js";
import * as chapters from "../controls/chapters.js";
import * as options from "../controls/options.js";
import * as preferences from "../controls/preferences.js";
import * as afterPaint from "../dom/after-paint.js";
import { node } from "../dom/element.js";
import { relations } from "../on-demand.js";
import { load, looksFurther } from "../state/data.js";
import * as store from "../state/store.js";
import * as panelFocus from "../views/panel/focus.js";
import * as panel from "../views/panel/panel.js";
import * as panelPlace from "../views/panel/place.js";
import * as panelTools from "../views/panel/tools.js";
import { guarded, unloaded } from "./failure.js";
import * as first from "./first.js";
import * as instead from "./instead.js";
import * as parts from "./parts.js";

/** What the parts may do and have to know.
 * @type {import("./parts.js").Page} */
const page = { actions: undefined, change: undefined, ready: false, render };
/** @type {string | undefined} */
let last; // the view that was drawn last
let times = 0; // that the first drawing has begun
/** Draws the view of a page that is new, unless that is done. */
let hurry = () => {};

/**
 * Make the parts that stay. `actions` are what they may ask for, `change` changes the view.
 * @param {Actions} actions
 * @param {Change} change
 * @returns {void}
 */
export function init(actions, change) {
  Object.assign(page, { actions, change });
  chart.init(node("timeline"), actions);
  overview.init(node("overview"), actions);
  takeover.watch(["timeline", "zoom-tools", "overview", "window-bar"].map(node));
  panelPlace.listen(node("event-panel"));
}

const waits = () => instead.waits({ ...page, last, again: render, shown: settle });

/**
 * Draw a view of other events, or the first.
 * @returns {void}
 */
export function render() {
  if (waits()) return;
  if (!page.ready) {
    drawFirst();
    return;
  }
  begin();
  draw();
  afterPaint.put(drawRest);
}

/** Find what the view shows. */
function begin() {
  preferences.apply(store.current());
  store.select();
  last = store.current().view;
  parts.head();
}

/** Draw a page that is new, by turns, unless that begins again meanwhile. It answers from the beginning: a press on a
 * first mark, a choice or a typed word makes the view another one, and a key has the chart drawn at once. Then comes
 * what can be seen, and the rest when that is on the screen. Plotly may still be on its way when all of it is there. */
async function drawFirst() {
  begin();
  times += 1;
  const mine = times;
  const isWanted = () => times === mine;
  const turn = (part) => () => guarded(() => part(page));
  const { inSight, later } = parts.firstTurns();
  let drawn;
  const view = () => (drawn = drawn || guarded(() => parts.drawView(page)));
  hurry = () => isWanted() && view();
  await first.answer();
  if (!(await afterPaint.byTurns([view, ...[...inSight, drawOpen].map(turn)], isWanted))) return;
  afterPaint.put(() => guarded(() => parts.fetchTexts(page))); // when the page answers, which does without them
  await afterPaint.painted();
  const fetchTexts = turn(parts.fetchTexts); // again, since the list now stands and has texts of its own
  if (!(await afterPaint.byTurns([...later.map(turn), fetchTexts], isWanted))) return;
  await drawn;
  if (times === mine) settle();
}

/**
 * Draw the view of a new page at once, where that has not come to it yet: somebody works with it.
 * @returns {void}
 */
export const hasten = () => hurry();

/**
 * Draw the same events in another window. What follows the period comes a frame later.
 * @returns {void}
 */
export function move() {
  if (waits()) return;
  const view = store.shown();
  chapters.draw(store.current(), page.change);
  options.draw(store.current(), page.change);
  overview.move(view.window);
  const drawn = parts.drawView(page);
  parts.drawWindow(page);
  panelTools.follow(node("event-panel"), view);
  panelFocus.inSight(node("event-panel"));
  drawn.then(() => parts.fetchTexts(page));
  afterPaint.put(afterPaint.idle() ? () => guarded(() => parts.drawPeriod(page)) : drawRest);
}

/**
 * Draw everything again, and at once.
 * @returns {void}
 */
export function redraw() {
  if (waits()) return;
  draw();
  afterPaint.put(drawRest);
  afterPaint.now();
}

export const { drawOverview } = parts;

/**
 * Texts have arrived: draw what shows them. The events are as before, and the counts, unless columns have come as well.
 * @returns {void}
 */
export function showTexts() {
  if (waits()) return;
  const isComplete = parts.areCounted();
  if (!isComplete && looksFurther(Object.keys(store.current()))) {
    render();
    return;
  }
  draw();
  if (!isComplete) parts.drawFilters(page);
  parts.drawList(page);
  parts.fetchTexts(page);
}

/**
 * Draw the panel of the open event, or close it.
 * @param {View} [view]
 * @returns {void}
 */
export function drawPanel(view = store.shown()) {
  const root = node("event-panel");
  const fill = (claim) => panel.draw(root, { ...view, claim }, page.actions);
  document.documentElement.classList.toggle("has-panel", view.event !== null);
  panelFocus.around(root, store.current().event, !page.ready, fill);
  if (page.ready) panelFocus.inSight(root);
  const related = view.event !== null && load().events[view.event].shown.links;
  if (related && !relations.here) relations.want().then(() => guarded(drawPanel), unloaded);
}

/** What is open: an event beside the view, or an exercise over the page. */
function drawOpen() {
  drawPanel();
  instead.drawExercise(store.current(), page.change);
}

function draw() {
  last = store.current().view;
  parts.head();
  const drawn = parts.drawView(page); // before what changes the page, since it measures that
  for (const part of parts.BESIDE) part(page);
  drawOpen();
  return drawn;
}

/** Draw what stands around the view; it may come a frame later. */
const drawRest = () =>
  guarded(() => {
    for (const part of parts.REST) part(page);
    first.answer();
    parts.fetchTexts(page);
  });

/** The first drawing is complete. */
function settle() {
  if (page.ready) return;
  page.ready = true;
  panelFocus.inSight(node("event-panel"));
  parts.fetchTexts(page);
  first.complete();
}
