/* The chapters above the chart, and the sentence below them: the lede, until a chapter is chosen. A record without
 * chapters has its presets there. */
import * as choices from "../dom/choices.js";
import { el, node } from "../dom/element.js";
import { START, chosen, current } from "../model/chapters.js";
import { load } from "../state/data.js";
import { usualWindow } from "../state/store.js";
import { say, text } from "../words/i18n.js";

/**
 * Draw the steps as `spec` has them. `change(part)` changes the view.
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function draw(spec, change) {
  const { chapters } = load().settings;
  const now = current(chapters, spec);
  if (chapters.length) row(spec, change, now);
  else presets(node("chapters"), spec, change);
  const sentence = node("chapter-sentence");
  sentence.textContent = now ? text(now.sentence) : "";
  node("lede").hidden = now !== null;
}

/**
 * @param {Spec} spec
 * @param {Change} change
 * @param {Chapter | null} now
 */
function row(spec, change, now) {
  const { chapters } = load().settings;
  const number = (/** @type {number} */ n) => el("span", { class: "step", "aria-hidden": "true" }, String(n));
  const root = node("chapters");
  choices.draw(root, {
    type: "radio",
    key: "chapter",
    options: [
      { value: START, label: say("chapter_start"), checked: !now && !spec.window },
      ...chapters.map(({ id, name }, index) => ({
        value: id,
        label: text(name),
        checked: now !== null && now.id === id,
        mark: number(index + 1),
      })),
    ],
    onchange: (value) => change((before) => chosen(chapters, before, value)),
  });
  choices.bringIntoSight(root);
}

/**
 * The record's presets as choices of the window.
 * @param {HTMLElement} root
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function presets(root, spec, change) {
  const usual = usualWindow();
  choices.draw(root, {
    type: "radio",
    key: "preset",
    options: load().settings.presets.map(({ id, name, start, end }) => ({
      value: id,
      label: text(name),
      checked: spec.window ? spec.window === `${start}/${end}` : id === usual.id,
    })),
    onchange: (value) => {
      const { id, start, end } = load().settings.presets.find((preset) => preset.id === value) || usual;
      change({ window: id === usual.id ? undefined : `${start}/${end}` });
    },
  });
}
