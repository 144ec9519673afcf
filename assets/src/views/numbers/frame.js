/* What stands around the marks of the numbers' plot: headings, scales and the lines between them, as Plotly has them.
 */
import { plain } from "../../chart/figure/plotly.js";
import { say } from "../../words/i18n.js";
import { number } from "../../words/numbers.js";

/**
 * Headings of the bands, numbers of their scales, and the word over the strip of figures without a day.
 * @param {any} drawing
 * @returns {object[]}
 */
export function notes({ laid, gutter, font, colours, strip, at }) {
  const note = (y, text, more) => ({
    xref: "paper",
    yref: "y",
    x: 0,
    y,
    text,
    showarrow: false,
    xanchor: "right",
    yanchor: "middle",
    xshift: -6,
    font: { size: font - 1, color: colours.muted },
    ...more,
  });
  const heading = { yanchor: "top", align: "left", xanchor: "left", xshift: -gutter + 2, name: "heading" };
  const large = { size: font, color: colours.ink };
  const bold = (line) => `<b>${plain(line)}</b>`;
  const found = laid.bands.flatMap((band) => [
    note(band.top + 2, band.heading.map(bold).join("<br>"), { ...heading, font: large }),
    ...band.ticks.map(({ value, y }) => note(y, number(value), { name: "scale" })),
    ...band.rows.map((y) => note(y, say("numbers_words"), { name: "words" })),
  ]);
  return strip ? [...found, undated(at(strip / 2), { size: font - 1, color: colours.muted })] : found;
}

const undated = (x, font) => ({
  xref: "x",
  yref: "paper",
  x,
  y: 1,
  yanchor: "bottom",
  yshift: 6,
  text: plain(say("numbers_undated")),
  showarrow: false,
  font,
});

/**
 * Lines that hold nothing of the record: edges of bands, the grid of their scales, and the edge of the strip.
 * @param {any} drawing
 * @returns {object[]}
 */
export function lines({ laid, strip, colours, at }) {
  const across = (y, line) => ({
    type: "line",
    xref: "paper",
    yref: "y",
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    layer: "below",
    line,
  });
  const edge = { color: colours.muted, width: 1, dash: undefined };
  const grid = (dash) => ({ color: colours.line, width: 1, dash });
  const found = laid.bands.flatMap((band, turn) => [
    ...(turn ? [across(band.top - 2, edge)] : []),
    ...band.ticks.map(({ y, value }) => across(y, grid(value ? "dot" : "solid"))),
  ]);
  const x = strip && at(strip);
  const line = { ...edge, dash: "dash" };
  return strip
    ? [...found, { type: "line", xref: "x", yref: "paper", x0: x, x1: x, y0: 0, y1: 1, layer: "below", line }]
    : found;
}
