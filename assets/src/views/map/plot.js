/* The picture: land, a mark for the events of a place, rings around regions and countries, arrows. Land is drawn in the
 * map's units, all else in px, so that marks and names are as large in every frame. */
import * as cluster from "../../chart/input/cluster.js";
import { el } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { measurer } from "../../dom/measure.js";
import { counted, say, text } from "../../words/i18n.js";
import { map } from "./atlas.js";
import { arrow, groups, names } from "./groups.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./groups.js").Mark} Mark */
/** @typedef {import("./atlas.js").Shown} Shown */
/** @typedef {{ rows: Map<number, Row[]>, moves: Shown[], event: Row | null }} Content */

const RING = 6; // px from a mark to the ring around it, at least
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
  const scale = size[0] / frame.width;
  const all = groups(pins(frame, scale, size, content), COARSE.matches ? TOUCH : 0);
  const marks = all.map((mark) => ringed(mark, scale));
  const ways = arrows(marks, content);
  const paths = ways.map(({ d, open }) => svg("path", { class: open ? "arrow open" : "arrow", d }));
  lines.replaceChildren(...rings(marks), ...paths);
  const held = heldKey(/** @type {HTMLElement} */ (list));
  const taken = ways.flatMap(({ boxes }) => boxes);
  list.replaceChildren(...items(plot, marks, { size, taken }, content, doing));
  giveBack(/** @type {HTMLElement} */ (list), held);
}

/** The places in sight that have an event, or an end of an arrow. */
function pins({ x: left, y: top }, scale, size, { rows, moves }) {
  const ends = new Set(moves.flatMap(({ origin, destination }) => [origin, destination]));
  return map()
    .spots.map(({ x, y }, spot) => ({
      spot,
      x: (x - left) * scale,
      y: (y - top) * scale,
      count: (rows.get(spot) || []).length,
    }))
    .filter(({ spot, count }) => count || ends.has(spot))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size[0] && y <= size[1]);
}

/** The mark with the ring around it where it stands for a region or a country: that is meant as a whole, and the mark
 * stands in its middle. */
function ringed(mark, scale) {
  const { r: within } = map().spots[mark.pins[0].spot];
  return mark.pins.length === 1 && within ? { ...mark, ring: Math.max(within * scale, mark.r + RING) } : mark;
}

const rings = (marks) =>
  marks
    .filter(({ ring }) => ring)
    .map(({ pins: [{ spot }], x, y, ring }) =>
      svg("circle", { class: `ring ${map().spots[spot].precision}`, cx: x, cy: y, r: ring }),
    );

/** What is said to have moved: arrows with whether their event is open; between places of one mark there is none. */
function arrows(marks, { moves, event }) {
  const markOf = (/** @type {number} */ spot) => marks.find(({ pins: all }) => all.some((pin) => pin.spot === spot));
  const found = new Map();
  for (const { row, origin, destination } of moves) {
    const [from, to] = [markOf(origin), markOf(destination)];
    const drawn = from && to && from !== to ? arrow(from, to) : null;
    if (drawn) found.set(drawn.d, { ...drawn, open: row === event || (found.get(drawn.d) || {}).open });
  }
  return [...found.values()];
}

/** A mark for each place: a button with the number of its events, or a dot for the end of an arrow. */
function items(plot, marks, { size, taken }, content, doing) {
  const { fontSize, fontFamily } = getComputedStyle(plot);
  const called = marks.map(nameOf);
  const boxes = names(marks, called.map(measurer(`600 ${fontSize} ${fontFamily}`, 4)), size, taken);
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

/** Its places by name: all of two, else the first and how many more. */
function nameOf({ pins: all }) {
  const [first, second, ...rest] = all.map(({ spot }) => text(map().spots[spot].name));
  if (rest.length) return `${first} +${rest.length + 1}`;
  return second ? `${first}, ${second}` : first;
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
