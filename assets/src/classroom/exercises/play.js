/* Asks the questions of an exercise one after another, and says at once what is right and why. */
import { el } from "../../dom/element.js";
import { url } from "../../state/address.js";
import { current, queryOf } from "../../state/store.js";
import { choice } from "./choice.js";
import { match } from "./match.js";
import { order } from "./order.js";
import * as score from "./score.js";
import { tell } from "./words.js";

/** @type {Record<Question["form"], (question: Question) => Answering>} */
const FORMS = { choice, match, order };

/** The event of a claim on the page, in a window of its own: the exercise stays. */
function lookUp(event) {
  const { lang, theme } = current();
  return el("a", { href: url(queryOf({ event, lang, theme })), target: "_blank" }, tell("in_record"));
}

/** @param {Reason} reason */
const why = ({ words, cite, url: address }) =>
  el(
    "li",
    { dir: "auto" },
    words,
    " ",
    cite
      ? el("span", { class: "exercise-cite" }, address ? el("a", { href: address, target: "_blank" }, cite) : cite)
      : "",
  );

/** What is right: in words, where the options do not show it. */
function verdict({ form, options, right }, { right: n, of }) {
  if (n === of) return [el("strong", {}, tell("right"))];
  const answer = form === "match" ? "" : right.map((at) => options[at]).join(" → ");
  return [
    el("strong", {}, of > 1 ? tell("partly", { right: n, of }) : tell("wrong")),
    answer ? el("span", {}, " ", tell("answer_is", { answer })) : "",
  ];
}

/**
 * Ask `questions` within `root`, from the first. `done(score)` is called after the last.
 * @param {HTMLElement} root
 * @param {Question[]} questions
 * @param {(score: { right: number, of: number }) => void} [done]
 * @returns {void}
 */
export function play(root, questions, done = () => {}) {
  const sum = { right: 0, of: 0 };
  const next = (at) => {
    if (at < questions.length)
      root.replaceChildren(
        ask(
          questions,
          at,
          (got) => add(got),
          () => next(at + 1),
        ),
      );
    else {
      root.replaceChildren(ended(sum, () => play(root, questions, done)));
      done(sum);
    }
    if (at) /** @type {HTMLElement | null} */ (root.querySelector("[tabindex='-1']"))?.focus();
  };
  const add = ({ right, of }) => {
    sum.right += right;
    sum.of += of;
  };
  if (questions.length) next(0);
  else root.replaceChildren(el("p", { class: "note" }, tell("nothing")));
}

/** One question, from asking to its answer. */
function ask(questions, at, answered, goOn) {
  const question = questions[at];
  const answering = FORMS[question.form](question);
  const said = el("div", { class: "exercise-said", role: "status" });
  const check = el("button", { type: "submit", class: "button exercise-check" }, tell("check"));
  const form = el(
    "form",
    {
      class: "exercise-question",
      dataset: { kind: question.kind },
      onsubmit: (event) => {
        event.preventDefault();
        const given = answering.answer();
        if (!given) said.replaceChildren(el("p", {}, answering.missing));
        else show(given);
      },
    },
    questions.length > 1
      ? el("p", { class: "exercise-count" }, tell("question_of", { n: at + 1, total: questions.length }))
      : "",
    el("h3", { class: "exercise-ask", tabindex: "-1" }, question.ask),
    question.about ? el("p", { class: "exercise-about", dir: "auto" }, question.about) : "",
    question.beside ? el("p", { class: "exercise-beside", dir: "auto" }, question.beside) : "",
    question.given.length ? el("ul", { class: "exercise-why" }, question.given.map(why)) : "",
    answering.element,
    said,
    el("p", { class: "exercise-doors" }, check),
  );

  function show(given) {
    const got = answering.score(given);
    answering.show(given);
    score.count(question, got.right, got.of);
    answered(got);
    said.classList.add(got.right === got.of ? "is-right" : "is-wrong");
    said.replaceChildren(
      el("p", { class: "exercise-verdict" }, verdict(question, got)),
      el("h4", {}, tell("why")),
      el("ul", { class: "exercise-why" }, question.why.map(why)),
      question.event ? el("p", {}, lookUp(question.event)) : "",
    );
    const more = el("button", { type: "button", class: "button exercise-next", onclick: goOn }, tell("next"));
    check.replaceWith(more);
    more.focus();
  }
  return form;
}

/** The end: how many were right. */
const ended = (sum, again) =>
  el(
    "div",
    { class: "exercise-question exercise-end" },
    el("h3", { tabindex: "-1", class: "exercise-ask" }, tell("done", sum)),
    el(
      "p",
      { class: "exercise-doors" },
      el("button", { type: "button", class: "button", onclick: again }, tell("again")),
    ),
  );
