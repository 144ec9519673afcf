/* The amounts that claims give: numbers with their units, or words. Pure. */

/**
 * The amounts that a claim gives, its `figure` first.
 * @param {Claim} claim
 * @returns {Amount[]}
 */
export const amountsOf = ({ figure, figures }) => (figure ? [figure, ...figures] : figures);

/**
 * What makes two amounts the same, as one word.
 * @param {Amount} figure
 * @returns {string}
 */
export const identity = (figure) =>
  JSON.stringify([
    figure.quantity,
    figure.value ?? null,
    figure.low ?? null,
    figure.high ?? null,
    hasNumber(figure) ? "" : figure.shown,
  ]);

/**
 * Whether an amount is a number, not words alone.
 * @param {Amount} figure
 * @returns {boolean}
 */
export const hasNumber = (figure) =>
  [figure.value, figure.low, figure.high].some((number) => typeof number === "number");

/**
 * {quantity: unit}: the unit in which a quantity is mostly given. A figure in words may leave it out.
 * @param {TimelineEvent[]} events
 * @returns {Record<string, string>}
 */
export function usualUnits(events) {
  /** @type {Record<string, Record<string, number>>} */
  const counts = {};
  for (const event of events) {
    for (const { quantity, unit } of event.claims.flatMap(amountsOf)) {
      if (unit) (counts[quantity] = counts[quantity] || {})[unit] = (counts[quantity][unit] || 0) + 1;
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([quantity, units]) => [
      quantity,
      Object.keys(units).reduce((best, unit) => (units[unit] > units[best] ? unit : best)),
    ]),
  );
}
