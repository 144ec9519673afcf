/* The drawing in sight: of which view, at which size, and where on the screen everything in it stands. */
import { el } from "../dom/element.js";
import { dark } from "../dom/theme.js";
import { load } from "../state/data.js";
import { lang } from "../words/i18n.js";
import { timeOf } from "./axis/window.js";
import * as cache from "./cache.js";
import { figureOf, leading } from "./figure/figure.js";
import * as plotly from "./figure/plotly.js";
import * as cluster from "./input/cluster.js";
import * as pull from "./input/pull.js";
import * as plain from "./plain/plain.js";
import * as room from "./room.js";
import * as takeover from "./takeover.js";

const BIG = 8; // events from which a cluster's label says so little that no texts are fetched for it
const NOTHING = { sheet: null, key: null, boxes: [], parts: null, width: 1, left: 0, axis: 0, window: null };
let root, plot, after;
/** @type {any} */
let shown = NOTHING;
let frame = 0; // that is waited for
/** @type {View} */
let view = null;

/**
 * Make the place for drawings in an element, and give it. `whenDrawn()` is called after each drawing.
 * @param {HTMLElement} element
 * @param {() => void} whenDrawn
 * @returns {HTMLElement}
 */
export function init(element, whenDrawn) {
  [root, after] = [element, whenDrawn];
  // Screen readers have the list instead; the keyboard works on the chart as a whole.
  plot = el("div", { class: "plot", "aria-hidden": "true" });
  root.prepend(plot);
  room.watch(root, (width) => {
    if (view && width !== shown.outer && (width || shown.sheet)) draw(view);
  });
  return plot;
}

/**
 * What is drawn: `boxes`, `parts`, the `window`, the px of the plot's `width` and of what stands on its `left` and, as
 * the `axis`, above it. `sheet` is null before the first drawing.
 * @returns {any}
 */
export const current = () => shown;

/**
 * The view that is to be seen; while the chart is pulled, its window is another one than what is drawn.
 * @returns {View}
 */
export const viewed = () => view;

/**
 * Draw a view, plainly until Plotly is loaded. If another one is asked for before, Plotly draws only that one. The
 * promise waits for Plotly where that comes by itself; where it does not come, the plain drawing stays.
 * @param {View} wanted
 * @returns {Promise<void>}
 */
export async function draw(wanted) {
  view = wanted;
  if (plotly.isHere()) {
    await drawNow(byPlotly);
    return;
  }
  drawNow(plainly);
  const { soon, come } = takeover.plotlyComes();
  const drawn = come.then(
    () => (view === wanted ? drawNow(byPlotly) : null),
    () => null,
  );
  if (soon) await drawn;
}

/** Draw the view at once: `how` makes a drawing of a size, a theme and a key, or brings its last one back. */
function drawNow(how) {
  const size = room.inPage();
  if (!size.outer) return null;
  const theme = dark() ? "dark" : "light";
  const { rows, ...others } = view;
  const key = { rows, words: JSON.stringify([others, size, theme, lang()]), events: load().events };
  const drawn = how(size, theme, key);
  for (const marks of root.querySelectorAll("#first-marks")) marks.remove();
  cluster.refresh();
  after();
  return drawn;
}

/** What stands there until Plotly is loaded. */
function plainly(size, theme, key) {
  pull.end(root, shown.sheet);
  const drawing = arranged(size, theme, key);
  shown = { ...drawing, sheet: plain.draw(drawing.figure) };
  plot.replaceChildren(shown.sheet);
}

function byPlotly(size, theme, key) {
  pull.end(root, shown.sheet);
  const before = cache.find(key);
  shown = before || Object.assign(cache.blank(), arranged(size, theme, key));
  if (shown.sheet.parentNode !== plot) plot.replaceChildren(shown.sheet);
  return before || plotly.draw(shown.sheet, shown.figure);
}

/** Where everything stands; as it stands already, where that is the same. */
function arranged(size, theme, key) {
  const { sheet, ...drawing } = shown;
  if (sheet && cache.same(drawing.key, key)) return drawing;
  const figure = figureOf(view, size, theme);
  const { events } = load();
  const waits = labelled(figure.boxes).some((row) => events[row].untitled);
  return {
    figure,
    size,
    outer: size.outer,
    boxes: figure.boxes,
    parts: figure.parts,
    axis: figure.axis,
    width: figure.width,
    left: size.gutter,
    window: view.window,
    key: waits ? key : { ...key, events: null }, // no text is missing that it would show
  };
}

/**
 * Show another window while a gesture lasts: what is drawn moves or stretches, but is not arranged anew. `told` hears
 * of each window that comes into sight.
 * @param {Span} window
 * @param {(window: Span) => void} told
 * @returns {void}
 */
export function follow(window, told) {
  view = { ...view, window };
  root.classList.add("dragging");
  frame = frame || requestAnimationFrame(() => moved(told));
}

function moved(told) {
  frame = 0;
  told(view.window);
  const marks = shown.boxes
    .filter(({ label }) => label)
    .map(({ x, label }) => (x < 0 || x > shown.width ? label.left : x));
  pull.to(view.window, { root, plot: shown.sheet, marks, time: timeOf(view), ...shown });
}

/**
 * The gesture has ended.
 * @returns {void}
 */
export function rest() {
  cancelAnimationFrame(frame);
  frame = 0;
  root.classList.remove("dragging");
}

/** The rows whose titles some boxes show, or would show if they were here; big clusters have none. */
const labelled = (boxes) =>
  boxes.filter(({ rows }) => !rows || rows.length < BIG).map(({ row, rows }) => (rows ? leading(rows) : row));

/**
 * The rows whose titles the current drawing shows, or would show if they were here.
 * @returns {Row[]}
 */
export const named = () => labelled(shown.boxes);
