/* The numbers in a picture: the page's own plot of them, and a legend of bounds and claimants. */
import { say } from "../../words/i18n.js";
import * as numberWords from "../../words/numbers.js";
import { group, placed } from "./legend.js";
import * as vector from "./svg.js";
import { el, plotted } from "./svg.js";

const SIZE = 14; // px of a claimant's mark

/** How each bound is drawn, in `ink` on `paper`: its width, and its parts around the middle of a row at `x`, `y`. */
function signs(ink, paper) {
  const dot = (x, y, fill = ink) => el("circle", { cx: x, cy: y, r: 5, fill, stroke: ink, "stroke-width": 2 });
  const line = (x0, y0, x1, y1) => el("path", { d: `M${x0},${y0}L${x1},${y1}`, stroke: ink, "stroke-width": 2.5 });
  const arrow = (x, y, way) => [
    line(x, y, x, y + way * 12),
    el("path", { d: `M${x - 4},${y + way * 11}h8l-4,${way * 7}z`, fill: ink }),
  ];
  return {
    exact: [12, (x, y) => [dot(x + 6, y)]],
    about: [12, (x, y) => [line(x + 6, y - 12, x + 6, y + 12), dot(x + 6, y, paper)]],
    at_least: [12, (x, y) => [...arrow(x + 6, y + 6, -1), dot(x + 6, y + 6)]],
    at_most: [12, (x, y) => [...arrow(x + 6, y - 6, 1), dot(x + 6, y - 6)]],
    range: [12, (x, y) => [line(x + 6, y - 7, x + 6, y + 7), dot(x + 6, y - 7), dot(x + 6, y + 7)]],
    words: [6, (x, y) => [line(x + 3, y - 8, x + 3, y + 8)]],
    within: [36, (x, y) => [line(x, y, x + 30, y), dot(x + 30, y)]],
  };
}

/**
 * Plotly's own paths for some marks ({symbol, color, line}) of a size, in order.
 * @param {{ symbol: string, color: string, line: string }[]} marks
 * @param {number} size
 * @param {PlotlyFigure} figure
 * @returns {SVGElement[]}
 */
function paths(marks, size, { layout }) {
  const x = marks.map((_, turn) => turn);
  const pick = (key) => marks.map((mark) => mark[key]);
  const svg = plotted({
    data: [
      {
        type: "scatter",
        mode: "markers",
        x,
        y: x,
        cliponaxis: false,
        marker: {
          symbol: pick("symbol"),
          color: pick("color"),
          size,
          opacity: 1,
          line: { color: pick("line"), width: 2 },
        },
      },
    ],
    layout: {
      ...layout,
      shapes: [],
      annotations: [],
      width: 400,
      height: 200,
      xaxis: { visible: false },
      yaxis: { visible: false },
    },
  });
  return [...svg.querySelectorAll("path.point")].map((path) =>
    el("path", { d: path.getAttribute("d"), style: path.getAttribute("style") }),
  );
}

/**
 * The legend of the numbers from (`x`, `y`): {node, height}. `content` is what the view holds
 * (views/numbers/numbers.js), `figure` how it is drawn, `place` {x, y, room, size, fill, muted, paper}.
 * @param {NumbersContent} content
 * @param {PlotlyFigure} figure
 * @param {Place} place
 * @returns {Drawn}
 */
export function legend({ legend: { bounds, voices }, look }, figure, place) {
  const known = signs(place.fill, place.paper);
  const marks = paths(
    voices.map(look).map(({ symbol, colour }) => ({ symbol, color: colour, line: colour })),
    SIZE,
    figure,
  );
  const boundSigns = bounds.map(([bound, words]) => ({ words, wide: known[bound][0], signs: known[bound][1] }));
  const voiceSigns = voices.map((voice, turn) => ({
    words: numberWords.voice(voice),
    wide: 18,
    signs: (x, y) => [placed(marks[turn], x + 9, y)],
  }));
  const node = el("g", { class: "picture-legend", "font-family": getComputedStyle(document.body).fontFamily });
  let { y } = place;
  const add = (part) => {
    node.append(part.node);
    y += part.height;
  };
  add(group(say("numbers_legend_bounds"), boundSigns, { ...place, y }));
  add(group(say("numbers_legend_voices"), voiceSigns, { ...place, y }));
  y += 4;
  add(vector.text(say("numbers_beside"), { ...place, y, fill: place.muted }));
  return { node, height: y - place.y };
}
