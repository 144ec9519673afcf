/* The citation in a common style: a line that the page makes itself, or what a processor of CSL made of APA, MLA and
 * Chicago (timeline/view/citations/), which comes when the dialog is open. */
import { load } from "../state/data.js";
import { file } from "../state/extras.js";
import { address, line } from "../words/citation.js";
import { lang, say } from "../words/i18n.js";

/** Under what the choice is kept. */
export const KEY = "citation";
const NOTE = "note"; // the page's own line
const NAMES = { apa: "APA", mla: "MLA", chicago: "Chicago" };
/** The names of the styles that come later. */
export const OTHERS = Object.values(NAMES).join(", ");
const LINK = "{link}";

/** @typedef {{ linked: string, bare: string }} Cited */
/** @type {Record<string, Record<string, Cited>> | null} */
let cited = null; // language → style → the citation

/**
 * Fetch the citations. It throws where they don't come; the page's own line is there without them.
 * @returns {Promise<void>}
 */
export async function prepare() {
  const found = await file("citations.json");
  for (const [language, said] of Object.entries(found.words)) Object.assign(load().words[language], said);
  cited = found.cited;
}

/**
 * Whether there is a choice.
 * @returns {boolean}
 */
export const isHere = () => cited !== null;

/**
 * The styles, [[value, name], …].
 * @returns {[string, string][]}
 */
export const names = () => [[NOTE, say("share_note")], ...Object.entries(NAMES)];

/**
 * The style that was chosen last.
 * @returns {string}
 */
export function chosen() {
  try {
    const kept = localStorage.getItem(`timeline-${KEY}`) || NOTE;
    return cited && kept in NAMES ? kept : NOTE;
  } catch (error) {
    return NOTE; // a private window
  }
}

/**
 * The citation of the view in a style.
 * @param {string} style
 * @returns {string}
 */
export function cite(style) {
  const texts = cited && cited[lang()][style];
  if (!texts) return line();
  if (!address()) return texts.bare;
  const at = texts.linked.lastIndexOf(LINK); // what stands before it may be anybody's title
  return texts.linked.slice(0, at) + address() + texts.linked.slice(at + LINK.length);
}
