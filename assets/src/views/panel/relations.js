/* The chain of an event in its panel, as sentences: what it follows, by what it is answered, and so on from there. It
 * comes when an event with relations is opened. */
import { el } from "../../dom/element.js";
import { chain } from "../../model/relations.js";
import { load, want } from "../../state/data.js";
import { contradicts, linksOf } from "../../state/related.js";
import { lang, say, text } from "../../words/i18n.js";
import { link } from "../link.js";

/** Some things as a sentence lists them. */
function listed(things) {
  const format = new Intl.ListFormat(lang(), { type: "conjunction" });
  const parts = format.formatToParts(things.map((_, index) => String(index)));
  return parts.flatMap(({ type, value }) => (type === "element" ? things[Number(value)] : [value]));
}

/** The relations of one kind together: [[relation, rows], …]. */
function byKind(related) {
  const kinds = new Map();
  for (const [relation, row] of related) kinds.set(relation, [...(kinds.get(relation) || []), row]);
  return [...kinds];
}

/** "follows … and …", as nodes. */
function says([relation, rows], actions) {
  const sign = contradicts(relation) ? el("span", { "aria-hidden": "true" }, "≠ ") : null;
  // Titles may be sentences themselves, and stand in quotation marks.
  const opener = (row) => [
    el(
      "q",
      {},
      link(row, () => actions.open(row), text(load().events[row].title)),
    ),
  ];
  return [sign, el("span", { class: "relation" }, say(relation)), " ", ...listed(rows.map(opener))].filter(Boolean);
}

/**
 * What the panel says of an event's relations; null where it has none.
 * @param {Row} row
 * @param {Actions} actions
 * @returns {HTMLElement | null}
 */
export function sentences(row, actions) {
  const said = chain(row, linksOf);
  want(said.flatMap(([, related]) => related.map(([, other]) => other))); // the titles that a large record has not sent
  const items = said.map(([subject, related], at) => {
    const who = at ? el("q", { dir: "auto" }, text(load().events[subject].title)) : say("rel_this");
    return el("li", {}, who, " ", listed(byKind(related).map((kind) => says(kind, actions))), ".");
  });
  return items.length ? el("section", {}, el("h3", {}, say("related")), el("ul", { class: "related" }, items)) : null;
}
