/* A question with one right answer: a radio button for each option. */
import { el } from "../../dom/element.js";
import { tell } from "./words.js";

let made = 0; // for names that no other group has

/**
 * @param {Question} question
 * @returns {Answering}
 */
export function choice({ options, right }) {
  made += 1;
  const name = `exercise-choice-${made}`;
  const boxes = options.map((_, at) => el("input", { type: "radio", name, value: String(at) }));
  const labels = options.map((words, at) =>
    el("label", { class: "exercise-option" }, boxes[at], el("span", { dir: "auto" }, words)),
  );
  return {
    element: el("div", { class: "exercise-options" }, labels),
    missing: tell("choose_first"),
    answer() {
      const at = boxes.findIndex((box) => box.checked);
      return at < 0 ? null : [at];
    },
    show([chosen]) {
      boxes.forEach((box, at) => {
        box.disabled = true;
        if (at === right[0]) labels[at].classList.add("is-right");
        else if (at === chosen) labels[at].classList.add("is-wrong");
      });
    },
    score: ([chosen]) => ({ right: Number(chosen === right[0]), of: 1 }),
  };
}
