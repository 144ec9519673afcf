/* What is filtered by, beside the count: a button for each choice, which takes it away. */
import { el, node } from "../dom/element.js";
import { giveBack, heldKey } from "../dom/focus.js";
import { facets } from "../state/store.js";
import * as doubtWords from "../words/doubt.js";
import { lang, name, say } from "../words/i18n.js";
import * as viewWords from "../words/views.js";

/** @typedef {{ key: string, words: string, without: Part }} Chip */

let drawn = ""; // what stands there
/** @type {number | null} */
let removed = null; // the place of the button that was pressed, until the rest is drawn

/**
 * Everything that is filtered by, in the order of the drawer. The day of a replay has a bar of its own.
 * @param {Spec} spec
 * @returns {Chip[]}
 */
function chips(spec) {
  const single = (/** @type {string} */ key, without = { [key]: undefined }) => {
    const words = viewWords.filter(spec, key);
    return words ? [{ key, words, without }] : [];
  };
  return [
    ...single("q"),
    ...facets().flatMap((key) => (spec[key] || []).map((/** @type {string} */ value) => option(key, value))),
    ...single("from", { from: undefined, to: undefined, dates: undefined }),
    ...single("key"),
    ...(spec.doubt || []).map(doubted),
  ];
}

/**
 * @param {string} key
 * @param {string} value
 * @returns {Chip}
 */
const option = (key, value) => ({
  key: `${key}=${value}`,
  words: viewWords.labelled(key, name(key, value)),
  without: (now) => ({ [key]: (now[key] || []).filter((/** @type {string} */ word) => word !== value) }),
});

/**
 * @param {string} id
 * @returns {Chip}
 */
const doubted = (id) => ({
  key: `doubt=${id}`,
  words: doubtWords.without([id]),
  without: ({ doubt = [] }) => ({ doubt: doubt.filter((/** @type {string} */ one) => one !== id) }),
});

/**
 * Draw a button for each filter of `spec`; `remove(part)` changes the view. When one was pressed, the focus goes to the
 * one in its place, or to the count.
 * @param {HTMLElement} root
 * @param {Spec} spec
 * @param {(part: Part) => void} remove
 * @returns {void}
 */
export function draw(root, spec, remove) {
  const all = chips(spec);
  const now = JSON.stringify([lang(), all.map(({ key, words }) => [key, words])]);
  if (now !== drawn) {
    const held = heldKey(root);
    root.setAttribute("aria-label", say("active_filters"));
    root.replaceChildren(...all.map((chip, index) => button(chip, index, remove)));
    giveBack(root, held);
    drawn = now;
  }
  if (removed === null) return;
  /** @type {HTMLElement} */ (root.children[removed] || node("result-count")).focus();
  removed = null;
}

/**
 * @param {Chip} chip
 * @param {number} index
 * @param {(part: Part) => void} remove
 */
function button({ key, words, without }, index, remove) {
  const onclick = () => {
    removed = index;
    remove(without);
  };
  return el(
    "button",
    { type: "button", class: "chip", dataset: { key }, onclick },
    el("span", { "aria-hidden": "true" }, "×"),
    el("span", { class: "visually-hidden" }, `${say("remove_filter")} `),
    el("span", { dir: "auto" }, words),
  );
}
