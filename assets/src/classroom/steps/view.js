/* A step that shows a view of the page: the view itself, large, beneath the words. The view is the one in the store,
 * which Present puts there (`viewOf` in lesson.js). */
import { drawBands } from "../../dom/bands.js";
import { el } from "../../dom/element.js";
import { dayOf, isBefore } from "../../model/days.js";
import { current, shown, view as currentView } from "../../state/store.js";
import * as list from "../../views/list.js";
import { filters, windowText } from "../../words/views.js";
import * as largeChart from "../large-chart.js";
import { daysOf } from "./days.js";
import { heading, said } from "./text.js";

/** What the view shows, in words: its period, how many events, what is chosen. */
function caption() {
  const view = currentView();
  const { from, to } = view.spec;
  const period = view.narrow && !(from || to) ? [windowText(view.window)] : [];
  return el("p", { class: "step-caption" }, [...period, ...filters(view)].join(" · "));
}

/**
 * The days that the chart shows: where the view says no window, those between which its events lie.
 * @param {Spec} spec
 * @param {Span} usual
 * @returns {Span}
 */
export const windowOf = ({ window, from, to }, usual) =>
  !window && from && to && isBefore(from, to) ? [dayOf(from), dayOf(to)] : usual;

/** Another field of the same name and value, of one that has the focus, or another button of the same key. */
function twin(field) {
  const { name, value, dataset } = field;
  if (field.matches("input[type=radio]")) return `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
  return dataset.key ? `[data-key="${CSS.escape(dataset.key)}"]` : "";
}

let unfolded = false; // whether the class has opened the table that stands beside a picture

/** Fold the table that says what a picture shows: a class sees the picture. */
function fold(root) {
  const table = root.querySelector(".numbers-table");
  if (!table || table.closest("details")) return;
  const words = table.querySelector("caption")?.textContent || "";
  const details = /** @type {HTMLDetailsElement} */ (
    el("details", { class: "step-table", open: unfolded }, el("summary", {}, words))
  );
  details.addEventListener("toggle", () => {
    unfolded = details.open;
  });
  table.replaceWith(details);
  details.append(table);
}

/** Draw the view in the store into an element. A choice that had the focus, `held`, has it again. */
async function fill(root, actions, held) {
  const spec = current();
  const { view: name = "timeline", unit } = spec;
  const view = { ...shown(), event: null };
  const refocus = () => held && root.parentElement.querySelector(held)?.focus({ preventScroll: true });
  refocus();
  const module = await actions.view(name); // none for the chart and the list
  if (!root.isConnected) return; // another step is shown meanwhile
  if (module) {
    const drawing = module.draw(root, { ...view, rows: view.listed, unit: unit || null }, actions);
    fold(root);
    refocus();
    await drawing;
  } else if (name === "list") list.draw(root, view, actions);
  else drawBands(root, await largeChart.draw(root, { ...view, window: windowOf(spec, view.window) }));
}

/**
 * The place of a view, which fills as soon as it stands on the page.
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {HTMLElement}
 */
export function place(step, { actions }) {
  const { view: name = "timeline" } = current();
  const root = el(name === "list" ? "ol" : "div", { class: name === "list" ? "event-list step-list" : `step-${name}` });
  const { activeElement: before } = document;
  const held = before && before.closest(".step-view") ? twin(before) : "";
  requestAnimationFrame(() => fill(root, actions, held));
  return el("section", { class: "step-view" }, caption(), daysOf(shown(), actions), root);
}

/**
 * @param {LessonStep} step
 * @param {StepHow} how
 * @returns {HTMLElement}
 */
export function draw(step, how) {
  return el("section", { class: "lesson-step step-of-view" }, heading(step), said(step.say), place(step, how));
}

/** @returns {number} */
export const stages = () => 0;

/** @returns {boolean} */
export const wide = () => true;
