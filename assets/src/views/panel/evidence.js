/* How an event is known: what its status means, how many claims say or deny it, and how many sources they have. */
import { el } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { counted, say } from "../../words/i18n.js";
import { originsNote, originsOf } from "../../words/origins.js";
import { facts } from "../list.js";
import { SIGNS, STANCES } from "./stances.js";

/** How many claims take each stance, as a bar and in words: [[stance, number], …] of those that there are. */
function bar(counts) {
  return [
    el(
      "div",
      { class: "stance-bar", "aria-hidden": "true" },
      counts.map(([stance, n]) => el("span", { class: `stance-part stance-${stance}`, style: `flex-grow: ${n}` })),
    ),
    el(
      "ul",
      { class: "stance-counts" },
      counts.map(([stance, n]) =>
        el(
          "li",
          {},
          el("span", { class: `stance-key stance-${stance}`, "aria-hidden": "true" }, SIGNS[stance]),
          counted(`n_${stance}`, n),
        ),
      ),
    ),
  ];
}

/** What the status means; of a statement it says that it was made. */
function meaning(row) {
  const { kind, status } = known().columns;
  const speech = load().settings.speech.includes(kind[row]) ? "speech_" : "";
  return el("p", { class: "status-means" }, say(`means_${speech}${status[row]}`));
}

/**
 * How an event is known; only its kind while nobody has spoken of it.
 * @param {Row} row
 * @param {KnownEvent} event
 * @returns {HTMLElement}
 */
export function evidence(row, event) {
  const line = el("p", { class: "event-facts" }, facts(row));
  if (!event.claims.length) return line;
  const counts = STANCES.map((stance) => [stance, event.claims.filter((claim) => claim.stance === stance).length]);
  return el(
    "section",
    { class: "evidence" },
    el("h3", {}, say("how_known")),
    line,
    meaning(row),
    el("p", { class: "claims-count" }, counted("claims", event.claims.length)),
    bar(counts.filter(([, n]) => n)),
    el("p", { class: "origins-note" }, originsNote(originsOf([row]))),
  );
}
