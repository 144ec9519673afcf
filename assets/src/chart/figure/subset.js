/* From the figure of all events (timeline/view/figure.py) to the figure of one view. Pure: data in, data out.
 *
 * Points of lines carry their event's row number as `customdata`. A view says which rows it shows and on which
 * lines; points are picked and repeated (an event stands in the lane of each of its actors), all else of a trace is
 * kept. The marks' trace comes without points: they are made for the rows that are shown, each at its day. A trace's
 * `meta.below` sets it that many px lower. A view may end the lines that lie lower at a day. This file knows neither
 * kinds nor what a day means. */
const DAY = 864e5; // ms
/** A trace with only the points that `lines` (row → [y, …]) puts somewhere. Arrays as long as the points are picked
 * along. Of what lies below its mark nothing is picked that begins at `end(row)` (ms) or after, and lines end there. */
function pick(trace, lines, end, scale) {
  const rows = trace.customdata;
  const below = ((trace.meta && trace.meta.below) || 0) * scale;
  const ended = (index) => Boolean(below && trace.x[index] !== null && trace.x[index] >= end(rows[index]));
  const picks = []; // [index, y]
  const whole = trace.mode.startsWith("lines") ? 3 : 1; // a line is two ends and a gap
  for (let index = 0; index < rows.length; index += whole) {
    if (ended(index)) continue;
    for (const y of lines.get(rows[index]) || [])
      for (let part = 0; part < whole; part += 1) picks.push([index + part, y]);
  }
  const along = (value) => {
    if (Array.isArray(value)) return value.length === rows.length ? picks.map(([index]) => value[index]) : value;
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, along(part)]));
    return value;
  };
  return {
    ...along(trace),
    x: picks.map(([index]) => (ended(index) ? end(rows[index]) : trace.x[index])),
    y: picks.map(([index, y]) => (trace.x[index] === null ? null : y + below)),
  };
}

/** The marks of the rows that `lines` puts somewhere. `at` is each row's day; `look(row)` how its mark looks. */
function marks(trace, lines, at, look) {
  const rows = [...lines.keys()].sort((a, b) => a - b);
  const points = rows.flatMap((row) => lines.get(row).map((y) => ({ row, y, ...look(row) })));
  const along = (key) => points.map((point) => point[key]);
  return {
    ...trace,
    x: points.map(({ row }) => at[row] * DAY),
    y: along("y"),
    customdata: along("row"),
    marker: {
      ...trace.marker,
      symbol: along("symbol"),
      color: along("color"),
      line: { ...trace.marker.line, color: along("edge") },
    },
  };
}

/**
 * The figure of a view: `lines` maps a row to its y values; `at` are the rows' days, `kinds` and `statuses` what
 * `meta.looks` of the marks knows a look for; `end(row)` the ms since 1970 at which a row's lines end, Infinity where
 * they are whole; `scale` how much larger the type is than usual, and with it what lies lower. Traces left empty are
 * dropped.
 * @param {PlotlyFigure} figure
 * @param {Map<Row, number[]>} lines
 * @param {Day[]} at
 * @param {string[]} kinds
 * @param {string[]} statuses
 * @param {(row: Row) => number} [end]
 * @param {number} [scale]
 * @returns {PlotlyFigure}
 */
export function subset(figure, lines, at, kinds, statuses, end = () => Infinity, scale = 1) {
  const data = figure.data
    .map((trace) =>
      trace.meta && trace.meta.looks
        ? marks(trace, lines, at, (row) => trace.meta.looks[kinds[row]][statuses[row]])
        : pick(trace, lines, end, scale),
    )
    .filter((trace) => trace.x.length);
  return { data, layout: figure.layout };
}
