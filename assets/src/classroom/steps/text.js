/* A step of words alone; and how every step begins: its title, and what the teacher says. */
import { el } from "../../dom/element.js";
import { text } from "../../words/i18n.js";
import { headingOf } from "../lesson.js";

/**
 * The heading of a step; null where it has none.
 * @param {LessonStep} step
 * @returns {HTMLElement | null}
 */
export function heading(step) {
  const words = headingOf(step);
  return words ? el("h2", { class: "step-title", dir: "auto" }, words) : null;
}

/**
 * The words for the class; null where there are none.
 * @param {Texts | undefined} words
 * @returns {HTMLElement | null}
 */
export const said = (words) => (words ? el("p", { class: "step-say", dir: "auto" }, text(words)) : null);

/**
 * @param {LessonStep} step
 * @returns {HTMLElement}
 */
export function draw(step) {
  return el("section", { class: "lesson-step step-text" }, heading(step), said(step.say), said(step.ask));
}

/** @returns {number} */
export const stages = () => 0;

/** @returns {boolean} */
export const wide = () => false;
