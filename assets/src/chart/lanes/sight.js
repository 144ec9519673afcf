/* Which events of a view are in sight, and where their marks stand, in px of the plot. */
import { fold } from "../../model/parts.js";
import { load } from "../../state/data.js";
import { KEY, badgeOf } from "./mark.js";

const BESIDE = 11; // px beside the count of a mark's parts: its ground, and what lies between that and the mark
const MANY_ROWS = 600;

/**
 * The rows of a view that are to be drawn on a plot, parts left out that are shown within their whole:
 *
 * - `rows` are within the window or near it,
 * - `inside(row)` tells whether a row reaches into the window, `peeps(row)` whether its mark would stick out into the
 *   plot,
 * - `mark(row)` gives its mark,
 * - `parts` has the parts that stand within a whole of the window.
 *
 * @param {View} view
 * @param {Sizes} size
 * @param {{ width: number, axis: Axis }} plot
 * @param {Measure} measure
 * @returns {Sight}
 */
export function sightOf(view, size, { width, axis }, measure) {
  const { geometry, rows: columns } = load();
  const { at, from, to, bar, pad, whole } = geometry;
  const [first, last] = view.window;
  const { px } = axis;
  // What lies beside the window is drawn as well, so that it is there when the chart is pulled; not where it is too
  // much.
  const beyond = view.rows.length > MANY_ROWS ? 0 : width;
  const near = view.rows.filter((row) => px(to[row]) >= -beyond && px(from[row]) <= width + beyond);
  const inside = (row) => to[row] >= first && from[row] <= last;
  const hidden = (row) => at[row] < first || at[row] > last;
  // A part is seen in its whole where that one's mark is in sight, and beside the window likewise.
  const { wholes, parts } = fold(
    near.filter((row) => inside(row) && (whole[row] !== null || !hidden(row))),
    whole,
  );
  const { wholes: beside } = fold(
    near.filter((row) => !inside(row)),
    whole,
  );
  // Marks just outside the window would stick out into the plot, on top of each other; the next drawing has them.
  const peeps = (row) => px(to[row]) + pad[row] > -size.mark && px(from[row]) - pad[row] < width + size.mark;
  // A whisker whose mark is out of sight lies as low as a bar, which leaves room for its label.
  const low = (row) => !bar[row] && from[row] < to[row] && hidden(row);
  const badge = (row) => (parts.has(row) ? BESIDE + measure(badgeOf(parts.get(row))) : 0);
  const widthOf = (row) => size.mark * (columns.key[row] ? KEY : 1);
  const mark = (row) => ({
    row,
    x: px(at[row]),
    from: px(from[row]) - pad[row],
    to: px(to[row]) + pad[row],
    bar: bar[row] || low(row),
    low: low(row),
    pad: pad[row],
    badge: badge(row),
    before: px(at[row]) + Math.max(widthOf(row) / 2, pad[row]) + badge(row) > width,
    key: columns.key[row],
    wide: widthOf(row),
  });
  return { rows: near.filter((row) => !wholes.has(row) && !beside.has(row)), inside, peeps, mark, parts };
}
