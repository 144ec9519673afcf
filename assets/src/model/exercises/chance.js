/* Chance from a seed: the browser's twin of timeline/query/exercises/chance.py, which says how it is made. No DOM. */

/**
 * Numbers and orders that follow from a seed, a whole number from 0.
 * @param {number} seed
 * @returns {Chance}
 */
export function chance(seed) {
  let state = seed >>> 0;

  function number() {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
  const below = (/** @type {number} */ n) => Math.floor((number() * n) / 2 ** 32);

  /** @type {Chance["shuffled"]} */
  function shuffled(some) {
    const order = [...some];
    for (let place = order.length - 1; place > 0; place -= 1) {
      const other = below(place + 1);
      [order[place], order[other]] = [order[other], order[place]];
    }
    return order;
  }
  return { number, below, shuffled };
}
