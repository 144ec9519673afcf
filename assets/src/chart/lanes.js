/* Where marks and labels go: pure geometry in pixels, no DOM, no Plotly.
 *
 * A lane is divided into as many rows as keep its marks apart; spare rows go to the fullest lanes. A
 * label is put to the right of its mark, else to its left, whole or shortened, else dropped; when all
 * have their place, the shortened ones grow into what is left. So no two boxes of one row ever overlap,
 * at any width and zoom. */
const MARK = 18; // px that a mark takes up, its outline included, where it doesn't say itself
const GAP = 5; // px between a mark and its label, and between neighbours
const CLUSTER_REACH = 26; // px within which the marks of a lane are one dense place
const CLUSTER_LIMIT = 5; // more marks than this in a dense place become one mark with a count
const MIN_LABEL = 120; // px below which a shortened label says too little

const half = (mark) => (mark.wide || MARK) / 2;

/** Marks of one lane, in order of `x`, with dense places put together.
 * Marks are {row, x, from, to, bar, wide?}, `bar` telling that a bar begins at the mark, `wide` how many px it takes up;
 * a cluster is {rows: […], x, from, to, wide?}. */
function cluster(marks) {
  const result = [];
  let start = 0;
  for (let end = 1; end <= marks.length; end += 1) {
    if (end < marks.length && marks[end].x - marks[start].x <= CLUSTER_REACH) continue;
    const place = marks.slice(start, end);
    if (place.length <= CLUSTER_LIMIT) result.push(...place);
    else {
      const x = (place[0].x + place[place.length - 1].x) / 2;
      const { wide } = place[0];
      const reach = 2 * half(place[0]); // a cluster is twice as wide as a mark
      result.push({ rows: place.map((mark) => mark.row), x, from: x - reach, to: x + reach, wide });
    }
    start = end;
  }
  return result;
}

const box = (mark) => [Math.min(mark.from, mark.x - half(mark)), Math.max(mark.to, mark.x + half(mark))];

/** Marks by their left edges: they come in order of x, but a whisker reaches back before its mark. */
const byLeft = (marks) => [...marks].sort((a, b) => box(a)[0] - box(b)[0]);

/** How many rows keep all marks of a lane apart (interval partitioning). */
function rowsNeeded(marks) {
  const ends = [];
  for (const mark of byLeft(marks)) {
    const [left, right] = box(mark);
    const free = ends.findIndex((end) => end + 1 <= left);
    ends[free < 0 ? ends.length : free] = right;
  }
  return Math.max(1, ends.length);
}

/** Spread marks over `count` rows, each into the row that has been free for longest, so that labels find room. */
function spread(marks, count) {
  const ends = new Array(count).fill(-Infinity);
  const spots = new Map();
  for (const mark of byLeft(marks)) {
    const [left, right] = box(mark);
    let best = 0;
    ends.forEach((end, row) => {
      if (end < ends[best]) best = row;
    });
    ends[best] = Math.max(ends[best], right);
    spots.set(mark, { ...mark, line: best, left, right });
  }
  return marks.map((mark) => spots.get(mark));
}

/** Rows for each lane: what it needs, and the spare rows of `budget` to the lanes with most marks a row. */
function allot(lanes, budget) {
  const counts = lanes.map(rowsNeeded);
  let spare = budget - counts.reduce((sum, count) => sum + count, 0);
  while (spare > 0) {
    let best = -1;
    lanes.forEach((marks, lane) => {
      if (marks.length > counts[lane] && (best < 0 || marks.length / counts[lane] > lanes[best].length / counts[best]))
        best = lane;
    });
    if (best < 0) break;
    counts[best] += 1;
    spare -= 1;
  }
  return counts;
}

/** Give labels to the marks of one lane. `label(rows)` is {text, rank}; `measure(text)` px; `width` of the plot. No label
 * takes more than `widest` px before all have had their turn. */
function place(marks, label, measure, width, widest) {
  const taken = new Map();
  for (const mark of marks) {
    if (!taken.has(mark.line)) taken.set(mark.line, []);
    taken.get(mark.line).push([mark.left, mark.right]);
  }
  const labels = new Map(marks.map((mark) => [mark, label(mark.rows || [mark.row])]));
  const order = marks
    .filter((mark) => mark.right > 0 && mark.left < width)
    .sort((a, b) => labels.get(b).rank - labels.get(a).rank || a.x - b.x);
  // A bar lies below the line of its mark, so its own label may stand above it, from its edge where the mark is out of sight.
  const begin = (mark) => (mark.bar ? Math.max(mark.x > width ? mark.left : mark.x + half(mark), 0) : mark.right) + GAP;
  const rooms = (mark, line) => ({
    right:
      Math.min(width, ...line.filter(([left]) => left >= mark.right - 1).map(([left]) => left)) - GAP - begin(mark),
    left: mark.left - GAP - Math.max(0, ...line.filter(([, end]) => end <= mark.left + 1).map(([, end]) => end + GAP)),
  });
  const spans = new Map(); // what each label takes of its line
  const put = (mark, text, side, line) => {
    const wide = measure(text);
    const at = side === "right" ? begin(mark) : mark.left - GAP - wide;
    mark.label = { text, side, left: at, right: at + wide };
    spans.set(mark, [Math.min(at, mark.right) - GAP, at + wide + GAP]);
    line.push(spans.get(mark));
  };
  for (const mark of order) {
    const line = taken.get(mark.line);
    const { right, left } = rooms(mark, line);
    const full = labels.get(mark).text;
    const fits = (room) => full && measure(full) <= Math.min(room, widest);
    const side = fits(right) ? "right" : fits(left) ? "left" : null;
    const nearest = side || (right >= left ? "right" : "left");
    const text = side ? full : shorten(full, Math.min(Math.max(right, left), widest), measure);
    if (text) put(mark, text, nearest, line);
  }
  for (const mark of order) {
    const full = labels.get(mark).text;
    if (!mark.label || mark.label.text === full) continue;
    const line = taken.get(mark.line);
    line.splice(line.indexOf(spans.get(mark)), 1);
    const { text, side } = mark.label;
    const room = rooms(mark, line)[side];
    const longer = measure(full) <= room ? full : shorten(full, room, measure);
    put(mark, longer.length > text.length ? longer : text, side, line);
  }
  return marks;
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

/** Lay out lanes. `lanes` is [[mark, …], …] with marks in order of x, in px from the left edge of the plot.
 * Returns [{lines, marks}], a mark having its `line` (row within the lane) and perhaps a `label`. */
export function arrange(lanes, { width, budget, widest, label, measure }) {
  const dense = lanes.map(cluster);
  const counts = allot(dense, budget);
  return dense.map((marks, lane) => ({
    lines: counts[lane],
    marks: place(spread(marks, counts[lane]), label, measure, width, widest),
  }));
}
