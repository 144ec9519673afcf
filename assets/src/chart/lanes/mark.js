/* How much room a mark takes. A mark is {x, from, to, wide?, pad?, badge?}, in px: its middle, the ends of its lines,
 * its own width, by how much the dash through it reaches further, the width of the count of its parts. */

/** The px that a mark takes up, its outline included, where it doesn't say itself. */
export const MARK = 18;

/** How many times as wide the mark of a key event is. */
export const KEY = 1.35;

/**
 * What stands beside the mark of a whole: the count of its parts.
 * @param {Row[]} parts
 * @returns {string}
 */
export const badgeOf = (parts) => String(parts.length);

/**
 * Half of a mark's own width.
 * @param {{ wide?: number }} mark
 * @returns {number}
 */
export const half = (mark) => (mark.wide || MARK) / 2;

/** The px from the middle of a mark to the far end of the count of its parts. */
const reach = (mark) => Math.max(half(mark), mark.pad || 0) + mark.badge;

/**
 * The middle of the count of a mark's parts: to the mark's right, but `before` it where that would be outside the plot.
 * @param {Mark} mark
 * @returns {number}
 */
export const badgeAt = (mark) => mark.x + (reach(mark) - mark.badge / 2 + 2) * (mark.before ? -1 : 1);

/**
 * Where a mark ends on its right, the count of its parts included, lines not.
 * @param {Mark} mark
 * @returns {number}
 */
export const endOf = (mark) => mark.x + (mark.badge && !mark.before ? reach(mark) : half(mark));

/**
 * The left and the right edge of all that is drawn for a mark.
 * @param {Mark} mark
 * @returns {[number, number]}
 */
export const boxOf = (mark) => [
  Math.min(mark.from, mark.x - (mark.badge && mark.before ? reach(mark) : half(mark))),
  Math.max(mark.to, endOf(mark)),
];
