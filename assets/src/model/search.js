/* The words that the search looks through: the browser's twin of searchable() in timeline/query/frame.py. No DOM.
 * They are put together on the first search, so that the page does not carry every text twice. */
import { fold } from "./folding.js";

/**
 * Everything that a reader may look a row up by, in all languages, folded, one space between parts.
 * @param {Payload} data
 * @param {Row} row
 * @returns {string}
 */
function of({ rows, events, names, settings }, row) {
  const event = events[row];
  const parts = [rows.id[row], event.date];
  const texts = [event.title, event.summary, ...rows.actors[row].map((id) => names.actor[id])];
  if (event.place) texts.push(event.place.name);
  for (const claim of event.claims) {
    texts.push(claim.says, names.source[claim.source], ...claim.by.map((id) => names.actor[id]));
    if (claim.quote) parts.push(claim.quote.text);
    if (claim.via) parts.push(claim.via);
  }
  for (const code of rows.countries[row])
    parts.push(...settings.languages.map((language) => names.country[code][language]));
  for (const text of texts) parts.push(...new Set(Object.values(text)));
  return fold([...new Set(parts)].join(" "));
}

/**
 * Give the page's rows the column `text`, made when it is first asked for.
 * @param {Payload} data
 * @returns {void}
 */
export function attach(data) {
  /** @type {string[] | null} */
  let column = null;
  Object.defineProperty(data.rows, "text", {
    configurable: true,
    get: () => (column = column || data.rows.id.map((_, row) => of(data, row))),
  });
}
