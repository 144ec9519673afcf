/* A figure in words, as the plot's hint and the table say it. */
"use strict";
Timeline.figureWords = (() => {
  const { say, name, text, lang } = Timeline.page;

  const list = (words) => new Intl.ListFormat(lang(), { type: "conjunction" }).format(words);

  /** Who gives the figure: the actors named, or the outlet. */
  const voice = (figure) => (figure.by ? list(figure.by.map((actor) => name("actor", actor))) : name("source", figure.source));
  const isOutlet = (figure) => !figure.by;

  const scope = (figure) => name("scope", figure.scope);
  const quantity = (figure) => name("quantity", figure.quantity);

  /** The amount with its bound and unit, without the scope: “about 11,000 soldiers”. */
  function amount(figure) {
    const words = text(figure.text);
    const end = `, ${scope(figure)}`;
    return words.endsWith(end) ? words.slice(0, -end.length) : words;
  }

  const day = (figure) => (figure.day ? text(figure.day) : say("numbers_undated"));
  const source = (figure) => Timeline.panel.cite(figure);

  const number = (value) => new Intl.NumberFormat(lang() === "en" ? "en-GB" : lang(), value >= 1e6 ? { notation: "compact" } : {}).format(value);

  const capital = (words) => words.charAt(0).toLocaleUpperCase(lang()) + words.slice(1);

  return { voice, isOutlet, scope, quantity, amount, day, source, number, capital };
})();
