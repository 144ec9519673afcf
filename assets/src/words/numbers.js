/* A figure in words, as the plot's hint and the table say it. */
import { cite } from "./claim.js";
import { say, name, text, lang } from "./i18n.js";

const list = (words) => new Intl.ListFormat(lang(), { type: "conjunction" }).format(words);

/** Who gives the figure: the actors named, or the outlet. */
export const voice = (figure) =>
  figure.by ? list(figure.by.map((actor) => name("actor", actor))) : name("source", figure.source);
export const isOutlet = (figure) => !figure.by;

export const scope = (figure) => name("scope", figure.scope);
export const quantity = (figure) => name("quantity", figure.quantity);

/** The amount with its bound and unit, without the scope: “about 11,000 soldiers”. */
export function amount(figure) {
  const words = text(figure.text);
  const end = `, ${scope(figure)}`;
  return words.endsWith(end) ? words.slice(0, -end.length) : words;
}

export const day = (figure) => (figure.day ? text(figure.day) : say("numbers_undated"));
export const source = (figure) => cite(figure);

export const number = (value) =>
  new Intl.NumberFormat(lang() === "en" ? "en-GB" : lang(), value >= 1e6 ? { notation: "compact" } : {}).format(value);

export const capital = (words) => words.charAt(0).toLocaleUpperCase(lang()) + words.slice(1);
