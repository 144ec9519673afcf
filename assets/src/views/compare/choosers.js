/* What is compared: two sources or two days, and which. Built once for each language and kind, so that a field keeps
 * the focus while it changes the view. */
import * as choices from "../../dom/choices.js";
import { el } from "../../dom/element.js";
import { dayField, dayIn } from "../../dom/fields.js";
import { focused } from "../../dom/focus.js";
import { load } from "../../state/data.js";
import { lang, name, say } from "../../words/i18n.js";

/** @typedef {import("../../model/compare.js").Pair} Pair */
/** @typedef {import("../../model/compare.js").What} What */
/** @typedef {{ what: What, sides: Pair, pairs: Record<What, Pair | null> }} Chosen */

const SIDES = /** @type {const} */ (["left", "right"]);
/** @type {Chosen} */
let now;
/** @type {Partial<Record<What, Pair>>} */
const last = {}; // what was compared last, of each kind

/** The sources, documents first, each with the number of its events. */
function options() {
  const { rows, settings } = load();
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const source of rows.sources.flat()) counts.set(source, (counts.get(source) || 0) + 1);
  const sort = new Intl.Collator(lang()).compare;
  const group = (/** @type {string} */ label, /** @type {string[]} */ sources) => {
    const named = sources.map((source) => ({ source, words: name("source", source) }));
    const found = named.sort((one, other) => sort(one.words, other.words));
    const option = (/** @type {{ source: string, words: string }} */ { source, words }) =>
      el("option", { value: source }, `${words} (${counts.get(source)})`);
    return found.length ? el("optgroup", { label }, found.map(option)) : null;
  };
  const seeds = settings.seeds.filter((/** @type {string} */ seed) => counts.has(seed));
  const others = [...counts.keys()].filter((source) => !settings.seeds.includes(source));
  return [group(say("rests_documents"), seeds), group(say("rests_public"), others)];
}

/**
 * A labelled field for one side.
 * @param {What} what
 * @param {"left" | "right"} side
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function field(what, side, actions) {
  const id = `compare-${side}`;
  const choose = (/** @type {Event} */ { target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const value = what === "days" ? dayIn(input) : input.value;
    if (!value) return;
    const [left, right] = now.sides;
    const both = side === "left" ? { left: value, right } : { left, right: value };
    actions.change(both, what === "days" ? "replace" : "push");
  };
  const attributes = { id, class: "input", dataset: { side } };
  const box =
    what === "days"
      ? el("input", { ...attributes, ...dayField(), oninput: choose })
      : el("select", { ...attributes, onchange: choose }, options());
  return el(
    "div",
    { class: "compare-field" },
    el("label", { for: id, class: "field-label" }, say(`compare_on_${side}`)),
    box,
  );
}

/**
 * @param {HTMLElement} root
 * @param {What} what
 * @param {Actions} actions
 */
function build(root, what, actions) {
  const held = root.contains(focused()) && focused().closest("[role=radiogroup]");
  const label = say("compare_swap");
  const swap = () => actions.change({ left: now.sides[1], right: now.sides[0] });
  root.dataset.made = `${lang()} ${what}`;
  root.replaceChildren(
    el("div", { class: "choices segments", role: "radiogroup", "aria-label": say("compare_what") }),
    field(what, "left", actions),
    el(
      "button",
      { type: "button", class: "button icon", "aria-label": label, title: label, onclick: swap },
      el("span", { "aria-hidden": "true" }, "⇄"),
    ),
    field(what, "right", actions),
  );
  drawKinds(root, actions);
  const radio = /** @type {HTMLElement | null} */ (root.querySelector("input:checked"));
  if (held && radio) radio.focus({ preventScroll: true });
}

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 */
function drawKinds(root, actions) {
  const kinds = /** @type {HTMLElement} */ (root.firstElementChild);
  const offered = /** @type {What[]} */ (["sources", "days"]).filter((what) => now.pairs[what]);
  kinds.hidden = offered.length < 2;
  choices.draw(kinds, {
    type: "radio",
    key: "compare-what",
    options: offered.map((what) => ({ value: what, label: say(`compare_${what}`), checked: what === now.what })),
    onchange: (value) => {
      const what = /** @type {What} */ (value);
      const [left, right] = last[what] || /** @type {Pair} */ (now.pairs[what]);
      actions.change({ left, right });
    },
  });
}

/**
 * Draw the choosers.
 * @param {HTMLElement} root
 * @param {Chosen} chosen
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, chosen, actions) {
  now = chosen;
  last[chosen.what] = chosen.sides;
  if (root.dataset.made !== `${lang()} ${chosen.what}`) build(root, chosen.what, actions);
  drawKinds(root, actions);
  SIDES.forEach((side, index) => {
    const box = /** @type {HTMLInputElement} */ (root.querySelector(`#compare-${side}`));
    if (box.value !== chosen.sides[index]) box.value = chosen.sides[index];
  });
}
