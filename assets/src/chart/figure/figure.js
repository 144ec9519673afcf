/* From a view of the events to its figure: which lanes there are, what stands in them at a size, and which labels. */
import { measurer } from "../../dom/measure.js";
import { changes } from "../../model/changes.js";
import { load } from "../../state/data.js";
import { known, knownOn } from "../../state/store.js";
import { isolated, name, say, text } from "../../words/i18n.js";
import { axisOf } from "../axis/axis.js";
import { timeOf } from "../axis/window.js";
import * as laneLayout from "../lanes/lanes.js";
import { sightOf } from "../lanes/sight.js";
import * as compose from "./compose.js";

const AXIS = 32; // px for an axis with one line of text in usual type
const MANY_LANES = 12;
const HALF = 0.5; // of a title: a label that keeps less says too little, where others are whole
const MOST = 2e4; // rows times days of a replay for which it is looked ahead how high its lanes become
const FIRST = 1e6; // more than any event has sources: the labels of key events and of the open one come first

/** The lines of the last replay's lanes, which it asks for at each step. */
let kept = null;

/* ---- lanes ---- */

/** All lanes that the view may have, [{id, name, rows}] in order. A row stands in the lane of each of its values. */
function lanesOf({ rows, group, only }, columns) {
  const data = load();
  const column = columns[data.operators.find((operator) => operator.keys[0] === group).columns[0]];
  const options = only.length ? data.facets[group].filter((value) => only.includes(value)) : data.facets[group];
  const heads = options.slice(0, only.length ? options.length : MANY_LANES);
  const lanes = heads.map((id) => ({ id, name: name(group, id), rows: [] }));
  const other = { id: null, name: say("other_lane"), rows: [] };
  const none = { id: null, name: say("none_lane"), rows: [] };
  const laneOf = new Map(lanes.map((lane) => [lane.id, lane]));
  for (const row of rows) {
    const values = Array.isArray(column[row]) ? column[row] : [column[row]];
    let found = false;
    for (const value of values) {
      const lane = laneOf.get(value);
      if (!lane) continue;
      lane.rows.push(row);
      found = true;
    }
    if (!found) (values.length ? other : none).rows.push(row);
  }
  return [...lanes, other, none];
}

/* ---- drawing ---- */

/**
 * The sizes of a chart `outer` px wide in type of `rem` px, whose lanes share about `tall` px of height.
 * @param {number} outer
 * @param {number} rem
 * @param {number} tall
 * @returns {Sizes}
 */
export function sizes(outer, rem, tall) {
  const narrow = outer < 600;
  const line = Math.round(rem * (narrow ? 2.25 : 1.68)); // on a phone labels have two rows
  const edge = Math.round(rem * 0.88); // beside the plot, for the marks at its ends
  return {
    outer,
    narrow,
    line,
    edge,
    font: Math.round(rem * 0.82),
    gutter: narrow ? edge : Math.round(rem * 8.6),
    head: narrow ? Math.round(rem * 1.3) : 0,
    scale: rem / 16,
    mark: Math.round(rem * 1.125),
    budget: Math.floor((tall - AXIS) / line),
  };
}

const fontFamily = () => getComputedStyle(document.body).fontFamily;

/** The px of labels, plain or bold, in a chart's type. */
function measureIn({ font, letter = 0, word = 0 }) {
  const spacing = { letter: letter * font, word: word * font };
  const plain = measurer(`${font}px ${fontFamily()}`, 1, spacing);
  const strong = measurer(`bold ${font}px ${fontFamily()}`, 1, spacing);
  return (/** @type {string} */ words, bold = false) => (bold ? strong : plain)(words);
}

/** A view's lanes, those without events too, with the rows that are in the window and those beyond it. */
function inSight(view, columns, size, { width, axis, measure }) {
  const { rows, inside, peeps, mark, parts } = sightOf(view, size, { width, axis }, measure);
  const { at } = load().geometry;
  const all = lanesOf({ ...view, rows }, columns).map((lane) => ({
    ...lane,
    beyond: lane.rows.filter((row) => !inside(row) && !peeps(row)),
    rows: lane.rows.filter(inside).sort((a, b) => at[a] - at[b] || a - b),
  }));
  return { all, mark, parts };
}

/** The lines that lanes share; on a phone their names take some. */
const budgetOf = (size, lanes) => size.budget - (size.narrow ? lanes.length : 0);

/** In a replay the lanes are as high as all that is known needs, and as any of its days needs, so that they stay where
 * they are while it runs. A circle may stand for what on an earlier day is a few marks. */
function keptLines(view, size, how) {
  const { rows, events, settings } = load();
  const { all } = view;
  const words = JSON.stringify([view.window, view.group, view.only, view.short, view.doubt, size]);
  if (kept && kept.all === all && kept.events === events && kept.words === words) return kept.lines;
  const lanesAt = (state) => {
    const { all: lanes, mark } = inSight({ ...view, rows: state.rows }, state.columns, size, how);
    return lanes.map((lane) => lane.rows.map(mark));
  };
  const whole = lanesAt({ rows: all, columns: rows });
  const lines = laneLayout.linesOf(whole, {
    ...how,
    budget: budgetOf(
      size,
      whole.filter((marks) => marks.length),
    ),
  });
  const days = settings.replay ? changes(rows, events, all, settings.replay) : [];
  const among = new Set(all);
  for (const { day } of days.length * all.length > MOST ? [] : days) {
    const then = knownOn(day, view.doubt);
    const needed = laneLayout.needed(lanesAt({ ...then, rows: then.rows.filter((row) => among.has(row)) }), how);
    needed.forEach((count, lane) => (lines[lane] = Math.max(lines[lane], count)));
  }
  kept = { all, events, words, lines };
  return lines;
}

/**
 * The figure of a view at a size and in a theme: {data, layout, boxes, parts, top, width, axis}, `width` being that of
 * the plot, `axis` the px above it.
 * @param {View} view
 * @param {Sizes} size
 * @param {"light" | "dark"} theme
 * @returns {ChartFigure}
 */
export function figureOf(view, size, theme) {
  const data = load();
  const width = size.outer - size.gutter - size.edge;
  const measure = measureIn(size);
  const axis = axisOf(view.window, timeOf(view), width, size);
  const { at } = data.geometry;
  const { columns } = known();
  const rank = (row) => (row === view.event ? 2 * FIRST : weight(row));
  const how = {
    width,
    axis,
    budget: size.budget,
    widest: Math.max(150, Math.min(width * 0.62, 30 * size.font)),
    least: size.narrow ? 0 : HALF,
    rows: size.narrow ? 2 : 1,
    label: labelOf(rank),
    measure,
  };
  const fixed = view.asof ? keptLines(view, size, how) : null;
  const { all, mark, parts } = inSight(view, columns, size, how);
  const lanes = all
    .map((lane, index) => ({ ...lane, kept: fixed ? fixed[index] : 0 }))
    .filter((lane) => lane.rows.length || lane.kept);
  const arranged = laneLayout.arrange(
    lanes.map((lane) => lane.rows.map(mark)),
    { ...how, budget: budgetOf(size, lanes) },
    fixed && lanes.map((lane) => lane.kept),
  );
  const figure = compose.figure(data.figures[theme], {
    view,
    size,
    lanes,
    arranged,
    at,
    kinds: data.rows.kind,
    statuses: columns.status,
    keys: data.rows.key,
    parts,
    measure,
    family: fontFamily(),
    axis,
  });
  return { ...figure, width, parts, axis: axis.high };
}

/** The label of a mark is its event's title, or its short one; of a cluster, that of its leading event and how many
 * more there are. */
const labelOf = (rank) => (rows) => {
  const lead = leading(rows, rank);
  const {
    events,
    rows: { key: keys },
  } = load();
  const look = { rank: rank(lead), bold: rows.length === 1 && Boolean(keys[lead]) };
  if (events[lead].untitled) return { text: "", ...look };
  const { title: long, short_title: short } = events[lead];
  const said = (words) =>
    rows.length > 1 ? say("label_more", { title: isolated(text(words)), n: rows.length - 1 }) : isolated(text(words));
  return { text: said(long), short: short && said(short), ...look };
};

/**
 * The leading one of some rows: a key event, then the one with most sources, unless `rank` says otherwise.
 * @param {Row[]} rows
 * @param {(row: Row) => number} [rank]
 * @returns {Row}
 */
export const leading = (rows, rank = weight) => rows.reduce((best, row) => (rank(row) > rank(best) ? row : best));
const weight = (row) => known().columns.sources[row].length + (load().rows.key[row] ? FIRST : 0);
