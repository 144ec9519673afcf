/* Who claims this? The browser's twin of timeline/query/exercises/claimant.py. No DOM. */
import { amountsOf } from "../amounts.js";
import { FEWEST, ITEMS, alike, distinct, numbersBy, size } from "./items.js";

const OPTIONS = 4;

/** @type {Maker} */
export function claimant(record, events, chance) {
  const asked = distinct(events).flatMap((event) =>
    event.claims.filter((claim) => clear(record, event, claim)).map((claim) => ({ event, claim })),
  );
  const close = voices(record, events);
  const known = new Set(close);
  const far = voices(record, record.events).filter((each) => !known.has(each));
  const numbers = numbersBy(record.events);
  /** @type {Item[]} */
  const items = [];
  const done = new Set();
  for (const { event, claim } of chance.shuffled(asked)) {
    if (items.length === ITEMS) break;
    const pool = [...chance.shuffled(close), ...chance.shuffled(far)];
    const others = strangers(record, event, claim, pool, numbers);
    if (done.has(event.id) || others.length < FEWEST - 1) continue;
    done.add(event.id);
    const right = claim.by.join("+");
    const options = chance.shuffled([right, ...others]);
    items.push({
      kind: "claimant",
      event: event.id,
      claim: claim.id,
      options,
      right: options.indexOf(right),
      because: [claim.id],
    });
  }
  return items;
}

/**
 * @param {AskedRecord} record
 * @param {AskedEvent} event
 * @param {Claim} claim
 * @returns {boolean}
 */
function clear({ actors }, { title }, { by, stance, says }) {
  const said = [...Object.values(says), ...Object.values(title)];
  const speaks = by.length > 0 && stance !== "declines_to_comment";
  return speaks && !by.some((id) => actors[id].type === "group" || named(actors[id], said));
}

/**
 * @param {AskedActor} actor
 * @param {string[]} said
 * @returns {boolean}
 */
function named({ name }, said) {
  const names = Object.values(name).flatMap((each) => [each, ...partsOf(each)]);
  return names.some((each) => said.some((words) => words.includes(each)));
}

/**
 * The words of a name that begin with a capital letter and have three letters or more.
 * @param {string} name
 * @returns {string[]}
 */
const partsOf = (name) =>
  name
    .replace(/[()]/g, "")
    .split(" ")
    .filter((word) => word.length > 2 && word[0] !== word[0].toLowerCase());

/**
 * Everybody who makes a claim in some events, in their order, without groups of unknown people.
 * @param {AskedRecord} record
 * @param {AskedEvent[]} events
 * @returns {string[]}
 */
function voices({ actors }, events) {
  const found = events.flatMap(({ claims }) => claims).filter(({ by }) => by.length);
  const known = found.filter(({ by }) => by.every((id) => actors[id].type !== "group"));
  return [...new Set(known.map(({ by }) => by.join("+")))];
}

/**
 * The first three of the pool who surely did not make the claim, nor give one of its figures anywhere.
 * @param {AskedRecord} record
 * @param {AskedEvent} event
 * @param {Claim} claim
 * @param {string[]} pool
 * @param {Map<string, GivenNumber[]>} numbers
 * @returns {string[]}
 */
function strangers({ events, actors }, event, claim, pool, numbers) {
  const same = events.flatMap(({ claims }) => claims.filter(({ says }) => alike(says, claim.says)));
  const involved = new Set([...event.claims, ...same].flatMap(({ by }) => by));
  const figures = amountsOf(claim).map(size);
  /** @type {string[]} */
  const chosen = [];
  for (const each of pool) {
    const ids = each.split("+");
    const strange = !ids.some((id) => [...involved].some((other) => near(actors, id, other)));
    const given = ids.flatMap((id) => numbers.get(`actor:${id}`) || []);
    const silent = !given.some(({ number }) => figures.includes(number));
    if (chosen.length >= OPTIONS - 1 || !strange || !silent) continue;
    chosen.push(each);
    for (const id of ids) involved.add(id);
  }
  return chosen;
}

/**
 * Whether two speak for one another: they are the same, of one country, or one has a role in the other.
 * @param {Record<string, AskedActor>} actors
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function near(actors, one, other) {
  const [first, second] = [actors[one], actors[other]];
  const same = one === other || (Boolean(first.country) && first.country === second.country);
  return same || serves(first, second) || serves(second, first);
}

/**
 * Whether a role names a body, in any language.
 * @param {AskedActor} person
 * @param {AskedActor} body
 * @returns {boolean}
 */
const serves = ({ role = {} }, { name }) =>
  Object.entries(name).some(([language, words]) => (role[language] || "").includes(words));
