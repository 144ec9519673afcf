/* What of the map stands where in a frame, in px of the plot: marks, their rings and names, arrows. No DOM. */
import { text } from "../../words/i18n.js";
import { map } from "./atlas.js";
import { arrow, groups, names } from "./groups.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./groups.js").Mark} Mark */
/** @typedef {import("./groups.js").Box} Box */
/** @typedef {import("./atlas.js").Shown} Shown */
/** @typedef {{ rows: Map<number, Row[]>, moves: Shown[], event: Row | null }} Content */
/** The marks; the `d` of each arrow, and whether its event is open; what each mark is called, and where that stands.
 * @typedef {{ marks: Mark[], ways: { d: string, open: boolean }[], called: string[], boxes: (Box | null)[] }} Laid */

const RING = 6; // px from a mark to the ring around it, at least

/**
 * Lay out what a frame shows on a plot of `size` px.
 * @param {Frame} frame
 * @param {number[]} size
 * @param {Content} content
 * @param {{ measure: Measure, apart: number }} how `apart`: px between marks, at least
 * @returns {Laid}
 */
export function layOut(frame, size, content, { measure, apart }) {
  const scale = size[0] / frame.width;
  const marks = groups(pins(frame, scale, size, content), apart).map((mark) => ringed(mark, scale));
  const ways = arrows(marks, content);
  const taken = ways.flatMap(({ boxes }) => boxes);
  const called = marks.map(nameOf);
  return {
    marks,
    ways,
    called,
    boxes: names(
      marks,
      called.map((name) => measure(name)),
      size,
      taken,
    ),
  };
}

/** The places in sight that have an event, or an end of an arrow. */
function pins({ x: left, y: top }, scale, size, { rows, moves }) {
  const ends = new Set(moves.flatMap(({ origin, destination }) => [origin, destination]));
  return map()
    .spots.map(({ x, y }, spot) => ({
      spot,
      x: (x - left) * scale,
      y: (y - top) * scale,
      count: (rows.get(spot) || []).length,
    }))
    .filter(({ spot, count }) => count || ends.has(spot))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size[0] && y <= size[1]);
}

/** The mark with the ring around it where it stands for a region or a country: that is meant as a whole, and the mark
 * stands in its middle. */
function ringed(mark, scale) {
  const { r: within } = map().spots[mark.pins[0].spot];
  return mark.pins.length === 1 && within ? { ...mark, ring: Math.max(within * scale, mark.r + RING) } : mark;
}

/** What is said to have moved: arrows with whether their event is open; between places of one mark there is none. */
function arrows(marks, { moves, event }) {
  const markOf = (/** @type {number} */ spot) => marks.find(({ pins: all }) => all.some((pin) => pin.spot === spot));
  const found = new Map();
  for (const { row, origin, destination } of moves) {
    const [from, to] = [markOf(origin), markOf(destination)];
    const drawn = from && to && from !== to ? arrow(from, to) : null;
    if (drawn) found.set(drawn.d, { ...drawn, open: row === event || (found.get(drawn.d) || {}).open });
  }
  return [...found.values()];
}

/** Its places by name: all of two, else the first and how many more. */
function nameOf({ pins: all }) {
  const [first, second, ...rest] = all.map(({ spot }) => text(map().spots[spot].name));
  if (rest.length) return `${first} +${rest.length + 1}`;
  return second ? `${first}, ${second}` : first;
}

/**
 * How precisely the place of a mark with a ring is known: "region" or "country".
 * @param {Mark} mark
 * @returns {string | null}
 */
export const precisionOf = ({ pins: [{ spot }] }) => map().spots[spot].precision;
