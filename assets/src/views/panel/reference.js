/* How others find an event again: its address, and a line for a footnote. */
import { url } from "../../state/address.js";
import { load } from "../../state/data.js";
import { reach } from "../../words/citation.js";
import { lang, say, text } from "../../words/i18n.js";

/**
 * The address of an event in the page's language.
 * @param {Row} row
 * @returns {string}
 */
export const permalink = (row) => url(`event=${load().rows.id[row]}&lang=${lang()}`);

/**
 * A line that a reader can put into a footnote: title, record, version, address.
 * @param {Row} row
 * @returns {string}
 */
export function citation(row) {
  const { events, record, settings } = load();
  const version = say("consulted", { date: record.updated[lang()], hash: record.hash.slice(0, 12) });
  const address = reach() === "file" ? "" : ` ${permalink(row)}`; // a path on a disk is no address
  return `${say("quoted", { text: text(events[row].title) })}, ${text(settings.title)}, ${version}.${address}`;
}
