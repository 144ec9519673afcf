/* What an event belongs to: place, actors and countries, the whole that it is part of, its parts. */
import { el } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { name, say, text } from "../../words/i18n.js";

/** Names in a row, each by itself where they are written in different directions. */
const names = (words) => words.flatMap((word, at) => [at ? ", " : "", el("bdi", {}, word)]);

/**
 * Place, actors and countries, and how the date is known.
 * @param {Row} row
 * @param {KnownEvent} event
 * @returns {HTMLElement}
 */
export function meta(row, event) {
  const { rows } = load();
  const line = (key, words) => (words.length ? [el("dt", {}, say(key)), el("dd", {}, names(words))] : []);
  const dateNote = (note) => [
    el("dt", { class: "whole" }, say("date_known")),
    el("dd", { class: "whole", dir: "auto" }, text(note)),
  ];
  const actors = rows.actors[row].map((actor) => name("actor", actor));
  const countries = rows.countries[row].map((code) => name("country", code));
  return el(
    "dl",
    { class: "meta" },
    line("place", event.place ? [text(event.place.name)] : []),
    line("actors", actors),
    line("countries", countries),
    event.date_note ? dateNote(event.date_note) : [],
  );
}

/** A button that opens another event. */
const opener = (row, actions) =>
  el(
    "button",
    { type: "button", class: "link", dir: "auto", onclick: () => actions.open(row) },
    text(load().events[row].title),
  );

/**
 * The whole that the event is part of; null where it is none.
 * @param {Row} row
 * @param {Actions} actions
 * @returns {HTMLElement | null}
 */
export function whole(row, actions) {
  const of = load().geometry.whole[row];
  return of === null ? null : el("p", { class: "part-of" }, say("part_of"), " ", opener(of, actions));
}

/**
 * The event's own parts; null where it has none.
 * @param {Row} row
 * @param {Actions} actions
 * @returns {HTMLElement | null}
 */
export function parts(row, actions) {
  const { whole: of } = load().geometry;
  const items = known()
    .rows.filter((other) => of[other] === row)
    .map((part) => el("li", {}, opener(part, actions)));
  return items.length ? el("section", {}, el("h3", {}, say("parts")), el("ul", { class: "parts" }, items)) : null;
}
