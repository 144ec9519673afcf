/* The timeline chart: draws one view with Plotly, and answers pointer and keyboard, so that labels, clusters and
 * marks answer alike. */
import * as cache from "./cache.js";
import * as hints from "../dom/hint.js";
import * as plotly from "./plotly.js";
import * as pointers from "./gestures.js";
import * as pull from "./pull.js";
import { ENDS } from "../model/days.js";
import { TOP, sizes, figureOf, leading } from "./figure.js";
import { dark } from "../dom/theme.js";
import { el } from "../dom/element.js";
import { known } from "../state/store.js";
import { load } from "../state/data.js";
import { say, name, dayText, lang, text } from "../words/i18n.js";

const MIN_SPAN = 4; // days that the closest zoom shows
const REST = 160; // ms without a turn of the wheel after which the chart is drawn anew
const BIG = 8; // events of a cluster that its label says too little of to be sent for
const PAPER = 540; // px that a printed chart takes of an A4's thousand
// Marks that stand in the HTML: Dash draws the page anew, and the chart puts them back until it is there.
const firstMarks = document.querySelectorAll("#first-marks");
let root, plot, hint, data, actions;
let view = null; // {rows, window: [day, day], group, only, event}
let shown = { sheet: null, key: null, boxes: [], width: 1, left: 0, window: null }; // the drawing in sight
let wide = 0; // px of the chart's width as the browser last told it, 0 where it is hidden
let cursor = null; // row under the keyboard

export function init(element, doing) {
  root = element;
  actions = doing;
  data = load();
  plot = el("div", { class: "plot", "aria-hidden": "true" }); // the list is the same for reading; keys and what they find are the chart's
  root.append(plot, ...firstMarks);
  hint = hints.create(root, TOP);
  root.tabIndex = 0;
  root.setAttribute("role", "group");
  gestures();
  root.addEventListener("keydown", onKey);
  root.addEventListener("focus", () => root.classList.add("has-cursor"));
  root.addEventListener("blur", () => {
    root.classList.remove("has-cursor");
    hint.hide();
  });
  new ResizeObserver(([{ contentRect }]) => {
    wide = contentRect.width;
    if (view && wide && Math.round(wide) !== shown.outer) draw(view);
  }).observe(root);
}

/* ---- drawing ---- */

/** The sizes in the page: a phone may scroll, a frame has little room, paper half a page, else most of the window is used. */
function inPage() {
  const page = document.documentElement;
  const rem = parseFloat(getComputedStyle(page).fontSize);
  // To ask for the width anew would have the whole page laid out; on paper and out of hiding it is another one.
  const outer = Math.round(page.classList.contains("printing") ? root.clientWidth : wide || root.clientWidth);
  if (page.classList.contains("printing")) return sizes(outer, rem, PAPER);
  if (page.dataset.embed === "1") return sizes(outer, rem, innerHeight - 9 * rem);
  const size = sizes(outer, rem, innerHeight * 0.72);
  return { ...size, budget: size.narrow ? 24 : Math.max(18, size.budget) };
}

/** Draw a view. Where another has come before Plotly has, that one is drawn. */
export async function draw(next) {
  view = next;
  if (!plotly.isHere()) await plotly.ready();
  if (view === next) await drawNow();
}

/** Draw the view at once, or bring its last drawing back; pointer and keyboard find its boxes. */
function drawNow() {
  const size = inPage();
  if (!size.outer) return null;
  root.setAttribute("aria-label", `${say("chart")}. ${say("chart_help")}`);
  pull.end(root, shown.sheet);
  const theme = dark() ? "dark" : "light";
  const { rows, ...rest } = view;
  const key = { rows, words: JSON.stringify([rest, size, theme, lang()]), events: data.events };
  const before = cache.find(key);
  shown = before || fresh(size, theme, key);
  if (shown.sheet.parentNode !== plot) plot.replaceChildren(shown.sheet);
  const drawn = before || plotly.draw(shown.sheet, shown.figure);
  for (const marks of firstMarks) marks.remove();
  return drawn;
}

function fresh(size, theme, key) {
  const figure = figureOf(view, size, theme);
  const drawing = Object.assign(cache.blank(), {
    figure,
    outer: size.outer,
    boxes: figure.boxes,
    width: figure.width,
    left: size.gutter,
    window: view.window,
  });
  const waits = names(drawing.boxes).some((row) => data.events[row].pending);
  return Object.assign(drawing, { key: waits ? key : { ...key, events: null } }); // nothing more to come that it would show
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

const limits = () => {
  const { days } = data.overview;
  const [first, last] = ENDS;
  return [Math.max(days[0] - 30, first), Math.min(days[days.length - 1] + 30, last)];
};

export function clamp([first, last]) {
  const [low, high] = limits();
  const span = Math.min(Math.max(last - first, MIN_SPAN), high - low);
  const start = Math.min(Math.max((first + last - span) / 2, low), high - span);
  return [start, start + span];
}

function zoomed(factor, around) {
  const [first, last] = view.window;
  const day = first + (last - first) * around;
  return clamp([day - (day - first) * factor, day + (last - day) * factor]);
}

export const zoom = (factor) => actions.setWindow(zoomed(factor, 0.5));

function panned(share) {
  const [first, last] = view.window;
  const step = (last - first) * share;
  return clamp([first + step, last + step]);
}

export const pan = (share) => actions.setWindow(panned(share));

/* ---- pointer ---- */

const inPlot = (event) => {
  const box = plot.getBoundingClientRect();
  return [event.clientX - box.left - shown.left, event.clientY - box.top - TOP];
};

/** The mark, label or cluster at a place, the nearest first; `slack` px around it count as well. */
function hit([x, y], slack) {
  let best = null;
  for (const box of shown.boxes) {
    if (Math.abs(y - box.y) > 13 + slack / 2) continue;
    const onMark = x >= box.left - slack && x <= box.right + slack;
    const onLabel = box.label && x >= box.label.left && x <= box.label.right;
    const distance = onMark || onLabel ? Math.hypot(onLabel ? 0 : x - box.x, y - box.y) : Infinity;
    if (distance < Infinity && (!best || distance < best.distance)) best = { ...box, distance };
  }
  return best;
}

function choose(box) {
  if (!box) return;
  hint.hide();
  if (box.rows) zoomTo(box.rows);
  else actions.open(box.row);
}

function zoomTo(rows) {
  const days = rows.map((row) => data.geometry.at[row]);
  const first = Math.min(...days);
  const last = Math.max(...days);
  const [a, b] = view.window;
  // A cluster that one day holds can't be parted by zooming; the closest window shows each in a row of its own.
  const span = Math.min(Math.max((last - first) * 1.5, MIN_SPAN * 2), (b - a) * 0.5);
  actions.setWindow(clamp([(first + last - span) / 2, (first + last + span) / 2]));
}

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
    actions.setWindow(view.window);
  };
  let rest = 0;
  const wheeled = (next) => {
    // a wheel doesn't say when it stops
    slide(next);
    clearTimeout(rest);
    rest = setTimeout(settle, REST);
  };
  const width = () => shown.width;
  pointers.attach(plot, {
    at: inPlot,
    window: () => view.window,
    width,
    slide,
    settle,
    tap: (place, slack) => choose(hit(place, slack)),
    hover,
    leave: () => hint.hide(),
  });
  pointers.wheel(root, {
    share: (event) => Math.min(1, Math.max(0, inPlot(event)[0] / shown.width)),
    zoom: (factor, around) => wheeled(zoomed(factor, around)),
    pan: (share) => wheeled(panned(share)),
    width,
  });
}

function hover(event) {
  if (!plot.contains(event.target)) return;
  const box = hit(inPlot(event), 3);
  plot.style.cursor = box ? "pointer" : "";
  if (box) hint.show(describe(box), box, shown);
  else hint.hide();
}

/* ---- hint beside a mark ---- */

function describe(box) {
  if (!box.rows) {
    const event = data.events[box.row];
    return [event.title[lang()], `${text(event.date)} · ${name("status", known().columns.status[box.row])}`];
  }
  const days = box.rows.map((row) => data.geometry.at[row]);
  return [say("cluster", { n: box.rows.length, from: dayText(Math.min(...days)), to: dayText(Math.max(...days)) })];
}

/* ---- keyboard ---- */

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== root) return;
  const keys = {
    ArrowRight: () => (event.shiftKey ? pan(0.2) : step(1)),
    ArrowLeft: () => (event.shiftKey ? pan(-0.2) : step(-1)),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
    Enter: () => cursor !== null && choose(boxOf(cursor)),
    " ": () => cursor !== null && choose(boxOf(cursor)),
    "+": () => zoom(0.6),
    "=": () => zoom(0.6),
    "-": () => zoom(1 / 0.6),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

const boxOf = (row) => shown.boxes.find((box) => box.row === row || (box.rows && box.rows[0] === row));

/** Move the keyboard's cursor along the marks in the window, clusters included, in order of date. */
function step(by) {
  const { at } = data.geometry;
  const stops = [...new Set(shown.boxes.map((box) => (box.rows ? box.rows[0] : box.row)))].sort(
    (a, b) => at[a] - at[b] || a - b,
  );
  if (!stops.length) return;
  const here = stops.indexOf(cursor);
  const next =
    here < 0
      ? by > 0 && by < Infinity
        ? 0
        : by === Infinity
          ? stops.length - 1
          : 0
      : Math.min(Math.max(here + by, 0), stops.length - 1);
  cursor = stops[next];
  const box = boxOf(cursor);
  hint.show(describe(box), box, shown);
  hint.frame(box, shown);
  actions.announce(describe(box).join(", "));
}

/** The rows whose titles the chart would show where it had them; a big cluster does without. */
const names = (boxes) =>
  boxes.filter(({ rows }) => !rows || rows.length < BIG).map(({ row, rows }) => (rows ? leading(rows) : row));
export const named = () => names(shown.boxes);
