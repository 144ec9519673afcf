/* The buttons of a presentation, for hands that are at the machine; clickers and keys do the same. */
import { el } from "../../dom/element.js";
import { say } from "../../words/i18n.js";

/** @type {[PresentKey, string][]} */
const BUTTONS = [
  ["guess", "r"],
  ["black", "b"],
  ["speaker", "n"],
  ["full", "f"],
  ["leave", "Escape"],
];

/**
 * A button that does what a key does.
 * @param {PresentKey} key
 * @param {(key: PresentKey) => void} act
 * @param {Child} words
 * @param {object} [more]
 */
const button = (key, act, words, more = {}) =>
  el("button", { type: "button", class: "button", dataset: { key }, onclick: () => act(key), ...more }, words);

/**
 * The bar at the foot: back, where one is, on; then the rest. `act(key)` does it.
 * @param {(key: PresentKey) => void} act
 * @returns {HTMLElement}
 */
export function create(act) {
  const arrow = (/** @type {PresentKey} */ key, /** @type {string} */ sign) =>
    button(key, act, el("span", { "aria-hidden": "true" }, sign), { "aria-label": say(`present_${key}`) });
  return el(
    "nav",
    { class: "present-tools", "aria-label": say("present_tools") },
    el(
      "div",
      { class: "present-moves" },
      arrow("previous", "‹"),
      el("p", { class: "present-place" }),
      arrow("next", "›"),
    ),
    el("p", { class: "present-more", "aria-hidden": "true" }, say("present_more"), " ▾"),
    el("p", { class: "present-note" }),
    el(
      "div",
      { class: "present-rest" },
      BUTTONS.map(([key, pressed]) =>
        button(key, act, say(`present_${key}`), {
          "aria-keyshortcuts": pressed,
          "aria-pressed": key === "guess" ? "false" : null,
        }),
      ),
    ),
  );
}

/**
 * Say where one is, and what is possible.
 * @param {HTMLElement} root
 * @param {{ n: number, total: number, typed: string, note: string, guess: boolean, first: boolean, last: boolean }} now
 * @returns {void}
 */
export function draw(root, { n, total, typed, note, guess, first, last }) {
  const find = (/** @type {string} */ selector) => /** @type {any} */ (root.querySelector(selector));
  find(".present-note").textContent = note;
  const place = find(".present-place");
  place.replaceChildren(typed ? say("present_goto", { n: typed }) : say("present_place", { n, total }));
  find("[data-key=guess]").setAttribute("aria-pressed", String(guess));
  find("[data-key=full]").hidden = !document.fullscreenEnabled;
  // Not `disabled`, which would take the focus away in the middle of a lesson.
  find("[data-key=previous]").setAttribute("aria-disabled", String(first));
  find("[data-key=next]").setAttribute("aria-disabled", String(last));
}
