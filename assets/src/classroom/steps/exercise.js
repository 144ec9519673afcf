/* A step that is an exercise made from the record: the same questions as on its handout. */
import { el } from "../../dom/element.js";
import * as files from "../../dom/files.js";
import { lang, say } from "../../words/i18n.js";
import { heading, said } from "./text.js";

/** @type {WeakMap<LessonStep, { language: string, room: HTMLElement }>} */
const rooms = new WeakMap(); // a step is drawn again and again, its answers stay

/**
 * @param {LessonStep} step
 * @returns {HTMLElement}
 */
function roomOf(step) {
  const kept = rooms.get(step);
  if (kept && kept.language === lang()) return kept.room;
  const room = el("div", { class: "exercise-room" });
  rooms.set(step, { language: lang(), room });
  fill(step, room).catch((error) => {
    rooms.delete(step); // so that it is asked for again when the step is next drawn
    room.replaceChildren(el("p", { class: "step-small", role: "alert" }, say("step_failed")));
    console.error(error);
  });
  return room;
}

async function fill(step, room) {
  const [{ ofStep }, { play }] = await Promise.all([
    import("../exercises/make.js"),
    import("../exercises/play.js"),
    files.sheet("exercises"),
  ]);
  play(room, await ofStep(step));
}

/**
 * @param {LessonStep} step
 * @returns {HTMLElement}
 */
export const draw = (step) =>
  el("section", { class: "lesson-step step-of-exercise" }, heading(step), said(step.say), roomOf(step));

/** @returns {number} */
export const stages = () => 0;

/** @returns {boolean} */
export const wide = () => true;
