/* The words of exercises, which come with the first one: those that Python prints on handouts and writes into GIFT. */
import en from "../../../../timeline/view/exercises/words/en.json";
import fr from "../../../../timeline/view/exercises/words/fr.json";
import { lang } from "../../words/i18n.js";

/** @type {Record<string, Record<string, string>>} */
const BOOKS = { en, fr };

/**
 * The words for `key` in the page's language (English where it has none), with `{name}` parts filled in.
 * @param {string} key
 * @param {Record<string, any>} [values]
 * @returns {string}
 */
export function tell(key, values = {}) {
  const words = (BOOKS[lang()] || en)[key] || en[/** @type {keyof typeof en} */ (key)];
  return words.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}
