/* The documents that a record was curated from, in words. */
import { load } from "../state/data.js";
import { say, text } from "./i18n.js";

/** How many there are, and what the record calls them: “five articles”. */
function documents() {
  const { seeds, documents: called } = load().settings;
  const n = say("number_words").split(" ")[seeds.length - 2] || seeds.length; // from two on
  return say("documents_named", { n, name: called ? text(called) : say("documents") });
}

/**
 * The words for what concerns the documents: those of `key_1` where there is one, else of `key_n`, which may name them
 * as `{documents}`.
 * @param {string} key
 * @returns {string}
 */
export const ofDocuments = (key) =>
  load().settings.seeds.length === 1 ? say(`${key}_1`) : say(`${key}_n`, { documents: documents() });
