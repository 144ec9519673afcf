/* Which marks of a lane get a label, and where: to the right of the mark, else to its left, whole or shortened, else
 * none. */
import { badgeEnd } from "./mark.js";

const GAP = 5; // px between a mark and its label, and between neighbours
const MIN_LABEL = 120; // px below which a shortened label says too little

/**
 * Give labels to the marks of one lane. `label(rows)` is {text, rank}; `measure(text)` px; `width` of the plot. No
 * label takes more than `widest` px before all have had their turn.
 * @param {PlacedMark[]} marks
 * @param {(rows: Row[]) => { text: string, rank: number }} label
 * @param {Measure} measure
 * @param {number} width
 * @param {number} widest
 * @returns {PlacedMark[]}
 */
export function place(marks, label, measure, width, widest) {
  const taken = takenBy(marks);
  const labels = new Map(marks.map((mark) => [mark, label(mark.rows || [mark.row])]));
  const order = marks
    .filter((mark) => mark.right > 0 && mark.left < width)
    .sort((a, b) => labels.get(b).rank - labels.get(a).rank || a.x - b.x);
  const spans = new Map(); // what each label takes of its line
  const put = (mark, { text, side }) => {
    const wide = measure(text);
    const left = side === "right" ? begin(mark, width) : mark.left - GAP - wide;
    mark.label = { text, side, left, right: left + wide };
    spans.set(mark, [Math.min(left, mark.right) - GAP, left + wide + GAP]);
    taken.get(mark.line).push(spans.get(mark));
  };
  for (const mark of order) {
    const found = chosen(labels.get(mark).text, rooms(mark, taken.get(mark.line), width), measure, widest);
    if (found.text) put(mark, found);
  }
  for (const mark of order) {
    const { text } = labels.get(mark);
    if (!mark.label || mark.label.text === text) continue;
    const line = taken.get(mark.line);
    line.splice(line.indexOf(spans.get(mark)), 1);
    put(mark, grown(mark.label, text, rooms(mark, line, width), measure));
  }
  return marks;
}

/** Line → what its marks take of it, [[left, right], …]. */
function takenBy(marks) {
  const taken = new Map();
  for (const { line, left, right } of marks) {
    if (!taken.has(line)) taken.set(line, []);
    taken.get(line).push([left, right]);
  }
  return taken;
}

/** Where a label on the right begins. A bar lies below the line of its mark, so its own label may stand above it, from
 * its edge where the mark is out of sight. */
function begin(mark, width) {
  if (!mark.bar) return mark.right + GAP;
  return Math.max(mark.x > width ? mark.left : badgeEnd(mark), 0) + GAP;
}

/** The px that are free beside a mark on each side of its line. */
function rooms(mark, line, width) {
  const next = line.filter(([left]) => left >= mark.right - 1).map(([left]) => left);
  const before = line.filter(([, end]) => end <= mark.left + 1).map(([, end]) => end + GAP);
  return { right: Math.min(width, ...next) - GAP - begin(mark, width), left: mark.left - GAP - Math.max(0, ...before) };
}

/** The label that a mark gets, {text, side}: whole where that fits, else shortened on the side with more room ("":
 * none). */
function chosen(full, { right, left }, measure, widest) {
  const fits = (room) => full && measure(full) <= Math.min(room, widest);
  if (fits(right)) return { text: full, side: "right" };
  if (fits(left)) return { text: full, side: "left" };
  const text = shorten(full, Math.min(Math.max(right, left), widest), measure);
  return { text, side: right >= left ? "right" : "left" };
}

/** A shortened label, with as many more of its words as its side now has room for. */
function grown({ text, side }, full, room, measure) {
  const longer = measure(full) <= room[side] ? full : shorten(full, room[side], measure);
  return { text: longer.length > text.length ? longer : text, side };
}

/** As many whole words as fit in `room` px, with an ellipsis; "" where that would say too little. */
function shorten(text, room, measure) {
  if (room < MIN_LABEL) return "";
  const words = text.split(" ");
  for (let count = words.length - 1; count >= 2; count -= 1) {
    const short =
      words
        .slice(0, count)
        .join(" ")
        .replace(/[\s,:;–—]+$/u, "") + "…";
    if (measure(short) <= room) return short;
  }
  return "";
}
