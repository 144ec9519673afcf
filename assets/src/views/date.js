/* The date of an event, with a sign where it stands on public pages alone. */
import { el } from "../dom/element.js";
import { ofDocuments } from "../words/documents.js";
import { say, text } from "../words/i18n.js";

/** The sign of a date that no document prints; words stand beside it. */
export const SIGN = "†";

/**
 * The date in words, and the sign where no document prints it.
 * @param {TimelineEvent} event
 * @returns {Child[]}
 */
export const dateOf = (event) => [
  el("bdi", {}, text(event.shown.date)),
  event.shown.public_date
    ? el(
        "span",
        { class: "public-date", title: say("public_date") },
        el("span", { "aria-hidden": "true" }, `\u00a0${SIGN}`),
        el("span", { class: "visually-hidden" }, ` (${say("public_date")})`),
      )
    : null,
];

/**
 * What the sign means, in a line; null where the event has none.
 * @param {TimelineEvent} event
 * @returns {HTMLElement | null}
 */
export const dateNote = (event) =>
  event.shown.public_date
    ? el(
        "p",
        { class: "public-date-note" },
        el("span", { "aria-hidden": "true" }, `${SIGN} `),
        ofDocuments("public_date"),
      )
    : null;
