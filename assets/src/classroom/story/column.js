/* The text of a story: its head, its steps, and where its pictures stand. */
import { el } from "../../dom/element.js";
import { say, text } from "../../words/i18n.js";
import { rowOf } from "../lesson.js";
import * as board from "../newsroom/board.js";
import { beside } from "../steps/event.js";
import * as steps from "../steps/steps.js";
import { heading, said } from "../steps/text.js";

/** The parts of a story on the page: the whole, the steps' items, the pane that stays in sight with the `place` for
 * pictures in it.
 * @typedef {{ root: HTMLElement, items: HTMLElement[], pane: HTMLElement, place: HTMLElement }} Parts */
/** What a story may do: the page's actions, and a jump to a step.
 * @typedef {{ actions: Actions, jump: (at: number) => void }} Doing */

/**
 * A question: its answer is folded away.
 * @param {LessonStep} step
 */
const question = (step) =>
  el(
    "section",
    { class: "lesson-step step-of-question" },
    heading(step),
    said(step.say),
    el(
      "details",
      { class: "story-answer" },
      el("summary", {}, say("story_answer")),
      el("div", { class: "step-answer" }, said(step.answer)),
    ),
    rowOf(step) === null ? null : beside(step),
  );

/**
 * A newsroom, which is drawn again when its day moves on.
 * @param {LessonStep} step
 */
function newsroom(step) {
  const draw = (/** @type {boolean} */ revealed) =>
    el(
      "section",
      { class: "lesson-step step-of-newsroom" },
      heading(step),
      said(step.say),
      board.draw(step, { revealed, reveal }),
    );
  const reveal = () => {
    const now = draw(true);
    drawn.replaceWith(now);
    const summary = /** @type {HTMLElement} */ (now.querySelector(".newsroom-summary"));
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "nearest", behavior: "instant" });
    dispatchEvent(new Event("resize")); // the picture beside it is another one now
  };
  const drawn = draw(false);
  return drawn;
}

/**
 * What a step says. A view stands in the pane, so its step is words alone.
 * @param {LessonStep} step
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
function content(step, actions) {
  /** @type {StepHow} */
  const how = { stage: Infinity, guess: false, actions, reveal: () => {} };
  if (step.kind === "question") return question(step);
  if (step.kind === "newsroom") return newsroom(step);
  if (step.kind === "view") return el("section", { class: "lesson-step step-of-view" }, heading(step), said(step.say));
  return steps.draw(step, how);
}

/**
 * The link to a step: its number.
 * @param {number} at
 * @param {Doing} doing
 */
const number = (at, { jump }) =>
  el(
    "button",
    { type: "button", class: "story-number", "aria-label": say("story_step", { n: at + 1 }), onclick: () => jump(at) },
    String(at + 1),
  );

/**
 * @param {Lesson} told
 * @param {Doing} doing
 */
function head({ title, audience, minutes, aims, steps: all }, { actions }) {
  const leave = () => actions.change({ lesson: undefined, step: undefined });
  return el(
    "header",
    { class: "story-head" },
    el("h2", { dir: "auto" }, text(title)),
    el("p", { class: "story-facts" }, say("class_facts", { audience: text(audience), minutes, n: all.length })),
    el(
      "ul",
      { class: "story-aims", "aria-label": say("story_aims") },
      aims.map((aim) => el("li", { dir: "auto" }, text(aim))),
    ),
    el(
      "p",
      { class: "story-doings" },
      el(
        "button",
        { type: "button", class: "button", onclick: () => actions.change({ present: "1" }) },
        say("class_present"),
      ),
      el("button", { type: "button", class: "button", onclick: leave }, say("story_leave")),
    ),
  );
}

/**
 * The bar of the pane: back, where one is, on.
 * @param {Doing} doing
 * @param {() => number} at
 */
function bar({ jump }, at) {
  const arrow = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {number} */ by) =>
    el(
      "button",
      {
        type: "button",
        class: "button icon",
        dataset: { key },
        "aria-label": say(`present_${key}`),
        onclick: () => jump(at() + by),
      },
      el("span", { "aria-hidden": "true" }, sign),
    );
  return el(
    "nav",
    { class: "story-bar", "aria-label": say("story_steps") },
    arrow("previous", "‹", -1),
    el("p", { class: "story-place" }),
    arrow("next", "›", 1),
  );
}

/**
 * Make the parts of a story.
 * @param {Lesson} told
 * @param {Doing} doing
 * @returns {Parts}
 */
export function create(told, doing) {
  const items = told.steps.map((step, at) =>
    el(
      "li",
      { class: `story-step story-of-${step.kind}`, id: `step-${at + 1}`, tabindex: "-1" },
      number(at, doing),
      content(step, doing.actions),
    ),
  );
  const place = el("div", { class: "story-picture", tabindex: "0", role: "region", "aria-label": say("story_pane") });
  const pane = el(
    "aside",
    { class: "story-pane" },
    bar(doing, () => items.findIndex((item) => item.classList.contains("now"))),
    place,
  );
  const root = el(
    "main",
    { id: "story" },
    head(told, doing),
    el("div", { class: "story-body" }, pane, el("ol", { class: "story-steps" }, items)),
  );
  return { root, items, pane, place };
}

/**
 * Mark the step in sight.
 * @param {Parts} parts
 * @param {number} at
 * @param {number} total
 * @param {string} title
 * @returns {void}
 */
export function mark({ items, pane }, at, total, title) {
  items.forEach((item, index) => item.classList.toggle("now", index === at));
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (pane.querySelector(selector));
  const place = [say("present_place", { n: at + 1, total }), title].filter(Boolean).join(" · ");
  find(".story-place").replaceChildren(place);
  find("[data-key=previous]").setAttribute("aria-disabled", String(at === 0));
  find("[data-key=next]").setAttribute("aria-disabled", String(at === total - 1));
}

/**
 * Whether the day of a newsroom has moved on.
 * @param {Parts} parts
 * @param {number} at
 * @returns {boolean}
 */
export const isRevealed = ({ items }, at) => items[at].querySelector(".newsroom.revealed") !== null;
