/* The filters: their drawer, every facet's options with their counts, and the result's count. */
import * as choices from "../dom/choices.js";
import { all, el, node, statusMark, symbol } from "../dom/element.js";
import * as query from "../model/query.js";
import { load, waiting } from "../state/data.js";
import { facets, filterKeys, known, whole } from "../state/store.js";
import { name, say } from "../words/i18n.js";
import * as viewWords from "../words/views.js";
import * as scope from "./scope.js";

const REST = 700; // ms without a step after which a count is announced

function facet(key, spec, counts, change) {
  const chosen = spec[key] || [];
  node(`filter-${key}`).closest(".field").hidden = !load().facets[key].length; // nothing to choose
  const mark = { kind: (value) => symbol(value), status: statusMark }[key];
  choices.draw(node(`filter-${key}`), {
    type: "checkbox",
    key,
    options: load().facets[key].map((value) => ({
      value,
      label: name(key, value),
      count: counts[value] || 0,
      checked: chosen.includes(value),
      mark: mark && mark(value),
    })),
    onchange: (value, on) =>
      change((now) => ({ [key]: on ? [...(now[key] || []), value] : now[key].filter((word) => word !== value) })),
  });
  const summary = node(`chosen-${key}`);
  if (summary) summary.textContent = chosen.length ? String(chosen.length) : "";
}

/**
 * Draw every filter as `spec` has it. `change(part)` changes the view; `part` may be a function of the specification.
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function draw(spec, change) {
  node("filters-close").replaceChildren(el("span", { "aria-hidden": "true" }, "✕"));
  node("filters-close").setAttribute("aria-label", say("close"));
  const counts = query.facetCounts(load().operators, known().columns, whole(), known().rows);
  for (const key of facets()) facet(key, spec, counts[key], change);
  choices.draw(node("filter-certain"), {
    type: "checkbox",
    key: "dates",
    options: [{ value: "certain", label: say("certain_only"), checked: spec.dates === "certain" }],
    onchange: (value, on) => change({ dates: on ? value : undefined }),
  });
}

/**
 * Say how many events are shown, and whether uncertain dates count; it is announced when it changes, and where the
 * period is `moving`, when it rests.
 * @param {View} view
 * @param {Spec} spec
 * @param {Change} change
 * @param {boolean} [moving]
 * @returns {void}
 */
export function count(view, spec, change, moving = false) {
  scope.draw(node("scope"), view, change);
  const line = viewWords.countOf(view, known().rows.length);
  const more = remarks(spec)
    .map((words) => ` ${words}`)
    .join("");
  const target = node("result-count");
  if (moving) hush(target);
  if (target.textContent !== line + more) target.replaceChildren(el("strong", {}, line), more);
  const active = filterKeys()
    .filter((key) => key !== "dates")
    .flatMap((key) => spec[key] || []).length;
  node("filters-active").textContent = active ? String(active) : "";
  node("filter-clear").disabled = !active && !spec.dates;
}

let rest = 0;

/** Hold back what would be said of every step while the period moves; what stands there at the end is said. */
function hush(target) {
  target.setAttribute("aria-busy", "true");
  clearTimeout(rest);
  rest = setTimeout(() => target.removeAttribute("aria-busy"), REST);
}

/**
 * The words beside the count: how dates count, and that texts are still to come.
 * @param {Spec} spec
 */
const remarks = ({ q, from, to, dates, asof }) => [
  ...(from || to ? [say(dates === "certain" ? "dates_certain" : "dates_possible")] : []),
  ...((q || asof) && waiting() ? [say("texts_coming")] : []),
];

/**
 * Make the buttons work: `clear()` takes every filter away.
 * @param {() => void} clear
 * @returns {void}
 */
export function listen(clear) {
  node("filter-clear").addEventListener("click", clear);
  const [drawer, button, close] = [node("filters"), node("filters-open"), node("filters-close")];
  const turn = (open) => {
    drawer.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    (open ? close : button).focus({ preventScroll: true });
  };
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => turn(drawer.hidden));
  close.addEventListener("click", () => turn(false));
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // the drawer alone, not an open event
    turn(false);
  });
  // On a small screen the lists start closed, so that the groups can be seen together.
  const lists = /** @type {HTMLDetailsElement[]} */ (all(drawer, "details"));
  if (innerWidth < 640) for (const group of lists) group.open = false;
}
