/* The chart's figure: from arranged lanes to what Plotly draws, and to the boxes that pointer and keyboard find.
 * No DOM: data in, data out. `y` is in px from the top of the plot. */
import { ENDS, dayOf } from "../../model/days.js";
import { say } from "../../words/i18n.js";
import { wrap } from "../../words/wrap.js";
import { badgeAt, badgeOf } from "../lanes/mark.js";
import { plain } from "./plotly.js";
import { subset } from "./subset.js";
import { dots, extras, sizesOf } from "./traces.js";

const DAY = 864e5; // ms
const GAP = 8; // px between lanes
const EMPTY = 120; // px of a chart without events
const LOW = 9; // px by which a whisker without its mark lies lower; as much as a bar (BELOW in timeline/view/figure.py)

/** Everything that the lanes put on the plot: {lines: row → [y], boxes, labels, clusters, rings, shapes, names, top}.
 */
function layOut(lanes, arranged, view, size, axis, base, measure, parts) {
  const when = axis.at;
  const drawn = {
    lines: new Map(),
    boxes: [],
    labels: [],
    badges: [],
    clusters: [],
    rings: [],
    shapes: [],
    names: [],
    top: 4,
  };
  const shows = (row) => row === view.event || (parts.get(row) || []).includes(view.event);
  const put = (row, y) => drawn.lines.set(row, [...(drawn.lines.get(row) || []), y]);
  arranged.forEach((lane, index) => {
    const start = drawn.top;
    const yOf = (line) => start + size.head + (line + 0.5) * size.line;
    for (const mark of lane.marks) {
      const [x, y] = [when(mark.x), yOf(mark.line)];
      drawn.boxes.push({
        row: mark.row,
        rows: mark.rows,
        parts: parts.get(mark.row),
        x: mark.x,
        y,
        left: mark.left - 3,
        right: mark.right + 3,
        label: mark.label,
      });
      if ((mark.rows || [mark.row]).some(shows)) drawn.rings.push([x, y]);
      if (mark.label) drawn.labels.push(labelOf(mark, when, y));
      if (mark.rows) drawn.clusters.push([x, y, String(mark.rows.length)]);
      else put(mark.row, mark.low ? y + LOW * size.scale : y);
      if (mark.badge) drawn.badges.push([when(badgeAt(mark)), y, badgeOf(parts.get(mark.row))]);
    }
    lanes[index].beyond.forEach((row, turn) => put(row, yOf(turn % lane.lines)));
    drawn.top += size.head + lane.lines * size.line + GAP;
    const edge = drawn.top - GAP / 2;
    drawn.shapes.push({
      type: "line",
      xref: "paper",
      x0: 0,
      x1: 1,
      yref: "y",
      y0: edge,
      y1: edge,
      line: { color: base.layout.xaxis.gridcolor, width: 1 },
      layer: "below",
    });
    const middle = size.head ? start + 10 : (start + drawn.top - GAP) / 2;
    drawn.names.push(laneName(lanes[index].name, size, middle, base.layout.font.color, measure));
  });
  return drawn;
}

/** A label as [x, y, text, bold, textposition]: it ends, or begins, beside its mark. */
function labelOf({ label: { text, side, left, right }, key }, when, y) {
  const words = text.split("\n").map(plain).join("<br>");
  return [when(side === "left" ? right : left), y, words, key, side === "left" ? "middle left" : "middle right"];
}

function laneName(words, size, y, ink, measure) {
  const base = {
    xref: "paper",
    yref: "y",
    x: 0,
    y,
    showarrow: false,
    align: "left",
    xanchor: "left",
    yanchor: "middle",
    font: { size: size.font, color: ink },
  };
  if (size.head) return { ...base, text: `<b>${plain(words)}</b>` };
  const lines = wrap(words, size.gutter - 12, (line) => measure(line, true));
  const bold = lines.slice(0, 3).map((line) => `<b>${plain(line)}</b>`);
  return { ...base, xshift: -size.gutter, text: bold.join("<br>") };
}

/** The stretches of a line down the plot at `x` that strike no label, [[top, bottom], …]. */
function clear(x, top, boxes, line) {
  const struck = boxes.filter(({ label }) => label && label.left - 4 < x && x < label.right + 4);
  const ends = struck.sort((a, b) => a.y - b.y).flatMap(({ y }) => [y - line / 2, y + line / 2]);
  const cuts = [0, ...ends, top];
  return cuts.flatMap((from, index) => (index % 2 || cuts[index + 1] <= from ? [] : [[from, cuts[index + 1]]]));
}

/** What lies after the day that is shown: a line at its end, in `pieces`, and a veil over the days to come. */
function veil(end, [first, last], top, layout, pieces, axis) {
  if (end >= last) return []; // beyond the last day there is, Plotly has no place
  const edge = axis.of(Math.max(end, first));
  const base = { xref: "x", yref: "y", y0: 0, y1: top, layer: "below" };
  return [
    {
      ...base,
      type: "rect",
      x0: edge,
      x1: axis.of(last),
      fillcolor: layout.xaxis.gridcolor,
      opacity: 0.35,
      line: { width: 0 },
    },
    ...(end < first ? [] : pieces).map(([y0, y1]) => ({
      ...base,
      ...{ type: "line", x0: edge, x1: edge, y0, y1 },
      line: { color: layout.font.color, width: 1.5, dash: "dash" },
    })),
  ];
}

/** A break of the scale between two places, in px: a band down the plot, and two strokes where it meets the axis. */
function torn([left, right], at, top, layout) {
  const base = { xref: "x", yref: "y", layer: "below" };
  const [x0, x1] = [left, right].map(at);
  const stroke = { color: layout.font.color, width: 1.5 };
  const strokes = { xsizemode: "pixel", xanchor: (x0 + x1) / 2, path: "M-6,8L0,-6M0,8L6,-6" };
  return [
    {
      ...base,
      type: "rect",
      x0,
      x1,
      y0: 0,
      y1: top,
      fillcolor: layout.xaxis.gridcolor,
      opacity: 0.6,
      line: { width: 0 },
    },
    { ...base, ...strokes, type: "path", line: stroke },
  ];
}

/**
 * {data, layout, boxes, top} of a view. `base` is the figure of all events; `at` their days, `kinds` and
 * `statuses` what they are, `keys` whether they are key events; `measure` gives the px of a text.
 * @param {PlotlyFigure} base
 * @param {any} how
 * @returns {PlotlyFigure & { boxes: Box[], top: number }}
 */
export function figure(base, { view, size, lanes, arranged, at, kinds, statuses, keys, ...page }) {
  const { measure, family, axis, parts } = page;
  const drawn = layOut(lanes, arranged, view, size, axis, base, measure, parts);
  if (!arranged.length) {
    drawn.top = EMPTY;
    drawn.names.push({
      xref: "paper",
      yref: "y",
      x: 0.5,
      y: EMPTY / 2,
      text: plain(say("nothing_here")),
      showarrow: false,
      font: { size: size.font + 2 },
    });
  }
  const after = view.asof ? Math.min(dayOf(view.asof) + 1, ENDS[1]) : null; // the day after the one that is shown
  if (after !== null) {
    const pieces = clear(axis.px(after), drawn.top, drawn.boxes, 0.9 * size.line);
    drawn.shapes.push(...veil(after, view.window, drawn.top, base.layout, pieces, axis));
  }
  drawn.shapes.push(...axis.breaks.flatMap((ends) => torn(ends, axis.at, drawn.top, base.layout)));
  // Nobody knew yet how long what lasts would go on; only what had been predicted reaches into the days to come.
  const endOf = (row) => (after === null || statuses[row] === "predicted" ? Infinity : after * DAY);
  const { data: picked } = subset(base, drawn.lines, at, kinds, statuses, endOf, size.scale);
  const data = picked.map((trace) => ({ ...trace, x: trace.x.map(axis.drawn) }));
  const marks = data.find(({ name }) => name === "marks");
  if (marks) marks.marker.size = sizesOf(marks, size.scale, keys);
  const dotted = marks ? dots(marks) : [];
  const { font, xaxis, yaxis } = base.layout;
  const layout = {
    ...base.layout,
    width: size.outer,
    height: drawn.top + axis.high + 4,
    shapes: drawn.shapes,
    annotations: drawn.names,
    font: { ...font, family, size: size.font },
    margin: { l: size.gutter, r: size.edge, t: axis.high, b: 4, pad: 0 },
    xaxis: { ...xaxis, ...axis.layout, tickangle: 0, tickfont: { ...xaxis.tickfont, size: size.font - 1 } },
    yaxis: { ...yaxis, range: [drawn.top, 0] },
  };
  // The name is in the class of what is drawn (.trace…) as well: css/chart.css.
  const named = (trace) => ({ ...trace, uid: trace.name.replace(":", "-") });
  return {
    data: [...data, ...dotted, ...extras(drawn, size, base.layout)].map(named),
    layout,
    boxes: drawn.boxes,
    top: drawn.top,
  };
}
