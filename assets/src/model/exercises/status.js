/* Which status has an event? The browser's twin of timeline/query/exercises/status.py. No DOM. */
import { ITEMS, distinct } from "./items.js";

/** @type {Maker} */
export function status({ statuses }, events, chance) {
  const order = chance.shuffled(distinct(events));
  const kinds = statuses.map((each) => order.filter((event) => event.status === each));
  const turns = Array.from({ length: ITEMS }, (_, n) => kinds.flatMap((turn) => turn.slice(n, n + 1))).flat();
  return chance
    .shuffled(turns.slice(0, ITEMS))
    .map((event) => ({
      kind: "status",
      event: event.id,
      claim: "",
      options: statuses,
      right: statuses.indexOf(event.status),
      because: reasons(event).map(({ id }) => id),
    }));
}

/**
 * The claims that show best why an event has its status: one or two, those of its own actors first.
 * @param {AskedEvent} event
 * @returns {Claim[]}
 */
function reasons(event) {
  const own = (/** @type {Claim} */ { by }) => by.some((id) => event.actors.includes(id));
  const claims = [...event.claims].sort((one, other) => Number(own(other)) - Number(own(one)));
  const is = event.status;
  const taking = (/** @type {string[]} */ ...stances) => claims.filter(({ stance }) => stances.includes(stance));
  const [said, denials] = [taking("asserts", "confirms"), taking("denies")];
  const first = claims.slice(0, 1);
  if (is === "predicted") return or(taking("predicts").slice(0, 1), first);
  if (is === "contested")
    return said.length && denials.length ? [said[0], denials[0]] : or(sides(event), claims.slice(0, 2));
  if (is === "established") return or(taking("confirms").slice(0, 1), twoSources(said), first);
  return or(said.slice(0, 1), first);
}

/**
 * The first list that holds anything.
 * @param {...Claim[]} lists
 * @returns {Claim[]}
 */
const or = (...lists) => lists.find(({ length }) => length) || [];

/**
 * @param {AskedEvent} event
 * @returns {Claim[]}
 */
function sides({ claims, disagreements: [point] }) {
  const held = point ? point.sides.slice(0, 2).map((side) => side.claims[0]) : [];
  return held.flatMap((id) => claims.filter((claim) => claim.id === id));
}

/**
 * @param {Claim[]} claims
 * @returns {Claim[]}
 */
const twoSources = (claims) => [
  ...claims.slice(0, 1),
  ...claims.filter(({ source }) => source !== claims[0].source).slice(0, 1),
];
