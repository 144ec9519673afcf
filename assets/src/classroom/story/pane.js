/* What stands beside a step: a view where it shows one, else the chart of what the story has told so far, around the
 * step's event. Where a class is to judge or to guess, a plate with the day or the number alone. */
import { figureOf, sizes } from "../../chart/figure/figure.js";
import * as plotly from "../../chart/figure/plotly.js";
import { el } from "../../dom/element.js";
import { giveBack } from "../../dom/focus.js";
import { dark } from "../../dom/theme.js";
import { dayOf } from "../../model/days.js";
import { load } from "../../state/data.js";
import * as store from "../../state/store.js";
import * as list from "../../views/list.js";
import { dayText, say, text } from "../../words/i18n.js";
import { headingOf, rowOf, viewOf } from "../lesson.js";
import { reportsOf } from "../newsroom/board.js";
import { around } from "../present/scale.js";
import { daysOf } from "../steps/days.js";
import { windowOf } from "../steps/view.js";

/** @typedef {{ told: Lesson, at: number, revealed: boolean, actions: Actions }} Told */

const NEWS_MARGIN = 5; // days beside the reports of a newsroom
/** @type {{ step: LessonStep, spec: Spec } | null} */
let changed = null; // what a reader has made of a step's view
let turn = 0; // how often something was drawn; a slow drawing gives way to a later one

/* ---- what is shown ---- */

/** The rows that the steps up to one are about, each once. */
const rowsTo = (/** @type {LessonStep[]} */ steps, /** @type {number} */ at) => [
  ...new Set(steps.slice(0, at + 1).flatMap((step) => rowOf(step) ?? [])),
];

/**
 * The days around an event, the one that was told before in sight; without an event all that was told.
 * @param {Row[]} rows
 * @param {Row | null} row
 * @returns {Span}
 */
function spanOf(rows, row) {
  const { at } = load().geometry;
  const days = rows.map((one) => at[one]);
  if (row === null) {
    const [first, last] = [Math.min(...days), Math.max(...days)];
    return around((first + last) / 2, [first, last]);
  }
  const before = rows.filter((one) => one !== row).pop();
  return around(at[row], before === undefined ? [] : [at[before]]);
}

/**
 * A view of some events alone, as the chart takes it.
 * @param {Row[]} rows
 * @param {Row | null} event
 * @param {Span} window
 * @param {Iso | ""} [asof]
 * @returns {View}
 */
const viewOfRows = (rows, event, window, asof = "") => ({
  rows,
  all: rows,
  listed: rows,
  narrow: false,
  window,
  asof,
  doubt: [],
  group: "kind",
  only: [],
  short: false,
  event,
});

/**
 * Do something while the store holds another specification.
 * @template T
 * @param {Spec} spec
 * @param {() => T} act
 * @returns {T}
 */
function during(spec, act) {
  const own = store.current();
  store.put(spec);
  store.select();
  try {
    return act();
  } finally {
    store.put(own);
    store.select();
  }
}

/* ---- how it is drawn ---- */

/**
 * A chart into the place, as large as that is, below the buttons that move its day.
 * @param {HTMLElement} root
 * @param {() => PlotlyFigure} make
 * @param {number} mine
 * @param {HTMLElement | null} [days]
 */
async function chart(root, make, mine, days = null) {
  const plot = root.querySelector(".plot") || el("div", { class: "plot", role: "img", "aria-label": say("chart") });
  await plotly.ready();
  if (mine !== turn) return;
  const { activeElement: held } = document;
  const key = held instanceof HTMLElement && held.closest(".step-days") ? held.dataset.key : "";
  if (plot.parentElement !== root) root.replaceChildren(plot);
  root.querySelector(".step-days")?.remove();
  if (days) root.prepend(days);
  if (days) giveBack(days, key);
  await plotly.draw(plot, make());
}

/**
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Spec} spec
 */
const figure = (root, view, spec) => () =>
  during(spec, () => {
    const { fontSize, paddingLeft, paddingRight } = getComputedStyle(root);
    const width = root.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const days = /** @type {HTMLElement | null} */ (root.querySelector(".step-days"));
    const high = root.clientHeight - (days ? days.offsetHeight : 0);
    return figureOf(view, sizes(width, parseFloat(fontSize), high), dark() ? "dark" : "light");
  });

/** A plate: a few large words in place of a picture. */
const plate = (/** @type {HTMLElement} */ root, /** @type {string} */ words) =>
  root.replaceChildren(el("p", { class: "story-plate", "aria-hidden": "true" }, words));

/** What a step's view shows: what its file says, as the reader has changed it. */
const specOf = (/** @type {LessonStep} */ step) => (changed && changed.step === step ? changed.spec : viewOf(step));

/**
 * What a picture may do: a choice in it changes the picture alone, and an event of it is opened on the page.
 * @param {LessonStep} step
 * @param {Actions} actions
 * @param {() => void} redraw
 * @returns {Actions}
 */
function actionsOf(step, actions, redraw) {
  /** @type {Change} */
  const change = (part) => {
    const before = specOf(step) || {};
    changed = { step, spec: { ...before, ...(typeof part === "function" ? part(before) : part) } };
    redraw();
    return true;
  };
  return { ...actions, change, setUnit: (unit) => change({ unit }), close: () => {} };
}

/** The place of a view. The one that is there stays, so that what has the focus in it keeps it. */
function partOf(root, at, name, drawn) {
  const part = root.querySelector(".story-view > *");
  const key = `${at} ${name}`;
  if (part && part.dataset.shown === key) return part;
  const made = el(drawn ? "div" : "ol", {
    class: drawn ? `step-${name}` : "event-list step-list",
    dataset: { shown: key },
  });
  root.replaceChildren(el("div", { class: "story-view" }, made));
  return made;
}

/**
 * A view of the page.
 * @param {HTMLElement} root
 * @param {Spec} spec
 * @param {{ at: number, actions: Actions }} how which step it is of, and what it may do
 * @param {number} mine
 */
async function page(root, spec, { at, actions }, mine) {
  const { view: name = "timeline", unit = null } = spec;
  const module = await actions.view(name);
  if (mine !== turn) return;
  const view = during(spec, () => ({ ...store.shown(), event: null }));
  if (name === "timeline") {
    const days = during(spec, () => daysOf(view, actions));
    await chart(root, figure(root, { ...view, window: windowOf(spec, view.window) }, spec), mine, days);
    return;
  }
  const part = partOf(root, at, name, module);
  during(spec, () => {
    if (module) module.draw(part, { ...view, rows: view.listed, unit }, actions);
    else list.draw(part, view, actions);
  });
}

/**
 * What a newsroom shows: the day, and once it has moved on the reports as they were known on it.
 * @param {HTMLElement} root
 * @param {LessonStep} step
 * @param {boolean} revealed
 * @param {number} mine
 */
function newsroom(root, step, revealed, mine) {
  const end = step.end || "";
  const rows = reportsOf(step).map(({ row }) => row);
  if (!revealed || !rows.length) {
    plate(root, dayText(dayOf(end), { day: "numeric", month: "long", year: "numeric" }));
    return;
  }
  const days = rows.map((row) => load().geometry.at[row]);
  /** @type {Span} */
  const span = [Math.min(...days) - NEWS_MARGIN, Math.max(...days, dayOf(end)) + NEWS_MARGIN];
  chart(root, figure(root, viewOfRows(rows, null, span, end), { asof: end }), mine);
}

/**
 * Draw what stands beside a step.
 * @param {HTMLElement} root
 * @param {Told} what
 * @returns {void}
 */
export function draw(root, what) {
  const { told, at, revealed } = what;
  const mine = (turn += 1);
  const step = told.steps[at];
  const spec = specOf(step);
  const rows = rowsTo(told.steps, at);
  root.dataset.kind = step.kind;
  if (step.kind === "newsroom") newsroom(root, step, revealed, mine);
  else if (spec) {
    const actions = actionsOf(step, what.actions, () => draw(root, what));
    page(root, spec, { at, actions }, mine);
  } else if (step.kind === "exercise" || !rows.length) plate(root, headingOf(step) || text(told.title));
  else {
    const row = rowOf(step);
    chart(root, figure(root, viewOfRows(rows, row, spanOf(rows, row)), {}), mine);
  }
}
