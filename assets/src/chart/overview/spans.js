/* Years and months as spans of the overview strip, and which of them are named: pure geometry in px, no DOM. */
const GAP = 8; // px between two names
const BUSY = 8; // a year with more than this part of all events is divided into months

const dayOf = (/** @type {number} */ year, month = 0) => new Date(0).setUTCFullYear(year, month, 1) / 864e5;

/**
 * How many events each year and each month has; months count from the year 0.
 * @param {Day[]} days
 * @returns {{ year: Map<number, number>, month: Map<number, number> }}
 */
function crowds(days) {
  const crowd = { year: new Map(), month: new Map() };
  const add = (counts, key) => counts.set(key, (counts.get(key) || 0) + 1);
  for (const day of days) {
    const date = new Date(Math.round(day) * 864e5);
    add(crowd.year, date.getUTCFullYear());
    add(crowd.month, date.getUTCFullYear() * 12 + date.getUTCMonth());
  }
  return crowd;
}

/**
 * The years of a strip and the months of its busy years, [{day, next, n}]: first day, first day after it, events.
 * @param {Day[]} at the events' days
 * @param {{ days: Day[], breaks: Span[] }} scale
 * @returns {{ years: Stretch[], months: Stretch[] }}
 */
export function stretches(at, { days, breaks }) {
  const crowd = crowds(at);
  const yearOf = (day) => new Date(day * 864e5).getUTCFullYear();
  const years = [];
  for (let year = yearOf(days[0]); year <= yearOf(days[days.length - 1] - 1); year += 1) {
    const [day, next] = [dayOf(year), dayOf(year + 1)];
    if (breaks.some(([from, to]) => from <= day && next <= to)) continue;
    years.push({ day, next, n: crowd.year.get(year) || 0 });
  }
  const months = years
    .filter(({ n }) => n > at.length / BUSY)
    .flatMap(({ day }) =>
      Array.from({ length: 12 }, (_, month) => ({
        day: dayOf(yearOf(day), month),
        next: dayOf(yearOf(day), month + 1),
        n: crowd.month.get(yearOf(day) * 12 + month) || 0,
      })),
    );
  return { years, months };
}

/**
 * Give names to the spans that have room, the fullest first: in the middle where a name fits, else from the beginning
 * on, over what has no name, as long as nothing else stands there. A name that fits nowhere is left out.
 * @param {(Stretch & { left: number, right: number, words: string })[]} spans in px
 * @param {Measure} measure
 * @param {(span: Stretch) => number} [limit] the px up to which a name may reach beyond its span; within it by default
 * @returns {{ left: number, right: number, words: string, inside: boolean }[]}
 */
export function named(spans, measure, limit = () => -Infinity) {
  const taken = [];
  return [...spans]
    .sort((one, other) => other.n - one.n || one.day - other.day)
    .flatMap(({ left, right, words, ...rest }) => {
      const long = measure(words);
      const inside = long <= right - left - 2;
      const start = inside ? (left + right - long) / 2 : left;
      if (!inside && (!rest.n || start + long > limit(rest))) return [];
      if (taken.some(([from, to]) => start < to + GAP && from < start + long + GAP)) return [];
      taken.push([start, start + long]);
      return [{ left, right, words, inside }];
    });
}
