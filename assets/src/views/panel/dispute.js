/* On what the sources of an event differ: side by side, what one side says and what the other says. */
import { el } from "../../dom/element.js";
import { cite } from "../../words/claim.js";
import { counted, say } from "../../words/i18n.js";
import { block } from "../point.js";

/**
 * The points on which the sources differ; null where they don't.
 * @param {KnownEvent} event
 * @returns {HTMLElement | null}
 */
export function dispute(event) {
  if (!event.disagreements.length) return null;
  const claims = Object.fromEntries(event.claims.map((claim) => [claim.id, claim]));
  const each = (side, make) => [...new Set(side.claims.map((id) => make(claims[id])))];
  const says = (side) => {
    const sources = each(side, (claim) => claim.source).length;
    return el("span", { class: "side-says" }, counted("side_says", sources));
  };
  const rests = (side) => el("span", { class: "side-sources", dir: "auto" }, each(side, cite).join(" · "));
  return el(
    "section",
    { class: "disagreements" },
    el("h3", {}, el("span", { "aria-hidden": "true" }, "≠ "), say("differ")),
    event.disagreements.map((point) => block(point, rests, says)),
  );
}
