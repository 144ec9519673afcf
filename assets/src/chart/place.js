/* Where on the screen the chart has an event. */
import { node } from "../dom/element.js";
import { load } from "../state/data.js";
import { timeOf } from "./axis/window.js";
import { current, viewed } from "./drawing.js";
import { pressed } from "./input/press.js";
import { MARK } from "./lanes/mark.js";
import * as room from "./room.js";

/**
 * The edges on the screen of an event's mark, or of the circle that holds it; of several, of the one that was pressed.
 * Before the first drawing only `left` and `right` are right. Null where none is in the window.
 * @param {Row} row
 * @returns {{ left: number, right: number, top: number, bottom: number } | null}
 */
export function placeOf(row) {
  const root = node("timeline");
  if (!root.offsetParent) return null;
  const shown = current();
  const { boxes, width, left } = shown.sheet ? shown : expected(row);
  const found = boxes.filter((box) => box.row === row || (box.rows || []).includes(row));
  const last = pressed();
  const box = found.find(({ y }) => last && y === last.y) || found[0];
  if (!box || box.right < 0 || box.left > width) return null;
  const corner = root.getBoundingClientRect();
  const [x, y] = [corner.left + left + Math.min(Math.max(box.x, 0), width), corner.top + shown.axis + box.y];
  return { left: x - MARK / 2, right: x + MARK / 2, top: y - MARK / 2, bottom: y + MARK / 2 };
}

/** What the first drawing will hold of an event: the day of its mark, at no height yet. */
function expected(row) {
  const { outer, gutter, edge } = room.inPage();
  const { place } = timeOf(viewed());
  const [first, last] = viewed().window.map(place);
  const width = outer - gutter - edge;
  const x = ((place(load().geometry.at[row]) - first) / (last - first)) * width;
  return { boxes: [{ row, rows: [], x, y: 0, left: x, right: x }], width, left: gutter };
}
