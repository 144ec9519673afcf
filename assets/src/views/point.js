/* A point on which sources differ: what it is about, a sentence, and what each side holds. */
import { el } from "../dom/element.js";
import { say, text } from "../words/i18n.js";

/**
 * A point as the panel and this view show it; `below(side)` gives what stands under each side's words, `above(side)`
 * what stands over them.
 * @param {Disagreement} point
 * @param {(side: { claims: string[] }) => Child} below
 * @param {(side: { claims: string[] }) => Child} [above]
 * @returns {HTMLElement}
 */
export function block(point, below, above = () => null) {
  return el(
    "div",
    { class: "disagreement" },
    el(
      "p",
      {},
      el("span", { class: "point" }, say(`on_${point.about}`)),
      " ",
      el("span", { class: "sentence", dir: "auto" }, text(point.sentence)),
    ),
    el(
      "ul",
      { class: "sides" },
      point.sides.map((side) =>
        el("li", {}, above(side), el("strong", { dir: "auto" }, text(side.holds)), below(side)),
      ),
    ),
  );
}
