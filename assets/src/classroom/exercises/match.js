/* Figures and those who gave them: a list to choose from beside each figure. */
import { el } from "../../dom/element.js";
import { tell } from "./words.js";

/**
 * @param {Question} question
 * @returns {Answering}
 */
export function match({ parts, options, right }) {
  const lists = parts.map((part) =>
    el(
      "select",
      { class: "input exercise-select", "aria-label": tell("for_figure", { figure: part }) },
      el("option", { value: "" }, tell("choose")),
      options.map((words, at) => el("option", { value: String(at) }, words)),
    ),
  );
  const notes = parts.map(() => el("span", { class: "exercise-note" }));
  const rows = parts.map((part, at) =>
    el("li", { class: "exercise-pair" }, el("strong", { dir: "auto" }, part), lists[at], notes[at]),
  );
  return {
    element: el("ul", { class: "exercise-pairs" }, rows),
    missing: tell("choose_all"),
    answer() {
      const chosen = lists.map((list) => (list.value === "" ? -1 : Number(list.value)));
      return chosen.includes(-1) ? null : chosen;
    },
    show(chosen) {
      chosen.forEach((at, row) => {
        lists[row].disabled = true;
        const fits = at === right[row];
        rows[row].classList.add(fits ? "is-right" : "is-wrong");
        notes[row].replaceChildren(fits ? tell("right") : tell("answer_is", { answer: options[right[row]] }));
      });
    },
    score: (chosen) => ({ right: chosen.filter((at, row) => at === right[row]).length, of: right.length }),
  };
}
