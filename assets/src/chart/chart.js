/* The timeline chart: draws one view with Plotly, and answers pointer and keyboard, so that labels, clusters and
 * marks answer alike. */
import { el } from "../dom/element.js";
import { createHint } from "../dom/hint.js";
import { dark } from "../dom/theme.js";
import { load } from "../state/data.js";
import { lang, say } from "../words/i18n.js";
import { again, hit, stop } from "./boxes.js";
import * as cache from "./cache.js";
import * as cluster from "./cluster.js";
import { describe, windowWords } from "./description.js";
import { figureOf, leading } from "./figure.js";
import * as pointers from "./gestures.js";
import { MARK } from "./mark.js";
import * as plotly from "./plotly.js";
import * as pull from "./pull.js";
import * as room from "./room.js";
import { clamp, panned, parting, zoomed } from "./window.js";

const REST = 160; // ms without a turn of the wheel after which the chart is drawn anew
const BIG = 8; // events from which a cluster's label says so little that no texts are fetched for it
const HOVER = 3; // px beside a mark within which the mouse finds it
const HAIR = 1e-6; // share of a window's length below which two lengths count as the same
const BELOW = 18; // px from the middle of a mark to its hint
// Marks in the HTML. Dash draws the page again, so the chart puts them back until it is ready.
const firstMarks = document.querySelectorAll("#first-marks");
let root, plot, hint, data, actions;
let view = null; // {rows, window: [day, day], group, only, event}
// The drawing in sight.
let shown = { sheet: null, key: null, boxes: [], parts: null, width: 1, left: 0, axis: 0, window: null };
let cursor = null; // the box at which the keyboard is
let pressed = null; // box that was last opened

/**
 * Make the chart in an element. `doing` are the actions that it may ask for.
 * @param {HTMLElement} element
 * @param {Actions} doing
 * @returns {void}
 */
export function init(element, doing) {
  root = element;
  actions = doing;
  data = load();
  // Screen readers have the list instead; the keyboard works on the chart as a whole.
  plot = el("div", { class: "plot", "aria-hidden": "true" });
  root.append(plot, ...firstMarks);
  hint = createHint(root);
  root.tabIndex = 0;
  // An application of its own keys: a screen reader in its browse mode would take the arrows for itself.
  root.setAttribute("role", "application");
  gestures();
  root.addEventListener("keydown", onKey);
  root.addEventListener("focus", () => root.classList.add("has-cursor"));
  root.addEventListener("blur", () => {
    root.classList.remove("has-cursor");
    hint.hide();
  });
  room.watch(root, (width) => {
    if (view && width !== shown.outer && (width || shown.sheet)) draw(view);
  });
}

/* ---- drawing ---- */

/**
 * Draw a view. If another one is asked for before Plotly is loaded, only that one is drawn.
 * @param {View} wanted
 * @returns {Promise<void>}
 */
export async function draw(wanted) {
  view = wanted;
  if (!plotly.isHere()) await plotly.ready();
  if (view === wanted) await drawNow();
}

/** Draw the view at once, or bring its last drawing back. */
function drawNow() {
  const size = room.inPage();
  if (!size.outer) return null;
  root.setAttribute("aria-label", `${say("chart")}. ${say("chart_help")}`);
  root.setAttribute("aria-roledescription", say("chart_role"));
  pull.end(root, shown.sheet);
  const theme = dark() ? "dark" : "light";
  const { rows, ...rest } = view;
  const key = { rows, words: JSON.stringify([rest, size, theme, lang()]), events: data.events };
  const before = cache.find(key);
  shown = before || fresh(size, theme, key);
  if (shown.sheet.parentNode !== plot) plot.replaceChildren(shown.sheet);
  const drawn = before || plotly.draw(shown.sheet, shown.figure);
  for (const marks of firstMarks) marks.remove();
  cluster.refresh();
  return drawn;
}

function fresh(size, theme, key) {
  const figure = figureOf(view, size, theme);
  const drawing = Object.assign(cache.blank(), {
    figure,
    outer: size.outer,
    boxes: figure.boxes,
    parts: figure.parts,
    axis: figure.axis,
    width: figure.width,
    left: size.gutter,
    window: view.window,
  });
  const waits = names(drawing.boxes).some((row) => data.events[row].pending);
  // No text is missing that it would show.
  return Object.assign(drawing, { key: waits ? key : { ...key, events: null } });
}

/** Follow a gesture: what is drawn moves or stretches, but is not arranged anew. */
function follow() {
  const marks = shown.boxes
    .filter(({ label }) => label)
    .map(({ x, label }) => (x < 0 || x > shown.width ? label.left : x));
  pull.to(view.window, { root, plot: shown.sheet, drawn: shown.window, width: shown.width, marks });
  actions.moving(view.window);
}

/* ---- the window ---- */

/** Show another window, and say so. Going back leads to the one before a zoom. */
function go(window, how) {
  actions.setWindow(window, how);
  actions.announce(windowWords(window, view.rows));
}

/**
 * Show a window `factor` times as long.
 * @param {number} factor
 * @returns {void}
 */
export const zoom = (factor) => go(zoomed(view.window, factor), "push");

/**
 * Move the window by a share of its length.
 * @param {number} share
 * @returns {void}
 */
export const pan = (share) => go(panned(view.window, share), "replace");

/* ---- pointer ---- */

/** The place of a pointer in the plot.
 * @returns {[number, number]} */
const inPlot = (event) => {
  const box = plot.getBoundingClientRect();
  return [event.clientX - box.left - shown.left, event.clientY - box.top - shown.axis];
};

/** Open the event of a box, or list those of a circle. */
function choose(box) {
  if (!box) return;
  pressed = box;
  hint.hide();
  if (!box.rows) {
    actions.open(box.row);
    return;
  }
  const days = box.rows.map((row) => data.geometry.at[row]);
  const apart = parting(days, view.window);
  const area = plot.getBoundingClientRect();
  const half = (box.right - box.left) / 2;
  const circle = new DOMRect(
    area.left + shown.left + box.x - half,
    area.top + shown.axis + box.y - half,
    2 * half,
    2 * half,
  );
  cluster.show({
    rows: box.rows,
    parts: shown.parts,
    circle,
    open: actions.open,
    zoom: apart && (() => go(apart, "push")),
  });
}

/** Answer drag, pinch and wheel: what is drawn follows at once, and is drawn anew when they end. */
function gestures() {
  let frame = 0;
  const slide = (next) => {
    view = { ...view, window: clamp(next) };
    root.classList.add("dragging");
    frame =
      frame ||
      requestAnimationFrame(() => {
        frame = 0;
        follow();
      });
  };
  const settle = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    root.classList.remove("dragging");
    const [before, now] = [shown.window, view.window].map(([first, last]) => last - first);
    go(view.window, Math.abs(now - before) < HAIR * before ? "replace" : "push");
  };
  let rest = 0;
  const wheeled = (next) => {
    slide(next);
    clearTimeout(rest); // a wheel does not say when it stops
    rest = setTimeout(settle, REST);
  };
  const width = () => shown.width;
  pointers.attach(plot, {
    at: inPlot,
    window: () => view.window,
    width,
    slide,
    settle,
    tap: (place, slack) => choose(hit(shown.boxes, place, slack)),
    hover,
    leave: () => hint.hide(),
  });
  pointers.wheel(root, {
    share: (event) => Math.min(1, Math.max(0, inPlot(event)[0] / shown.width)),
    zoom: (factor, at) => wheeled(zoomed(view.window, factor, at)),
    pan: (share) => wheeled(panned(view.window, share)),
    width,
  });
}

function hover(event) {
  if (!plot.contains(event.target)) return;
  const box = hit(shown.boxes, inPlot(event), HOVER);
  plot.style.cursor = box ? "pointer" : "";
  if (box) showHint(box);
  else hint.hide();
}

/* ---- hint beside a mark ---- */

function showHint(box) {
  const { left, outer } = shown;
  const words = describe(box).map((line, index) => el(index ? "span" : "strong", { dir: "auto" }, line));
  hint.show(words, { x: Math.min(Math.max(left + box.x, 0), outer), y: box.y + shown.axis + BELOW, outer });
}

/* ---- keyboard ---- */

const KEYS = {
  ArrowRight: (shift) => (shift ? pan(0.2) : step(1)),
  ArrowLeft: (shift) => (shift ? pan(-0.2) : step(-1)),
  Home: () => step(-Infinity),
  End: () => step(Infinity),
  Enter: () => chooseCursor(),
  " ": () => chooseCursor(),
  "+": () => zoom(0.6),
  "=": () => zoom(0.6),
  "-": () => zoom(1 / 0.6),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== root) return;
  if (!KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key](event.shiftKey);
}

const chooseCursor = () => choose(again(shown.boxes, cursor));

/** Move the keyboard's cursor along the marks in the window, clusters included, in order of date. */
function step(by) {
  const box = stop(shown.boxes, data.geometry.at, cursor, by);
  if (!box) return;
  cursor = box;
  showHint(box);
  hint.frame({ x: shown.left + Math.min(Math.max(box.x, 0), shown.width), y: box.y + shown.axis });
  hint.bringIntoSight();
  actions.announce(describe(box).join(", "));
}

/** The rows whose titles the chart shows, or would show if they were here; big clusters have none. */
const names = (boxes) =>
  boxes.filter(({ rows }) => !rows || rows.length < BIG).map(({ row, rows }) => (rows ? leading(rows) : row));

/**
 * The rows whose titles the current drawing shows, or would show if they were here.
 * @returns {Row[]}
 */
export const named = () => names(shown.boxes);

/**
 * The edges on the screen of an event's mark, or of the circle that holds it; of several, of the one that was pressed.
 * Before the first drawing only `left` and `right` are right. Null where none is in the window.
 * @param {Row} row
 * @returns {{ left: number, right: number, top: number, bottom: number } | null}
 */
export function placeOf(row) {
  if (!root.offsetParent) return null;
  const { boxes, width, left } = shown.sheet ? shown : expected(row);
  const found = boxes.filter((box) => box.row === row || (box.rows || []).includes(row));
  const box = found.find(({ y }) => pressed && y === pressed.y) || found[0];
  if (!box || box.right < 0 || box.left > width) return null;
  const corner = root.getBoundingClientRect();
  const [x, y] = [corner.left + left + Math.min(Math.max(box.x, 0), width), corner.top + shown.axis + box.y];
  return { left: x - MARK / 2, right: x + MARK / 2, top: y - MARK / 2, bottom: y + MARK / 2 };
}

/** What the first drawing will hold of an event: the day of its mark, at no height yet. */
function expected(row) {
  const { outer, gutter, edge } = room.inPage();
  const [first, last] = view.window;
  const width = outer - gutter - edge;
  const x = ((data.geometry.at[row] - first) / (last - first)) * width;
  return { boxes: [{ row, rows: [], x, y: 0, left: x, right: x }], width, left: gutter };
}
