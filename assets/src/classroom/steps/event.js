/* A step about an event: its date, its title, who says what, and where they differ. A class that guesses first sees
 * them in this order, one after the other. */
import { el } from "../../dom/element.js";
import { amountsOf } from "../../model/amounts.js";
import * as store from "../../state/store.js";
import { dateNote, dateOf } from "../../views/date.js";
import { facts } from "../../views/list.js";
import { link } from "../../views/panel/claim.js";
import { opened } from "../../views/panel/claims.js";
import { SIGNS } from "../../views/panel/stances.js";
import { figure } from "../../views/picture.js";
import { cite, claimant, dayOf } from "../../words/claim.js";
import { name, say, text } from "../../words/i18n.js";
import { capital } from "../../words/numbers.js";
import { headingOf, rowOf } from "../lesson.js";
import { said } from "./text.js";

/** What is revealed at each stage, for a class that guesses first. */
const [TITLE, CLAIMS, DIFFER] = [1, 2, 3];

/**
 * The event of a step as it is known on the day shown, and its claims: the one that was asked for, then those that the
 * step names, else the first ones of each stance.
 * @param {LessonStep} step
 */
function contentOf(step) {
  const row = /** @type {Row} */ (rowOf(step));
  const event = store.known().events[row];
  const chosen = event.claims.filter(({ id }) => step.claims && step.claims.includes(id));
  const sought = event.claims.filter(({ id }) => id === step.claim);
  const others = step.claims && chosen.length ? chosen : opened(event.claims);
  const claims = [...new Set([...sought, ...others])];
  const shown = new Set(claims.map(({ id }) => id));
  const points = event.disagreements.filter(({ sides }) =>
    sides.some((side) => side.claims.some((id) => shown.has(id))),
  );
  return { row, event, claims, points };
}

/** A claim: who says it, on which day, how, what, and where it stands, which opens beside the lesson. */
function claimItem(claim) {
  const stance =
    claim.stance === "asserts"
      ? ""
      : el("span", { class: "step-stance" }, `${SIGNS[claim.stance]} `, say(`stance_${claim.stance}`));
  return el(
    "li",
    { class: `step-claim stance-${claim.stance}`, dataset: { claimId: claim.id } },
    el(
      "p",
      { class: "step-who" },
      el("strong", { dir: "auto" }, claimant(claim)),
      " ",
      el("bdi", {}, dayOf(claim)),
      " ",
      stance,
    ),
    el("p", { class: "step-says", dir: "auto" }, text(claim.says)),
    amountsOf(claim).map((amount) =>
      el(
        "p",
        { class: "step-figure" },
        `${capital(say("label", { label: name("quantity", amount.quantity) }))} `,
        strong(amount),
      ),
    ),
    figure(claim.media),
    el("p", { class: "step-source", dir: "auto" }, claim.url ? link(claim, "_blank") : cite(claim)),
  );
}

/** @param {Amount} amount */
const strong = (amount) => el("strong", { dir: "auto" }, text(amount.shown));

/**
 * The claims of a step.
 * @param {Claim[]} claims
 * @returns {HTMLElement | null}
 */
const claimList = (claims) =>
  claims.length
    ? el("section", { class: "step-claims" }, el("h3", {}, say("step_says")), el("ol", {}, claims.map(claimItem)))
    : null;

/** The points on which the sources differ, each with its sides. */
function differences(points, claims) {
  if (!points.length) return null;
  const byId = Object.fromEntries(claims.map((claim) => [claim.id, claim]));
  const cites = (side) => [...new Set(side.claims.map((id) => (byId[id] ? cite(byId[id]) : "")))].filter(Boolean);
  const sideOf = (side) =>
    el(
      "li",
      {},
      el("strong", { dir: "auto" }, text(side.holds)),
      el("span", { class: "step-source", dir: "auto" }, cites(side).join(" · ")),
    );
  return el(
    "section",
    { class: "step-differ" },
    el("h3", {}, el("span", { "aria-hidden": "true" }, "≠ "), say("step_differ")),
    points.map((point) =>
      el(
        "div",
        { class: "step-point" },
        el("p", { dir: "auto" }, text(point.sentence)),
        el("ul", { class: "step-sides" }, point.sides.map(sideOf)),
      ),
    ),
  );
}

/** Its title, and in words of the teacher or the record's what it is about. */
function named(step, { event }) {
  return [
    el("h2", { class: "step-title", dir: "auto" }, headingOf(step)),
    step.title ? el("p", { class: "step-event", dir: "auto" }, text(event.title)) : null,
    said(step.say) || el("p", { class: "step-say", dir: "auto" }, text(event.summary)),
    store.shown().asof ? null : figure(event.media),
  ];
}

/** How it is known, and who says what. */
const sayings = ({ row, event, claims }) => [
  el("p", { class: "step-facts" }, facts(row)),
  claimList(claims),
  dateNote(event),
];

/**
 * The event that stands beside a question, which has words of its own.
 * @param {LessonStep} step
 * @returns {HTMLElement}
 */
export function beside(step) {
  const content = contentOf(step);
  const { event, points } = content;
  return el(
    "section",
    { class: "step-beside" },
    el("p", { class: "step-date" }, dateOf(event)),
    el("h3", { class: "step-title", dir: "auto" }, text(event.title)),
    sayings(content),
    differences(points, event.claims),
  );
}

/**
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {HTMLElement}
 */
export function draw(step, { stage, guess }) {
  const content = contentOf(step);
  const { event, points } = content;
  const reached = guess ? stage : DIFFER;
  return el(
    "section",
    { class: "lesson-step step-of-event" },
    el("p", { class: "step-date" }, dateOf(event)),
    reached >= TITLE ? named(step, content) : null,
    reached >= CLAIMS ? sayings(content) : null,
    reached >= DIFFER ? differences(points, event.claims) : null,
  );
}

/**
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {number}
 */
export function stages(step, { guess }) {
  if (!guess) return 0;
  return contentOf(step).points.length ? DIFFER : CLAIMS;
}

/** @returns {boolean} */
export const wide = () => false;
