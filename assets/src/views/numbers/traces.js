/* The numbers' plot as traces of Plotly's: marks, the lines of their bounds, labels.
 *
 * Each point carries its figure's key as `customdata`. */
import { plain } from "../../chart/figure/plotly.js";
import { signs } from "./bands.js";

const BASE = { type: "scatter", hoverinfo: "none", showlegend: false };
// px beside usual type: the line of an unknown day, every other line, a mark, the head of an arrow, the tick of words.
const [THIN, THICK, MARK, HEAD, TICK] = [1.5, 2.5, 13, 9, 12];

/**
 * Every trace that has points. `at(x)` is the time at a px.
 * @param {any} drawing
 * @returns {any[]}
 */
export function traces({ laid, figures, look, colours, font, at }) {
  const keyOf = ({ index }) => figures[index].key;
  const context = { marks: laid.marks, keyOf, colours, font, at, sizes: signs(font) };
  const points = laid.marks.flatMap((mark) => mark.ys.map((y) => ({ mark, y, ...look(figures[mark.index]) })));
  return [...stems(context), heads(context), ...marksOf(points, context), labels(context)].filter(({ x }) => x.length);
}

/** The lines of one mark: [name, [from, to]], both [x, y]. */
function linesOf({ x, ys: [y, other], values, bound, reach }, { half, arrow, whisker, grow }) {
  const found = reach ? [["reach", [reach.left, y], [reach.right, y]]] : [];
  if (!values.length) return found;
  if (values.length > 1) found.push(["range", [x, y], [x, other]]);
  else if (bound === "about")
    for (const way of [-1, 1]) found.push(["about", [x, y + way * half], [x, y + way * whisker]]);
  else if (bound !== "exact") {
    const way = wayOf(bound);
    found.push([bound, [x, y + way * (half - 1)], [x, y + way * (arrow - 4 * grow)]]);
  }
  return found;
}

/** Which way an open bound points: upwards is less px. */
const wayOf = (bound) => (bound === "at_least" ? -1 : 1);

function stems({ marks, keyOf, colours, at, sizes }) {
  const found = {};
  for (const mark of marks)
    for (const [name, from, to] of linesOf(mark, sizes)) {
      const line = { color: colours.ink, width: (name === "reach" ? THIN : THICK) * sizes.grow };
      const trace = (found[name] = found[name] || { ...BASE, name, mode: "lines", x: [], y: [], customdata: [], line });
      trace.x.push(at(from[0]), at(to[0]), null);
      trace.y.push(from[1], to[1], null);
      trace.customdata.push(keyOf(mark), keyOf(mark), keyOf(mark));
    }
  return Object.values(found);
}

/** The heads of the arrows that say "or more" and "or less". */
function heads({ marks, keyOf, colours, at, sizes: { arrow, grow } }) {
  const open = marks.filter(({ values, bound }) => values.length === 1 && ["at_least", "at_most"].includes(bound));
  return {
    ...BASE,
    name: "heads",
    mode: "markers",
    x: open.map(({ x }) => at(x)),
    y: open.map(({ ys, bound }) => ys[0] + wayOf(bound) * (arrow - 4 * grow)),
    customdata: open.map(keyOf),
    marker: {
      symbol: open.map(({ bound }) => (bound === "at_least" ? "triangle-up" : "triangle-down")),
      size: HEAD * grow,
      color: colours.ink,
      opacity: 1,
    },
  };
}

/** The marks of numbers, hollow where they are about so many, and the ticks of what was given in words only. */
function marksOf(points, { keyOf, at, sizes: { grow } }) {
  const trace = (some, name, symbol, size, width) => ({
    ...BASE,
    name,
    mode: "markers",
    x: some.map(({ mark }) => at(mark.x)),
    y: some.map(({ y }) => y),
    customdata: some.map(({ mark }) => keyOf(mark)),
    marker: { symbol: some.map(symbol), color: some.map(({ colour }) => colour), size, opacity: 1, line: { width } },
  });
  const numbers = points.filter(({ mark }) => mark.values.length);
  const inWords = points.filter(({ mark }) => !mark.values.length);
  const isAbout = ({ mark }) => mark.bound === "about";
  const widths = numbers.map((point) => (isAbout(point) ? THICK * grow : 0));
  return [
    trace(numbers, "marks", (point) => (isAbout(point) ? `${point.symbol}-open` : point.symbol), MARK * grow, widths),
    trace(inWords, "words", () => "line-ns-open", TICK * grow, 3 * grow),
  ];
}

function labels({ marks, keyOf, colours, font, at }) {
  const labelled = marks.filter(({ label }) => label);
  return {
    ...BASE,
    name: "labels",
    mode: "text",
    textposition: "middle right",
    textfont: { size: font, color: colours.ink },
    cliponaxis: false,
    x: labelled.map(({ label }) => at(label.left)),
    y: labelled.map(({ label }) => (label.top + label.bottom) / 2),
    text: labelled.map(({ label }) => label.lines.map(plain).join("<br>")),
    customdata: labelled.map(keyOf),
  };
}
