/* What does not fit on the screen at once: a press shows the rest of it before anything else comes. */
import { all } from "../../dom/element.js";

const SLACK = 4; // px that count as nothing
const GAP = 12; // px that stay free above what comes to the top
const STEP = ".lesson-step > *, .step-claims li, .step-point, .step-beside > *, .step-view > *";
const BLOCKS = `${STEP}, .newsroom-report, .newsroom-outcome`;

/** @type {number | null} */
let goal = null; // where the last press leads, which takes a moment; the beginning is 0

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const behavior = () => /** @type {ScrollBehavior} */ (calm() ? "instant" : "smooth");

/** Scroll, and be there at once where a press follows before. */
function go(stage, top) {
  goal = Math.max(0, Math.min(top, stage.scrollHeight - stage.clientHeight));
  stage.scrollTo({ top: goal, behavior: behavior() });
}

/** What an earlier press leads to is there now. */
function arrive(stage) {
  if (goal !== null && Math.abs(stage.scrollTop - goal) > SLACK) stage.scrollTo({ top: goal, behavior: "instant" });
  goal = null;
}

/**
 * Whether more stands below what is in sight.
 * @param {HTMLElement} stage
 * @returns {boolean}
 */
export const isMore = (stage) => stage.scrollHeight - stage.clientHeight - stage.scrollTop > SLACK;

/** How far down a block begins, in px of what is scrolled. */
const topOf = (stage, block) =>
  block.getBoundingClientRect().top - stage.getBoundingClientRect().top + stage.scrollTop - GAP;

/**
 * Show the rest: what stood half in sight comes to the top, so that nothing is read in two halves.
 * @param {HTMLElement} stage
 * @returns {boolean} whether there was more
 */
export function forward(stage) {
  arrive(stage);
  if (!isMore(stage)) return false;
  const { scrollTop: now, clientHeight: high } = stage;
  const tops = all(stage, BLOCKS).map((block) => ({ block, top: topOf(stage, block) }));
  const cut = tops
    .filter(({ block, top }) => top > now + SLACK && top + block.offsetHeight > now + high)
    .map(({ top }) => top);
  go(stage, Math.min(now + high * 0.9, ...cut));
  return true;
}

/**
 * Show what came before.
 * @param {HTMLElement} stage
 * @returns {boolean} whether there was anything
 */
export function backward(stage) {
  arrive(stage);
  if (stage.scrollTop <= SLACK) return false;
  go(stage, stage.scrollTop - stage.clientHeight * 0.9);
  return true;
}

/**
 * Bring what was revealed last into sight.
 * @param {HTMLElement} stage
 * @param {Element | null} revealed
 * @returns {void}
 */
export function reach(stage, revealed) {
  if (!revealed) return;
  const { top, bottom } = revealed.getBoundingClientRect();
  const box = stage.getBoundingClientRect();
  if (top >= box.top && bottom <= box.bottom) return;
  const by = top < box.top ? top - box.top - GAP : Math.min(bottom - box.bottom + GAP, top - box.top - GAP);
  go(stage, stage.scrollTop + by);
}

/**
 * Another step is shown, from its beginning.
 * @param {HTMLElement} stage
 * @returns {void}
 */
export function begin(stage) {
  goal = null;
  stage.scrollTop = 0;
}
