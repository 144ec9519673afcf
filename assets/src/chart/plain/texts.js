/* Texts of a figure as SVG, where Plotly puts them. */
import { el } from "../../dom/svg.js";

const LINE = 1.3; // of the type's size from one line to the next
const LINES = /<br>/;

/**
 * A text as it was before `plain` of figure/plotly.js, in lines.
 * @param {string} words
 * @returns {string[]}
 */
export const linesOf = (words) =>
  words
    .replace(/<\/?b>/g, "")
    .split(LINES)
    .map((line) => line.replaceAll("&lt;", "<").replaceAll("&amp;", "&"));

/**
 * Lines of text from a baseline on, as one element.
 * @param {string[]} lines
 * @param {{ x: number, y: number, size: number, anchor?: string, weight?: string | number, fill?: string }} look
 * @returns {SVGElement}
 */
export function text(lines, { x, y, size, anchor = "start", weight, fill }) {
  const style = `font-size:${size}px${weight ? `;font-weight:${weight}` : ""}${fill ? `;fill:${fill}` : ""}`;
  const inside =
    lines.length === 1
      ? lines
      : lines.map((line, turn) => el("tspan", { class: "line", x, y, dy: `${turn * LINE}em` }, line));
  return el("text", { x, y, "text-anchor": anchor, style }, ...inside);
}

/**
 * How far below their middle some lines have their first baseline.
 * @param {number} lines
 * @param {number} size
 * @returns {number}
 */
export const baseline = (lines, size) => size * (0.75 - ((lines - 1) * LINE + 1) / 2);

/**
 * The px from one baseline to the next.
 * @param {number} size
 * @returns {number}
 */
export const lineOf = (size) => LINE * size;
