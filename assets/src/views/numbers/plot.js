/* The plot of the figures: the day asserted across, the value upwards, a band for each scope.
 *
 * views/numbers/figure.js says what is drawn. Pointer and keyboard go from figure to figure. */
import * as plotly from "../../chart/figure/plotly.js";
import { drawBands } from "../../dom/bands.js";
import { el } from "../../dom/element.js";
import { createHint } from "../../dom/hint.js";
import * as numbers from "../../model/numbers.js";
import { say } from "../../words/i18n.js";
import * as words from "../../words/numbers.js";
import * as numbersFigure from "./figure.js";

const NEAR = { mouse: 14, touch: 24 };
const BELOW = 8; // px from a mark's box to its hint
let root, plot, hint, pointAt;
let shown = null; // {figures, whole, actions, outer, left, marks}
let cursor = null; // key of the figure under the keyboard
let tapped = null; // key of the figure whose hint a tap has opened

/**
 * Make the plot in an element. `pointed(key)` is told which figure pointer or keyboard is at (null: at none).
 * @param {HTMLElement} element
 * @param {(key: string | null) => void} pointed
 * @returns {void}
 */
export function init(element, pointed) {
  root = element;
  pointAt = pointed;
  plot = el("div", { class: "plot", role: "img" });
  root.tabIndex = 0;
  root.setAttribute("role", "group");
  root.append(plot);
  hint = createHint(root);
  plot.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") hover(event);
  });
  plot.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") leave();
  });
  plot.addEventListener("click", onClick);
  root.addEventListener("keydown", onKey);
  root.addEventListener("blur", leave);
  new ResizeObserver(() => {
    if (shown && root.clientWidth && root.clientWidth !== shown.outer) draw(shown);
  }).observe(root);
}

/**
 * Draw `figures` as views/numbers/figure.js takes them; `actions` opens an event.
 * @param {any} next
 * @returns {Promise<void>}
 */
export function draw(next) {
  shown = { ...shown, ...next };
  const outer = root.clientWidth;
  if (!outer) return Promise.resolve();
  const { data, layout, ...places } = numbersFigure.figureOf(
    shown,
    outer,
    parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  shown = { ...shown, ...places };
  leave();
  const { bands, top } = shown; // the first band has the days above
  drawBands(
    root,
    bands.map((band, n) => ({ top: n ? top + band.top : 0, bottom: top + band.bottom })),
  );
  const mine = shown; // Plotly loads last; if another drawing was asked for meanwhile, only that one is drawn.
  return plotly.ready().then(() => mine === shown && plotly.draw(plot, { data, layout }));
}

/* ---- pointer, keyboard, hint ---- */

function hit(event) {
  const box = plot.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left - shown.left, event.clientY - box.top - shown.top];
  const slack = NEAR[event.pointerType === "touch" ? "touch" : "mouse"];
  const far = (a, low, high) => Math.max(low - a, a - high, 0);
  let best = null;
  for (const mark of shown.marks) {
    const inLabel = mark.label && overLabel(mark.label, x, y);
    const distance = inLabel ? 0 : Math.hypot(x - mark.x, far(y, Math.min(...mark.ys), Math.max(...mark.ys)));
    const close =
      inLabel ||
      (far(x, mark.box.left, mark.box.right) <= slack - 8 && far(y, mark.box.top, mark.box.bottom) <= slack - 8);
    if (close && (!best || distance < best.distance)) best = { mark, distance };
  }
  return best && best.mark;
}

const overLabel = (label, x, y) => x >= label.left && x <= label.right && y >= label.top && y <= label.bottom;

function hover(event) {
  const mark = hit(event);
  plot.style.cursor = mark ? "pointer" : "";
  if (mark) showTip(mark);
  else leave();
}

function onClick(event) {
  const mark = hit(event);
  if (!mark) {
    leave();
    return;
  }
  const { key } = shown.figures[mark.index];
  // A finger can't hover: the first tap says what the mark is, the second opens it.
  if (event.pointerType === "touch" && tapped !== key) {
    showTip(mark, say("numbers_again"));
    tapped = key;
  } else open(mark);
}

function open(mark) {
  const [use] = shown.figures[mark.index].uses;
  leave();
  shown.actions.open(use.row, use.claim);
}

function describe(figure) {
  const scope = figure.scope === numbers.NO_SCOPE ? "" : `, ${words.scope(figure)}`;
  return [
    words.voice(figure),
    `${words.amount(figure)}${scope}`,
    words.quantity(figure),
    words.day(figure),
    words.source(figure),
  ];
}

function showTip(mark, more = "") {
  const figure = shown.figures[mark.index];
  const [who, what, counted, day, source] = describe(figure);
  const lines = [
    el("strong", {}, who),
    el("span", { class: "tip-figure" }, what),
    el("span", {}, counted),
    el("span", {}, `${day} · ${source}`),
    ...(more ? [el("span", { class: "tip-more" }, more)] : []),
  ];
  hint.show(lines, { x: shown.left + mark.x, y: shown.top + mark.box.bottom + BELOW, outer: shown.outer });
  pointAt(figure.key);
}

/**
 * Set a ring around the mark of a figure (null: around none).
 * @param {string | null} key
 * @returns {void}
 */
export function point(key) {
  const mark = shown && shown.marks.find(({ index }) => shown.figures[index].key === key);
  hint.frame(mark ? { x: shown.left + mark.x, y: shown.top + mark.ys[0] } : null);
}

function leave() {
  tapped = null;
  hint.hide();
  pointAt(null);
}

/** Where a key leads from the figure number `here` (-1: none) of `count`; undefined for other keys. */
function stepped(key, here, count) {
  const back = here < 0 ? 0 : here - 1;
  const to = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: back, ArrowUp: back, Home: 0, End: count - 1 }[
    key
  ];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

const markOf = (index) => shown.marks.find((mark) => mark.index === index);

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== root) return;
  if (!shown || !shown.marks.length) return;
  const here = shown.figures.findIndex((figure) => figure.key === cursor);
  const to = stepped(event.key, here, shown.figures.length);
  const chosen = here >= 0 && (event.key === "Enter" || event.key === " ");
  if (to === undefined && !chosen) return;
  event.preventDefault();
  if (chosen) open(markOf(here));
  else goTo(to);
}

function goTo(index) {
  const figure = shown.figures[index];
  cursor = figure.key;
  showTip(markOf(index));
  point(cursor);
  hint.bringIntoSight();
  shown.actions.announce(describe(figure).join(", "));
}

/**
 * Say what the plot is, for those who do not see it.
 * @param {string} label
 * @param {string} help
 * @returns {void}
 */
export function describeAs(label, help) {
  plot.setAttribute("aria-label", label);
  root.setAttribute("aria-label", `${label} ${help}`);
}
