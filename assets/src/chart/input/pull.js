/* The chart while it is dragged or stretched: the drawing moves as it is, over an axis that is drawn again. Drawing
 * all of it would take longer than a frame, above all on a phone. What lies beside the window is drawn already and
 * moves into sight (`.pulled` in css/chart.css). */
import { el } from "../../dom/svg.js";
import { axisOf } from "../axis/axis.js";
import { ground } from "../plain/ground.js";

const HAIR = 1e-6; // share of a window's length below which two lengths count as the same
const axis = document.createElement("div"); // in the page only while something is dragged
axis.className = "axis-alone";
axis.setAttribute("aria-hidden", "true");
let parts = null; // {points, texts, lines} of what is stretched

const long = ([first, last]) => last - first;

/**
 * Show another window with what is drawn: the `figure` in `plot`, which lies in `root`, has the `window` on `width` px,
 * and is of the size `size`. `time` is how days are drawn, `marks` are the places of the marks that have a label, in
 * px, or that of a label whose mark is out of sight.
 * @param {Span} window
 * @param {{ root: HTMLElement, plot: any, figure: PlotlyFigure, size: Sizes, window: Span, width: number,
 *   marks: number[], time: Time }} what
 * @returns {void}
 */
export function to(window, { root, plot, figure: { layout }, size, window: before, width, marks, time }) {
  if (!axis.isConnected) begin(root, layout.margin);
  const { layout: xaxis } = axisOf(window, time, width, size);
  const { width: outer, height, font } = layout;
  const look = { class: "main-svg", width: outer, height, style: `font-family:${font.family};white-space:pre` };
  axis.replaceChildren(el("svg", look, ...ground({ ...layout, xaxis: { ...layout.xaxis, ...xaxis } })));
  const [drawn, now] = [before, window].map((each) => /** @type {Span} */ (each.map(time.place)));
  const by = long(drawn) / long(now);
  if (parts || Math.abs(by - 1) > HAIR) stretch(plot, by, marks);
  shift(plot, `translateX(${((drawn[0] - now[0]) / long(now)) * width}px)`);
}

function begin(root, { l, r }) {
  // Marks at an edge of the plot stick out by as much as there is room on its right.
  root.style.setProperty("--names", `${l - r}px`);
  root.append(axis);
  root.classList.add("pulled");
}

/** Set marks `by` times as far from the left edge, as large as they are, with their labels; lines become as much
 * longer. */
function stretch(plot, by, marks) {
  parts = parts || partsOf(plot, marks);
  for (const { node, x, y } of parts.points) node.style.transform = `translate(${x * by}px, ${y}px)`;
  for (const { node, x } of parts.texts) node.style.transform = `translateX(${x * (by - 1)}px)`;
  for (const node of parts.lines) node.style.transform = `scaleX(${by})`;
}

function partsOf(plot, marks) {
  const all = (selector) => [...plot.querySelectorAll(`.scatterlayer ${selector}`)];
  const labels = all(".trace:last-child text"); // they are drawn last
  const placeOf = (node) =>
    labels.length === marks.length && labels.includes(node) ? marks[labels.indexOf(node)] : node.x.baseVal[0].value;
  const placed = (node) => {
    const { e: x, f: y } = node.transform.baseVal[0].matrix;
    return { node, x, y };
  };
  return {
    points: all(".point").map(placed),
    texts: all(".textpoint text").map((node) => ({ node, x: placeOf(node) })),
    lines: all(".js-line"),
  };
}

function shift(plot, transform) {
  for (const layer of plot.querySelectorAll(".scatterlayer")) layer.style.transform = transform;
}

/**
 * End the gesture: everything is back where it was drawn.
 * @param {HTMLElement} root
 * @param {HTMLElement | null} plot
 * @returns {void}
 */
export function end(root, plot) {
  if (!axis.isConnected) return;
  axis.remove();
  root.classList.remove("pulled");
  shift(plot, "");
  if (parts)
    for (const node of [...parts.points, ...parts.texts].map((part) => part.node).concat(parts.lines))
      node.style.transform = "";
  parts = null;
}
