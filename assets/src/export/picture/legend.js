/* The legend of a picture: kinds, statuses and lines, their marks drawn as the chart's own are. */
import { DOT } from "../../chart/figure/traces.js";
import { pathOf, styleOf } from "../../chart/plain/symbols.js";
import { load } from "../../state/data.js";
import { name, say } from "../../words/i18n.js";
import * as vector from "./svg.js";
import { el, measure } from "./svg.js";

const STATUSES = ["established", "reported", "contested", "predicted"];
const ROW = 26; // px of a row
const BETWEEN = 20; // px between two entries
const WIDE = 44; // px of a sign that shows a line

const marksOf = (data) => data.find((trace) => trace.name === "marks");

/** The kinds as established marks, then the statuses on a circle in ink: [{words, sign}] of each; as large as in the
 * chart `data`, if that has marks. */
function marked(kinds, data, figure, paper) {
  const [looks, ink] = [marksOf(figure.data).meta.looks, figure.layout.font.color];
  const [some] = Object.keys(looks);
  const filling = (status) => looks[some][status].symbol.slice(load().settings.symbols[some].length);
  const sizes = (marksOf(data) || marksOf(figure.data)).marker.size; // of each mark; key events have larger ones
  const size = Array.isArray(sizes) ? Math.min(...sizes) : sizes;
  const signs = [
    ...kinds.map((kind) => ({ ...looks[kind].established, edge: looks[kind].established.color })),
    ...STATUSES.map((status) => ({
      symbol: `circle${filling(status)}`,
      color: status === "reported" ? mixed(ink, paper, 0.28) : ink,
      edge: ink,
    })),
  ].map(({ symbol, ...look }) => {
    const style = styleOf(symbol, { ...look, width: 2 });
    return el("path", { d: pathOf(symbol, size), style });
  });
  const entry = (words, sign) => ({ words, wide: 20, signs: (x, y) => [placed(sign, x + 10, y)] });
  const dot = () => el("circle", { r: (size * DOT) / 2, fill: ink });
  const sign = (status, path) => (filling(status).endsWith("-dot") ? el("g", {}, path, dot()) : path);
  return [
    kinds.map((kind, turn) => entry(name("kind", kind), signs[turn])),
    STATUSES.map((status, turn) => entry(say(status), sign(status, signs[kinds.length + turn]))),
  ];
}

/**
 * A sign, moved to a place.
 * @param {SVGElement} sign
 * @param {number} x
 * @param {number} y
 * @returns {SVGElement}
 */
export function placed(sign, x, y) {
  sign.setAttribute("transform", `translate(${x},${y})`);
  return sign;
}

function mixed(colour, paper, share) {
  const part = (value, at) => parseInt(value.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(part(colour, at) * share + part(paper, at) * (1 - share))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** How dates are drawn, as far as the chart `data` draws them so. */
function dated(data, ink, paper) {
  const has = (style) => data.some((trace) => trace.name.startsWith(style) && trace.x.length);
  const dot = (x, y) => el("circle", { cx: x, cy: y, r: 6, fill: ink });
  const bar = (x, y, width, opacity) => el("rect", { x, y: y + 6, width, height: 5, fill: ink, opacity });
  const line = (x0, y0, x1, y1) => el("path", { d: `M${x0},${y0}L${x1},${y1}`, stroke: ink, "stroke-width": 2 });
  const whisker = (x, y) => [
    line(x, y, x + WIDE, y),
    line(x, y - 5, x, y + 5),
    line(x + WIDE, y - 5, x + WIDE, y + 5),
    dot(x + WIDE / 2, y),
  ];
  const cluster = (x, y) => [
    el("circle", { cx: x + 12, cy: y, r: 11, fill: mixed(ink, paper, 0.12), stroke: ink, "stroke-width": 1.5 }),
    el("text", { x: x + 12, y: y + 4, "text-anchor": "middle", "font-size": 12, fill: ink }, "7"),
  ];
  return [
    [true, "legend_day", 12, (x, y) => [dot(x + 6, y)]],
    [has("bar"), "legend_range", WIDE, (x, y) => [bar(x + 6, y, WIDE - 6, 0.7), dot(x + 6, y)]],
    [has("whisker"), "legend_within", WIDE, whisker],
    [has("about"), "legend_about", 36, (x, y) => [line(x, y, x + 36, y), dot(x + 18, y)]],
    [
      has("fade"),
      "legend_open",
      WIDE,
      (x, y) => [...[14, 24, 38].map((width) => bar(x + 6, y, width, 0.3)), dot(x + 6, y)],
    ],
    [has("clusters"), "picture_cluster", 24, cluster],
  ]
    .filter(([there]) => there)
    .map(([, key, wide, signs]) => ({ words: say(key), wide, signs }));
}

/**
 * One group: its heading, then signs and words, in as many rows as they need. Gives {node, height}.
 * @param {string} heading
 * @param {{ words: string, wide: number, signs: (x: number, y: number) => SVGElement[] }[]} entries
 * @param {Place} place
 * @returns {Drawn}
 */
export function group(heading, entries, { x, y, room, size, fill, muted }) {
  const node = el("g", {});
  let [at, row] = [x, y + ROW / 2];
  const put = (words, wide, weight, ink, signs) => {
    const width = wide + measure(words, { size, weight });
    if (at > x && at + width > x + room) {
      at = x;
      row += ROW;
    }
    node.append(
      ...signs(at, row),
      vector.text(words, { x: at + wide, y: row - size * 0.64, room: Infinity, size, weight, fill: ink }).node,
    );
    at += width + BETWEEN;
  };
  put(heading, 0, 600, muted, () => []);
  for (const { words, wide, signs } of entries) put(words, wide + 8, 400, fill, signs);
  return { node, height: row + ROW / 2 - y };
}

/**
 * The whole legend from (`x`, `y`): {node, height}. `kinds` are those shown, `data` what the chart draws of them,
 * `base` the figure of all events. `place` is {x, y, room, size, fill, muted, paper}.
 * @param {string[]} kinds
 * @param {any[]} data
 * @param {PlotlyFigure} base
 * @param {Place} place
 * @returns {Drawn}
 */
export function draw(kinds, data, base, place) {
  const node = el("g", { class: "picture-legend" });
  const [ofKinds, ofStatuses] = marked(kinds, data, base, place.paper);
  let { y } = place;
  for (const [key, entries] of [
    ["picture_kinds", ofKinds],
    ["legend_status", ofStatuses],
    ["legend_dates", dated(data, place.fill, place.paper)],
  ]) {
    if (!entries.length) continue;
    const part = group(say(key), entries, { ...place, y });
    node.append(part.node);
    y += part.height;
  }
  return { node, height: y - place.y };
}
