/* The chart of a view in large type, for a projector: all of its lanes, as wide as there is room. */
import { figureOf, sizes } from "../chart/figure/figure.js";
import * as plotly from "../chart/figure/plotly.js";
import { el } from "../dom/element.js";
import { dark } from "../dom/theme.js";
import { say } from "../words/i18n.js";

const LEAST = 2; // px that the smallest words of a chart are below its type (chart/compose.js)
const SHARE = 0.82; // of the page's type: that of a chart (chart/figure.js)
const TALL = 0.5; // of the window's height that its lanes share
const HEAD = 1.3; // of the type's size that the name of a lane takes above it
const ROWS = 2.4; // times the type's size that a line with labels of two rows takes, so that a class tells them apart
const WIDE = 45; // times the type's size from which names have room beside their lanes

/**
 * Draw the view of the store into an element, whose own type is the smallest that is to be read.
 * @param {HTMLElement} root
 * @param {View} view
 * @returns {Promise<{ top: number, bottom: number }[]>} its lines, in px from its top; the first has the axis
 */
export async function draw(root, view) {
  const plot = el("div", { class: "plot", role: "img", "aria-label": say("chart") });
  root.replaceChildren(plot);
  await plotly.ready();
  if (!root.isConnected) return [];
  const type = (parseFloat(getComputedStyle(root).fontSize) + LEAST) / SHARE;
  const size = sizes(root.clientWidth, type, innerHeight * TALL);
  const above = { narrow: true, gutter: size.edge, head: Math.round(type * HEAD), line: Math.round(type * ROWS) };
  const fit = root.clientWidth < WIDE * type ? { ...size, ...above } : size;
  const figure = figureOf({ ...view, event: null }, fit, dark() ? "dark" : "light");
  await plotly.draw(plot, figure);
  return linesOf(figure, fit.line);
}

/** The lines of a chart, each with what stands above it since the one before: an axis, the name of a lane. */
function linesOf({ boxes, axis }, high) {
  const places = [...new Set(boxes.map(({ y }) => axis + y + high / 2))].sort((a, b) => a - b);
  return places.map((bottom, n) => ({ top: n ? places[n - 1] : 0, bottom }));
}
