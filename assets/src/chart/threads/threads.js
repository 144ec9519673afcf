/* Threads from the mark of an event to those that it is related to, over the chart, whoever draws that. A contradiction
 * is dashed and has the sign ≠. What is beside the window has an arrow at the edge. */
import { measurer } from "../../dom/measure.js";
import { el } from "../../dom/svg.js";
import { chain } from "../../model/relations.js";
import { load } from "../../state/data.js";
import { contradicts, linksOf } from "../../state/related.js";
import { say, text } from "../../words/i18n.js";
import { current, viewed } from "../drawing.js";
import { cost, pathOf, rectsOf, route, toEdge } from "./route.js";

/** @typedef {import("./route.js").Point} Point */
const RING = 13; // px from the middle of the open event's mark, or of a circle, to its edge
const MARK = 9; // px from the middle of any other mark to its edge
const SIGN = 11; // px from the middle of a mark to the sign at it

/** @type {SVGElement | null} */
let overlay = null;

/**
 * Draw the threads of an event over a chart, or none.
 * @param {HTMLElement} root
 * @param {Row | null} row
 * @returns {void}
 */
export function draw(root, row) {
  if (overlay) overlay.remove();
  overlay = null;
  const shown = current();
  if (row === null || !shown.sheet) return;
  const { boxes, width, size } = shown;
  const ground = { rects: [...rectsOf(boxes, size.line), ...namesIn(shown)], width, line: size.line };
  const threads = linksOf(row).flatMap(([relation, other]) => thread(shown, ground, { row, other, relation }));
  if (!threads.length) return;
  const plot = el("g", { transform: `translate(${shown.left},${shown.axis})` }, ...threads);
  overlay = el(
    "svg",
    { class: "threads", "aria-hidden": "true", width: shown.outer, height: shown.figure.layout.height },
    plot,
  );
  root.append(overlay);
}

/** The boxes in sight that stand for an event: its mark in each lane, the circle or the whole that holds it. */
const boxesOf = ({ boxes, width }, row) =>
  boxes.filter(
    ({ row: own, rows = [], parts = [], left, right }) =>
      right >= 0 && left <= width && (own === row || rows.includes(row) || parts.includes(row)),
  );

/** The names of lanes that stand in the plot, as on a phone. */
function namesIn({ figure: { layout }, size }) {
  if (!size.head) return [];
  const measure = measurer(`bold ${size.font}px ${layout.font.family}`, 8);
  return layout.annotations.map(({ text: words, y }) => ({
    left: 0,
    right: measure(words.replace(/<[^>]*>/g, "")),
    top: y - size.head / 2 + 1,
    bottom: y + size.head / 2 - 1,
  }));
}

/** The thread from one event to another one, none where nothing is to be joined. */
function thread(shown, ground, { row, other, relation }) {
  const { size, width } = shown;
  const sources = boxesOf(shown, row);
  if (!sources.length || !viewed().rows.includes(other)) return [];
  const place = ({ x, y }) => /** @type {Point} */ ([Math.min(Math.max(x, 0), width), y]);
  const targets = boxesOf(shown, other);
  if (targets.some((box) => sources.includes(box))) return [];
  const looks = { row, other, relation, size };
  if (!targets.length) {
    const { at } = load().geometry;
    const side = at[other] < at[row] ? "left" : "right";
    return [drawn(toEdge(ground, place(sources[0]), side), { ...looks, side })];
  }
  const ways = sources.flatMap((from) => targets.map((to) => ({ to, way: route(ground, place(from), place(to)) })));
  const { to, way } = ways.reduce((best, each) => (cost(each.way) < cost(best.way) ? each : best));
  return [drawn(way, { ...looks, reach: to.rows ? RING : MARK })];
}

/** A way begins and ends beside the marks, not in their middle: [x, y] moved by some px towards the next corner. */
const toward = ([x, y], [, corner], px) => /** @type {Point} */ ([x, y + Math.sign(corner - y) * px]);

/** A thread along a way: `reach` px before the middle of its last mark it ends, or with an arrow at a `side`. */
function drawn(way, { row, other, relation, size, side = "", reach = 0 }) {
  const points = [...way];
  const last = points.length - 1;
  const px = (/** @type {number} */ wide) => Math.min(wide * size.scale, size.line / 2 - 1);
  points[0] = toward(way[0], way[1], px(RING));
  if (!side) points[last] = toward(way[last], way[last - 1], px(reach));
  const against = contradicts(relation);
  const { id } = load().rows;
  return el(
    "g",
    {
      class: `thread${against ? " against" : ""}`,
      "data-from": id[row],
      "data-to": id[other],
      "data-relation": relation,
    },
    el("path", { class: "thread-way", d: pathOf(points) }),
    ...(side ? [el("path", { class: "thread-arrow", d: arrow(way[last], side === "left" ? 1 : -1) })] : []),
    ...(against ? sign(side ? toward(way[0], way[1], SIGN) : toward(way[last], way[last - 1], SIGN)) : []),
  );
}

const arrow = ([x, y], back) => `M${x},${y}l${7 * back},-4v8z`;

const sign = ([x, y]) => [
  el("circle", { class: "thread-sign", cx: x, cy: y, r: 6 }),
  el("text", { class: "thread-sign", x, y: y + 3.5 }, "≠"),
];

/* ---- walking along the chain ---- */

/** @type {{ row: Row, words: (title: string) => string }[]} */
let stops = []; // of the chain that is walked

/**
 * Where the keyboard comes to from an event, `by` events further along its chain, as far as they are drawn: the box
 * there, and the words that say how its event is related, `words(title)`. Null where nothing is related to it.
 * @param {Row} row
 * @param {1 | -1} by
 * @returns {{ box: Box, row: Row, words: (title: string) => string } | null}
 */
export function next(row, by) {
  if (!stops.some((stop) => stop.row === row)) {
    const title = (/** @type {Row} */ of) => text(load().events[of].title);
    const related = chain(row, linksOf).flatMap(([subject, said]) =>
      said.map(([how, other]) => ({ subject, how, other })),
    );
    stops = [{ row, words: (said) => said }];
    for (const { subject, how, other } of related)
      stops.push({ row: other, words: (said) => `${title(subject)} ${say(how)} ${said}` });
  }
  const here = stops.findIndex((stop) => stop.row === row);
  for (let at = here + by; at >= 0 && at < stops.length; at += by) {
    const [box] = boxesOf(current(), stops[at].row);
    if (box) return { box, ...stops[at] };
  }
  return null;
}

/**
 * The keyboard has gone elsewhere: the next walk begins anew.
 * @returns {void}
 */
export const leave = () => {
  stops = [];
};
