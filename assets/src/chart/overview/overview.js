/* The overview strip: every event of the record small, on a scale that keeps empty decades short, with a
 * brush for the window of the chart. Its two handles are sliders for keyboard and screen reader. */
import { el } from "../../dom/element.js";
import { measurer } from "../../dom/measure.js";
import { load } from "../../state/data.js";
import * as store from "../../state/store.js";
import { dayText, lang, say, yearText } from "../../words/i18n.js";
import { scaleOf } from "../axis/scale.js";
import * as dragging from "./brush.js";
import { named, stretches } from "./spans.js";

const NS = "http://www.w3.org/2000/svg";
const HEIGHT = 40;
const SEEN = 3; // px from which a span is drawn
const MANY = 1500; // events above which they are drawn as piles
let root, svg, brush, handles, labels, data, actions, scale;
/** @type {Span} */
let range = [0, 1];
let wide = 0; // px of its width, as the browser last reported it: asking forces a layout
let asked = false; // whether it was to be drawn yet

/**
 * Make the strip in an element. `doing` are the actions that it may ask for.
 * @param {HTMLElement} element
 * @param {Actions} doing
 * @returns {void}
 */
export function init(element, doing) {
  root = element;
  actions = doing;
  data = load();
  scale = scaleOf(data.overview);
  svg = document.createElementNS(NS, "svg");
  svg.setAttribute("class", "overview-marks");
  svg.setAttribute("aria-hidden", "true");
  labels = el("div", { class: "overview-labels", "aria-hidden": "true" });
  brush = el("div", { class: "brush" });
  handles = [0, 1].map((side) =>
    el("div", { class: `handle handle-${side}`, role: "slider", tabindex: "0", dataset: { side } }),
  );
  root.append(svg, labels, brush, ...handles);
  root.setAttribute("role", "group");
  handles.forEach((handle, side) => handle.addEventListener("keydown", (event) => onKey(event, side)));
  dragging.attach(root, {
    ends: () => range.map(scale.place),
    show: (ends) => move([scale.dayAt(ends[0]), scale.dayAt(ends[1])]),
    settle: () => actions.setWindow(range),
    restore: () => move(store.windowDays()),
  });
  new ResizeObserver(([{ contentRect }]) => {
    const before = wide;
    wide = Math.round(contentRect.width);
    if (asked && wide !== before) actions.redraw();
  }).observe(root);
}

let placed = {}; // the cells of a width, which no filter changes

/** Where each event's cell stands, and how many the highest pile has. */
function cellsOf(width, cell) {
  if (placed.width === width) return placed;
  const columns = new Map();
  const cells = data.geometry.at.map((day, row) => {
    const x = Math.round((scale.place(day) * (width - cell)) / (cell + 1)) * (cell + 1);
    const level = columns.get(x) || 0;
    columns.set(x, level + 1);
    return { x, level, row };
  });
  placed = { width, cells, highest: Math.max(1, ...columns.values()) };
  return placed;
}

function rect(box) {
  const made = document.createElementNS(NS, "rect");
  for (const [name, value] of Object.entries(box)) made.setAttribute(name, value);
  return made;
}

/** The marks of very many events: at each place the matching ones as one pile, all others on top of it. */
function piles(cells, matching, unit, width) {
  const found = new Map();
  for (const { x, row } of cells) {
    const pile = found.get(x) || found.set(x, [0, 0]).get(x);
    pile[matching.has(row) ? 0 : 1] += 1;
  }
  return [...found].flatMap(([x, [on, off]]) =>
    [
      on &&
        rect({ x, y: HEIGHT - on * unit, width, height: on * unit, class: "cell", style: "--colour: var(--accent)" }),
      off &&
        rect({
          x,
          y: HEIGHT - (on + off) * unit,
          width,
          height: off * unit,
          class: "cell off",
          style: "--colour: var(--accent)",
        }),
    ].filter(Boolean),
  );
}

/**
 * Draw the strip: which events match, and the brush around the window.
 * @param {View} view
 * @returns {void}
 */
export function draw({ rows, window }) {
  asked = true;
  wide = wide || root.clientWidth;
  if (!wide) return;
  const cell = wide > 700 ? 6 : 4;
  const matching = new Set(rows);
  svg.setAttribute("width", wide);
  svg.setAttribute("height", HEIGHT);
  const { cells, highest } = cellsOf(wide, cell);
  const unit = Math.min(cell + 1, (HEIGHT - 2) / highest);
  if (cells.length > MANY) svg.replaceChildren(...piles(cells, matching, unit, cell));
  else
    svg.replaceChildren(
      ...cells.map(({ x, level, row }) =>
        rect({
          x,
          y: HEIGHT - (level + 1) * unit,
          width: cell,
          height: Math.max(1, unit - 1),
          class: matching.has(row) ? "cell" : "cell off",
          style: `--colour: var(--kind-${data.rows.kind[row]})`,
        }),
      ),
    );
  root.setAttribute("aria-label", `${say("overview")}. ${say("overview_note")}`);
  move(window);
  drawLabels(wide);
}

let labelled = ""; // the width and the language of what stands there

/** Below the marks: months, then years, each as a span; and a sign at each break of the scale. */
function drawLabels(width) {
  if (labelled === `${width} ${lang()}`) return;
  labelled = `${width} ${lang()}`;
  const { years, months } = stretches(data.geometry.at, data.overview);
  const ends = data.overview.breaks.map(([from, to]) => [from, to].map((day) => scale.place(day) * width));
  // A year's name may reach over the years after it, but not past a break.
  const limit = ({ day }) => ends[data.overview.breaks.findIndex(([from]) => from > day)]?.[1] ?? width;
  labels.replaceChildren(
    ...ends.map(([from, to]) => el("span", { class: "break", style: `left: ${(from + to) / 2}px` })),
    ...line("month", months, width),
    ...line("year", years, width, limit),
  );
}

/** One line of spans: those wide enough to be seen, and the names of those that have room. */
function line(level, stretched, width, limit) {
  const { fontFamily, fontSize } = getComputedStyle(labels);
  const measure = measurer(`${level === "year" ? "600 " : ""}${fontSize} ${fontFamily}`);
  const words = (day) => (level === "year" ? yearText(day) : dayText(day, { month: "short" }));
  const spans = stretched.map((each) => ({
    ...each,
    left: scale.place(each.day) * width,
    right: scale.place(each.next) * width,
    words: words(each.day),
  }));
  const box = ({ left, right }) => `left: ${left}px; width: ${Math.max(0, right - left)}px`;
  return [
    ...spans
      .filter(({ left, right }) => right - left > SEEN)
      .map((span) => el("i", { class: level, style: box(span) })),
    ...named(spans, (text) => Math.ceil(measure(text)) + 1, limit).map((span) =>
      el("span", { class: span.inside ? level : `${level} outgrown`, style: box(span) }, span.words),
    ),
  ];
}

/**
 * Put the brush around a window, without drawing anything else anew.
 * @param {Span} window
 * @returns {void}
 */
export function move(window) {
  range = window;
  const [left, right] = window.map(scale.place);
  brush.style.left = `${left * 100}%`;
  brush.style.width = `${(right - left) * 100}%`;
  handles.forEach((handle, side) => {
    handle.style.left = `${[left, right][side] * 100}%`;
    handle.setAttribute("aria-label", say(side ? "window_end" : "window_start"));
    handle.setAttribute("aria-valuemin", 0);
    handle.setAttribute("aria-valuemax", 1000);
    handle.setAttribute("aria-valuenow", Math.round([left, right][side] * 1000));
    handle.setAttribute("aria-valuetext", dayText(window[side]));
  });
}

function onKey(event, side) {
  const steps = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -10,
    PageUp: 10,
    Home: -Infinity,
    End: Infinity,
  };
  if (!(event.key in steps)) return;
  event.preventDefault();
  const next = [...range];
  next[side] = scale.dayAt(scale.place(range[side]) + steps[event.key] * 0.01);
  if (next[0] < next[1]) actions.setWindow(next);
}
