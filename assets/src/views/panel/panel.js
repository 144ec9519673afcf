/* The event panel: one event and how we know it. Claims stand by stance, each with its source and passage. */
import { all, el } from "../../dom/element.js";
import { doubt, relations } from "../../on-demand.js";
import { printed } from "../../share/paper.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { ofDocuments } from "../../words/documents.js";
import { say, text } from "../../words/i18n.js";
import { dateNote, dateOf } from "../date.js";
import { figure } from "../picture.js";
import { folded, sections } from "./claims.js";
import { meta, parts, whole } from "./context.js";
import { dispute } from "./dispute.js";
import { evidence } from "./evidence.js";
import { citation, permalink } from "./reference.js";
import { tools } from "./tools.js";

/** The summary, where it fits the claims that are shown: it is written with hindsight, and from all of them. */
function summaryOf({ claims, summary }, asof, doubted) {
  if (doubted && doubted.change) return say("doubt_summary");
  if (asof) return say(claims.length ? "asof_summary" : "asof_unknown");
  return text(summary);
}

/** What happened, in words: date, title, a sentence. */
function head(row, event, asof, doubted, actions) {
  return [
    el("p", { class: "panel-date" }, dateOf(event)),
    el("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, text(event.title)),
    whole(row, actions),
    el("p", { class: "panel-summary", dir: "auto" }, summaryOf(event, asof, doubted)),
    asof ? null : figure(event.media),
    doubted && doubted.change ? el("p", { class: "panel-change" }, doubted.change) : null,
    dateNote(event),
    event.later ? el("p", { class: "note" }, ofDocuments("later_note")) : null,
  ];
}

function share(row, actions) {
  const button = (key, onclick) => el("button", { type: "button", class: `button panel-${key}`, onclick }, say(key));
  return el(
    "div",
    { class: "panel-share" },
    button("permalink", () => actions.copy(permalink(row))),
    button("cite", () => actions.copy(citation(row))),
    button("print_event", () => printed(row)),
  );
}

/** Which parts that fold are open, by their keys. */
const unfolded = (root) => all(root, "details[open]").map((details) => details.dataset.key);

/**
 * Fill the panel with the view's event, or close it where that is null. `asof` is the day up to which claims are shown
 * ("" for all), `claim` the id of a claim to point out.
 * @param {HTMLElement} root
 * @param {View & { claim: string | null }} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  const { event: row, rows: order, asof, claim } = view;
  root.hidden = row === null;
  if (row === null) {
    delete root.dataset.eventId;
    root.replaceChildren();
    return;
  }
  const { events, rows } = load();
  const event = known().events[row];
  const again = root.dataset.eventId === rows.id[row];
  const [scroll, open] = again ? [root.scrollTop, unfolded(root)] : [0, []];
  root.dataset.eventId = rows.id[row];
  root.style.setProperty("--colour", `var(--kind-${rows.kind[row]})`);
  root.setAttribute("aria-labelledby", "panel-title");
  const doubted = view.doubt.length && doubt.here ? doubt.here.ofEvent(row, view) : null;
  const { claims: made, fallen } = doubted || { claims: event.claims, fallen: new Set() };
  const { change } = actions;
  const its = { all: events[row].claims, shown: made, fallen, change, open: (other) => actions.open(row, other) };
  const content = [
    tools(root, row, order, actions),
    ...head(row, event, asof, doubted, actions),
    evidence(row, event),
    dispute(event),
    ...sections(made, Boolean(asof), (claims, key) => folded(claims, its, key)),
    parts(row, actions),
    meta(row, event),
    relations.here ? relations.here.sentences(row, actions) : null,
    share(row, actions),
  ];
  root.replaceChildren(...content.filter(Boolean));
  for (const details of all(root, "details")) details.toggleAttribute("open", open.includes(details.dataset.key));
  root.scrollTop = scroll;
  if (claim) pointOut(claimItemOf(root, claim));
}

const claimItemOf = (root, claimId) => root.querySelector(`[data-claim-id="${CSS.escape(claimId)}"]`);

/** Mark a claim that was asked for: it says so, it and its paragraph are unfolded, and it can take the focus. */
function pointOut(item) {
  if (!item) return;
  item.classList.add("here");
  item.tabIndex = -1;
  item.prepend(el("p", { class: "here-mark" }, el("span", { "aria-hidden": "true" }, "▸ "), say("here")));
  const around = item.closest("details");
  for (const details of [around, ...item.querySelectorAll("details:not(.claim-doubt)")])
    if (details) details.open = true;
}

/**
 * Bring a claim that is pointed out into sight, below the panel's tools, and give it the focus.
 * @param {HTMLElement} root
 * @param {string} claimId
 * @returns {boolean}
 */
export function focusClaim(root, claimId) {
  const item = claimItemOf(root, claimId);
  if (!item) return false;
  const { bottom } = root.querySelector(".panel-tools").getBoundingClientRect();
  root.scrollTop += item.getBoundingClientRect().top - bottom - 44; // the stance above it stays in sight
  item.focus({ preventScroll: true });
  return true;
}
