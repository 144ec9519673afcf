/* Draws the view: the chart or another view at once, everything around it a frame later. Then Dash is told. */
import * as chart from "./chart/chart.js";
import * as plotly from "./chart/figure/plotly.js";
import * as legend from "./chart/legend.js";
import * as overview from "./chart/overview/overview.js";
import * as windowBar from "./chart/overview/window-bar.js";
import * as takeover from "./chart/takeover.js";
import * as chapters from "./controls/chapters.js";
import * as filters from "./controls/filters.js";
import * as options from "./controls/options.js";
import * as preferences from "./controls/preferences.js";
import * as afterPaint from "./dom/after-paint.js";
import { node } from "./dom/element.js";
import { exercises, instead, insteadFor, missing, pageAlone, print, replay, views, without } from "./on-demand.js";
import * as embed from "./share/embed.js";
import * as dash from "./state/dash.js";
import { isHere, load, waiting, want, whole } from "./state/data.js";
import * as store from "./state/store.js";
import * as list from "./views/list.js";
import * as nothing from "./views/nothing.js";
import * as panelFocus from "./views/panel/focus.js";
import * as panel from "./views/panel/panel.js";
import * as panelPlace from "./views/panel/place.js";
import * as panelTools from "./views/panel/tools.js";
import { say, text } from "./words/i18n.js";

const page = document.documentElement;
let actions, change;
let ready = false;
/** @type {string | undefined} */
let last; // the view that was drawn last

/**
 * Make the parts that stay. `doing` are the actions that they may ask for, `changing` changes the view.
 * @param {Actions} doing
 * @param {Change} changing
 * @returns {void}
 */
export function init(doing, changing) {
  [actions, change] = [doing, changing];
  chart.init(node("timeline"), actions);
  overview.init(node("overview"), actions);
  takeover.watch(["timeline", "zoom-tools", "overview", "window-bar"].map(node));
  panelPlace.listen(node("event-panel"));
}

/**
 * Draw a view of other events, or the first.
 * @returns {void}
 */
export function render() {
  if (waits()) return;
  preferences.apply(store.current());
  store.select();
  const drawn = draw();
  if (ready) afterPaint.put(drawRest);
  Promise.all([drawn, ready || drawFirst()]).then(settle);
}

/**
 * Draw the same events in another window. What follows the period comes a frame later.
 * @returns {void}
 */
export function move() {
  if (waits()) return;
  const view = store.shown();
  chapters.draw(store.current(), change);
  options.draw(store.current(), change);
  overview.move(view.window);
  const drawn = drawView(view);
  panelTools.follow(node("event-panel"), view);
  panelFocus.inSight(node("event-panel"));
  drawn.then(fetchTexts);
  afterPaint.put(afterPaint.idle() ? drawPeriod : drawRest);
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

/**
 * Draw the overview again, if it is in sight.
 * @returns {void}
 */
export function drawOverview() {
  if (store.current() && isTimeline()) overview.draw(store.shown());
}

/**
 * Texts have arrived: draw what shows them. The events and the counts are as before.
 * @returns {void}
 */
export function showTexts() {
  if (waits()) return;
  draw();
  list.draw(node("event-list"), store.shown(), actions);
  fetchTexts();
}

/** Draw what says how many events the period holds, and which. */
const drawPeriod = () =>
  guarded(() => {
    const view = store.shown();
    filters.count(view, store.current(), change, true);
    filters.draw(store.current(), change);
    list.draw(node("event-list"), view, actions);
    fetchTexts();
    dash.tell(store.current());
  });

/**
 * Draw the panel of the open event, or close it.
 * @param {View} [view]
 * @returns {void}
 */
export function drawPanel(view = store.shown()) {
  const root = node("event-panel");
  const fill = (claim) => panel.draw(root, { ...view, claim }, actions);
  page.classList.toggle("has-panel", view.event !== null);
  panelFocus.around(root, store.current().event, !ready, fill);
  if (ready) panelFocus.inSight(root);
}

/**
 * Do something. If it fails, the notice tells the reader, and the console says why.
 * @param {() => void} act
 * @returns {void}
 */
export function guarded(act) {
  try {
    act();
  } catch (error) {
    const target = node("notice");
    if (target && isHere()) target.replaceChildren(say("broken"));
    throw error;
  }
}

/** Whether the view needs a part of the page that is on its way, and is drawn when that is here; or whether something
 * else than the page shows it, as in a class. */
function waits() {
  const spec = store.current();
  const soon = missing(spec);
  if (soon) soon.then(() => guarded(render), goBack);
  return soon !== null || isPresented(spec);
}

/** The exercise that lies over the page, or none. */
function drawExercise(spec) {
  if (spec.exercise)
    exercises
      .want()
      .then(({ show }) => show(spec, change))
      .catch((/** @type {unknown} */ error) => {
        if (store.current().exercise) change({ exercise: undefined, seed: undefined }, "replace");
        unloaded(error);
      });
  else if (exercises.here) exercises.here.leave();
}

/** Whether the view is presented in place of the page. */
function isPresented(spec) {
  const wanted = insteadFor(spec);
  for (const { here } of instead) if (here && here !== (wanted && wanted.here)) here.leave();
  if (!wanted) return false;
  if (exercises.here) exercises.here.leave();
  wanted.here.show(spec, actions, ready).then(settle, (/** @type {unknown} */ error) => {
    if (insteadFor(store.current()) === wanted) change(pageAlone, "replace");
    unloaded(error);
  });
  return true;
}

/** A part that the view needs did not come: the view is again what was drawn, and the address says so.
 * @param {unknown} error */
function goBack(error) {
  const less = without(store.current(), last);
  if (Object.keys(less).length) change(less, "replace");
  unloaded(error);
}

/**
 * Tell the reader that a part of the page did not come; the console says why.
 * @param {unknown} error
 * @returns {never}
 */
export function unloaded(error) {
  preferences.notice(say("not_loaded"));
  throw error;
}

/**
 * Tell the reader that something failed.
 * @param {unknown} error
 * @returns {void}
 */
export const fail = (error) =>
  guarded(() => {
    throw error;
  });

const viewName = () => store.current().view || "timeline";
const isTimeline = () => viewName() === "timeline";

function draw() {
  const { events, settings } = load();
  const view = store.shown();
  last = store.current().view;
  page.dataset.view = viewName();
  document.title = (view.event === null ? "" : `${text(events[view.event].title)} – `) + text(settings.title);
  const drawn = drawView(view); // first, since it measures the page
  filters.count(view, store.current(), change);
  if (replay.here) replay.here.draw(node("replay"), view, actions, ready);
  drawPanel(view);
  drawExercise(store.current());
  return drawn;
}

function drawView(view) {
  const { unit } = store.current();
  embed.draw();
  legend.line(node("legend-line"));
  legend.draw(node("legend"));
  const other = views[viewName()]; // the others are the chart and the list
  const shown = { ...view, rows: view.listed, unit: unit || null };
  if (other) return Promise.resolve(other.here.draw(node(`${viewName()}-view`), shown, actions));
  if (viewName() === "list") return Promise.resolve();
  const drawn = chart.draw(view);
  nothing.inChart(node("timeline"), view, actions);
  windowBar.draw(node("window-bar"), view, actions);
  return drawn;
}

/** What stands around the view, in parts. What measures the page comes first, while nothing has changed. */
const REST = [
  () => {
    drawOverview();
    preferences.label();
    chapters.draw(store.current(), change);
    options.draw(store.current(), change);
  },
  () => filters.draw(store.current(), change),
  () => {
    list.draw(node("event-list"), store.shown(), actions);
    fetchTexts();
    dash.tell(store.current());
  },
];

/** Draw what stands around the view; it may come a frame later. */
const drawRest = () =>
  guarded(() => {
    REST.forEach((part) => part());
    answer();
  });

/** Say that all that can be pressed answers. That is not yet so where a story or a presentation came first. */
function answer() {
  if (page.dataset.answers) return;
  // In the next frame the overview learns its width, and is drawn.
  requestAnimationFrame(() =>
    setTimeout(() => {
      page.dataset.answers = "true";
      takeover.answered();
    }),
  );
}

/** Fetch the texts of a large record that the view shows, or all of them where it looks through all. */
function fetchTexts() {
  if (!waiting()) return;
  const { q, asof } = store.current();
  if (q || asof || !["timeline", "list"].includes(viewName())) {
    whole().then(() => guarded(render));
    return;
  }
  const { event } = store.shown();
  want([...(event === null ? [] : [event]), ...list.rowsShown(), ...chart.named()]);
}

/** Draw the rest of a page that is new, with pauses in which the browser answers; it says so when all that can be
 * pressed does. Plotly may still be on its way. */
async function drawFirst() {
  for (const part of REST) {
    await afterPaint.pause();
    guarded(part);
  }
  answer();
}

/** The first drawing is complete: say so when it is on the screen, and can be put on paper. */
function settle() {
  if (ready) return;
  ready = true;
  panelFocus.inSight(node("event-panel"));
  fetchTexts();
  const onScreen = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const onPaper = print.want(); // where it did not come, it is asked for again when somebody prints
  // What somebody added is a part of the page; else nobody waits for Dash, or misses it.
  const added = node("extension") ? plotly.ready().then(dash.start) : null;
  if (added) added.catch(fail);
  Promise.allSettled([onScreen, onPaper, added]).then(() => {
    page.dataset.ready = "true";
    if (!added) afterPaint.whenIdle(() => dash.start());
  });
}
