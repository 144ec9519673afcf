/* Pictures that can stand alone: title, window and filters in words, chart, legend, source. In the view of numbers
 * they show its plot, in those of the two clocks and of the map their drawings, in every other one the timeline's
 * chart. A PNG is the SVG drawn on a canvas, without a server. */
import { shortened } from "../../chart/description.js";
import * as chartFigure from "../../chart/figure/figure.js";
import * as plotly from "../../chart/figure/plotly.js";
import { dark } from "../../dom/theme.js";
import { load, whole } from "../../state/data.js";
import * as store from "../../state/store.js";
import * as numbersFigure from "../../views/numbers/figure.js";
import * as numbersView from "../../views/numbers/numbers.js";
import * as citation from "../../words/citation.js";
import { lang, say, text } from "../../words/i18n.js";
import * as viewWords from "../../words/views.js";
import * as pictureClocks from "./clocks.js";
import * as pictureLegend from "./legend.js";
import * as pictureMap from "./map.js";
import * as pictureNumbers from "./numbers.js";
import * as vector from "./svg.js";
import { el, setAll } from "./svg.js";

const WIDTH = 1200;
const EDGE = 36;
const REM = 18; // px of a line of type; a picture is shown small on a slide, so it is larger than the page's
const TALL = 640; // px that the lanes may share
const SCALE = 2; // px of the PNG for each px of the picture

const room = WIDTH - 2 * EDGE;
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const themed = () => load().figures[dark() ? "dark" : "light"];
const inks = () => ({ fill: token("ink"), muted: token("muted"), paper: token("paper") });

/** The chart's figure at a width, without the open event's ring. */
const figureOf = (view, width, rem, tall) =>
  chartFigure.figureOf({ ...view, event: null }, chartFigure.sizes(width, rem, tall), dark() ? "dark" : "light");

/** The legend of what a figure shows: {node, height}. */
function legendOf({ boxes, data }, place) {
  const rows = boxes.flatMap((box) => box.rows || [box.row]);
  const shown = new Set(rows.map((row) => load().rows.kind[row]));
  const legend = pictureLegend.draw(
    load().facets.kind.filter((kind) => shown.has(kind)),
    data,
    themed(),
    place,
  );
  legend.node.setAttribute("font-family", getComputedStyle(document.body).fontFamily);
  return legend;
}

/**
 * The legend of the chart alone, as an SVG element `width` px wide: what is printed below the page's own chart.
 * @param {number} width
 * @returns {SVGElement}
 */
export function chartLegend(width) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { node, height } = legendOf(figureOf(store.view(), width, rem, TALL), {
    x: 0,
    y: 0,
    room: width,
    size: Math.round(rem * 0.76),
    ...inks(),
  });
  const svg = el("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": say("legend") });
  svg.append(node);
  return svg;
}

/**
 * Where a picture or a print comes from: the record, its terms where it names some, the address where it has one.
 * @returns {string}
 */
export const sourceLine = () => {
  const { record, settings } = load();
  return [
    say("picture_source", { title: text(settings.title), date: record.updated[lang()], hash: citation.version() }),
    settings.licence && say("picture_licence", { name: settings.licence }),
    citation.address(),
  ]
    .filter(Boolean)
    .join(" ");
};

/**
 * Count, filters, and with a chart what its window leaves out, in a line.
 * @param {WholeView} view
 * @param {boolean} [chart]
 * @returns {string}
 */
export const wordsOf = (view, chart = true) =>
  [...viewWords.filters(view), ...(chart ? [...viewWords.outside(view), ...shortened(view)] : [])].join(" · ");

/**
 * Whether the view of numbers is shown: a picture is one of its plot, else of the chart.
 * @returns {boolean}
 */
export const ofNumbers = () => store.view().spec.view === "numbers";

/**
 * What the view of numbers shows.
 * @param {WholeView} view
 * @returns {NumbersContent}
 */
export const numbersOf = (view) => numbersView.contentOf({ ...view, rows: view.listed, unit: view.spec.unit || null });

/** What is drawn by itself in views of its own: their words above it, and the drawing. */
const OTHERS = { clocks: pictureClocks, map: pictureMap };

/**
 * What a picture is of, where that is not the timeline: "numbers", "clocks" or "map".
 * @returns {string}
 */
export function part() {
  if (ofNumbers()) return "numbers";
  if (pictureClocks.ofClocks()) return "clocks";
  return pictureMap.ofMap() ? "map" : "";
}

/** What stands above the picture: its heading, then count and filters; of what has no axis of days, the days too. */
function headOf(view, numbers) {
  const other = OTHERS[part()];
  if (!other && !numbers) return [viewWords.windowText(view.window), wordsOf(view)];
  const { heading, period } = numbers
    ? { heading: numbers.heading, period: view.narrow ? viewWords.windowText(view.window) : "" }
    : other.words(view);
  return [heading, [period, wordsOf(view, false)].filter(Boolean).join(" · ")];
}

/** The picture as an SVG element. */
function drawing() {
  const view = store.view();
  const numbers = ofNumbers() ? numbersOf(view) : null;
  const other = OTHERS[part()];
  const empty = numbers && !numbers.figures.length;
  const ink = inks();
  const svg = el(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", role: "img", "xml:lang": lang() },
    el("title", {}, text(load().settings.title)),
  );
  let y = EDGE;
  const put = (line, font, gap) => {
    const { node, height } = vector.text(line, { x: EDGE, y, room, ...font });
    svg.append(node);
    y += height + gap;
  };
  put(text(load().settings.title), { size: 32, weight: 600, serif: true, fill: ink.fill }, 4);
  const [heading, words] = headOf(view, numbers);
  put(heading, { size: 20, weight: 600, fill: ink.fill }, 2);
  put(words, { size: 17, fill: ink.muted }, numbers ? 2 : 16);
  if (numbers) put(empty ? numbers.none : numbers.note, { size: 17, fill: ink.muted }, 16);
  if (other) {
    const drawn = other.draw(view, { x: EDGE, y, room, size: 15, ...ink }, REM);
    svg.append(drawn.node);
    y += drawn.height + 8;
  } else if (!empty) {
    /** @type {any} */
    const figure = numbers ? numbersFigure.figureOf(numbers, room, REM) : figureOf(view, room, REM, TALL);
    const { height } = figure.layout;
    const plot = vector.plotted(figure);
    setAll(plot, { x: EDGE, y, width: room, height });
    svg.append(plot);
    y += height + 18;
    const place = { x: EDGE, y, room, size: 15, ...ink };
    const below = numbers ? pictureNumbers.legend(numbers, figure, place) : legendOf(figure, place);
    svg.append(below.node);
    y += below.height + 8;
  }
  svg.append(el("path", { d: `M${EDGE},${y}h${room}`, stroke: token("line") }));
  y += 8;
  put(sourceLine(), { size: 14, fill: ink.muted }, EDGE - 14);
  svg.prepend(el("rect", { width: WIDTH, height: y, fill: ink.paper }));
  setAll(svg, { width: WIDTH, height: y, viewBox: `0 0 ${WIDTH} ${y}` });
  return svg;
}

/**
 * The picture as the text of an SVG file.
 * @returns {Promise<string>}
 */
export async function asSvg() {
  await Promise.all([plotly.ready(), whole()]);
  return new XMLSerializer().serializeToString(drawing());
}

/**
 * The picture as a PNG (a Blob), two px for each of the SVG's.
 * @returns {Promise<Blob>}
 */
export async function asPng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await asSvg())}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
}
