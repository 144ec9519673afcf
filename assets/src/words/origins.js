/* How many sources say something, in words, and beside that how many origins they have, where any is known. */
import { origins } from "../model/origins.js";
import { load } from "../state/data.js";
import { known } from "../state/store.js";
import { counted, say } from "./i18n.js";

/** @typedef {{ sources: string[], origins: string[], known: boolean }} Found */

/**
 * The sources and origins of the claims of some events that are known, or of those of the claims that are `chosen`.
 * @param {Row[]} rows
 * @param {(claim: Claim) => boolean} [chosen]
 * @returns {Found}
 */
export function originsOf(rows, chosen = () => true) {
  const { events } = known();
  const all = load().events; // a claim may relay one that was made later, or whose day is not known
  const found = rows.map((row) => origins(events[row].claims.filter(chosen), all[row].claims));
  return {
    sources: [...new Set(found.flatMap(({ sources }) => sources))],
    origins: [...new Set(found.flatMap((event) => event.origins))],
    known: found.some((event) => event.known),
  };
}

/**
 * A number of sources in words, and of their origins where any is known: “11 sources, 3 origins”.
 * @param {string} words
 * @param {Found} found
 * @returns {string}
 */
export const withOrigins = (words, found) =>
  found.known ? say("with_origins", { sources: words, origins: counted("origins", found.origins.length) }) : words;

/**
 * What a reader has to know of the number of origins: how it counts, or that it is not known.
 * @param {Found} found
 * @returns {string}
 */
export function originsNote({ sources, origins: reports, known: some }) {
  if (!some) return counted("origins_unknown", sources.length);
  return [say("origins_note"), reports.length > sources.length && say("origins_more")].filter(Boolean).join(" ");
}
