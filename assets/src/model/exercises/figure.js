/* Match each figure with who gave it: the browser's twin of timeline/query/exercises/figure.py. No DOM. */
import { amountsOf } from "../amounts.js";
import { FEWEST, claimants, numbersBy, size } from "./items.js";

/** @typedef {{ event: AskedEvent, claim: Claim, n: number, amount: Amount }} Given */
const MOST = 5; // pairs

/** @type {Maker} */
export function figure(record, events, chance) {
  const given = chance.shuffled(givenIn(events));
  const unit = commonest(given);
  const numbers = numbersBy(record.events);
  const likes = given.filter((each) => counted(each) === unit);
  const others = given.filter((each) => counted(each) !== unit);
  /** @type {Given[]} */
  const chosen = [];
  for (const each of [...likes, ...others])
    if (chosen.length < MOST && chosen.every((other) => unlike(numbers, each, other))) chosen.push(each);
  if (chosen.length < FEWEST) return [];
  const figures = chosen.map(({ event, claim, n }) => ({ event: event.id, claim: claim.id, n }));
  return [{ kind: "figure", figures, holders: chance.shuffled(figures) }];
}

/**
 * @param {AskedEvent[]} events
 * @returns {Given[]}
 */
const givenIn = (events) =>
  events
    .flatMap((event) => event.claims.map((claim) => ({ event, claim })))
    .flatMap((pair) => amountsOf(pair.claim).map((amount, n) => ({ ...pair, n, amount })))
    .filter(({ amount }) => size(amount) !== null);

/**
 * @param {Given} given
 * @returns {string}
 */
const counted = ({ amount }) => amount.unit || amount.quantity;

/**
 * What most of the figures count; of equals the first.
 * @param {Given[]} given
 * @returns {string}
 */
function commonest(given) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const unit of given.map(counted)) counts.set(unit, (counts.get(unit) || 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ["", 0])[0];
}

/**
 * Whether two figures have different numbers, and neither claimant also gave the other's number for their own scope.
 * @param {Map<string, GivenNumber[]>} numbers
 * @param {Given} one
 * @param {Given} other
 * @returns {boolean}
 */
function unlike(numbers, one, other) {
  const [mine, theirs] = [claimants(one.claim), claimants(other.claim)];
  if (size(one.amount) === size(other.amount) || mine.some((who) => theirs.includes(who))) return false;
  return !gives(numbers, one, other) && !gives(numbers, other, one);
}

/**
 * Whether those who gave one figure also gave the number of the other: of the same scope, or of any where the first has
 * none.
 * @param {Map<string, GivenNumber[]>} numbers
 * @param {Given} one
 * @param {Given} other
 * @returns {boolean}
 */
const gives = (numbers, { claim, amount: { scope } }, { amount }) =>
  claimants(claim)
    .flatMap((who) => numbers.get(who) || [])
    .some((given) => given.number === size(amount) && (!scope || scope === given.scope));
