/* The words in the picture of the two clocks: titles of events, and what lies on which side. None lies over a mark, a
 * thread, the slanting line or another label. Pure: no DOM. */
import { wrap } from "../../words/wrap.js";
import { overlap } from "../numbers/bands.js";

const GAP = 4; // px around a label
const CLOSE = 1.25; // of the type's size from one line to the next
const TITLE = 13; // times the type's size that a title may be wide

const boxOf = ({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });
/** Whether the slanting line goes through a box, or close by. */
const onLine = ({ left, right, top, bottom }, size) => left < size - top + 6 && right > size - bottom - 6;

/** Where the level line lies, with the words on it. */
const levelOf = (day, { px }, size) => ({ top: size - px(day) - 34, bottom: size - px(day) + 3 });

/**
 * The labels of what is drawn (layout.js), each a box with its lines.
 * @param {Omit<Clocks, "labels">} drawn
 * @param {any} how what `arrange` takes
 * @returns {any[]}
 */
export function labelsOf({ size, axis, above, below, piles, lines: drawn, whiskers }, how) {
  const { font, measure, titles, whole, first, zones, asof } = how;
  const taken = [
    ...piles.map(boxOf),
    ...drawn.map(({ x, top, bottom }) => ({ left: x - 1, right: x + 1, top, bottom })),
    ...whiskers
      .filter(({ look }) => look !== "bar")
      .map(({ x0, y0, x1, y1 }) => ({ left: x0, right: x1, top: y1 - 3, bottom: y0 + 3 })),
  ];
  if (asof !== null) taken.push({ left: 0, right: size, ...levelOf(asof, axis, size) });
  const labels = [];
  const free = (box) =>
    box.left >= 2 &&
    box.right <= size - 2 &&
    box.top >= -above &&
    box.bottom <= size + below &&
    !onLine(box, size) &&
    !taken.some((other) => overlap(box, other, GAP));
  const put = (box, label) => {
    taken.push(box);
    labels.push({ ...label, ...box });
  };
  for (const label of zoneBoxes(zones, size, font, measure)) {
    const box = label.boxes.find(free);
    if (box) put(box, { kind: "zone", lines: [label.words], side: label.side });
  }
  const { counts, places } = holdersOf(piles, drawn, whole);
  const rows = [...places.keys()].filter((row) => first(row) || counts.get(row) > 1);
  rows.sort((a, b) => Number(first(b)) - Number(first(a)) || counts.get(b) - counts.get(a) || a - b);
  for (const row of rows) {
    const lines = wrap(titles(row), font * TITLE, measure);
    if (lines.length > 3) continue;
    const room = { wide: Math.max(...lines.map((line) => measure(line))), high: lines.length * font * CLOSE };
    const { own, threads } = places.get(row);
    const box = [...beside(own, room), ...along(threads, room)].find(free);
    if (box) put(box, { kind: "title", lines, row });
  }
  return labels;
}

/** How many of some claims each whole event has. */
function tally(claims, whole) {
  const counts = new Map();
  for (const { row } of claims) counts.set(whole(row), (counts.get(whole(row)) || 0) + 1);
  return counts;
}

/** The event that more than half of some claims are of; undefined where there is none. */
const mostOf = (counts, n) => [...counts.keys()].find((row) => counts.get(row) > n / 2);

/** How many claims each event has, and where its title may stand: `own` are the piles that are mostly of it, those of
 * it alone first, then the highest; `threads` the lines that are. */
function holdersOf(piles, drawn, whole) {
  const counts = tally(
    piles.flatMap((one) => one.claims),
    whole,
  );
  const places = new Map();
  const placesOf = (row) => {
    if (!places.has(row)) places.set(row, { own: [], threads: [] });
    return places.get(row);
  };
  for (const one of piles) {
    const held = tally(one.claims, whole);
    const row = mostOf(held, one.claims.length);
    if (row !== undefined) placesOf(row).own.push({ ...one, alone: held.size === 1 });
  }
  for (const { own } of places.values()) own.sort((a, b) => Number(b.alone) - Number(a.alone) || a.y - b.y);
  for (const line of drawn) {
    const claims = piles.filter((one) => Math.abs(one.x - line.x) < 1).flatMap((one) => one.claims);
    const row = mostOf(tally(claims, whole), claims.length);
    if (row !== undefined) placesOf(row).threads.push(line);
  }
  return { counts, places };
}

/** The places of a title beside piles. */
const beside = (own, { wide, high }) =>
  own.flatMap(({ x, y, r }) =>
    [x - r - GAP - 2 - wide, x + r + GAP + 2].map((left) => ({
      left,
      right: left + wide,
      top: y - high / 2,
      bottom: y + high / 2,
    })),
  );

/** More places of a title: along threads. */
const along = (threads, { wide, high }) =>
  threads
    .filter(({ top, bottom }) => bottom - top > high)
    .flatMap(({ x, top, bottom }) =>
      [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((share) => {
        const y = top + (bottom - top) * share;
        return [x + GAP + 3, x - GAP - 3 - wide].map((left) => ({
          ...{ left, right: left + wide },
          ...{ top: y - high / 2, bottom: y + high / 2 },
        }));
      }),
    );

/** The words for the sides of the line, and where they may stand, the best first. */
function zoneBoxes(zones, size, font, measure) {
  const high = font * CLOSE;
  const box = (left, top, wide) => ({ left, right: left + wide, top, bottom: top + high });
  const shares = [0.02, 0.12, 0.22, 0.32, 0.42, 0.52];
  return /** @type {const} */ (["after", "before"]).map((side) => {
    const words = zones[side];
    const wide = measure(words);
    const tops = shares.map((share) => (side === "after" ? share * size + 4 : (1 - share) * size - high - 4));
    const boxes = tops.flatMap((top) =>
      shares.map((share) => box(side === "after" ? 6 + share * size : size - 6 - wide - share * size, top, wide)),
    );
    return { side, words, boxes };
  });
}
