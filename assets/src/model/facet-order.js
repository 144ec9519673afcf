/* The order in which the options of a long list stand: what matches comes first. No DOM. */

/**
 * Options with events or chosen first, most events first, equal ones by name; then those without events, by name.
 * `shown` tells how many the first are. `compare` puts two names in order, as the page's language does.
 * @template {{ value: string, label: string, count: number, checked: boolean }} Option
 * @param {Option[]} options
 * @param {(one: string, other: string) => number} compare
 * @returns {{ options: Option[], shown: number }}
 */
export function ordered(options, compare) {
  const matches = (/** @type {Option} */ { count, checked }) => count > 0 || checked;
  const order = (/** @type {Option} */ one, /** @type {Option} */ other) =>
    Number(matches(other)) - Number(matches(one)) || other.count - one.count || compare(one.label, other.label);
  return { options: [...options].sort(order), shown: options.filter(matches).length };
}
