/* What of the map is in sight: a frame in the map's units, as wide for its height as the plot is. Pure. */

/** @typedef {{ x: number, y: number, width: number, height: number }} Frame */
/** @typedef {{ x: number, y: number, r: number }} At */

const ROOM = 0.12; // of what is fitted, around it
const LEAST = 220; // units of the narrowest frame: some ten degrees

/**
 * The frame of the whole map.
 * @param {number[]} size
 * @param {number} aspect width by height
 * @returns {Frame}
 */
export const wholeOf = ([width, height], aspect) =>
  around({ left: 0, right: width, top: 0, bottom: height }, aspect, 0, width);

/**
 * The frame that shows all of these places, and the whole map for none.
 * @param {At[]} places
 * @param {number[]} size
 * @param {number} aspect
 * @returns {Frame}
 */
export function fit(places, size, aspect) {
  if (!places.length) return wholeOf(size, aspect);
  const edges = {
    left: Math.min(...places.map(({ x, r }) => x - r)),
    right: Math.max(...places.map(({ x, r }) => x + r)),
    top: Math.min(...places.map(({ y, r }) => y - r)),
    bottom: Math.max(...places.map(({ y, r }) => y + r)),
  };
  return within(around(edges, aspect, ROOM, LEAST), size);
}

function around({ left, right, top, bottom }, aspect, room, least) {
  const width = Math.max((right - left) * (1 + 2 * room), (bottom - top) * (1 + 2 * room) * aspect, least);
  const height = width / aspect;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

/**
 * A frame that shows no more than the map on either axis, and nothing beside it where it shows less.
 * @param {Frame} frame
 * @param {number[]} size
 * @returns {Frame}
 */
export function within({ x, y, width, height }, [wide, high]) {
  const fitted = Math.min(1, Math.max(wide / width, high / height));
  const [w, h] = [width * fitted, height * fitted];
  const centred = (/** @type {number} */ at, /** @type {number} */ some, /** @type {number} */ all) =>
    some >= all ? (all - some) / 2 : Math.min(Math.max(at, 0), all - some);
  return { x: centred(x + (width - w) / 2, w, wide), y: centred(y + (height - h) / 2, h, high), width: w, height: h };
}

/**
 * A frame of another shape that shows all of this one, around the same middle.
 * @param {Frame} frame
 * @param {number} aspect
 * @param {number[]} size
 * @returns {Frame}
 */
export const reshaped = ({ x, y, width, height }, aspect, size) =>
  within(around({ left: x, right: x + width, top: y, bottom: y + height }, aspect, 0, 0), size);

/**
 * Nearer by a factor, or farther by one below 1; the middle stays.
 * @param {Frame} frame
 * @param {number} factor
 * @param {number[]} size
 * @returns {Frame}
 */
export function zoomed({ x, y, width, height }, factor, size) {
  const by = Math.min(factor, width / LEAST);
  const [w, h] = [width / by, height / by];
  return within({ x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h }, size);
}

/**
 * Moved by a part of its own width and height.
 * @param {Frame} frame
 * @param {number} right
 * @param {number} down
 * @param {number[]} size
 * @returns {Frame}
 */
export const moved = ({ x, y, width, height }, right, down, size) =>
  within({ x: x + right * width, y: y + down * height, width, height }, size);
