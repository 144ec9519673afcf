/* The chart's axis: from days to px of the plot and to what Plotly is given, and back. Where no time is drawn short it
 * is an axis of dates (ticks.js); else, and before the year 1, one of places (quiet.js, calendar.js). */
import { YEAR_ONE, dayOf } from "../../model/days.js";
import { isoTime } from "../figure/plotly.js";
import { marked } from "./calendar.js";
import { ticks } from "./ticks.js";

const ROW = 32; // px for an axis with one line of text in usual type

/**
 * The axis of a window on `width` px: `px(day)`; `of(day)` and `at(px)` as Plotly takes them; `drawn(x)` what is drawn
 * for the date or the time `x` of a trace; `layout` for Plotly; `high` its px; `breaks` what of it is drawn short, in
 * px.
 * @param {Span} window
 * @param {Time} time
 * @param {number} width
 * @param {{ font: number, narrow: boolean }} size
 * @returns {Axis}
 */
export function axisOf(window, time, width, size) {
  const [first, last] = window.map(time.place);
  const px = (day) => ((time.place(day) - first) / (last - first)) * width;
  const row = Math.max(ROW, Math.round(1.4 * size.font + 10));
  // Plotly counts a year 0 and has no eras.
  if (!time.breaks.length && window[0] >= YEAR_ONE) {
    const found = ticks(window, Math.max(3, Math.floor(width / (size.font * (size.narrow ? 5 : 9)))));
    return {
      px,
      of: isoTime,
      at: (x) => (first + (x / width) * (last - first)) * 864e5,
      drawn: (x) => x,
      layout: {
        range: window.map(isoTime),
        tickmode: "array",
        tickvals: found.map(({ day }) => isoTime(day)),
        ticktext: found.map(({ words }) => words.join("<br>")),
      },
      high: found.some(({ words }) => words.length > 1) ? Math.round(2.8 * size.font + 8) : row,
      breaks: [],
    };
  }
  const found = marked(window, time, px, size.font);
  return {
    px,
    of: time.place,
    at: (x) => first + (x / width) * (last - first),
    drawn: (x) => (x === null ? null : time.place(typeof x === "number" ? x / 864e5 : dayOf(x))),
    layout: {
      type: "linear",
      range: [first, last],
      tickmode: "array",
      tickvals: found.map(({ day }) => time.place(day)),
      ticktext: found.map(({ words }) => words),
    },
    high: row,
    breaks: time.breaks
      .map(({ from, to }) => /** @type {Span} */ ([from, to].map(px)))
      .filter(([left, right]) => right > 0 && left < width),
  };
}
