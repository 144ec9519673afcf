/* The object that the API gives: the browser's twin of timeline/publish/exports/api.py. No DOM.
 *
 * The page holds the API's own events; what is shown of them in words is left out again. */
import { sideOf } from "../model/clocks.js";
import { coverage } from "../model/coverage.js";

/**
 * @param {string[]} words
 * @returns {string[]}
 */
const sorted = (words) => [...new Set(words)].sort();

/**
 * Without the keys that hold nothing, in the order given.
 * @param {Record<string, any>} part
 * @returns {Record<string, any>}
 */
const full = (part) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== null));

/**
 * Everything about the events of a selection (export/entries.js), as `/api/events.json` has it. What depends on the day
 * that is shown is of that day.
 * @param {Exported} selection
 * @returns {object}
 */
function build({ data, known, rows, doubt, changed }) {
  const { names, registry, types, record } = data;
  const { columns } = known;
  const events = rows.map((row) => known.events[row]);
  const actors = sorted([
    ...rows.flatMap((row) => columns.actors[row]),
    ...events.flatMap((event) => event.claims.flatMap((claim) => claim.by)),
  ]);
  const sources = sorted(rows.flatMap((row) => columns.sources[row]));
  return {
    events: rows.map((row, at) => ({
      ...events[at],
      status: columns.status[row],
      sources: columns.sources[row],
      claimants: columns.claimants[row],
      coverage: coverage(events[at]),
      claims: events[at].claims.map((claim) => ({ ...claim, side: sideOf(data, row, claim) })),
    })),
    actors: Object.fromEntries(
      actors.map((id) => [id, full({ id, name: names.actor[id], ...registry.actor[id], role: names.role[id] })]),
    ),
    sources: Object.fromEntries(
      sources.map((id) => [id, { id, name: names.source[id], type: types[id], ...registry.source[id] }]),
    ),
    record: { hash: record.hash, count: record.count },
    ...(doubt.length ? { doubt: { doubted: doubt, changed: changed.map((one) => changeOf(one, data)) } } : {}),
  };
}

/**
 * An event that a doubt changes.
 * @param {import("../model/doubt.js").Changed} change
 * @param {Payload} data
 */
const changeOf = ({ row, was, status, reason, origin }, { rows }) => ({
  event: rows.id[row],
  was,
  status,
  reason,
  ...(origin ? { origin } : {}),
});

/**
 * An object as a JSON file for people and programs.
 * @param {object} body
 * @returns {string}
 */
export const jsonFile = (body) => `${JSON.stringify(body, null, 2)}\n`;

/**
 * A selection as the JSON file that the API gives.
 * @param {Exported} selection
 * @returns {string}
 */
export const json = (selection) =>
  `${JSON.stringify(build(selection), (key, value) => (key === "shown" ? undefined : value), 2)}\n`;
