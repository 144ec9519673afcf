/* The boxes for words and days. They are native ones: a late drawing never overwrites what somebody types. */
import { YEAR_ONE, dayOf, isoOf } from "../model/days.js";
import { load } from "../state/data.js";
import { say } from "../words/i18n.js";
import { el } from "./element.js";

const PAUSE = 120; // ms without a letter after which the words count
/** @typedef {"push" | "replace"} How */
/** @typedef {{ id: string, box: string, attributes: () => Attributes, pause: number, how: How }} Field */
/** @type {Record<string, Field>} */
const FIELDS = {
  q: {
    id: "filter-text",
    box: "text-box",
    attributes: () => ({ type: "search", maxlength: 200, autocomplete: "off" }),
    pause: PAUSE,
    how: "replace",
  },
  from: { id: "filter-from", box: "from-box", attributes: dayField, pause: 0, how: "push" },
  to: { id: "filter-to", box: "to-box", attributes: dayField, pause: 0, how: "push" },
};
/** @type {Record<string, HTMLInputElement>} */
const inputs = {};
const waiting = {}; // key → the timer of words that do not count yet

/**
 * Make the boxes. `change(part, how)` changes the view.
 * @param {Change} change
 * @returns {void}
 */
export function listen(change) {
  for (const [key, { id, box, attributes, pause, how }] of Object.entries(FIELDS)) {
    const tell = () => change({ [key]: valueOf(key) }, how);
    inputs[key] = el("input", {
      id,
      class: "input",
      ...attributes(),
      oninput: () => {
        rest(key);
        if (pause) waiting[key] = setTimeout(tell, pause);
        else tell();
      },
    });
    document.getElementById(box).replaceChildren(inputs[key]);
  }
}

const valueOf = (key) => (key === "q" ? inputs[key].value : dayIn(inputs[key])) || undefined;

/**
 * What a box for a day has. The browser's own knows no day before the year 1; a record with such days has boxes for
 * their text.
 * @returns {Attributes}
 */
export function dayField() {
  const [first] = load().overview.days;
  return first < YEAR_ONE
    ? { type: "text", placeholder: isoOf(first), maxlength: 11, autocomplete: "off", spellcheck: "false" }
    : { type: "date", min: "0001-01-01", max: "9999-12-31" };
}

/**
 * The day in such a box, "" where it holds none, or not yet.
 * @param {HTMLInputElement} box
 * @returns {Iso | ""}
 */
export function dayIn({ value }) {
  const day = dayOf(value);
  return !Number.isNaN(day) && isoOf(day) === value ? value : "";
}

/**
 * The words that are still waiting; any other change of the view includes them.
 * @returns {Partial<Spec>}
 */
export function pending() {
  const found = Object.entries(waiting)
    .filter(([, timer]) => timer)
    .map(([key]) => [key, valueOf(key)]);
  for (const [key] of found) rest(key);
  return Object.fromEntries(found);
}

function rest(key) {
  clearTimeout(waiting[key]);
  waiting[key] = 0;
}

/**
 * Make the boxes show a specification: after the address changed, or all was cleared.
 * @param {Spec} spec
 * @returns {void}
 */
export function show(spec) {
  for (const [key, input] of Object.entries(inputs)) {
    rest(key);
    if (input.value !== (spec[key] || "")) input.value = spec[key] || "";
  }
  label();
}

/**
 * Write the hint of the search box in the language of the page.
 * @returns {void}
 */
export function label() {
  inputs.q.placeholder = say("text_hint");
}
