/* The kinds of a lesson's steps, a module each. Present and the story draw them alike.
 *
 * A kind is `draw(step, how)`, which gives an element, `stages(step, how)`, the number of its last stage (0 where a
 * step shows all at once), and `wide(step)`, whether it needs the whole stage and no chart beside it. `how.stage` is
 * how far it is revealed, Infinity for all of it; `how.reveal()` goes a stage further. */
import { el } from "../../dom/element.js";
import { say } from "../../words/i18n.js";
import * as event from "./event.js";
import * as exercise from "./exercise.js";
import * as newsroom from "./newsroom.js";
import * as question from "./question.js";
import * as text from "./text.js";
import * as view from "./view.js";

/** @type {Record<string, StepKind>} */
const KINDS = { text, event, view, question, exercise, newsroom };

/** @type {StepKind} */
const UNKNOWN = {
  draw: (step) => {
    const drawn = text.draw(step);
    drawn.append(el("p", { class: "step-small" }, say("step_none")));
    return drawn;
  },
  stages: () => 0,
  wide: () => true,
};

/**
 * @param {LessonStep} step
 * @returns {StepKind}
 */
const kindOf = ({ kind }) => KINDS[kind] || UNKNOWN;

/**
 * A step as an element.
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {HTMLElement}
 */
export const draw = (step, how) => kindOf(step).draw(step, how);

/**
 * The number of a step's last stage.
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {number}
 */
export const stages = (step, how) => kindOf(step).stages(step, how);

/**
 * Whether a step needs the whole stage.
 * @param {LessonStep} step
 * @returns {boolean}
 */
export const wide = (step) => kindOf(step).wide(step);
