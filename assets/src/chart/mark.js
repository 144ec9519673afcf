/* How much room a mark takes. A mark is {x, from, to, wide?}, in px: its middle, the ends of its lines, its own width.
 */

/** The px that a mark takes up, its outline included, where it doesn't say itself. */
export const MARK = 18;

/** How many times as wide the mark of a key event is. */
export const KEY = 1.35;

/**
 * Half of a mark's own width.
 * @param {{ wide?: number }} mark
 * @returns {number}
 */
export const half = (mark) => (mark.wide || MARK) / 2;

/**
 * The left and the right edge of all that is drawn for a mark.
 * @param {Mark} mark
 * @returns {[number, number]}
 */
export const boxOf = (mark) => [Math.min(mark.from, mark.x - half(mark)), Math.max(mark.to, mark.x + half(mark))];
