/* CSV for spreadsheets and scripts (RFC 4180): the browser's twin of timeline/publish/exports/csv.py. No DOM. */
import { amountsOf } from "../model/amounts.js";
import { sideOf } from "../model/clocks.js";
import { forecasts } from "../model/forecasts.js";
import { BETWEEN } from "./entries.js";

// Spreadsheets take what begins so for a formula; one that splits lines at `;` begins a cell there.
const FORMULA = /(^|;"?)(?=[=+\-@\t\r\n＝＋－＠])/g;
const EVENT_COLUMNS = [
  "id",
  "date",
  "start",
  "end",
  "date_words",
  "title",
  "summary",
  "kind",
  "status",
  "actors",
  "countries",
  "place",
  "lat",
  "lon",
  "sources",
  "claims",
  "permalink",
];
const CLAIM_COLUMNS = [
  "event",
  "claim",
  "event_date",
  "event_title",
  "stance",
  "claimants",
  "asserted_on",
  "side",
  "says",
  "figures",
  "quote",
  "quote_language",
  "source",
  "paragraph",
  "url",
  "locator",
  "via",
  "note",
  "permalink",
];

const FORECAST_COLUMNS = [
  "event",
  "claim",
  "asserted_on",
  "claimants",
  "says",
  "source",
  "how",
  "outcome",
  "outcome_dates",
  "outcome_titles",
  "outcome_statuses",
  "difference",
  "permalink",
];

/** A value as it stands in a cell: texts never a formula, in quotation marks where it has to be. Where semicolons part
 * cells, a decimal has a comma. */
function cell(value, delimiter) {
  if (value === null || value === undefined) return "";
  const number = () => (delimiter === ";" ? String(value).replace(".", ",") : String(value));
  const text = typeof value === "string" ? value.replace(FORMULA, "$1'") : number();
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replace(/"/g, '""')}"` : text;
}

const eventRow = (entry) => [
  entry.id,
  entry.edtf,
  entry.start,
  entry.end,
  entry.when,
  entry.title,
  entry.summary,
  entry.kind,
  entry.status,
  entry.actors.join(BETWEEN),
  entry.countries.join(BETWEEN),
  entry.place,
  entry.lat,
  entry.lon,
  entry.sources.join(BETWEEN),
  entry.claims,
  entry.link,
];

function claims({ data, known, lang, say, link }, row) {
  const { names, rows } = data;
  const event = known.events[row];
  const name = (facet, value) => names[facet][value][lang];
  return event.claims.map((claim) => [
    rows.id[row],
    claim.id,
    event.date,
    event.title[lang],
    say(`stance_${claim.stance}`),
    claim.by.length ? claim.by.map((actor) => name("actor", actor)).join(BETWEEN) : say("outlet_claimant"),
    claim.asserted_on || "",
    sideOf(data, row, claim),
    claim.says[lang],
    amountsOf(claim)
      .map((amount) => amount.shown[lang])
      .join(BETWEEN),
    claim.quote ? claim.quote.text : "",
    claim.quote ? claim.quote.lang : "",
    name("source", claim.source),
    claim.passage,
    claim.url,
    claim.locator,
    claim.via,
    claim.note ? claim.note[lang] : "",
    link(rows.id[row]),
  ]);
}

/** A prediction, with what came of it. */
function forecastRow({ data, known, lang, say, link }, { row, claim, how, outcome, point }) {
  const { names, rows } = data;
  const each = (make) => outcome.map(make).join(BETWEEN);
  return [
    rows.id[row],
    claim.id,
    claim.asserted_on || "",
    claim.by.length ? claim.by.map((actor) => names.actor[actor][lang]).join(BETWEEN) : say("outlet_claimant"),
    claim.says[lang],
    names.source[claim.source][lang],
    how,
    each((one) => rows.id[one]),
    each((one) => known.events[one].date),
    each((one) => known.events[one].title[lang]),
    each((one) => names.status[known.columns.status[one]][lang]),
    point ? point.sentence[lang] : "",
    link(rows.id[row]),
  ];
}

/** The tables by what their rows are: heads and rows of a selection. */
const TABLES = {
  events: (selection) => [EVENT_COLUMNS, ...selection.entries.map(eventRow)],
  claims: (selection) => [CLAIM_COLUMNS, ...selection.rows.flatMap((row) => claims(selection, row))],
  forecasts: (selection) => {
    const found = forecasts(selection.rows, selection.known);
    return [FORECAST_COLUMNS, ...found.map((one) => forecastRow(selection, one))];
  },
};

/**
 * The table of a selection (export/entries.js): a row an event, a claim, or a prediction with what came of it.
 * @param {Exported} selection
 * @param {{ rows?: "events" | "claims" | "forecasts", bom?: boolean, delimiter?: string }} [options]
 * @returns {string}
 */
export function csv(selection, { rows = "events", bom = false, delimiter = "," } = {}) {
  const table = TABLES[rows](selection);
  return (
    (bom ? "\ufeff" : "") +
    table.map((row) => `${row.map((value) => cell(value, delimiter)).join(delimiter)}\r\n`).join("")
  );
}
