/* The event panel: one event and how we know it. Claims stand by stance, each with its source and passage. */
import { el } from "../../dom/element.js";
import { url } from "../../state/address.js";
import { load } from "../../state/data.js";
import { known } from "../../state/store.js";
import { reach } from "../../words/citation.js";
import { cite } from "../../words/claim.js";
import { lang, name, say, text } from "../../words/i18n.js";
import { originsNote, originsOf } from "../../words/origins.js";
import { dateNote, dateOf } from "../date.js";
import { block } from "../disagreements.js";
import { facts } from "../list.js";
import { byStance } from "./claim.js";

function disagreements(event) {
  if (!event.disagreements.length) return null;
  const claims = Object.fromEntries(event.claims.map((claim) => [claim.id, claim]));
  const sources = (side) => [...new Set(side.claims.map((id) => cite(claims[id])))].join(" · ");
  return el(
    "section",
    { class: "disagreements" },
    el("h3", {}, el("span", { "aria-hidden": "true" }, "≠ "), say("differ")),
    event.disagreements.map((point) => block(point, (side) => el("span", { class: "side-sources" }, sources(side)))),
  );
}

function meta(row, event) {
  const { rows } = load();
  const line = (key, words) => (words.length ? [el("dt", {}, say(key)), el("dd", {}, words.join(", "))] : []);
  return el(
    "dl",
    { class: "meta" },
    line("place", event.place ? [text(event.place.name)] : []),
    line(
      "actors",
      rows.actors[row].map((actor) => name("actor", actor)),
    ),
    line(
      "countries",
      rows.countries[row].map((code) => name("country", code)),
    ),
    event.date_note
      ? [el("dt", { class: "whole" }, say("date_known")), el("dd", { class: "whole" }, text(event.date_note))]
      : [],
  );
}

/** A button that opens another event. */
const opener = (row, actions) =>
  el("button", { type: "button", class: "link", onclick: () => actions.open(row) }, text(load().events[row].title));

/** The whole that the event is part of, and its own parts. */
function family(row, actions) {
  const { whole } = load().geometry;
  const parts = known().rows.filter((other) => whole[other] === row);
  const within =
    whole[row] === null ? null : el("p", { class: "part-of" }, say("part_of"), " ", opener(whole[row], actions));
  const items = parts.map((part) => el("li", {}, opener(part, actions)));
  return [
    within,
    parts.length ? el("section", {}, el("h3", {}, say("parts")), el("ul", { class: "parts" }, items)) : null,
  ];
}

function related(event, actions) {
  if (!event.shown.links) return null;
  const { rows } = load();
  return el(
    "section",
    {},
    el("h3", {}, say("related")),
    el(
      "ul",
      { class: "related" },
      event.shown.links.map(([relation, id]) => {
        const row = rows.id.indexOf(id);
        return el("li", {}, el("span", { class: "relation" }, say(relation)), " ", opener(row, actions));
      }),
    ),
  );
}

/** A line that a reader can put into a footnote: title, record, version, address. */
function citation(row) {
  const { events, record, settings } = load();
  const version = say("consulted", { date: record.updated[lang()], hash: record.hash.slice(0, 12) });
  const address = reach() === "file" ? "" : ` ${permalink(row)}`; // a path on a disk is no address
  return `${say("quoted", { text: text(events[row].title) })}, ${text(settings.title)}, ${version}.${address}`;
}

function permalink(row) {
  const { rows } = load();
  return url(`event=${rows.id[row]}&lang=${lang()}`);
}

/** A button that shows a sign and has its meaning as its name. */
const tool = (key, sign, attributes) =>
  el(
    "button",
    { type: "button", class: `button icon panel-${key}`, "aria-label": say(key), title: say(key), ...attributes },
    el("span", { "aria-hidden": "true" }, sign),
  );

/** Previous and next event of the view (`order`), and close. */
function tools(row, order, actions) {
  const here = order.indexOf(row);
  const to = (key, sign, at) => {
    const target = here < 0 ? undefined : order[at];
    return tool(key, sign, { disabled: target === undefined, onclick: () => actions.open(target) });
  };
  return el(
    "div",
    { class: "panel-tools" },
    to("previous", "←", here - 1),
    to("next", "→", here + 1),
    el("span", { class: "spacer" }),
    tool("close", "✕", { onclick: actions.close }),
  );
}

/** What the event is, in words: date, title, facts, summary. As of a day the summary would tell what came later. */
function head(row, event, asof) {
  const key = event.claims.length ? "asof_summary" : "asof_unknown";
  return [
    el("p", { class: "panel-date" }, dateOf(event)),
    el("h2", { id: "panel-title", tabindex: "-1" }, text(event.title)),
    el("p", { class: "event-facts" }, facts(row)),
    event.claims.length ? el("p", { class: "origins-note" }, originsNote(originsOf([row]))) : null,
    el("p", { class: "panel-summary" }, asof ? say(key) : text(event.summary)),
    dateNote(event),
    event.later ? el("p", { class: "note" }, say("later_note")) : null,
  ];
}

/** Who says so: the documents first, where the record has any, then the public record. */
function sayings(row, event, asof, actions) {
  const { seeds } = load().settings;
  const inDocuments = event.claims.filter((claim) => seeds.includes(claim.source));
  const inPublic = event.claims.filter((claim) => !seeds.includes(claim.source));
  const none = () => el("p", { class: "quiet-text" }, say(asof ? "no_documents_yet" : "no_documents"));
  const section = (key, content) => el("section", {}, el("h3", {}, say(key)), content);
  const whole = { all: load().events[row].claims, shown: event.claims, open: (claim) => actions.open(row, claim) };
  const claims = (some) => byStance(some, whole);
  return [
    seeds.length ? section("in_documents", inDocuments.length ? claims(inDocuments) : none()) : null,
    inPublic.length ? section(seeds.length ? "in_public" : "who_says", claims(inPublic)) : null,
  ];
}

const share = (row, actions) =>
  el(
    "div",
    { class: "panel-share" },
    el("button", { type: "button", class: "button", onclick: () => actions.copy(permalink(row)) }, say("permalink")),
    el("button", { type: "button", class: "button", onclick: () => actions.copy(citation(row)) }, say("cite")),
  );

/**
 * Fill the panel with the view's event, or close it where that is null. `asof` is the day up to which claims are shown
 * ("" for all), `claim` the id of a claim to point out.
 * @param {HTMLElement} root
 * @param {View & { claim: string | null }} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, { event: row, rows: order, asof, claim }, actions) {
  root.hidden = row === null;
  if (row === null) {
    delete root.dataset.eventId;
    root.replaceChildren();
    return;
  }
  const { rows } = load();
  const event = known().events[row];
  const scroll = root.dataset.eventId === rows.id[row] ? root.scrollTop : 0;
  root.dataset.eventId = rows.id[row];
  root.style.setProperty("--colour", `var(--kind-${rows.kind[row]})`);
  root.setAttribute("aria-labelledby", "panel-title");
  const parts = [
    tools(row, order, actions),
    ...head(row, event, asof),
    disagreements(event),
    ...family(row, actions),
    ...sayings(row, event, asof, actions),
    meta(row, event),
    related(event, actions),
    share(row, actions),
  ];
  root.replaceChildren(...parts.filter(Boolean));
  root.scrollTop = scroll;
  if (claim) pointOut(claimItemOf(root, claim));
}

const claimItemOf = (root, claimId) => root.querySelector(`[data-claim-id="${CSS.escape(claimId)}"]`);

/** Mark a claim that was asked for: it says so, its paragraph is open, and it can take the focus. */
function pointOut(item) {
  if (!item) return;
  item.classList.add("here");
  item.tabIndex = -1;
  item.prepend(el("p", { class: "here-mark" }, el("span", { "aria-hidden": "true" }, "▸ "), say("here")));
  for (const details of item.querySelectorAll("details")) details.open = true;
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
