/* The ticks of an axis with breaks or eras: first days of years, months or days where there is room, and at least one
 * date between any two breaks. No DOM. */
import { ENDS, YEAR_ONE, roundDays, roundYear } from "../../model/days.js";
import { dayText } from "../../words/i18n.js";

const LETTER = 0.62; // of the type's size that a letter takes
const GAP = 12; // px between two dates
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const FORMS = {
  year: { year: "numeric" },
  month: { month: "short", year: "numeric" },
  day: { day: "numeric", month: "short", year: "numeric" },
};
/** The units of ticks, the finest first: so many days, months or years, and how their first day is written. */
const UNITS = [
  { form: "day", days: 1 },
  { form: "month", days: 28, months: 1 },
  { form: "month", days: 90, months: 3 },
  ...YEARS.map((years) => ({ form: "year", days: 365 * years, months: 12 * years })),
];

const dayOf = (month) => new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / 864e5;

/** The first days of a unit from one day to another.
 * @param {{ months?: number }} unit
 * @param {number[]} span */
function firstDays({ months }, [from, to]) {
  const found = [];
  if (!months) for (let day = Math.ceil(from); day <= to; day += 1) found.push(day);
  const start = new Date(Math.max(from, ENDS[0]) * 864e5);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  if (months) {
    const step = months / 12;
    for (let next = Math.floor(month / months) * months; dayOf(next) <= to; next += months) {
      const day = dayOf(step > 1 ? 12 * roundYear(next / 12) : next);
      if (day >= from && day <= to) found.push(day);
    }
  }
  return found;
}

/** What lies in a window between its breaks, in order. */
function lively([first, last], breaks) {
  const cuts = [first, ...breaks.flatMap(({ from, to }) => [from, to]), last];
  return cuts
    .flatMap((from, index) => (index % 2 ? [] : [[Math.max(from, first), Math.min(cuts[index + 1], last)]]))
    .filter(([from, to]) => from < to);
}

/**
 * The ticks of a window, [{day, words}] in order, where `px(day)` is a place and `font` the size of the type, in px.
 * @param {Span} window
 * @param {Time} time
 * @param {(day: Day) => number} px
 * @param {number} font
 * @returns {{ day: Day, words: string }[]}
 */
export function marked(window, { breaks }, px, font) {
  const taken = [];
  const era = window[0] < YEAR_ONE; // then each year has one
  const put = (day, form) => {
    const words = dayText(day, FORMS[form], { era });
    const half = (words.length * font * LETTER + GAP) / 2;
    const [left, right] = [px(day) - half, px(day) + half];
    if (left < -font || right > px(window[1]) + font) return false;
    if (taken.some((other) => other.left < right && left < other.right)) return false;
    taken.push({ day, words, left, right });
    return true;
  };
  const parts = lively(window, breaks);
  const wide = (unit) => dayText(window[era ? 0 : 1], FORMS[unit.form]).length * font * LETTER + GAP;
  const [some] = parts.length ? parts : [window];
  const perDay = (px(some[1]) - px(some[0])) / (some[1] - some[0]);
  const unit = UNITS.find((each) => each.days * perDay >= wide(each)) || UNITS[UNITS.length - 1];
  const inParts = parts.map((part) => firstDays(unit, part));
  // Each part has a date first: where no first day of the unit lies in it, that of a round year, or of its middle.
  parts.forEach(([from, to], index) => {
    if (inParts[index].some((day) => put(day, unit.form))) return;
    if (unit.form === "year" && roundDays(from, to).some((day) => put(day, "year"))) return;
    const forms = unit.form === "day" ? ["day", "month", "year"] : ["month", "year"];
    forms.some((form) => put(Math.round((from + to) / 2), form));
  });
  for (const day of inParts.flat()) put(day, unit.form);
  return taken.sort((a, b) => a.day - b.day).map(({ day, words }) => ({ day, words }));
}
