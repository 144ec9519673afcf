/* An exercise on paper: the sheet that pupils fill in, or its key. It is on the page only while it is printed. */
import { el } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { text } from "../../words/i18n.js";
import { footOf, lineOf } from "./questions.js";
import { tell } from "./words.js";

const LETTERS = "abcdefgh";

/** What is to be ticked, numbered or written, of one question. */
function lines({ form, options, parts, right }, key) {
  if (form === "choice")
    return el(
      "ul",
      { class: "sheet-options" },
      options.map((words, at) => el("li", { class: key && at === right[0] ? "is-right" : "" }, words)),
    );
  if (form === "order")
    return el(
      "ul",
      { class: "sheet-lines" },
      options.map((words, at) => el("li", {}, el("b", {}, key ? String(right.indexOf(at) + 1) : ""), words)),
    );
  return [
    el(
      "ul",
      { class: "sheet-offered" },
      options.map((words, at) => el("li", {}, `${LETTERS[at]}) ${words}`)),
    ),
    el(
      "ul",
      { class: "sheet-lines" },
      parts.map((words, at) => el("li", {}, el("b", {}, key ? LETTERS[right[at]] : ""), words)),
    ),
  ];
}

function question(asked, key) {
  return el(
    "li",
    {},
    el("p", { class: "sheet-ask" }, asked.ask),
    asked.about ? el("p", {}, asked.about) : "",
    asked.beside ? el("p", { class: "sheet-small" }, asked.beside) : "",
    key ? "" : asked.given.map((reason) => el("p", { class: "sheet-small" }, lineOf(reason))),
    lines(asked, key),
    key ? asked.why.map((reason) => el("p", { class: "sheet-small" }, lineOf(reason))) : "",
  );
}

/**
 * Print an exercise: the sheet, or with `key` its key. `address` is that of the same exercise on the page, "" where it
 * has none.
 * @param {{ kind: string, seed: number, questions: Question[], address: string, key?: boolean }} what
 * @returns {void}
 */
export function print({ kind, seed, questions, address, key = false }) {
  const made = el(
    "article",
    { class: "exercise-sheet" },
    el("p", { class: "sheet-small" }, text(load().settings.title)),
    el("h1", {}, `${tell(`name_${kind}`)} – ${tell(key ? "key" : "sheet")} ${seed}`),
    key ? "" : el("p", { class: "sheet-name" }, tell("name_line"), el("span")),
    el(
      "ol",
      {},
      questions.map((asked) => question(asked, key)),
    ),
    el("p", { class: "sheet-small" }, footOf(kind, seed), address ? ` – ${address}` : ""),
  );
  document.body.append(made);
  addEventListener("afterprint", () => made.remove(), { once: true });
  window.print();
}
