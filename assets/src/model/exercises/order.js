/* Put events in order: the browser's twin of timeline/query/exercises/order.py. No DOM. */
import { inOrder, isBefore } from "../days.js";
import { FEWEST, distinct } from "./items.js";

const MOST = 6;

/** @type {Maker} */
export function order(_, events, chance) {
  /** @type {AskedEvent[]} */
  const chosen = [];
  for (const event of chance.shuffled(distinct(events).filter(dated)))
    if (chosen.length < MOST && chosen.every((other) => apart(event, other))) chosen.push(event);
  if (chosen.length < FEWEST) return [];
  const right = chosen.sort(before).map(({ id }) => id);
  let offered = chance.shuffled(right);
  while (offered.every((id, place) => id === right[place])) offered = chance.shuffled(right);
  return [{ kind: "order", events: offered, right }];
}

/**
 * @param {AskedEvent} one
 * @param {AskedEvent} other
 * @returns {number}
 */
const before = (one, other) => inOrder(String(one.start), String(other.start));

/**
 * @param {AskedEvent} event
 * @returns {boolean}
 */
const dated = ({ date, start, end, disagreements }) =>
  start !== null && end !== null && !/[?~%]/.test(date) && !disagreements.some(({ about }) => about === "date");

/**
 * @param {AskedEvent} one
 * @param {AskedEvent} other
 * @returns {boolean}
 */
function apart(one, other) {
  const [first, last] = [one, other].sort(before);
  return isBefore(String(first.end), String(last.start));
}
