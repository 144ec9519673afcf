/* The object that the API gives, built again from what the page holds: the browser's twin of
 * timeline/publish/exports/api.py. No DOM. */
import * as asof from "../model/asof.js";

const OUTLET = "outlet";
const RELATIONS = ["follows", "answers", "contradicts", "implements"];
const unique = (words) => [...new Set(words)];
const sorted = (words) => unique(words).sort();

/** Without the keys that hold nothing, in the order given. */
const full = (part) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== null));

/**
 * The day of a claim in EDTF, undefined where it has none.
 * @param {Claim} claim
 * @returns {string | undefined}
 */
export const assertedOn = (claim) => (claim.day ? claim.asserted || claim.until : undefined);

function claimObject(claim) {
  const figures = (claim.figures || []).map(({ text, ...figure }) => figure);
  const first = "first" in claim ? claim.first : figures.length === 1; // the first one is the claim's `figure`
  return full({
    id: claim.id,
    source: claim.source,
    passage: claim.passage,
    url: claim.url,
    locator: claim.locator,
    via: claim.via,
    by: claim.by || [],
    asserted_on: assertedOn(claim),
    stance: claim.stance,
    says: claim.says,
    quote: claim.quote,
    figure: first ? figures[0] : undefined,
    figures: figures.slice(first ? 1 : 0),
    note: claim.note,
  });
}

function eventObject(columns, event, row) {
  return {
    id: columns.id[row],
    date: event.edtf,
    start: columns.start[row],
    end: columns.end[row],
    title: event.title,
    summary: event.summary,
    kind: columns.kind[row],
    status: columns.status[row],
    actors: columns.actors[row],
    countries: columns.countries[row],
    sources: columns.sources[row],
    claimants: unique(event.claims.flatMap((claim) => claim.by || [OUTLET])),
    coverage: asof.coverage(event),
    later: event.later,
    ...full({ date_note: event.date_note, place: event.place && { name: event.place, ...event.at } }),
    claims: event.claims.map(claimObject),
    disagreements: event.disagreements || [],
    relates: (event.links || [])
      .map(([relation, id]) => ({ type: relation.slice("rel_".length), event: id }))
      .filter(({ type }) => RELATIONS.includes(type)),
  };
}

/** Everything about the events of a selection (export/entries.js), as `/api/events.json` has it. */
function build({ data, known, rows }) {
  const { names, registry, types, record } = data;
  const { columns } = known;
  const events = rows.map((row) => known.events[row]);
  const actors = sorted([
    ...rows.flatMap((row) => columns.actors[row]),
    ...events.flatMap((event) => event.claims.flatMap((claim) => claim.by || [])),
  ]);
  const sources = sorted(rows.flatMap((row) => columns.sources[row]));
  return {
    events: rows.map((row) => eventObject(columns, known.events[row], row)),
    actors: Object.fromEntries(
      actors.map((id) => [id, full({ id, name: names.actor[id], ...registry.actor[id], role: names.role[id] })]),
    ),
    sources: Object.fromEntries(
      sources.map((id) => [id, { id, name: names.source[id], type: types[id], ...registry.source[id] }]),
    ),
    record: { hash: record.hash, count: record.count },
  };
}

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
export const json = (selection) => jsonFile(build(selection));
