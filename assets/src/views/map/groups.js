/* Which places share a mark, and where names stand: geometry in px of the plot. Pure. */

/** A place on the plot: its number, its middle, and how many events it has.
 * @typedef {{ spot: number, x: number, y: number, count: number }} Pin */
/** A mark: its places (the one with the most events first), its middle, how large it is and the ring around it, and
 * all their events.
 * @typedef {{ pins: Pin[], x: number, y: number, r: number, ring?: number, count: number }} Mark */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

const SMALL = 12; // px: the radius of a mark of one event
const GROWTH = 2.2; // px for each root of an event more
const LARGE = 22;
const DOT = 4; // px: the radius of a place without events
const GAP = 4; // px between marks, and between a mark and its name
const HIGH = 20; // px of a line of a name

/**
 * The radius of a mark.
 * @param {number} count events
 * @returns {number}
 */
export const radius = (count) => (count ? Math.min(SMALL + GROWTH * Math.sqrt(count - 1), LARGE) : DOT);

/**
 * Places in marks, those with the most events first. What would overlap, or be less than `apart` px from the next, is
 * one mark at the place with the most events.
 * @param {Pin[]} pins
 * @param {number} apart
 * @returns {Mark[]}
 */
export function groups(pins, apart) {
  let marks = pins.map((pin) => ({ pins: [pin], x: pin.x, y: pin.y, r: radius(pin.count), count: pin.count }));
  marks.sort((one, other) => other.count - one.count || one.pins[0].spot - other.pins[0].spot);
  for (let pair = closest(marks, apart); pair; pair = closest(marks, apart)) {
    const [one, other] = pair;
    const count = one.count + other.count;
    const both = { ...one, pins: [...one.pins, ...other.pins], count, r: radius(count) };
    marks = marks.map((mark) => (mark === one ? both : mark)).filter((mark) => mark !== other);
  }
  return marks;
}

/** The first two marks that can't stand by themselves; a place without events needs less room. */
function closest(marks, apart) {
  for (const [index, one] of marks.entries())
    for (const other of marks.slice(index + 1)) {
      const least = one.count && other.count ? Math.max(one.r + other.r + GAP, apart) : one.r + other.r;
      if (Math.hypot(one.x - other.x, one.y - other.y) < least) return [one, other];
    }
  return null;
}

/**
 * Where the names of marks stand: right of it, left, above or below, wherever nothing else is; null where there is no
 * room.
 * @param {Mark[]} marks
 * @param {number[]} widths of their names, px
 * @param {number[]} size of the plot, px
 * @param {Box[]} [lines] what is drawn beside the marks
 * @returns {(Box | null)[]}
 */
export function names(marks, widths, [wide, high], lines = []) {
  const taken = [...lines, ...marks.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))];
  return marks.map(({ x, y, r, ring = r }, index) => {
    const width = widths[index];
    const far = Math.max(r, ring) + GAP;
    const lefts = [x + far, x - far - width, x - width / 2, x - width / 2];
    const tops = [y - HIGH / 2, y - HIGH / 2, y - far - HIGH, y + far];
    const boxes = lefts.map((left, side) => ({
      left,
      right: left + width,
      top: tops[side],
      bottom: tops[side] + HIGH,
    }));
    const inside = boxes.filter((box) => box.left >= 0 && box.right <= wide && box.top >= 0 && box.bottom <= high);
    const found = inside.find((box) => !taken.some((other) => overlap(box, other))) || null;
    if (found) taken.push(found);
    return found;
  });
}

/**
 * Whether two boxes overlap.
 * @param {Box} one
 * @param {Box} other
 * @returns {boolean}
 */
export const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * An arrow from one mark to another one, bent a little, so that there and back are two: the `d` of a path, and the
 * boxes that it runs through. Null where the marks touch.
 * @param {Mark} from
 * @param {Mark} to
 * @returns {{ d: string, boxes: Box[] } | null}
 */
export function arrow(from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const room = from.r + to.r + 3 * GAP;
  if (length <= room + HEAD) return null;
  const [ux, uy] = [dx / length, dy / length];
  const bend = [(from.x + to.x) / 2 + uy * length * BEND, (from.y + to.y) / 2 - ux * length * BEND];
  const start = towards(from, bend, from.r + GAP);
  const end = towards(to, bend, to.r + GAP);
  return { d: pathOf(start, bend, end), boxes: boxesOf(start, bend, end, length) };
}

/** The path of an arrow: the way, and the two strokes of its head. */
function pathOf(start, bend, end) {
  const [hx, hy] = unit([end[0] - bend[0], end[1] - bend[1]]);
  const wing = (/** @type {number} */ side) => [
    end[0] - HEAD * hx + side * HEAD * 0.5 * hy,
    end[1] - HEAD * hy - side * HEAD * 0.5 * hx,
  ];
  const at = (/** @type {number[]} */ point) => point.map((px) => px.toFixed(1)).join(" ");
  return `M${at(start)}Q${at(bend)} ${at(end)}M${at(wing(1))}L${at(end)}L${at(wing(-1))}`;
}

/** The boxes around the pieces of an arrow's way, each of some ten px. */
function boxesOf(start, bend, end, length) {
  const pieces = Math.ceil(length / HEAD);
  const point = (/** @type {number} */ t) =>
    [0, 1].map((axis) => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * end[axis]);
  return Array.from({ length: pieces }, (_, piece) => {
    const [[x1, y1], [x2, y2]] = [point(piece / pieces), point((piece + 1) / pieces)];
    return {
      left: Math.min(x1, x2) - 2,
      right: Math.max(x1, x2) + 2,
      top: Math.min(y1, y2) - 2,
      bottom: Math.max(y1, y2) + 2,
    };
  });
}

const HEAD = 10; // px of an arrow's head
const BEND = 0.18; // of an arrow's length, from the straight line
const unit = (/** @type {number[]} */ [x, y]) => [x, y].map((part) => part / (Math.hypot(x, y) || 1));

/** A point on the way from a mark's middle to another point, `far` px along. */
function towards({ x, y }, to, far) {
  const [ux, uy] = unit([to[0] - x, to[1] - y]);
  return [x + far * ux, y + far * uy];
}
