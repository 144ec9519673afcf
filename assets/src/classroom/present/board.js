/* What a presentation shows now: the step, the line of time, how far it is. */
import { all, el } from "../../dom/element.js";
import { load, want } from "../../state/data.js";
import * as store from "../../state/store.js";
import { say, text } from "../../words/i18n.js";
import { rowOf, viewOf } from "../lesson.js";
import * as steps from "../steps/steps.js";
import * as keys from "./keys.js";
import * as paging from "./paging.js";
import * as strip from "./strip.js";
import * as tools from "./tools.js";

/**
 * The step that is shown: an event that was opened in place of one, or that of the presentation.
 * @param {Showing} now
 * @returns {LessonStep}
 */
export const stepOf = ({ peek, what, at }) =>
  peek === null ? what.steps[at] : { kind: "event", event: load().rows.id[peek.row], claim: peek.claim };

/**
 * What a step is drawn with.
 * @param {Showing} now
 * @returns {StepHow}
 */
const howOf = ({ stage, guess, act, actions }) => ({ stage, guess, actions, reveal: () => act("reveal") });

/**
 * The number of the last stage of what is shown.
 * @param {Showing} now
 * @returns {number}
 */
export const lastStage = (now) => (now.what.steps.length ? steps.stages(stepOf(now), howOf(now)) : 0);

/**
 * What says where a presentation is: of a lesson not the view that a step shows.
 * @param {Spec} spec
 * @returns {Spec}
 */
export const placeOf = ({ lesson, step, present, lang, theme, ...rest }) =>
  lesson ? { lesson, step, present, lang, theme } : { ...rest, present, lang, theme };

/** Put the view of a step into the store: its own, or the one that is presented. */
function look({ what, spec }, step) {
  store.put(what.id ? { ...viewOf(step), ...placeOf(spec) } : spec);
  store.select();
  document.documentElement.dataset.view = store.current().view || "timeline";
}

/**
 * Draw what is shown; `turn` is what of it is new: the "step", a "stage" of it, its "view", or nothing ("same").
 * @param {Showing} now
 * @param {"step" | "stage" | "view" | "same"} turn
 * @returns {void}
 */
export function draw(now, turn) {
  const { root, board, peek, act } = now;
  const step = stepOf(now);
  if (turn === "step" && step) look(now, step);
  const scrolled = board.scrollTop;
  now.before = turn === "stage" ? partsOf(board).length : 0;
  root.dataset.turn = turn;
  root.classList.toggle("is-wide", !step || steps.wide(step));
  const back = el(
    "button",
    { type: "button", class: "button step-back", onclick: () => act("previous") },
    say("step_back"),
  );
  const drawn = step ? steps.draw(step, howOf(now)) : el("p", { class: "step-say" }, say("present_nothing"));
  board.replaceChildren(...(peek === null ? [drawn] : [drawn, back]));
  if (turn === "step") paging.begin(board);
  else {
    board.scrollTop = scrolled;
    paging.stay(board);
  }
  drawAround(now);
  if (step) follow(now, turn);
}

/** What follows a step that is drawn: the window's title, what was revealed in sight, the texts of what comes next. */
function follow(now, turn) {
  const { board, stage, what } = now;
  document.title = `${nameOf(board) || text(what.title)} – ${text(what.title)}`;
  const [moved] = all(board, ".newsroom-summary"); // below it all of the board is new
  if (turn === "stage" && stage > 0) paging.reach(board, moved || revealed(now).pop() || null, Boolean(moved));
  fetchTexts(now);
}

/**
 * Draw what stands around the step.
 * @param {Showing} now
 * @returns {void}
 */
export function drawAround(now) {
  const { heading, line, bar, progress, black, what, at, stage, guess, board, note } = now;
  const total = what.steps.length;
  heading.textContent = text(what.title);
  strip.draw(line, { steps: what.steps, at, untitled: guess });
  const [reached] = /** @type {any} */ (progress.children);
  reached.style.inlineSize = `${(100 * (at + 1)) / Math.max(1, total)}%`;
  black.hidden = !now.dark;
  for (const part of [board, bar]) part.inert = now.dark;
  // What had the focus may have been drawn anew, or was inert.
  if (document.activeElement === document.body) board.focus({ preventScroll: true });
  const last = at >= total - 1 && stage >= lastStage(now);
  tools.draw(bar, { n: at + 1, total, typed: keys.typed(), note, guess, first: at === 0, last });
  more(now);
}

/**
 * Say whether more stands below.
 * @param {Showing} now
 * @returns {void}
 */
export function more({ root, board }) {
  root.classList.toggle("has-more", paging.isMore(board));
}

/** What a step is called as far as it is shown: its heading, else its date. A class may have to guess the title. */
const nameOf = (/** @type {HTMLElement} */ board) =>
  (board.querySelector("h2") || board.querySelector(".step-date"))?.textContent || "";

const partsOf = (/** @type {HTMLElement} */ board) => all(board, ".lesson-step > *");

/**
 * What a stage has revealed: the answer, or the parts of an event that it added; the last part where it took some away.
 * @param {Showing} now
 * @returns {HTMLElement[]}
 */
function revealed({ board, before }) {
  const [answer] = all(board, ".step-answer, .newsroom-summary");
  if (answer) return [answer];
  const parts = partsOf(board);
  return before < parts.length ? parts.slice(before) : parts.slice(-1);
}

/**
 * What is said to those who don't see it.
 * @param {Showing} now
 * @param {"step" | "stage"} turn
 * @returns {string}
 */
export function spoken(now, turn) {
  const { at, what, board } = now;
  if (turn === "stage")
    return revealed(now)
      .map(({ textContent }) => textContent)
      .join(" ");
  const place = say("present_place", { n: at + 1, total: what.steps.length });
  return [place, nameOf(board)].filter(Boolean).join(". ");
}

/** The texts of a large record that are shown now or next. */
function fetchTexts({ what, at }) {
  const near = what.steps.slice(Math.max(0, at - 1), at + 2).map(rowOf);
  want(/** @type {Row[]} */ (near.filter((row) => row !== null)));
}
