/* The numbers: every figure of the shown events, by the day it was asserted, by claimant, with its scope.
 *
 * One unit at a time, in a plot and in a table that hold the same figures. */
import * as choices from "../../dom/choices.js";
import { el } from "../../dom/element.js";
import { usualUnits } from "../../model/amounts.js";
import * as numbers from "../../model/numbers.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { name, say } from "../../words/i18n.js";
import * as words from "../../words/numbers.js";
import * as plot from "./plot.js";
import * as table from "./table.js";

// Plotly's symbols that stay apart from one another hollow or full; css/numbers.css draws the same for the legend.
const SYMBOLS = [
  "circle",
  "square",
  "diamond",
  "star",
  "cross",
  "x",
  "hexagon",
  "hourglass",
  "bowtie",
  "pentagon",
  "triangle-left",
  "triangle-right",
  "star-diamond",
  "star-square",
  "hexagram",
  "diamond-tall",
  "diamond-wide",
  "triangle-up",
  "triangle-down",
];
const COLOURS = 8; // --voice-0 and so on in css/numbers.css
const BOUNDS = ["exact", "about", "at_least", "at_most", "range"];
let parts = null;
let all = null; // figures of the whole record: they settle axes and symbols, whatever is filtered

function build(root) {
  const part = (tag, attributes) => el(tag, attributes);
  parts = {
    choice: part("div", { id: "numbers-unit", class: "choices chips", role: "radiogroup" }),
    heading: part("h2", {}),
    note: part("p", { class: "numbers-note" }),
    none: part("p", { class: "numbers-none" }),
    legend: part("div", { class: "numbers-legend" }),
    plot: part("div", { class: "numbers-plot" }),
    table: part("div", { class: "numbers-table", tabindex: "0", role: "region" }),
  };
  parts.body = el(
    "div",
    { class: "numbers-body" },
    el("div", { class: "numbers-left" }, parts.plot, parts.note, parts.legend),
    parts.table,
  );
  root.replaceChildren(el("div", { class: "numbers" }, parts.heading, parts.choice, parts.none, parts.body));
  plot.init(parts.plot, (key) => table.point(parts.table, key));
}

/** All figures of the record, and who gives them, by unit. */
function whole() {
  if (!all) {
    const { events, rows } = load();
    const units = usualUnits(events);
    all = {
      units,
      figures: numbers.collect(
        events,
        rows.id.map((_, row) => row),
        units,
      ),
    };
  }
  return all;
}

/** How each claimant of a unit is drawn: the same whatever is filtered. A claimant shown only by a filter that
 * parts two who speak together comes after all others. */
function looks(figures, shown) {
  const voices = [...new Set([...numbers.voices(figures), ...numbers.voices(shown)])];
  return new Map(
    voices.map((voice, turn) => [voice, { symbol: SYMBOLS[turn % SYMBOLS.length], shade: turn % COLOURS }]),
  );
}

const sign = ({ symbol, shade }) =>
  el(
    "span",
    { class: `symbol symbol-${symbol}`, style: `--colour: var(--voice-${shade})`, "aria-hidden": "true" },
    el("span"),
  );

/**
 * What the view shows, in words and figures, for the page, a picture and paper: of the events `view.rows` the figures
 * of the unit `view.unit` (null: the one with most figures). `look` tells how each claimant is drawn, `legend` what is
 * to be explained.
 * @param {View & { unit: string | null }} view
 * @returns {NumbersContent}
 */
export function contentOf(view) {
  const { figures: everything, units } = whole();
  const names = Object.keys(load().names.unit);
  const found = numbers.collect(known().events, view.rows, units);
  const counts = numbers.unitCounts(found, names);
  const options = [...numbers.unitCounts(everything, names).keys()];
  const unit = view.unit || [...counts.keys()][0] || options[0];
  const figures = found.filter((figure) => figure.unit === unit);
  const ofUnit = everything.filter((figure) => figure.unit === unit);
  const main = numbers.mainQuantity(ofUnit);
  const scoped = ofUnit.some((figure) => figure.scope !== numbers.NO_SCOPE);
  const n = figures.length;
  const own = looks(ofUnit, figures);
  const style = getComputedStyle(document.documentElement);
  const look = (figure) => ({
    ...own.get(figure.voice),
    colour: style.getPropertyValue(`--voice-${own.get(figure.voice).shade}`).trim(),
  });
  return {
    unit,
    options,
    counts,
    figures,
    whole: ofUnit,
    main,
    look,
    legend: legendOf(figures, own),
    heading: words.capital(say(n === 1 ? "numbers_heading_1" : "numbers_heading_n", { unit: name("unit", unit), n })),
    note: [
      say("numbers_note"),
      main && scoped && say("numbers_counts", { what: name("quantity", main) }),
      scale(ofUnit),
    ]
      .filter(Boolean)
      .join(" "),
    none: !found.length ? say("numbers_none") : say("numbers_none_unit", { unit: name("unit", unit) }),
  };
}

/** Whether bands have the same scale, in words; "" where there is one band. */
function scale(ofUnit) {
  const numeric = ofUnit.filter((figure) => figure.numeric);
  if (numbers.bands(numeric, [], []).length < 2) return "";
  const own = Object.values(numbers.scales(numeric)).some((each) => each.own);
  return say(own ? "numbers_own_scales" : "numbers_one_scale");
}

/**
 * How bounds are drawn, as far as figures have them, and who gives the figures: one figure of each.
 * @returns {NumbersContent["legend"]}
 */
function legendOf(figures, own) {
  const has = (bound) =>
    figures.some(
      (figure) =>
        figure.numeric && (figure.value === undefined ? bound === "range" : (figure.bound || "exact") === bound),
    );
  const bounds = BOUNDS.filter((bound) => has(bound) || bound === "exact").map((bound) => [bound, `numbers_${bound}`]);
  if (figures.some((figure) => !figure.numeric)) bounds.push(["words", "numbers_words_long"]);
  if (figures.some((figure) => figure.since)) bounds.push(["within", "numbers_within"]);
  return {
    bounds: bounds.map(([bound, key]) => [bound, say(key)]),
    voices: [...own.keys()].map((voice) => figures.find((figure) => figure.voice === voice)).filter(Boolean),
  };
}

/**
 * Draw the view of `contentOf(view)`.
 * @param {HTMLElement} root
 * @param {View & { unit: string | null }} view
 * @param {Actions} actions
 * @returns {Promise<void>}
 */
export function draw(root, view, actions) {
  if (!parts || !root.contains(parts.body)) build(root);
  const { unit, options, counts, figures, whole: ofUnit, main, look, legend, heading, note, none } = contentOf(view);
  drawChoice(options, counts, unit, actions);
  const n = figures.length;
  parts.heading.textContent = heading;
  parts.note.textContent = note;
  parts.none.textContent = none;
  parts.none.hidden = n > 0;
  parts.body.hidden = parts.heading.hidden = n === 0;
  root.dataset.unit = unit;
  if (!n) return Promise.resolve();
  drawLegend(legend, look);
  table.draw(parts.table, figures, view, actions, { mark: (figure) => sign(look(figure)), point: plot.point });
  plot.describeAs(say("numbers_plot", { unit: name("unit", unit), n }), say("numbers_help"));
  return plot.draw({ figures, whole: ofUnit, main, actions, look });
}

function drawChoice(options, counts, unit, actions) {
  parts.choice.setAttribute("aria-label", say("numbers_unit"));
  choices.draw(parts.choice, {
    type: "radio",
    key: "unit",
    options: (options.includes(unit) ? options : [...options, unit]).map((value) => ({
      value,
      label: name("unit", value),
      count: counts.get(value) || 0,
      checked: value === unit,
    })),
    onchange: (value) => actions.setUnit(value),
  });
  // On a small screen the units lie in a strip; the chosen one is brought into sight.
  const list = parts.choice.querySelector(".choice-list");
  const chosen = list.querySelector("label:has(input:checked)");
  const [left, right] = [chosen.offsetLeft - 16, chosen.offsetLeft + chosen.offsetWidth + 16];
  if (left < list.scrollLeft || right > list.scrollLeft + list.clientWidth) list.scrollLeft = left;
}

function drawLegend({ bounds, voices }, look) {
  const list = (title, items) => el("div", {}, el("p", { class: "legend-head" }, title), el("ul", {}, items));
  parts.legend.replaceChildren(
    list(
      say("numbers_legend_bounds"),
      bounds.map(([bound, text]) =>
        el("li", {}, el("span", { class: `bound bound-${bound}`, "aria-hidden": "true" }), text),
      ),
    ),
    list(
      say("numbers_legend_voices"),
      voices.map((figure) => el("li", {}, sign(look(figure)), words.voice(figure))),
    ),
    el("p", { class: "quiet-text" }, say("numbers_beside")),
  );
}
