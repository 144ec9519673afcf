/* The open event on paper, by itself: a page or two to hand out. css/handout.css leaves out the rest of the page. */
import { el } from "../../dom/element.js";
import { draw as qr } from "../../share/qr.js";
import { load } from "../../state/data.js";
import { known, shown } from "../../state/store.js";
import { reach } from "../../words/citation.js";
import { say, text } from "../../words/i18n.js";
import { dateNote, dateOf } from "../date.js";
import { figure } from "../picture.js";
import { sections } from "./claims.js";
import { meta } from "./context.js";
import { dispute } from "./dispute.js";
import { evidence } from "./evidence.js";
import { citation, permalink } from "./reference.js";
import { STANCES } from "./stances.js";

/**
 * The sheet of the event `row`, if it is the open one; else null. `line` makes the line of a claim.
 * @param {Row | null} row
 * @param {(claim: Claim) => HTMLElement} line
 * @returns {HTMLElement | null}
 */
export function sheet(row, line) {
  const { event, asof } = shown();
  return row !== null && row === event ? made(row, asof, line) : null;
}

function made(row, asof, line) {
  const event = known().events[row];
  const { settings } = load();
  return el(
    "article",
    { class: "handout", style: `--colour: var(--kind-${load().rows.kind[row]})` },
    el("p", { class: "handout-record", dir: "auto" }, text(settings.title)),
    el("p", { class: "panel-date" }, dateOf(event)),
    el("h1", { dir: "auto" }, text(event.title)),
    el("p", { class: "panel-summary", dir: "auto" }, asof ? say("asof_summary") : text(event.summary)),
    asof ? null : figure(event.media),
    dateNote(event),
    evidence(row, event),
    dispute(event),
    sections(event.claims, Boolean(asof), (claims) => lines(claims, line)),
    meta(row, event),
    foot(row),
  );
}

/** Claims in a line each, by stance. */
const lines = (claims, line) => {
  const ordered = STANCES.flatMap((stance) => claims.filter((claim) => claim.stance === stance));
  return el("ul", { class: "print-claims" }, ordered.map(line));
};

/** Where the event is found again: address and version, and a code that a phone reads. */
function foot(row) {
  const { licence } = load().settings;
  const code = reach() === "all" ? qr(permalink(row), say("qr_label")) : null;
  const terms = licence ? el("p", {}, say("picture_licence", { name: licence })) : null;
  return el("footer", { class: "handout-foot" }, code, el("div", {}, el("p", {}, citation(row)), terms));
}
