/* Days as whole numbers since 1970-01-01, and as ISO text: -0043-03-15 is of the year 44 BC, 0000 of 1 BC. */
const DAY = 864e5; // ms
const ISO = /^(-?)(\d{4}-\d\d-\d\d)/;

/**
 * The ISO day (YYYY-MM-DD) of a number of days since 1970, or the nearest there is.
 * @param {Day} day
 * @returns {Iso}
 */
export const isoOf = (day) => isoDay(new Date(Math.round(within(day)) * DAY));

/**
 * The day of a date as ISO text. JavaScript itself writes years before 0 in six digits, and takes twice as long.
 * @param {Date} date
 * @returns {Iso}
 */
function isoDay(date) {
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/**
 * @param {number} n
 * @returns {string}
 */
const two = (n) => (n < 10 ? `0${n}` : `${n}`);

/**
 * The number of days since 1970 of an ISO day.
 * @param {Iso} iso
 * @returns {Day}
 */
export const dayOf = (iso) =>
  Date.parse(`${iso.replace(ISO, (_, sign, day) => (sign ? `-00${day}` : day))}T00:00Z`) / DAY;

/**
 * What ISO days are compared by, as text: those before the year 0 are written the wrong way round.
 * @param {Iso} iso
 * @returns {string}
 */
export const rank = (iso) =>
  isEarly(iso) ? `-${String(9999 - Number(iso.slice(1, 5))).padStart(4, "0")}${iso.slice(5)}` : iso;

/**
 * Whether an ISO day comes before another one.
 * @param {Iso} one
 * @param {Iso} other
 * @returns {boolean}
 */
export const isBefore = (one, other) => (isEarly(one) || isEarly(other) ? rank(one) < rank(other) : one < other);

/**
 * Whether an ISO day lies before the year 0.
 * @param {Iso} iso
 * @returns {boolean}
 */
const isEarly = (iso) => iso[0] === "-";

/**
 * The order of ISO days, for sort().
 * @param {Iso} one
 * @param {Iso} other
 * @returns {number}
 */
export const inOrder = (one, other) => Number(isBefore(other, one)) - Number(isBefore(one, other));

/** The first and the last day there is: those of the years -9999 and 9999. */
export const ENDS = [dayOf("-9999-01-01"), dayOf("9999-12-31")];

/** The first day of the year 1, before which an era is named. */
export const YEAR_ONE = dayOf("0001-01-01");

/**
 * The year that people call round in place of one that is so by its number: 50 BC is -49, and 0 is no year.
 * @param {number} year
 * @returns {number}
 */
export const roundYear = (year) => (year > 0 ? year : year + 1);

const ROUND = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]; // years

/**
 * First days of round years between two days: of those that are round by a thousand years the one nearest to the
 * middle, then by 500 and so on; none where no year begins.
 * @param {Day} from
 * @param {Day} to
 * @returns {Day[]}
 */
export function roundDays(from, to) {
  const [first, last] = [from, to].map((day) => new Date(Math.round(within(day)) * DAY).getUTCFullYear());
  const off = (/** @type {Day} */ day) => Math.abs(day - (from + to) / 2);
  return ROUND.flatMap((step) => {
    const days = [];
    for (let year = Math.floor(first / step) * step; year <= last; year += step) {
      const day = new Date(0).setUTCFullYear(roundYear(year), 0, 1) / DAY;
      if (day >= from && day <= to) days.push(day);
    }
    return days.sort((one, other) => off(one) - off(other)).slice(0, 1);
  });
}

/**
 * A day, or the nearest there is: a year of five digits is written otherwise, and read by nobody.
 * @param {Day} day
 * @returns {Day}
 */
export const within = (day) => Math.min(Math.max(day, ENDS[0]), ENDS[1]);
