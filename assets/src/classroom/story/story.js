/* The scroll story of a lesson: its steps one below the other, and beside them, or above on a phone, what the step in
 * sight shows. The address holds that step; it changes with scrolling, and jumps can be gone back from. */
import * as preferences from "../../controls/preferences.js";
import { node } from "../../dom/element.js";
import * as reckoning from "../../model/asof.js";
import * as address from "../../state/address.js";
import * as dash from "../../state/dash.js";
import { whole } from "../../state/data.js";
import * as store from "../../state/store.js";
import { lang, text } from "../../words/i18n.js";
import { headingOf, lesson } from "../lesson.js";
import * as column from "./column.js";
import * as pane from "./pane.js";
import * as sight from "./sight.js";

store.learn(reckoning);

/** What is open: the specification, the lesson, its parts, and which step is in sight; null for none.
 * @type {{ spec: Spec, told: Lesson, actions: Actions, parts: column.Parts, at: number, drawn: string } | null} */
let open = null;
let asked = 0; // how often a story was asked for

/** What a story is made anew for. */
const lookOf = (/** @type {Spec} */ { lesson: id }) => `${id} ${lang()}`;

/**
 * Show the story that a specification asks for, or turn to its step. Done when it is on the screen.
 * @param {Spec} spec
 * @param {Actions} actions
 * @returns {Promise<void>}
 */
export async function show(spec, actions) {
  const mine = (asked += 1);
  preferences.apply(spec);
  const [told] = await Promise.all([lesson(spec.lesson), whole()]);
  if (mine !== asked) return; // something else was asked for meanwhile
  preferences.label();
  const at = Math.min(told.steps.length, Number(spec.step) || 1) - 1;
  if (open && open.drawn === lookOf(spec)) {
    open.spec = spec;
    dash.tell(spec);
    if (at !== open.at) arrive(at);
    else redraw(); // in another theme
    return;
  }
  begin(spec, told, actions);
  arrive(at, !spec.step);
  dash.tell(spec);
}

/**
 * @param {Spec} spec
 * @param {Lesson} told
 * @param {Actions} actions
 */
function begin(spec, told, actions) {
  if (open) take();
  const parts = column.create(told, { actions, jump });
  open = { spec, told, actions, parts, at: -1, drawn: lookOf(spec) };
  node("notice").after(parts.root);
  document.documentElement.classList.add("reading");
  document.title = text(told.title);
  history.scrollRestoration = "manual";
  sight.follow(parts.items, parts.pane, scrolledTo);
  addEventListener("resize", redraw);
}

/** Take the story off the page. */
function take() {
  if (!open) return;
  sight.stop();
  removeEventListener("resize", redraw);
  open.parts.root.remove();
  open = null;
}

/**
 * Take the story away, if there is one.
 * @returns {void}
 */
export function leave() {
  asked += 1;
  if (!open) return;
  const held = open.parts.root.contains(document.activeElement);
  take();
  document.documentElement.classList.remove("reading");
  history.scrollRestoration = "auto";
  scrollTo({ top: 0, behavior: "instant" });
  if (held) node("result-count").focus({ preventScroll: true });
}

/* ---- which step ---- */

/**
 * Bring a step into sight at once; `top` shows the head of the story as well.
 * @param {number} at
 * @param {boolean} [top]
 */
function arrive(at, top = false) {
  if (!open) return;
  turn(at);
  if (top) scrollTo({ top: 0, behavior: "instant" });
  else sight.bring(open.parts.items[at], open.parts.pane);
}

/**
 * A step has come into sight by scrolling: the address follows, and nothing is added to what one can go back to.
 * @param {number} at
 */
function scrolledTo(at) {
  if (!open || at === open.at) return;
  turn(at);
  keep(at, "replace");
}

/**
 * Go to a step, so that one can go back; the focus goes along.
 * @param {number} at
 */
function jump(at) {
  if (!open || !open.told.steps[at]) return;
  keep(at, "push");
  arrive(at);
  open.parts.items[at].focus({ preventScroll: true });
}

/**
 * Write a step into the address and the specification; the first one is usual.
 * @param {number} at
 * @param {"push" | "replace"} how
 */
function keep(at, how) {
  if (!open) return;
  open.spec = { ...open.spec, step: String(at + 1) };
  store.put(open.spec);
  address.write(store.queryOf(open.spec), how);
  dash.tell(open.spec);
}

/**
 * Draw what belongs to a step.
 * @param {number} at
 */
function turn(at) {
  if (!open) return;
  open.at = at;
  const { told, parts, actions } = open;
  column.mark(parts, at, told.steps.length, headingOf(told.steps[at]));
  pane.draw(parts.place, { told, at, revealed: column.isRevealed(parts, at), actions });
}

/** Draw the same again: the window has another size, or a newsroom's day has moved on. */
function redraw() {
  if (open && open.at >= 0) turn(open.at);
}
