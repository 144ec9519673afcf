/* A step that asks something and hides the answer, perhaps beside an event or a view. */
import { el } from "../../dom/element.js";
import { say } from "../../words/i18n.js";
import { rowOf } from "../lesson.js";
import { beside } from "./event.js";
import { heading, said } from "./text.js";
import { place } from "./view.js";

/** The answer, or the button that shows it. */
function answer(step, { stage, reveal }) {
  if (stage >= 1) return el("div", { class: "step-answer" }, el("h3", {}, say("step_answer")), said(step.answer));
  return el("button", { type: "button", class: "button step-reveal", onclick: reveal }, say("step_show_answer"));
}

/**
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {HTMLElement}
 */
export function draw(step, how) {
  return el(
    "section",
    { class: "lesson-step step-of-question" },
    heading(step),
    said(step.say),
    answer(step, how),
    rowOf(step) === null ? null : beside(step),
    step.view ? place(step, how) : null,
  );
}

/** @returns {number} */
export const stages = () => 1;

/**
 * @param {LessonStep} step
 * @returns {boolean}
 */
export const wide = (step) => Boolean(step.view);
