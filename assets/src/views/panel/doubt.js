/* The small menu at a claim with which a reader doubts its source, or those who make it. */
import { el } from "../../dom/element.js";
import { current } from "../../state/store.js";
import { nameOf } from "../../words/doubt.js";
import { say } from "../../words/i18n.js";

/**
 * What is doubted, with one more or one less.
 * @param {string[]} doubt
 * @param {string} id
 * @returns {string[]}
 */
export const turned = (doubt, id) => (doubt.includes(id) ? doubt.filter((one) => one !== id) : [...doubt, id]);

/**
 * The menu of a claim: a switch for its source, and one for each who makes it.
 * @param {Claim} claim
 * @param {Change} change
 * @returns {HTMLElement}
 */
export function doubtMenu({ id: claim, source, by }, change) {
  const doubted = current().doubt || [];
  const item = (/** @type {string} */ id) =>
    el(
      "button",
      {
        type: "button",
        class: `link panel-doubt-${claim}-${id}`,
        dataset: { doubt: id },
        "aria-pressed": String(doubted.includes(id)),
        onclick: () => change(({ doubt = [] }) => ({ doubt: turned(doubt, id) })),
      },
      say("doubt_name", { name: nameOf(id) }),
    );
  const key = `doubt-${claim}`;
  return el(
    "details",
    { class: "claim-doubt", dataset: { key } },
    el("summary", {}, say("doubt_open")),
    [...new Set([source, ...by])].map(item),
  );
}
