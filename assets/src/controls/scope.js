/* The one switch between the period and the whole timeline: for the count, the list, exports and print. */
import * as choices from "../dom/choices.js";
import { period } from "../state/store.js";
import { say } from "../words/i18n.js";

/**
 * Draw the switch as a button that is pressed for the whole timeline; away where the view has no period.
 * @param {HTMLElement} button
 * @param {View} view
 * @param {Change} change
 * @returns {void}
 */
export function draw(button, { narrow }, change) {
  button.hidden = !period();
  button.title = say("scope_hint");
  button.setAttribute("aria-pressed", String(!narrow));
  button.onclick = () => change(({ scope }) => ({ scope: scope === "all" ? undefined : "all" }));
}

/**
 * Draw the same as two choices with their counts, into a group of its own; `again()` follows a choice.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Change} change
 * @returns {void}
 */
export function drawChoices(root, view, change) {
  root.hidden = !period();
  choices.draw(root, {
    type: "radio",
    key: "export-scope",
    options: ["period", "all"].map((value) => ({
      value,
      label: say(`scope_${value}`),
      checked: view.narrow === (value === "period"),
    })),
    onchange: (value) => change({ scope: value === "all" ? value : undefined }),
  });
}
