/* The plot of the figures as a figure of Plotly's, for the page, for a picture and for paper alike.
 *
 * views/numbers/bands.js says where everything stands. A figure's bound is drawn in lines, its claimant by a symbol and
 * a name; colour only repeats what these say. */
import { isoTime } from "../../chart/figure/plotly.js";
import { measurer } from "../../dom/measure.js";
import { ENDS, YEAR_ONE, dayOf, roundDays } from "../../model/days.js";
import * as numbers from "../../model/numbers.js";
import { load } from "../../state/data.js";
import { dayText, say } from "../../words/i18n.js";
import * as words from "../../words/numbers.js";
import { wrap } from "../../words/wrap.js";
import * as bands from "./bands.js";
import { lines, notes } from "./frame.js";
import { traces } from "./traces.js";

const DAY = 864e5; // ms
const RIGHT = 8; // px beside the plot
const BOLD = 1.12; // how much wider bold words are than those that are measured

/** The first and last day of the plot: those of all figures of the unit, so that the axis stays where it is when a
 * filter or a replay leaves some out. */
function span(whole) {
  const days = whole.flatMap((figure) => [figure.since, figure.until].filter(Boolean).map(dayOf));
  if (!days.length) return [0, 1];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = Math.max(3, (last - first) * 0.04);
  const [begin, end] = ENDS;
  return [Math.max(first - room, begin), Math.min(last + room, end)];
}

/** What a band counts is said where it is not what most figures of the unit count (`main`); and so is its scale where
 * it is not that of the others. */
function heading(part, whole, main, own) {
  const scoped = part.scope !== numbers.NO_SCOPE || whole.some((figure) => figure.scope !== numbers.NO_SCOPE);
  const [first] = part.figures;
  const said = [scoped && words.scope(first), (part.quantity !== main || !scoped) && words.quantity(first)];
  const text = words.capital(said.filter(Boolean).join(" – "));
  return own ? say("numbers_own_scale", { heading: text }) : text;
}

/** The px of things `outer` px wide in type of `rem` px. Figures without a day stand in a strip on the left. */
function sizes(whole, outer, rem) {
  const font = Math.round(rem * 0.8);
  const measure = measurer(`${font}px ${getComputedStyle(document.body).fontFamily}`, 2);
  const gutter = Math.ceil(Math.max(rem * 2.6, measure(say("numbers_words")) + 10));
  const width = outer - gutter - RIGHT;
  const undated = whole.filter((figure) => !figure.until).length;
  const each = 2 * bands.signs(font).half + 2; // px of a mark
  const strip = undated ? Math.max(measure(say("numbers_undated")) + 14, Math.min(undated * each + 10, width / 3)) : 0;
  return { outer, font, measure, gutter, width, strip, top: Math.round(font * 2.9) }; // room for the axis above
}

/** Days across: `px` of an ISO day, `at` the time at a px, `ticks` the days to write. */
function axisOf(whole, { outer, font, width, strip }) {
  const [first, last] = span(whole);
  const perDay = (width - strip) / (last - first);
  const clear = strip ? (font * 2.2) / perDay : 0; // room for the word over the strip
  const found = bands.dates(first + clear, last, (outer < 600 ? 62 : 84) / perDay);
  return {
    px: (iso) => strip + (dayOf(iso) - first) * perDay,
    at: (x) => isoTime(first + (x - strip) / perDay),
    ticks: found.days.length ? found : oneTick(first + clear, last),
  };
}

/** The one day to write where two have no room: of a round year, or else that in the middle. */
function oneTick(from, to) {
  const [round] = roundDays(from, to);
  return round === undefined ? { by: "day", days: [Math.round((from + to) / 2)] } : { by: "year", days: [round] };
}

function layOut({ figures, whole, main }, { px }, { outer, width, strip, font, measure }) {
  const scales = numbers.scales(whole);
  const { quantity, scope } = load().names;
  const place = new Map(figures.map((figure, index) => [figure, index]));
  const measured = (figure) => ({
    index: place.get(figure),
    voice: figure.voice,
    bound: figure.bound || "exact",
    values: valuesOf(figure),
    dated: Boolean(figure.until),
    x: figure.until ? px(figure.until) : strip / 2,
    since: figure.since && figure.until ? px(figure.since) : null,
  });
  const parts = numbers
    .bands(figures, Object.keys(scope), Object.keys(quantity))
    .map((part) => ({
      heading: wrap(heading(part, whole, main, scales[part.quantity]?.own), (outer - 4) / BOLD, measure),
      max: scales[part.quantity]?.max,
      scale: scales[part.quantity]?.own ? part.quantity : "",
      figures: part.figures.map(measured),
    }));
  return bands.arrange(parts, {
    width,
    strip,
    line: Math.round(font * 1.7),
    font,
    measure,
    text: (index) => words.voice(figures[index]),
    wordsText: (index) => [say("label", { label: words.voice(figures[index]) }), words.amount(figures[index])],
  });
}

function valuesOf(figure) {
  if (!figure.numeric) return [];
  return figure.value === undefined ? numbers.ends(figure) : [figure.value];
}

/**
 * Draw `content.figures` (in order of day) `outer` px wide, in type of `rem` px; `content.whole` are all of the unit,
 * `main` is what most of them count, `look(figure)` gives {symbol, colour}. Gives {data, layout}, and where things
 * stand: `marks`, `bands`, the px left of and above them (`left`, `top`).
 * @param {NumbersContent} content
 * @param {number} outer
 * @param {number} rem
 * @returns {PlotlyFigure & { marks: any[], bands: any[], left: number, top: number, outer: number }}
 */
export function figureOf(content, outer, rem) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const colours = { ink: colour("ink"), line: colour("line"), muted: colour("muted") };
  const size = sizes(content.whole, outer, rem);
  const axis = axisOf(content.whole, size);
  const laid = layOut(content, axis, size);
  const drawing = { laid, figures: content.figures, look: content.look, colours, at: axis.at, ...size };
  return {
    data: traces(drawing),
    layout: layoutOf(drawing, axis),
    marks: laid.marks,
    bands: laid.bands,
    left: size.gutter,
    top: size.top,
    outer,
  };
}

function layoutOf(drawing, { at, ticks }) {
  const { laid, colours, outer, font, gutter, width, top } = drawing;
  return {
    width: outer,
    height: laid.height + top + 4,
    margin: { l: gutter, r: RIGHT, t: top, b: 4, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    showlegend: false,
    hovermode: false,
    dragmode: false,
    font: { family: getComputedStyle(document.body).fontFamily, size: font, color: colours.ink },
    xaxis: {
      type: "date",
      range: [0, width].map(at),
      side: "top",
      fixedrange: true,
      showgrid: true,
      gridcolor: colours.line,
      zeroline: false,
      tickvals: ticks.days.map(isoTime),
      ticktext: ticks.days.map((day, turn) => dateText(day, ticks, turn)),
      tickfont: { size: font - 1, color: colours.muted },
      tickangle: 0,
    },
    yaxis: { range: [laid.height, 0], fixedrange: true, visible: false },
    shapes: lines(drawing),
    annotations: notes(drawing),
  };
}

const yearOf = (day) => new Date(day * DAY).getUTCFullYear();

function dateText(day, { by, days }, turn) {
  if (by === "year") return dayText(day, { year: "numeric" }, { era: days[0] < YEAR_ONE });
  const short = dayText(day, by === "month" ? { month: "short" } : { day: "numeric", month: "short" });
  const another = turn === 0 || yearOf(day) !== yearOf(days[turn - 1]);
  return another ? `${short}<br>${dayText(day, { year: "numeric" })}` : short;
}
