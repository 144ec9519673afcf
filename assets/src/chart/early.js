/* The chart's marks, labels and lanes as plain elements, where Plotly will draw them: they stand there, and answer,
 * while Plotly is on its way. Lines, whiskers and the axis come with it. */
import { el } from "../dom/element.js";
import { load } from "../state/data.js";
import { known } from "../state/store.js";

/** A text without what Plotly is given with it (`plain` in plotly.js). */
const bare = (words) =>
  words
    .replace(/<\/?b>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

/** @typedef {(x: number, y: number) => string} At */

/** The name of a lane; Plotly has it as an annotation. */
function lane({ text, y }, at, left) {
  const lines = text.split("<br>").flatMap((line, turn) => (turn ? [el("br"), bare(line)] : [bare(line)]));
  return el("span", { class: "lane", style: at(left, y) }, lines);
}

/** @type {(box: Box, at: At) => HTMLElement} */
function mark({ row, rows, x, y }, at) {
  if (rows) return el("span", { class: "mark crowd", style: at(x, y) }, String(rows.length));
  const { kind, key } = load().rows;
  const shape = `symbol symbol-${load().settings.symbols[kind[row]]} is-${known().columns.status[row]}`;
  const style = `${at(x, y)};--colour:var(--kind-${kind[row]})`;
  return el("span", { class: `mark ${shape} ${key[row] ? "key" : ""}`, style }, el("span"));
}

/** @type {(box: Box, at: At) => HTMLElement} */
function title({ row, label, y }, at) {
  return el("span", { class: `title ${load().rows.key[row] ? "key" : ""}`, style: at(label.left, y) }, label.text);
}

/**
 * The elements of a figure at a size.
 * @param {ChartFigure} figure
 * @param {Sizes} size
 * @returns {HTMLElement}
 */
export function draw({ boxes, layout, width, axis }, size) {
  const at = (x, y) => `left:${size.gutter + x}px;top:${axis + y}px`;
  const seen = boxes.filter(({ x }) => x >= 0 && x <= width);
  return el(
    "div",
    { class: "early", style: `height:${layout.height}px;font-size:${size.font}px` },
    layout.annotations.filter(({ x }) => x === 0).map((name) => lane(name, at, size.narrow ? 0 : -size.gutter)),
    seen.map((box) => mark(box, at)),
    boxes.filter(({ label }) => label).map((box) => title(box, at)),
  );
}
