/* A report on the board of a newsroom. Before the day moves on it holds nothing that was known later: no title (titles
 * are today's), no date, no status; only what had been said, and the buttons of the vote. */
import { el, statusMark, symbol } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { opened } from "../../views/panel/claims.js";
import { SIGNS, STANCES } from "../../views/panel/stances.js";
import { said } from "../../views/said.js";
import { counted, lang, name, say, text } from "../../words/i18n.js";
import { vote, voted } from "./votes.js";

/** @typedef {import("../../model/newsroom.js").Report} Report */

const STATUSES = ["established", "reported", "contested", "predicted"];

/**
 * Claims as a list; those beyond `first` are folded away behind `words`.
 * @param {Claim[]} claims
 * @param {Claim[]} first
 * @param {(n: number) => string} words
 * @param {(claim: Claim) => HTMLElement} item
 * @returns {Child[]}
 */
function listed(claims, first, words, item) {
  const rest = claims.filter((claim) => !first.includes(claim));
  return [
    el("ol", { class: "saids" }, claims.filter((claim) => first.includes(claim)).map(item)),
    rest.length
      ? el(
          "details",
          { class: "saids-more" },
          el("summary", {}, words(rest.length)),
          el("ol", { class: "saids" }, rest.map(item)),
        )
      : null,
  ];
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
  return el("div", { class: "newsroom-vote" }, el("p", { class: "newsroom-ask" }, say("newsroom_vote")), group);
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

/** A status of the record on a day: its word, and which claims it rests on. */
const answer = (label, status, claims, row) => [
  el("dt", {}, label),
  el(
    "dd",
    { dataset: { status } },
    el("strong", { class: "newsroom-status" }, statusMark(status), name("status", status)),
    counts(claims),
    el("p", { class: "newsroom-means" }, means(row, status)),
  ),
];

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
      answer(say("newsroom_then", { date: day }), then, claims, row),
      answer(say("newsroom_now"), now, events[row].claims, row),
    ),
    later.length
      ? [
          el("h4", {}, counted("newsroom_later", later.length)),
          listed(
            later,
            few,
            (n) => counted("more_claims", n),
            (claim) => said(claim, { fresh: true }),
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
  const { row, claims, fresh, then } = report;
  const kind = rows.kind[row];
  const number = say("newsroom_report", { n });
  const isNew = (/** @type {Claim} */ { id }) => fresh.has(id);
  const title = revealed ? text(events[row].title) : number;
  return el(
    "li",
    { class: "newsroom-report", dataset: { row: rows.id[row], lang: lang() }, style: `--colour: var(--kind-${kind})` },
    el("h3", { class: "newsroom-title", dir: "auto" }, title),
    el(
      "p",
      { class: "newsroom-kind" },
      symbol(kind, revealed ? then : "established"),
      revealed ? `${number} · ${name("kind", kind)}` : name("kind", kind),
    ),
    listed(
      claims,
      claims.filter(isNew),
      (rest) => counted("newsroom_before", rest),
      (claim) => said(claim, { fresh: isNew(claim) }),
    ),
    revealed ? outcome(step, report, { day }) : ballot(step, rows.id[row], number),
  );
}
