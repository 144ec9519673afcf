/* Days as whole numbers since 1970-01-01, and as ISO text. */
const DAY = 864e5; // ms

/**
 * The ISO day (YYYY-MM-DD) of a number of days since 1970, or the nearest there is.
 * @param {Day} day
 * @returns {Iso}
 */
export const isoOf = (day) => new Date(Math.round(within(day)) * DAY).toISOString().slice(0, 10);

/**
 * The number of days since 1970 of an ISO day.
 * @param {Iso} iso
 * @returns {Day}
 */
export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** The first and the last day there is: those of the years 0001 and 9999. */
export const ENDS = [dayOf("0001-01-01"), dayOf("9999-12-31")];

/**
 * A day, or the nearest there is: a year of five digits is written otherwise, and read by nobody.
 * @param {Day} day
 * @returns {Day}
 */
export const within = (day) => Math.min(Math.max(day, ENDS[0]), ENDS[1]);
