/* The ticks of an axis of dates on which no time is drawn short: first days of years or months, or days, never hours,
 * which no date has. Where Plotly draws it is given the same. No DOM. */
import { within } from "../../model/days.js";
import { load } from "../../state/data.js";
import { lang } from "../../words/i18n.js";

const MONTH = 30.44; // days
const YEAR = 365.25;
const MONTHS = [1, 2, 3, 6, 12]; // between two ticks, where they are months
const DAYS = [1, 2, 3, 7, 14];
const SUNDAY = 10958; // 2 January 2000, from which days are counted
const FIRST = 2000 * 12; // the month from which months and years are counted

/** The least of some lengths that is as long as `least`, else the longest.
 * @param {number[]} lengths
 * @param {number} least */
const longEnough = (lengths, least) => lengths.find((length) => length >= least) || lengths[lengths.length - 1];

/** Years between two ticks: 1, 2, 5, 10, 20, 50 … @param {number} least */
function years(least) {
  const base = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return base * longEnough([1, 2, 5, 10], least / base);
}

/**
 * How far ticks stand apart, so many days or months, where no more than `most` have room in a window; each day where
 * all have.
 * @param {Span} window
 * @param {number} most
 * @returns {{ days?: number, months?: number }}
 */
export function stepOf([first, last], most) {
  if (last - first <= most) return { days: 1 };
  const least = (last - first) / most;
  if (2 * least > YEAR) return { months: 12 * years(least / YEAR) };
  if (2 * least > MONTH) return { months: longEnough(MONTHS, least / MONTH) };
  return { days: longEnough(DAYS, least) };
}

/** @param {number} month */
const firstDay = (month) => new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / 864e5;

/**
 * The days of the ticks in a window, in order.
 * @param {Span} window
 * @param {{ days?: number, months?: number }} step
 * @returns {Day[]}
 */
function daysOf([low, high], { days, months }) {
  const [first, last] = [within(low), within(high)];
  const found = [];
  if (days) {
    const start = SUNDAY + Math.ceil((first - SUNDAY) / days) * days;
    for (let day = start; day <= last; day += days) found.push(day);
    return found;
  }
  const date = new Date(first * 864e5);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const start = FIRST + Math.floor((month - FIRST) / months) * months;
  for (let next = start; firstDay(next) <= last; next += months) found.push(firstDay(next));
  return found.filter((day) => day >= first);
}

/**
 * The ticks of a window, [{day, words}] in order, no more than `most` but for days. Below a day stands its year, where
 * that is another one than before.
 * @param {Span} window
 * @param {number} most
 * @returns {{ day: Day, words: string[] }[]}
 */
export function ticks(window, most) {
  const step = stepOf(window, most);
  const { shortMonths } = load().locale[lang()];
  let before = null;
  return daysOf(window, step).map((day) => {
    const date = new Date(day * 864e5);
    const [year, month] = [date.getUTCFullYear(), shortMonths[date.getUTCMonth()]];
    if (step.months) return { day, words: [step.months % 12 ? `${month} ${year}` : String(year)] };
    const words = [`${date.getUTCDate()} ${month}`, year === before ? " " : String(year)];
    before = year;
    return { day, words };
  });
}
