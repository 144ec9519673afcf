/* Which marks of a lane get a label, and where: to the right of the mark, else to its left; whole, else the event's own
 * short title, else shortened, else none. On a phone a label may have two rows, parted by a line feed. */
import { boxOf, endOf } from "./mark.js";
import { broken, shorten } from "./shortening.js";

const GAP = 5; // px between a mark and its label, and between neighbours

/**
 * The label of a mark were there nothing else, {text, side, left, right}: whole where the plot is wide enough, else as
 * much as fits on the wider side; null where that says too little.
 * @param {Mark} mark
 * @param {LaneOptions} how
 * @returns {Label | null}
 */
export function pin(mark, { label, measure, width, rows }) {
  const said = label([/** @type {Row} */ (mark.row)]);
  const px = inRows(measure, said.bold);
  const [left] = boxOf(mark);
  const from = begin(mark, width);
  const room = { right: width - GAP - from, left: left - GAP };
  const forms = formsOf(mark, said, px, rows);
  const fits = (brief) => whole(forms, room, px, Infinity, brief);
  const found = fits(false) || fits(true) || shortened(forms, room, px, Infinity, 0);
  if (!found) return null;
  const wide = px(found.text);
  const start = found.side === "right" ? from : left - GAP - wide;
  return { ...found, left: start, right: start + wide + (found.side === "right" ? GAP : 0) };
}

/**
 * Give labels to the marks of one lane. `label(rows)` is {text, rank, bold?}; `measure(text, bold)` px; `width` of the
 * plot. No label takes more than `widest` px before all have had their turn, and none keeps less than the share `least`
 * of its text. A mark may come to another line of its lane, if its label is whole there.
 * @param {PlacedMark[]} marks
 * @param {LaneOptions} how
 * @returns {PlacedMark[]}
 */
export function place(marks, { label, measure, width, widest, least = 0, rows }) {
  const lines = linesOf(marks);
  const labels = new Map(marks.map((mark) => [mark, label(mark.rows || [mark.row])]));
  const order = marks
    .filter((mark) => mark.right > 0 && mark.left < width)
    .sort((a, b) => labels.get(b).rank - labels.get(a).rank || a.x - b.x);
  const pxOf = (mark) => inRows(measure, labels.get(mark).bold);
  const forms = new Map(marks.map((mark) => [mark, formsOf(mark, labels.get(mark), pxOf(mark), rows)]));
  const put = (mark, { text, side, cut, brief }) => {
    const wide = pxOf(mark)(text);
    const left = side === "right" ? begin(mark, width) : mark.left - GAP - wide;
    mark.label = { text, side, cut, brief, left, right: left + wide };
    lines.get(mark.line).labels.set(mark, [Math.min(left, mark.right) - GAP, left + wide + GAP]);
  };
  const found = (mark) => {
    const [mine, room, px] = [forms.get(mark), rooms(mark, lines.get(mark.line), width), pxOf(mark)];
    const fits = (brief) => (free) => whole(mine, free, px, widest, brief);
    const here = (brief) => fits(brief)(room) || elsewhere(mark, lines, width, fits(brief));
    return mark.pinned || here(false) || here(true) || shortened(mine, room, px, widest, least);
  };
  const pinned = order.filter((mark) => mark.pinned);
  for (const mark of [...pinned, ...order.filter((each) => !each.pinned)]) {
    const chosen = found(mark);
    if (chosen) put(mark, chosen);
  }
  for (const mark of order.filter(({ label: given }) => given && (given.cut || given.brief))) {
    lines.get(mark.line).labels.delete(mark);
    put(mark, grown(mark.label, forms.get(mark), rooms(mark, lines.get(mark.line), width), pxOf(mark)));
  }
  return marks;
}

/** What is taken of each line: {marks, labels}, both mark → [left, right]. */
function linesOf(marks) {
  const lines = new Map();
  for (const mark of marks) {
    if (!lines.has(mark.line)) lines.set(mark.line, { marks: new Map(), labels: new Map() });
    lines.get(mark.line).marks.set(mark, [mark.left, mark.right]);
  }
  return lines;
}

/** All that is taken of a line, but for a mark itself. */
const others = (line, mark) =>
  [...line.marks, ...line.labels].filter(([other]) => other !== mark).map(([, span]) => span);

/** Bring a mark to the first other line that is free around it and where `fits(room)` has a label for it. Gives that
 * label, or null. */
function elsewhere(mark, lines, width, fits) {
  for (const [number, line] of lines) {
    if (number === mark.line || others(line, mark).some(([left, right]) => left <= mark.right && right >= mark.left))
      continue;
    const found = fits(rooms(mark, line, width));
    if (!found) continue;
    lines.get(mark.line).marks.delete(mark);
    line.marks.set(mark, [mark.left, mark.right]);
    mark.line = number;
    return found;
  }
  return null;
}

/** Where a label on the right begins. A bar lies below the line of its mark, so its own label may stand above it, from
 * its edge where the mark is out of sight. */
function begin(mark, width) {
  if (!mark.bar) return boxOf(mark)[1] + GAP;
  return Math.max(mark.x > width ? boxOf(mark)[0] : endOf(mark), 0) + GAP;
}

/** The px that are free beside a mark on each side of its line. */
function rooms(mark, line, width) {
  let [start, end] = [0, width];
  for (const [left, right] of others(line, mark)) {
    // Nothing lies over the mark, but what is beside it may stand closer than a gap.
    if (left + right > mark.left + mark.right) end = Math.min(end, left);
    else start = Math.max(start, right + GAP);
  }
  return { right: end - GAP - begin(mark, width), left: mark.left - GAP - start };
}

/** The px of a label: those of its longer row. */
const inRows = (measure, bold) => (words) => Math.max(...words.split("\n").map((row) => measure(row, bold)));

/** How a label may be written on each side of its mark, {said, rows, right: […], left: […]}: in one row, else in two,
 * else the short title in the same way. On its right a bar lies below the mark, where a second row would be.
 * @param {Mark} mark
 * @param {LabelText} said */
function formsOf({ bar }, said, px, most = 1) {
  const rows = { right: bar ? 1 : most, left: most };
  const written = (count) =>
    [said.text, said.short].flatMap((words, turn) =>
      [words, words && count > 1 ? broken(words, px) : ""].map((text) => ({ text, brief: turn > 0 })),
    );
  return { said, rows, right: written(rows.right), left: written(rows.left) };
}

/** The first form of a label that fits, {text, side, brief}, of the title or (`brief`) of the short one.
 * @returns {Pick<Label, "text" | "side" | "brief"> | null} */
function whole(forms, room, px, widest, brief) {
  for (const turn of forms.left.keys())
    for (const side of /** @type {("right" | "left")[]} */ (["right", "left"])) {
      const { text, brief: short } = forms[side][turn];
      if (text && short === brief && px(text) <= Math.min(widest, room[side])) return { text, side, brief };
    }
  return null;
}

/** A label shortened on the side with more room, {text, side, cut}; null where that would say too little.
 * @returns {Pick<Label, "text" | "side" | "cut"> | null} */
function shortened({ said, rows }, { right, left }, px, widest, least) {
  const side = right >= left ? "right" : "left";
  const text = shorten(said.text, Math.min(Math.max(right, left), widest), px, rows[side]);
  return text.length > least * said.text.length ? { text, side, cut: true } : null;
}

/** A label that does not say all, with as much more as its side now has room for. */
function grown(label, { said, rows, ...forms }, room, px) {
  const { text, side } = label;
  const full = forms[side].find((form) => form.text && px(form.text) <= room[side]);
  if (full) return { ...full, side };
  const longer = shorten(said.text, room[side], px, rows[side]);
  return label.cut && longer.length > text.length ? { text: longer, side, cut: true } : label;
}
