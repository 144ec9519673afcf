/* A figure in words, as the plot's hint and the table say it. */
import { cite } from "./claim.js";
import { lang, name, say, text } from "./i18n.js";

const list = (words) => new Intl.ListFormat(lang(), { type: "conjunction" }).format(words);

/**
 * Who gives the figure: the actors named, or the outlet.
 * @param {NumberFigure} figure
 * @returns {string}
 */
export const voice = (figure) =>
  figure.by.length ? list(figure.by.map((actor) => name("actor", actor))) : name("source", figure.source);
/**
 * Whether only the outlet itself gives the figure.
 * @param {NumberFigure} figure
 * @returns {boolean}
 */
export const isOutlet = (figure) => !figure.by.length;

/**
 * What the figure is limited to ("in Russia").
 * @param {NumberFigure} figure
 * @returns {string}
 */
export const scope = (figure) => name("scope", figure.scope);
/**
 * What is counted ("North Korean soldiers").
 * @param {NumberFigure} figure
 * @returns {string}
 */
export const quantity = (figure) => name("quantity", figure.quantity);

/**
 * The amount with its bound and unit, without the scope: “about 11,000 soldiers”.
 * @param {NumberFigure} figure
 * @returns {string}
 */
export function amount(figure) {
  const words = text(figure.shown);
  const end = `, ${scope(figure)}`;
  return words.endsWith(end) ? words.slice(0, -end.length) : words;
}

/**
 * The day on which it was given.
 * @param {NumberFigure} figure
 * @returns {string}
 */
export const day = (figure) => (figure.day ? text(figure.day) : say("numbers_undated"));
/**
 * The source, and the place in it.
 * @param {NumberFigure} figure
 * @returns {string}
 */
export const source = (figure) => cite(figure);

/**
 * A number as it stands on a scale.
 * @param {number} value
 * @returns {string}
 */
export const number = (value) =>
  new Intl.NumberFormat(lang() === "en" ? "en-GB" : lang(), value >= 1e6 ? { notation: "compact" } : {}).format(value);

/**
 * Words with a capital letter first.
 * @param {string} words
 * @returns {string}
 */
export const capital = (words) => words.charAt(0).toLocaleUpperCase(lang()) + words.slice(1);
