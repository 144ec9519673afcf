/* Plain SVG for what leaves the page: elements, wrapped text, and figures drawn by Plotly out of sight. */
import { measurer } from "../../dom/measure.js";
import { lang } from "../../words/i18n.js";
import { wrap } from "../../words/wrap.js";

const NS = "http://www.w3.org/2000/svg";

/**
 * An SVG element with attributes and children (elements or plain text).
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElementNS(NS, tag);
  setAll(node, attributes);
  node.append(...children);
  return node;
}

/**
 * Set several attributes of an element.
 * @param {Element} node
 * @param {Record<string, any>} attributes
 * @returns {void}
 */
export function setAll(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
}

const family = (serif = false) => getComputedStyle(document.querySelector(serif ? "h1" : "body")).fontFamily;
const fontOf = ({ size, weight = 400, serif = false }) => `${weight} ${size}px ${family(serif)}`;

/**
 * The px of words in a font, {size, weight, serif}.
 * @param {string} words
 * @param {{ size: number, weight?: number, serif?: boolean }} font
 * @returns {number}
 */
export const measure = (words, font) => measurer(fontOf(font))(words);

/**
 * A text from (`x`, `y` of its top) in lines of at most `room` px: {node, height}. `font` is {size, weight, serif,
 * fill}.
 * @param {string} words
 * @param {{ x: number, y: number, room: number, size: number, weight?: number, serif?: boolean, fill: string }} place
 * @returns {Drawn}
 */
export function text(words, { x, y, room, ...font }) {
  const step = Math.round(font.size * 1.35);
  const lines = wrap(words, room, measurer(fontOf(font)), true);
  const node = el(
    "text",
    { "font-family": family(font.serif), "font-size": font.size, "font-weight": font.weight || 400, fill: font.fill },
    ...lines.map((line, turn) => el("tspan", { x, y: y + turn * step + font.size }, line)),
  );
  return { node, height: lines.length * step };
}

/**
 * A Plotly figure as an SVG element, drawn at once.
 * @param {PlotlyFigure} figure
 * @returns {SVGElement}
 */
export function plotted({ data, layout }) {
  const room = document.createElement("div");
  room.style.cssText = "position: fixed; left: -99999px; top: 0; visibility: hidden";
  document.body.append(room);
  const done = Plotly.newPlot(room, data, layout, { staticPlot: true, locale: lang() });
  const svg = new DOMParser().parseFromString(Plotly.Snapshot.toSVG(room, "svg", 1), "image/svg+xml").documentElement;
  // Plotly comes back to its plot a moment later, so it may go only then.
  done.finally(() => {
    Plotly.purge(room);
    room.remove();
  });
  return /** @type {SVGElement} */ (/** @type {unknown} */ (document.importNode(svg, true)));
}
