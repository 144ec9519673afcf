/* The hint beside a mark of the chart, and the frame around it. */
import { el } from "../../dom/element.js";
import { createHint } from "../../dom/hint.js";
import { describe } from "../description.js";
import { current } from "../drawing.js";

const BELOW = 18; // px from the middle of a mark to its hint
/** @type {Hint} */
let hint;

/**
 * Make the hint of a chart.
 * @param {HTMLElement} root
 * @returns {void}
 */
export const init = (root) => {
  hint = createHint(root);
};

/**
 * Say what a box holds.
 * @param {Box} box
 * @returns {void}
 */
export function show(box) {
  const { left, outer, axis } = current();
  const words = describe(box).map((line, index) => el(index ? "span" : "strong", { dir: "auto" }, line));
  hint.show(words, { x: Math.min(Math.max(left + box.x, 0), outer), y: box.y + axis + BELOW, outer });
}

/**
 * Say what a box holds, with a frame around it, and bring both into sight.
 * @param {Box} box
 * @returns {void}
 */
export function frame(box) {
  const { left, width, axis } = current();
  show(box);
  hint.frame({ x: left + Math.min(Math.max(box.x, 0), width), y: box.y + axis });
  hint.bringIntoSight();
}

/**
 * Take both away.
 * @returns {void}
 */
export const hide = () => hint.hide();
