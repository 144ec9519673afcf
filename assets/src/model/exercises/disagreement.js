/* Which two sources differ, and on what? The browser's twin of timeline/query/exercises/disagreement.py. No DOM. */
import { amountsOf } from "../amounts.js";
import { FEWEST, ITEMS, distinct } from "./items.js";

/** @typedef {[string, string, string]} Opposed two sources, and a point */
const OPTIONS = 4;
const PLAIN = ["date", "number"]; // points that nobody takes for another one

/** @type {Maker} */
export function disagreement(_, events, chance) {
  /** @type {Item[]} */
  const items = [];
  for (const event of chance.shuffled(distinct(events).filter(({ disagreements }) => disagreements.length))) {
    if (items.length === ITEMS) break;
    const [answer] = chance.shuffled(opposed(event).filter((each) => clear(event, each)));
    if (!answer) continue;
    const others = likeliest(answer, chance.shuffled(wrong(event, answer[2])));
    if (others.length < FEWEST - 1) continue;
    const options = chance.shuffled([answer, ...others]);
    items.push({
      kind: "disagreement",
      event: event.id,
      claim: "",
      options: options.map((option) => option.join("+")),
      right: options.indexOf(answer),
      because: holders(event, answer),
    });
  }
  return items;
}

/**
 * Every two sources of an event, in the order of its claims.
 * @param {AskedEvent} event
 * @returns {[string, string][]}
 */
function pairs({ claims }) {
  const sources = [...new Set(claims.map(({ source }) => source))];
  return sources.flatMap((one, at) =>
    sources.slice(at + 1).map((other) => /** @type {[string, string]} */ ([one, other])),
  );
}

/**
 * Every two sources that take different sides, with the point.
 * @param {AskedEvent} event
 * @returns {Opposed[]}
 */
function opposed(event) {
  const points = [...new Set(event.disagreements.map(({ about }) => about))];
  return withPoints(event, points).filter((each) => holders(event, each).length);
}

/**
 * @param {AskedEvent} event
 * @param {string[]} points
 * @returns {Opposed[]}
 */
const withPoints = (event, points) =>
  pairs(event).flatMap((pair) => points.map((about) => /** @type {Opposed} */ ([...pair, about])));

/**
 * Whether neither of the two sources also takes another side.
 * @param {AskedEvent} event
 * @param {Opposed} answer
 * @returns {boolean}
 */
const clear = (event, [first, second, about]) =>
  event.disagreements
    .filter((point) => point.about === about)
    .every(({ sides }) =>
      [first, second].every(
        (source) => sides.filter(({ claims }) => bySource(event, claims, source).length).length < 2,
      ),
    );

/**
 * Every two of the event's sources that do not differ on a point, with that point or a plain one. Two that both give
 * figures may be read as differing on a number, whether the record says so or not.
 * @param {AskedEvent} event
 * @param {string} about
 * @returns {Opposed[]}
 */
function wrong(event, about) {
  const points = [...new Set([about, ...PLAIN, ...(PLAIN.includes(about) ? ["attribution"] : [])])];
  const right = new Set(opposed(event).map((each) => each.join("+")));
  const counting = new Set(event.claims.filter((claim) => amountsOf(claim).length).map(({ source }) => source));
  return withPoints(event, points).filter(
    ([first, second, point]) =>
      !right.has([first, second, point].join("+")) &&
      !(point === "number" && counting.has(first) && counting.has(second)),
  );
}

/**
 * Three of the others, first the same sources with another point and other sources with the same point.
 * @param {Opposed} answer
 * @param {Opposed[]} others
 * @returns {Opposed[]}
 */
function likeliest([first, second, about], others) {
  const same = others.filter((each) => each[0] === first && each[1] === second);
  const point = others.filter((each) => each[2] === about);
  const rest = others.filter((each) => !same.includes(each) && !point.includes(each));
  return [...same.slice(0, 1), ...point.slice(0, 1), ...rest, ...same.slice(1), ...point.slice(1)].slice(
    0,
    OPTIONS - 1,
  );
}

/**
 * A claim (id) of each of the two sources, on different sides of the point; none where they don't differ on it.
 * @param {AskedEvent} event
 * @param {Opposed} pair
 * @returns {string[]}
 */
function holders(event, [first, second, about]) {
  for (const { sides } of event.disagreements.filter((point) => point.about === about))
    for (const one of sides)
      for (const other of sides) {
        const [held] = bySource(event, one.claims, first);
        const [against] = bySource(event, other.claims, second);
        if (one !== other && held && against) return [held, against];
      }
  return [];
}

/**
 * Those of some claims (ids) that stand in a source.
 * @param {AskedEvent} event
 * @param {string[]} ids
 * @param {string} source
 * @returns {string[]}
 */
const bySource = ({ claims }, ids, source) =>
  claims.filter((claim) => claim.source === source && ids.includes(claim.id)).map(({ id }) => id);
