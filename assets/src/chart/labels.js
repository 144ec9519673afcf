/* Which marks of a lane get a label, and where: to the right of the mark, else to its left, whole or shortened, else
 * none. */
import { boxOf, endOf } from "./mark.js";

const GAP = 5; // px between a mark and its label, and between neighbours
const MIN_LABEL = 120; // px below which a shortened label says too little

/**
 * The label of a mark were there nothing else, {text, side, left, right}: whole where the plot is wide enough, else as
 * much as fits on the wider side; null where that says too little.
 * @param {Mark} mark
 * @param {LaneOptions} how
 * @returns {Label | null}
 */
export function pin(mark, { label, measure, width }) {
  const { text, bold } = label([/** @type {Row} */ (mark.row)]);
  const px = (/** @type {string} */ words) => measure(words, bold);
  const [left] = boxOf(mark);
  const from = begin(mark, width);
  const room = { right: width - GAP - from, left: left - GAP };
  const found = whole(text, room, px, Infinity) || shortened(text, room, px, Infinity, 0);
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
export function place(marks, { label, measure, width, widest, least = 0 }) {
  const lines = linesOf(marks);
  const labels = new Map(marks.map((mark) => [mark, label(mark.rows || [mark.row])]));
  const order = marks
    .filter((mark) => mark.right > 0 && mark.left < width)
    .sort((a, b) => labels.get(b).rank - labels.get(a).rank || a.x - b.x);
  const pxOf = (mark) => (text) => measure(text, labels.get(mark).bold);
  const put = (mark, { text, side }) => {
    const wide = pxOf(mark)(text);
    const left = side === "right" ? begin(mark, width) : mark.left - GAP - wide;
    mark.label = { text, side, left, right: left + wide };
    lines.get(mark.line).labels.set(mark, [Math.min(left, mark.right) - GAP, left + wide + GAP]);
  };
  const found = (mark) => {
    const { text } = labels.get(mark);
    const [room, px] = [rooms(mark, lines.get(mark.line), width), pxOf(mark)];
    const fits = (free) => whole(text, free, px, widest);
    return mark.pinned || fits(room) || elsewhere(mark, lines, width, fits) || shortened(text, room, px, widest, least);
  };
  const pinned = order.filter((mark) => mark.pinned);
  for (const mark of [...pinned, ...order.filter((each) => !each.pinned)]) {
    const chosen = found(mark);
    if (chosen) put(mark, chosen);
  }
  for (const mark of order.filter((each) => each.label && each.label.text !== labels.get(each).text)) {
    lines.get(mark.line).labels.delete(mark);
    put(mark, grown(mark.label, labels.get(mark).text, rooms(mark, lines.get(mark.line), width), pxOf(mark)));
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
    if (left >= mark.right - 1) end = Math.min(end, left);
    if (right <= mark.left + 1) start = Math.max(start, right + GAP);
  }
  return { right: end - GAP - begin(mark, width), left: mark.left - GAP - start };
}

/** The whole of a label, {text, side}, where that fits.
 * @returns {Pick<Label, "text" | "side"> | null} */
function whole(text, { right, left }, measure, widest) {
  const wide = text && measure(text);
  if (!text || wide > widest) return null;
  return (wide <= right && { text, side: "right" }) || (wide <= left && { text, side: "left" }) || null;
}

/** A label shortened on the side with more room, {text, side}; null where that would say too little.
 * @returns {Pick<Label, "text" | "side"> | null} */
function shortened(full, { right, left }, measure, widest, least) {
  const text = shorten(full, Math.min(Math.max(right, left), widest), measure);
  return text.length > least * full.length ? { text, side: right >= left ? "right" : "left" } : null;
}

/** A shortened label, with as many more of its words as its side now has room for. */
function grown({ text, side }, full, room, measure) {
  const longer = measure(full) <= room[side] ? full : shorten(full, room[side], measure);
  return { text: longer.length > text.length ? longer : text, side };
}

// Scripts that are written without spaces between words: Chinese, Japanese, and those of Southeast Asia.
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const LONG = 24; // characters from which a word of any script is cut as well
const LEAST = 2; // pieces below which a shortened label says too little

/** Where a text may be cut, as the pieces between: after a word; in one without spaces after any character. */
const piecesOf = (text) =>
  text.split(/(?<= )/u).flatMap((word) => (UNSPACED.test(word) || word.length > LONG ? charactersOf(word) : [word]));

/** The characters as a reader counts them. */
const charactersOf = (word) =>
  Intl.Segmenter ? Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment) : [...word];

/** As much of a text as fits in `room` px, with an ellipsis; "" where that would say too little. */
function shorten(text, room, measure) {
  if (room < MIN_LABEL) return "";
  const pieces = piecesOf(text);
  const first = (count) =>
    `${pieces
      .slice(0, count)
      .join("")
      .replace(/[\s,:;–—、。，：；]+$/u, "")}…`;
  let [fits, beyond] = [0, pieces.length];
  while (beyond - fits > 1) {
    const count = (fits + beyond) >> 1;
    if (measure(first(count)) <= room) fits = count;
    else beyond = count;
  }
  return fits < LEAST ? "" : first(fits);
}
