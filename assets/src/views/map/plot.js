/* The picture: land, a mark for the events of a place, rings around regions and countries, arrows. Land is drawn in the
 * map's units, all else in px, so that marks and names are as large in every frame. */
import * as cluster from "../../chart/input/cluster.js";
import { el } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { measurer } from "../../dom/measure.js";
import { counted, say, text } from "../../words/i18n.js";
import { map } from "./atlas.js";
import { layOut, precisionOf } from "./layout.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./layout.js").Content} Content */

const TOUCH = 44; // px between marks under a finger
const COARSE = matchMedia("(pointer: coarse)");
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/**
 * The plot's parts, empty but for the land.
 * @returns {Element[]}
 */
export function parts() {
  const land = svg("svg", { class: "map-land", "aria-hidden": "true", preserveAspectRatio: "none" });
  land.append(svg("path", { d: map().land }));
  const lines = svg("svg", { class: "map-lines", "aria-hidden": "true" });
  return [land, lines, el("ul", { class: "map-marks" })];
}

/**
 * Draw what a frame shows.
 * @param {HTMLElement} plot
 * @param {Frame} frame
 * @param {Content} content
 * @param {{ open: (row: Row) => void, zoom: (spots: number[]) => void }} doing
 * @returns {void}
 */
export function draw(plot, frame, content, doing) {
  const [land, lines, list] = /** @type {Element[]} */ ([...plot.children]);
  const size = [plot.clientWidth, plot.clientHeight];
  land.setAttribute("viewBox", [frame.x, frame.y, frame.width, frame.height].join(" "));
  lines.setAttribute("viewBox", `0 0 ${size.join(" ")}`);
  const { fontSize, fontFamily } = getComputedStyle(plot);
  const measure = measurer(`600 ${fontSize} ${fontFamily}`, 4);
  const laid = layOut(frame, size, content, { measure, apart: COARSE.matches ? TOUCH : 0 });
  const paths = laid.ways.map(({ d, open }) => svg("path", { class: open ? "arrow open" : "arrow", d }));
  lines.replaceChildren(...rings(laid), ...paths);
  const held = heldKey(/** @type {HTMLElement} */ (list));
  list.replaceChildren(...items(laid, size, content, doing));
  giveBack(/** @type {HTMLElement} */ (list), held);
}

const rings = ({ marks }) =>
  marks
    .filter(({ ring }) => ring)
    .map((mark) => svg("circle", { class: `ring ${precisionOf(mark)}`, cx: mark.x, cy: mark.y, r: mark.ring }));

/** A mark for each place: a button with the number of its events, or a dot for the end of an arrow. */
function items({ marks, called, boxes }, size, content, doing) {
  return marks.map((mark, index) => {
    const style = `left:${part(mark.x, size[0])};top:${part(mark.y, size[1])};--r:${mark.r}px`;
    const name = boxes[index] && nameAt(called[index], mark, boxes[index]);
    return el("li", { class: "map-mark", style }, pressed(mark, content, doing, called[index]), name);
  });
}

const part = (/** @type {number} */ px, /** @type {number} */ all) => `${((100 * px) / all).toFixed(3)}%`;

function nameAt(name, mark, { left, top }) {
  const style = `left:${left - mark.x}px;top:${top - mark.y}px`;
  return el("span", { class: "map-name", dir: "auto", style }, name);
}

/** What of a mark one presses: it lists the events there. */
function pressed(mark, { rows, event }, { open, zoom }, name) {
  if (!mark.count) return el("span", { class: "map-dot" });
  const spots = mark.pins.map(({ spot }) => spot);
  const own = spots.flatMap((spot) => rows.get(spot) || []).sort((one, other) => one - other);
  const every = mark.pins.map(({ spot }) => text(map().spots[spot].name)).join(", ");
  const onclick = ({ currentTarget }) =>
    cluster.show({
      rows: own,
      parts: new Map(),
      title: `${every} · ${counted("map_events", own.length)}`,
      circle: currentTarget.getBoundingClientRect(),
      open,
      zoom: spots.length > 1 ? () => zoom(spots) : null,
    });
  return el(
    "button",
    {
      type: "button",
      class: own.includes(/** @type {Row} */ (event)) ? "map-count open" : "map-count",
      dataset: { key: spots.join(" ") },
      "aria-haspopup": "dialog",
      "aria-label": say("map_mark", { n: own.length, events: counted("map_events", own.length), place: every }),
      title: name === every ? null : every,
      onclick,
    },
    String(own.length),
  );
}
