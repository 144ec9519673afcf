/* Quiet times: long stretches without events, which the chart may draw short. Pure.
 *
 * Outside of them a day is as wide as any other. Of a quiet time both ends stay as they are, next to the events, and
 * what lies between them is a break: all its days within a few px. Which times are quiet depends on the events that are
 * shown and on nothing else, neither the window nor the width, so that zooming and pulling never change the scale. */
import { between } from "./scale.js";

const SHARE = 1 / 20; // of all the time that is drawn, which a quiet time may take
const USUAL = 3; // times as long as the usual time between events, which it may take where that is more
const WORTH = 2; // times as long as it may be is a time that is worth a break

/**
 * Time as it is: a day's place is the day.
 * @type {Time}
 */
export const WHOLE = { place: (day) => day, dayAt: (place) => place, breaks: [] };

/**
 * How long a quiet time may be drawn, in days, where `gaps` are the times between events: the longest for which no more
 * than `share` of all is drawn for each. Infinity where they are too few to say.
 * @param {number[]} gaps
 * @returns {number}
 */
function longest(gaps) {
  const share = Math.max(USUAL / gaps.length, SHARE);
  const inOrder = [...gaps].sort((a, b) => a - b);
  let whole = 0; // the days of all shorter ones
  for (const [shorter, gap] of inOrder.entries()) {
    const cut = gaps.length - shorter;
    const may = (share * whole) / (1 - share * cut);
    if (share * cut < 1 && may <= gap) return may;
    whole += gap;
  }
  return Infinity;
}

/**
 * The breaks between events at some `days`, in order, where `low` and `high` are the first and the last day that can be
 * shown.
 * @param {Day[]} days
 * @param {Span} limits
 * @returns {Break[]}
 */
export function breaksOf(days, [low, high]) {
  const events = [...new Set(days.map(Math.floor))].sort((a, b) => a - b);
  const may = longest(events.slice(1).map((day, index) => day - events[index]));
  const all = [low, ...events, high];
  return all.slice(1).flatMap((to, index) => {
    const from = all[index];
    if (!(to - from > WORTH * may)) return [];
    return [{ from: from + may / 3, to: to - may / 3, wide: may / 3 }];
  });
}

/**
 * Time with breaks: `place(day)` is where a day is drawn, in days, `dayAt(place)` the day that is drawn there.
 * @param {Break[]} breaks in order
 * @returns {Time}
 */
export function timeWith(breaks) {
  if (!breaks.length) return WHOLE;
  const [{ from: first }] = breaks;
  const [days, places] = [[first - 1], [first - 1]];
  let before = 0; // days that are not drawn
  for (const { from, to, wide } of breaks) {
    days.push(from, to);
    places.push(from - before, from - before + wide);
    before += to - from - wide;
  }
  days.push(days[days.length - 1] + 1);
  places.push(places[places.length - 1] + 1);
  return { place: between(days, places), dayAt: between(places, days), breaks };
}
