/* Draws the chart's figure without Plotly: the same marks, lines and texts at the same places, of the few things that
 * this figure has. It stands there, and answers, until Plotly takes over, which changes nothing to be seen
 * (tests/browser/test_answers_first.py); on a phone that is when somebody begins to work with the chart. The elements
 * have the classes that Plotly gives to its own, so that css/chart.css and input/pull.js know both. */
import { el as html } from "../../dom/element.js";
import { el } from "../../dom/svg.js";
import { ground, placeOn } from "./ground.js";
import { pathOf, styleOf } from "./symbols.js";
import { baseline, linesOf, text } from "./texts.js";

const ANCHORS = { left: "end", right: "start", center: "middle" };
const BORDER = 2; // px that Plotly leaves around an annotation
const CLIP = "url(#plain-plot)";

/** A value of a trace that may be one for all its points, or one for each. */
const each = (/** @type {any} */ value, /** @type {number} */ index) => (Array.isArray(value) ? value[index] : value);

/** The lines of a trace: from one point to the next, up to a gap. */
function lines({ x, y, line }, px) {
  const found = [];
  for (let at = 0; at + 1 < x.length; at += 3)
    found.push(
      el("path", {
        class: "js-line",
        d: `M${px(x[at])},${y[at]}L${px(x[at + 1])},${y[at + 1]}`,
        style: `fill:none;stroke:${line.color};stroke-width:${line.width}px`,
        "clip-path": CLIP,
      }),
    );
  return found;
}

/** The marks of a trace. One beside the plot is there, for when the chart is pulled, but not shown. */
function points({ x, y, marker }, px, width) {
  return x.flatMap((value, index) => {
    if (value === null) return [];
    const [place, symbol, color] = [px(value), each(marker.symbol, index), each(marker.color, index)];
    const look = { color, edge: each(marker.line.color, index) || color, width: marker.line.width };
    return [
      el("path", {
        class: "point",
        transform: `translate(${place},${y[index]})`,
        d: pathOf(symbol, each(marker.size, index)),
        style: styleOf(symbol, look),
        display: place < 0 || place > width ? "none" : null,
      }),
    ];
  });
}

/** The texts of a trace. */
function texts({ x, y, text: words, textposition, textfont }, px, width, font) {
  return x.map((value, index) => {
    const [place, shown] = [px(value), linesOf(words[index])];
    const [, side] = each(textposition, index).split(" ");
    const look = { size: textfont.size, weight: each(textfont.weight, index), fill: textfont.color || font.color };
    return el(
      "g",
      {
        class: "textpoint",
        transform: `translate(0,${baseline(shown.length, textfont.size)})`,
        display: place < 0 || place > width ? "none" : null,
      },
      text(shown, { x: place, y: y[index], anchor: ANCHORS[side], ...look }),
    );
  });
}

/** A trace as Plotly groups it. */
function trace(one, px, width, font) {
  const { mode, name, opacity, cliponaxis } = one;
  const clip = cliponaxis === false ? null : CLIP;
  const has = (/** @type {string} */ what) => mode.split("+").includes(what);
  return el(
    "g",
    { class: `trace scatter trace${name.replace(":", "-")}`, style: `stroke-miterlimit:2;opacity:${opacity ?? 1}` },
    ...(has("lines") ? [el("g", { class: "lines" }, ...lines(one, px))] : []),
    ...(has("markers") ? [el("g", { class: "points", "clip-path": clip }, ...points(one, px, width))] : []),
    ...(has("text") ? [el("g", { class: "text", "clip-path": clip }, ...texts(one, px, width, font))] : []),
  );
}

/** How far the letters of a font reach above and below their baseline. */
function heights(family, size, weight) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${family}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText("x");
  return [above, below].map(Math.round);
}

/** The names of the lanes, or that there is nothing. */
function names({ annotations, margin, width: outer, font }) {
  const width = outer - margin.l - margin.r;
  const [above, below] = heights(font.family, font.size, "bold");
  return annotations.map(({ text: words, x, y, xshift = 0, font: { size, color } }) => {
    const shown = linesOf(words);
    const middle = x === 0.5;
    const high = Math.round(above + below + (shown.length - 1) * 1.3 * size) + 2 * BORDER;
    const place = {
      x: margin.l + x * width + xshift + (middle ? 0 : BORDER),
      y: margin.t + Math.round(y - high / 2) + BORDER + above,
      anchor: middle ? "middle" : "start",
    };
    const weight = words.startsWith("<b>") ? "bold" : "normal";
    return el("g", { class: "annotation" }, text(shown, { ...place, size, weight, fill: color }));
  });
}

/**
 * An element with the drawing of a figure.
 * @param {ChartFigure} figure
 * @returns {HTMLElement}
 */
export function draw({ data, layout }) {
  const { margin, width: outer, height, font, xaxis } = layout;
  const width = outer - margin.l - margin.r;
  const px = placeOn(xaxis, width);
  const clip = el("rect", { width, height: height - margin.t - margin.b });
  const [shapes, grid, axis] = ground(layout);
  const look = { class: "main-svg", width: outer, height, style: `font-family:${font.family};white-space:pre` };
  const traces = el("g", { class: "scatterlayer" }, ...data.map((one) => trace(one, px, width, font)));
  const defs = el("defs", {}, el("clipPath", { id: "plain-plot" }, clip));
  const plot = el("g", { transform: `translate(${margin.l},${margin.t})` }, traces);
  return html(
    "div",
    { class: "early", style: `height:${height}px` },
    el("svg", look, defs, shapes, grid, axis, plot),
    el("svg", look, el("g", { class: "infolayer" }, ...names(layout))),
  );
}
