/* The overview strip: every event of the record small, on a scale that keeps empty decades short, with a
 * brush for the window of the chart. Its two handles are sliders for keyboard and screen reader. */
import { el } from "../dom/element.js";
import { measurer } from "../dom/measure.js";
import { dayOf, isoOf } from "../model/days.js";
import { load } from "../state/data.js";
import { dayText, lang, say } from "../words/i18n.js";

const NS = "http://www.w3.org/2000/svg";
const HEIGHT = 46;
const MANY = 1500; // events above which they are drawn as piles
let root, svg, brush, handles, labels, data, actions;
/** @type {Span} */
let range = [0, 1];
let wide = 0; // px of its width, as the browser last reported it: asking forces a layout

/** Linear interpolation between the knots `from` → `to`, beyond the ends too. */
function map(value, from, to) {
  let [low, index] = [0, from.length - 1];
  while (low < index) {
    // the first knot beyond the value
    const middle = (low + index) >> 1;
    if (from[middle] > value) index = middle;
    else low = middle + 1;
  }
  index = Math.max(1, index);
  const share = (value - from[index - 1]) / (from[index] - from[index - 1] || 1);
  return to[index - 1] + share * (to[index] - to[index - 1]);
}
const place = (day) => Math.min(1, Math.max(0, map(day, data.overview.days, data.overview.at)));
const dayAt = (share) => map(Math.min(1, Math.max(0, share)), data.overview.at, data.overview.days);

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
  svg = document.createElementNS(NS, "svg");
  svg.setAttribute("class", "overview-marks");
  svg.setAttribute("aria-hidden", "true");
  labels = el("div", { class: "overview-labels", "aria-hidden": "true" });
  brush = el("div", { class: "brush" });
  handles = [0, 1].map((side) =>
    el("div", { class: `handle handle-${side}`, role: "slider", tabindex: "0", dataset: { side } }),
  );
  root.append(svg, brush, ...handles, labels);
  root.setAttribute("role", "group");
  handles.forEach((handle, side) => handle.addEventListener("keydown", (event) => onKey(event, side)));
  drag();
  new ResizeObserver(([{ contentRect }]) => {
    wide = Math.round(contentRect.width);
    actions.redraw();
  }).observe(root);
}

let placed = {}; // the cells of a width, which no filter changes

/** Where each event's cell stands, and how many the highest pile has. */
function cellsOf(width, cell) {
  if (placed.width === width) return placed;
  const columns = new Map();
  const cells = data.geometry.at.map((day, row) => {
    const x = Math.round((place(day) * (width - cell)) / (cell + 1)) * (cell + 1);
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

let labelled = ""; // the width and the language of the labels that stand there

/** Years below, and above them the months of the years that hold many events. What does not fit is left out. */
function drawLabels(width) {
  if (labelled === `${width} ${lang()}`) return;
  labelled = `${width} ${lang()}`;
  const crowd = crowds(data.geometry.at);
  const busy = ({ year }) => crowd.year.get(year).n > data.geometry.at.length / 8;
  labels.replaceChildren();
  line("year", [...crowd.year.values()], width);
  line("month", [...crowd.month.values()].filter(busy), width);
}

/** How many events each year and each month has: {year, month}, number → {n, year, day}, `day` being one of its
 * days. */
function crowds(days) {
  const crowd = { year: new Map(), month: new Map() };
  for (const day of days) {
    const date = new Date(Math.round(day) * 864e5);
    const year = date.getUTCFullYear();
    for (const [level, key] of [
      ["year", year],
      ["month", year * 12 + date.getUTCMonth()],
    ]) {
      const found = crowd[level].get(key);
      if (found) found.n += 1;
      else crowd[level].set(key, { n: 1, year, day });
    }
  }
  return crowd;
}

function line(level, entries, width) {
  const taken = [];
  const { fontFamily, fontSize } = getComputedStyle(labels);
  const measure = measurer(`${level === "year" ? "600 " : ""}${fontSize} ${fontFamily}`);
  for (const { year, day: some } of entries.sort((a, b) => b.n - a.n)) {
    const iso = isoOf(some);
    const day = dayOf(level === "year" ? `${iso.slice(0, 4)}-01-01` : `${iso.slice(0, 7)}-01`);
    const words = level === "year" ? String(year) : dayText(day, { month: "short" });
    const long = Math.ceil(measure(words)) + 1;
    const left = Math.min(place(day) * width, width - long);
    if (taken.some(([a, b]) => left < b + 8 && left + long + 8 > a)) continue;
    taken.push([left, left + long]);
    labels.append(el("span", { class: level, style: `left: ${left}px` }, words));
  }
}

/**
 * Put the brush around a window, without drawing anything else anew.
 * @param {Span} window
 * @returns {void}
 */
export function move(window) {
  range = window;
  const [left, right] = window.map(place);
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
  next[side] = dayAt(place(range[side]) + steps[event.key] * 0.01);
  if (next[0] < next[1]) actions.setWindow(next);
}

function drag() {
  let held = null;
  const share = (event) => (event.clientX - root.getBoundingClientRect().left) / root.clientWidth;
  root.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    const side = event.target.dataset.side;
    const at = share(event);
    const [left, right] = range.map(place);
    held = { side: side === undefined ? null : Number(side), at, left, right, moved: false };
    if (side === undefined && (at < left || at > right)) {
      const half = (right - left) / 2;
      held.left = Math.min(Math.max(at - half, 0), 1 - 2 * half);
      held.right = held.left + 2 * half;
      held.moved = true;
      show([held.left, held.right]);
    }
    root.setPointerCapture(event.pointerId);
  });
  root.addEventListener("pointermove", (event) => {
    if (!held) return;
    const by = share(event) - held.at;
    if (Math.abs(by) * root.clientWidth > 2) held.moved = true;
    if (!held.moved) return;
    let { left, right } = held;
    if (held.side === null) {
      const slide = Math.min(Math.max(by, -left), 1 - right);
      [left, right] = [left + slide, right + slide];
    } else if (held.side === 0) left = Math.min(Math.max(0, left + by), right - 0.004);
    else right = Math.max(Math.min(1, right + by), left + 0.004);
    show([left, right]);
  });
  const show = (ends) => {
    range = [dayAt(ends[0]), dayAt(ends[1])];
    move(range);
  };
  const end = () => {
    if (held && held.moved) actions.setWindow(range);
    held = null;
  };
  root.addEventListener("pointerup", end);
  root.addEventListener("pointercancel", end);
}
