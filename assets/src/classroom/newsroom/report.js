/* A report on the board of a newsroom. Before the day moves on it holds nothing that was known later: no title (titles
 * are today's), no date, no status; only what had been said, and the buttons of the vote. */
import { el, statusMark, symbol } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { opened } from "../../views/panel/claims.js";
import { SIGNS, STANCES } from "../../views/panel/stances.js";
import { counted, lang, name, say, text } from "../../words/i18n.js";
import { voices } from "./voices.js";
import { vote, voted } from "./votes.js";

/** @typedef {import("../../model/newsroom.js").Report} Report */

const STATUSES = ["established", "reported", "contested", "predicted"];

/**
 * Claims that are folded away behind `words`; nothing where there are none.
 * @param {Claim[]} claims
 * @param {string} key the words, as they are counted
 * @returns {HTMLElement | null}
 */
const folded = (claims, key) =>
  claims.length
    ? el("details", { class: "saids-more" }, el("summary", {}, counted(key, claims.length)), voices(claims))
    : null;

/**
 * What was new on that day, and behind a line what had been known before.
 * @param {Report} report
 * @returns {Child[]}
 */
function news({ claims, fresh }) {
  const isNew = (/** @type {Claim} */ { id }) => fresh.has(id);
  const before = claims.filter((claim) => !isNew(claim));
  return [voices(claims.filter(isNew), isNew), folded(before, "newsroom_before")];
}

/**
 * The vote: a button for each status, of which one can be pressed. No radio buttons, whose arrow keys a presentation
 * needs.
 * @param {LessonStep} step
 * @param {string} id
 * @param {string} label the id of what is voted on
 * @returns {HTMLElement}
 */
function ballot(step, id, label) {
  const press = (/** @type {string} */ status) => {
    vote(step, id, voted(step, id) === status ? "" : status);
    for (const one of /** @type {Iterable<HTMLElement>} */ (group.querySelectorAll("button")))
      one.setAttribute("aria-pressed", String(one.dataset.status === voted(step, id)));
  };
  const button = (/** @type {string} */ status) =>
    el(
      "button",
      {
        type: "button",
        class: "button newsroom-word",
        dataset: { status },
        "aria-pressed": String(voted(step, id) === status),
        onclick: () => press(status),
      },
      statusMark(status),
      name("status", status),
    );
  const group = el(
    "div",
    { class: "newsroom-ballot", role: "group", "aria-label": `${say("newsroom_vote")} (${label})` },
    STATUSES.map(button),
  );
  const ask = el("p", { class: "newsroom-ask" }, say("label", { label }), " ", say("newsroom_vote"));
  return el("div", { class: "newsroom-vote" }, ask, group);
}

/**
 * What claims do, in words: “2 say, 1 denies”.
 * @param {Claim[]} claims
 * @returns {HTMLElement}
 */
function counts(claims) {
  const some = STANCES.map((stance) => ({ stance, n: claims.filter((claim) => claim.stance === stance).length }));
  return el(
    "ul",
    { class: "newsroom-counts" },
    some
      .filter(({ n }) => n)
      .map(({ stance, n }) =>
        el(
          "li",
          { class: `stance-${stance}` },
          el("span", { "aria-hidden": "true" }, `${SIGNS[stance]} `),
          counted(`n_${stance}`, n),
        ),
      ),
  );
}

/** The rule behind a status, in a sentence. */
function means(row, status) {
  const speech = load().settings.speech.includes(load().rows.kind[row]);
  return say(`means_${speech ? "speech_" : ""}${status}`);
}

/** A status of the record on a day: its word, and which claims it rests on; `why` says the rule behind it, if it is not
 * said elsewhere. */
const answer = (label, status, claims, why) =>
  el(
    "div",
    { class: "newsroom-answer" },
    el("dt", {}, label),
    el(
      "dd",
      { dataset: { status } },
      el("strong", { class: "newsroom-status" }, statusMark(status), name("status", status)),
      counts(claims),
      why ? el("p", { class: "newsroom-means" }, why) : null,
    ),
  );

/**
 * What the record made of a report on that day, what it makes of it now, and what was said later.
 * @param {LessonStep} step
 * @param {Report} report
 * @param {{ day: string }} words
 * @returns {HTMLElement}
 */
function outcome(step, { row, claims, later, then, now }, { day }) {
  const { events, rows } = load();
  const mine = voted(step, rows.id[row]);
  const agrees = mine === then ? "newsroom_agrees" : "newsroom_differs";
  const few = opened(later);
  return el(
    "div",
    { class: "newsroom-outcome" },
    mine
      ? el("p", { class: `newsroom-mine ${agrees}` }, say(agrees, { status: name("status", mine).toLowerCase() }))
      : null,
    el(
      "dl",
      {},
      answer(say("newsroom_then", { date: day }), then, claims, now === then ? "" : means(row, then)),
      answer(say("newsroom_now"), now, events[row].claims, now === then ? "" : means(row, now)),
    ),
    now === then ? el("p", { class: "newsroom-means" }, means(row, now)) : null,
    later.length
      ? [
          el("h4", {}, counted("newsroom_later", later.length)),
          voices(few),
          folded(
            later.filter((claim) => !few.includes(claim)),
            "more_claims",
          ),
        ]
      : el("p", { class: "newsroom-none" }, say("newsroom_later_none")),
  );
}

/**
 * A report, as an item of a list.
 * @param {LessonStep} step
 * @param {Report} report
 * @param {{ n: number, revealed: boolean, day: string }} how
 * @returns {HTMLElement}
 */
export function draw(step, report, { n, revealed, day }) {
  const { rows, events } = load();
  const { row, then } = report;
  const kind = rows.kind[row];
  const number = say("newsroom_report", { n });
  return el(
    "li",
    { class: "newsroom-report", dataset: { row: rows.id[row], lang: lang() }, style: `--colour: var(--kind-${kind})` },
    el(
      "div",
      { class: "newsroom-head" },
      el("h3", { class: "newsroom-title", dir: "auto" }, revealed ? text(events[row].title) : number),
      el(
        "p",
        { class: "newsroom-kind" },
        symbol(kind, revealed ? then : "established"),
        revealed ? `${number} · ${name("kind", kind)}` : name("kind", kind),
      ),
      revealed ? folded(report.claims, "newsroom_known") : null, // the class has read them
    ),
    revealed ? outcome(step, report, { day }) : [news(report), ballot(step, rows.id[row], number)],
  );
}
