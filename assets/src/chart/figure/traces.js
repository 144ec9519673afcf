/* What the chart draws beside the points of the record's figure, as traces of Plotly's. Pure. */
import { KEY } from "../lanes/mark.js";

export const DOT = 0.3; // of a mark's width

/**
 * The px of each mark of a trace: a key event's is larger.
 * @param {any} trace
 * @param {number} scale
 * @param {boolean[]} keys
 * @returns {number[]}
 */
export const sizesOf = ({ customdata, marker }, scale, keys) =>
  customdata.map((row) => marker.size * scale * (keys[row] ? KEY : 1));

/**
 * The dots of dotted marks, as one trace or none. Plotly's own are small and of one size; a weak projector does not
 * show them.
 * @param {any} trace
 * @returns {any[]}
 */
export function dots({ x, y, customdata, marker }) {
  const on = marker.symbol.flatMap((symbol, index) => (symbol.endsWith("-dot") ? [index] : []));
  const pick = (values) => on.map((index) => values[index]);
  const size = pick(marker.size).map((px) => px * DOT);
  const look = { symbol: "circle", size, color: pick(marker.line.color), opacity: 1, line: { width: 0 } };
  return on.length
    ? [
        {
          type: "scatter",
          mode: "markers",
          name: "dots",
          hoverinfo: "none",
          showlegend: false,
          cliponaxis: false,
          x: pick(x),
          y: pick(y),
          customdata: pick(customdata),
          marker: look,
        },
      ]
    : [];
}

/**
 * The traces that stand beside the events' own: the open event's ring, clusters with their counts, labels.
 * @param {any} drawn
 * @param {Sizes} size
 * @param {any} layout
 * @returns {any[]}
 */
export function extras({ rings, clusters, labels, badges }, size, layout) {
  const ink = layout.font.color;
  const trace = (name, points, look) => ({
    type: "scatter",
    hoverinfo: "none",
    showlegend: false,
    name,
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    text: points.map(([, , text]) => text),
    ...look,
  });
  return [
    trace("open", rings, {
      mode: "markers",
      cliponaxis: false,
      marker: { symbol: "circle-open", size: 25 * size.scale, color: ink, line: { width: 2.5 } },
    }),
    trace("clusters", clusters, {
      mode: "markers+text",
      cliponaxis: false,
      textposition: "middle center",
      textfont: { size: size.font - 1, color: ink },
      marker: {
        symbol: "circle",
        size: 25 * size.scale,
        color: layout.xaxis.gridcolor,
        opacity: 1,
        line: { color: ink, width: 1.5 },
      },
    }),
    trace("badges", badges, {
      mode: "text",
      textposition: "middle center",
      textfont: { size: size.font - 2, weight: 600 },
    }),
    trace("labels", labels, {
      mode: "text",
      textposition: labels.map(([, , , , position]) => position),
      textfont: { size: size.font, weight: labels.map(([, , , key]) => (key ? "bold" : "normal")) },
    }),
  ].filter(({ name, x }) => name === "labels" || x.length);
}
