/* What lies under and above the marks: the grid, lines and bands, the axis with its dates. */
import { measurer } from "../../dom/measure.js";
import { el } from "../../dom/svg.js";
import { lineOf, linesOf, text } from "./texts.js";

const TICK = 4; // px

/** A time or a place of an axis as a number; a time may be a day. @param {any} x */
const numberOf = (x) =>
  typeof x === "number" ? x : Date.parse(x.length > 10 ? `${x.replace(" ", "T")}Z` : `${x}T00:00:00Z`);

/**
 * The places of an axis in px of a plot: from what Plotly is given to px.
 * @param {{ range: any[] }} xaxis
 * @param {number} width
 * @returns {(x: any) => number}
 */
export function placeOn({ range }, width) {
  const [first, last] = range.map(numberOf);
  return (x) => Math.round(((numberOf(x) - first) / (last - first)) * width * 100) / 100;
}

const path = (/** @type {string} */ d, /** @type {Record<string, any>} */ look) => el("path", { d, ...look });

/** A line or a band, in px of the plot. */
function shape({ type, xref, x0, x1, y0, y1, line, fillcolor, opacity, xanchor, path: d }, px, width) {
  const x = (/** @type {any} */ value) => (xref === "paper" ? value * width : px(value));
  const stroke = { stroke: line.color, "stroke-width": line.width };
  if (type === "path") return path(d, { ...stroke, fill: "none", transform: `translate(${px(xanchor)},0)` });
  if (type === "line")
    return path(`M${x(x0)},${y0}L${x(x1)},${y1}`, { ...stroke, "stroke-dasharray": line.dash && "9px,9px" });
  return path(`M${x(x0)},${y0}H${x(x1)}V${y1}H${x(x0)}Z`, { fill: fillcolor, opacity, "stroke-width": line.width });
}

/** The dates of an axis; none that would reach beyond the chart. */
function dates({ xaxis, margin, width: outer, font }, px, shown) {
  const { size, color } = xaxis.tickfont;
  const measure = measurer(`${size}px ${font.family}`);
  const fits = (x, words) => {
    const half = Math.max(...words.map(measure)) / 2;
    return margin.l + x - half >= 0 && margin.l + x + half <= outer;
  };
  return shown.flatMap((index) => {
    const [x, words] = [px(xaxis.tickvals[index]), linesOf(xaxis.ticktext[index])];
    if (!fits(x, words)) return [];
    const y = margin.t - TICK - 1 - 0.4 * size - (words.length - 1) * lineOf(size);
    return [el("g", { class: "xtick" }, text(words, { x: margin.l + x, y, size, anchor: "middle", fill: color }))];
  });
}

/**
 * The ground of a figure's layout: grid and lines, and the axis. A group with the class `below` is to lie under the
 * marks, one with `above` over them.
 * @param {any} layout
 * @returns {SVGElement[]}
 */
export function ground(layout) {
  const { xaxis, margin, width: outer, height, shapes } = layout;
  const width = outer - margin.l - margin.r;
  const px = placeOn(xaxis, width);
  const places = xaxis.tickvals.map(px);
  const shown = places.flatMap((x, index) => (x >= -0.01 && x <= width + 0.01 ? [index] : []));
  const high = height - margin.t - margin.b;
  const line = { stroke: xaxis.gridcolor, "shape-rendering": "crispEdges" };
  const grid = shown.filter((index) => places[index] > 1 && places[index] < width - 1);
  return [
    el(
      "g",
      { class: "shapelayer", transform: `translate(${margin.l},${margin.t})`, "clip-path": "url(#plain-plot)" },
      ...shapes.map((each) => shape(each, px, width)),
    ),
    el(
      "g",
      { class: "gridlayer" },
      ...grid.map((index) => path(`M${margin.l + places[index]},${margin.t}v${high}`, { ...line, class: "xgrid" })),
    ),
    el(
      "g",
      { class: "xaxislayer-above" },
      ...shown.map((index) => path(`M${margin.l + places[index]},${margin.t - 1}v-${TICK}`, line)),
      ...dates(layout, px, shown),
    ),
  ];
}
