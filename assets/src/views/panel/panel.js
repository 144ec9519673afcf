/* The event panel: one event and how we know it. Claims stand by stance, each with its source and passage. */
import * as address from "../../state/address.js";
import { reach } from "../../words/citation.js";
import { cite } from "../../words/claim.js";
import { block } from "../disagreements.js";
import { facts } from "../list.js";
import { byStance } from "./claim.js";
import { el } from "../../dom/element.js";
import { known } from "../../state/store.js";
import { load } from "../../state/data.js";
import { say, name, text, lang } from "../../words/i18n.js";

function disagreements(event) {
  if (!(event.disagreements || []).length) return null;
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
    line("place", event.place ? [text(event.place)] : []),
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

function related(event, actions) {
  if (!event.links) return null;
  const { rows, events } = load();
  return el(
    "section",
    {},
    el("h3", {}, say("related")),
    el(
      "ul",
      { class: "related" },
      event.links.map(([relation, id]) => {
        const row = rows.id.indexOf(id);
        return el(
          "li",
          {},
          el("span", { class: "relation" }, say(relation)),
          " ",
          el("button", { type: "button", class: "link", onclick: () => actions.open(row) }, text(events[row].title)),
        );
      }),
    ),
  );
}

/** A line that a reader can put into a footnote: title, record, version, address. */
function citation(row) {
  const { events, record, settings } = load();
  const version = say("consulted", { date: record.updated[lang()], hash: record.hash.slice(0, 12) });
  const address = reach() === "file" ? "" : ` ${permalink(row)}`; // a path on somebody's disk is none
  return `${say("quoted", { text: text(events[row].title) })}, ${text(settings.title)}, ${version}.${address}`;
}

function permalink(row) {
  const { rows } = load();
  return address.url(`event=${rows.id[row]}&lang=${lang()}`);
}

/** Fill the panel with an event, or close it where `row` is null. `order` is the rows of the view, `asof`
 * the day up to which claims are shown ("" for all), `claimId` a claim to point out. */
export function draw(root, row, order, asof, actions, claimId = null) {
  root.hidden = row === null;
  if (row === null) {
    delete root.dataset.eventId;
    root.replaceChildren();
    return;
  }
  const { rows, settings } = load();
  const event = known().events[row];
  const here = order.indexOf(row);
  const before = here > 0 ? order[here - 1] : null;
  const after = here >= 0 && here < order.length - 1 ? order[here + 1] : null;
  const button = (key, sign, target) =>
    el(
      "button",
      {
        type: "button",
        class: `button icon panel-${key}`,
        "aria-label": say(key),
        title: say(key),
        disabled: target === null,
        onclick: () => actions.open(target),
      },
      el("span", { "aria-hidden": "true" }, sign),
    );
  const inDocuments = event.claims.filter((claim) => settings.seeds.includes(claim.source));
  const inPublic = event.claims.filter((claim) => !settings.seeds.includes(claim.source));
  const scroll = root.dataset.eventId === rows.id[row] ? root.scrollTop : 0;
  root.dataset.eventId = rows.id[row];
  root.style.setProperty("--colour", `var(--kind-${rows.kind[row]})`);
  root.setAttribute("aria-labelledby", "panel-title");
  root.replaceChildren(
    el(
      "div",
      { class: "panel-tools" },
      button("previous", "←", before),
      button("next", "→", after),
      el("span", { class: "spacer" }),
      el(
        "button",
        {
          type: "button",
          class: "button icon panel-close",
          "aria-label": say("close"),
          title: say("close"),
          onclick: actions.close,
        },
        el("span", { "aria-hidden": "true" }, "✕"),
      ),
    ),
    el("p", { class: "panel-date" }, text(event.date)),
    el("h2", { id: "panel-title", tabindex: "-1" }, text(event.title)),
    el("p", { class: "event-facts" }, facts(row)),
    el(
      "p",
      { class: "panel-summary" },
      asof ? say(event.claims.length ? "asof_summary" : "asof_unknown") : text(event.summary),
    ),
    event.later ? el("p", { class: "note" }, say("later_note")) : "",
    disagreements(event) || "",
    settings.seeds.length
      ? el(
          "section",
          {},
          el("h3", {}, say("in_documents")),
          inDocuments.length
            ? byStance(inDocuments)
            : el("p", { class: "quiet-text" }, say(asof ? "no_documents_yet" : "no_documents")),
        )
      : "",
    inPublic.length
      ? el("section", {}, el("h3", {}, say(settings.seeds.length ? "in_public" : "who_says")), byStance(inPublic))
      : "",
    meta(row, event),
    related(event, actions) || "",
    el(
      "div",
      { class: "panel-share" },
      el("button", { type: "button", class: "button", onclick: () => actions.copy(permalink(row)) }, say("permalink")),
      el("button", { type: "button", class: "button", onclick: () => actions.copy(citation(row)) }, say("cite")),
    ),
  );
  root.scrollTop = scroll;
  if (claimId) pointOut(claimItemOf(root, claimId));
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

/** Bring a claim that is pointed out into sight, below the panel's tools, and give it the focus. */
export function focusClaim(root, claimId) {
  const item = claimItemOf(root, claimId);
  if (!item) return false;
  const tools = root.querySelector(".panel-tools").getBoundingClientRect();
  root.scrollTop += item.getBoundingClientRect().top - tools.bottom - 44; // the stance above it stays in sight
  item.focus({ preventScroll: true });
  return true;
}
