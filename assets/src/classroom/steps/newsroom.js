/* A step in a newsroom: its words, and the board. It stands alone: a chart beside it would show what the record made of
 * each report. */
import { el } from "../../dom/element.js";
import * as board from "../newsroom/board.js";
import { heading, said } from "./text.js";

/**
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {HTMLElement}
 */
export const draw = (step, { stage, reveal }) =>
  el(
    "section",
    { class: "lesson-step step-of-newsroom" },
    heading(step),
    said(step.say),
    board.draw(step, { revealed: stage >= 1, reveal }),
  );

/** @returns {number} */
export const stages = () => 1;

/** @returns {boolean} */
export const wide = () => true;
