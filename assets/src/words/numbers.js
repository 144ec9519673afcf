/* A figure in words, as the plot's hint and the table say it. */
import { cite } from "./claim.js";
import { lang, name, say, text } from "./i18n.js";

const list = (words) => new Intl.ListFormat(lang(), { type: "conjunction" }).format(words);

/**
 * Who gives the figure: the actors named, or the outlet.
 * @param figure
 */
export const voice = (figure) =>
  figure.by ? list(figure.by.map((actor) => name("actor", actor))) : name("source", figure.source);
/**
 *
 * @param figure
 */
export const isOutlet = (figure) => !figure.by;

/**
 *
 * @param figure
 */
export const scope = (figure) => name("scope", figure.scope);
/**
 *
 * @param figure
 */
export const quantity = (figure) => name("quantity", figure.quantity);

/**
 * The amount with its bound and unit, without the scope: “about 11,000 soldiers”.
 * @param figure
 */
export function amount(figure) {
  const words = text(figure.text);
  const end = `, ${scope(figure)}`;
  return words.endsWith(end) ? words.slice(0, -end.length) : words;
}

/**
 *
 * @param figure
 */
export const day = (figure) => (figure.day ? text(figure.day) : say("numbers_undated"));
/**
 *
 * @param figure
 */
export const source = (figure) => cite(figure);

/**
 *
 * @param value
 */
export const number = (value) =>
  new Intl.NumberFormat(lang() === "en" ? "en-GB" : lang(), value >= 1e6 ? { notation: "compact" } : {}).format(value);

/**
 *
 * @param words
 */
export const capital = (words) => words.charAt(0).toLocaleUpperCase(lang()) + words.slice(1);
