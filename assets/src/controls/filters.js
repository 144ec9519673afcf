/* The filters: their drawer, every facet's options with their counts, and the result's count. */
import * as choices from "../dom/choices.js";
import { all, el, node, statusMark, symbol } from "../dom/element.js";
import * as fields from "../dom/fields.js";
import { ordered } from "../model/facet-order.js";
import * as query from "../model/query.js";
import { lacking, load, waiting } from "../state/data.js";
import { current, facets, filterKeys, known, whole } from "../state/store.js";
import { counted, lang, name, say } from "../words/i18n.js";
import * as viewWords from "../words/views.js";
import * as chips from "./chips.js";
import * as drawer from "./drawer.js";
import * as scope from "./scope.js";

const REST = 700; // ms without a step after which a count is announced
const MARKS = { kind: (value) => symbol(value), status: statusMark }; // facets of few options, in an order of their own
/** @type {Map<string, { values: string[], shown: number }>} */
const orders = new Map(); // facet → its options as they stand in the drawer, and how many are not folded away
let orderedIn = ""; // the language of the names that they are ordered by; "" when they have to be ordered anew

function facet(key, spec, counts, change) {
  const chosen = spec[key] || [];
  const mark = MARKS[key];
  node(`filter-${key}`).closest(".field").hidden = !load().facets[key].length; // nothing to choose
  const found = load().facets[key].map((value) => ({
    value,
    label: name(key, value),
    count: counts ? counts[value] || 0 : undefined,
    checked: chosen.includes(value),
    mark: mark && mark(value),
  }));
  if (!orderedIn && !mark) orders.set(key, order(found));
  const { values, shown } = orders.get(key) || { values: load().facets[key], shown: found.length };
  const options = values.map((value) => found.find((option) => option.value === value));
  const none = options.slice(shown).every((option) => !option.count && !option.checked);
  choices.draw(node(`filter-${key}`), {
    type: "checkbox",
    key,
    options,
    shown,
    more: say(none ? "more_without" : "more_options", { n: found.length - shown }),
    onchange: (value, on) =>
      change((now) => ({ [key]: on ? [...(now[key] || []), value] : now[key].filter((word) => word !== value) })),
  });
  const summary = node(`chosen-${key}`);
  if (summary) summary.textContent = chosen.length ? String(chosen.length) : "";
}

/** @param {{ value: string, label: string, count: number, checked: boolean }[]} found */
function order(found) {
  const { options, shown } = ordered(found, new Intl.Collator(lang()).compare);
  return { values: options.map(({ value }) => value), shown };
}

/**
 * Draw every filter as `spec` has it. `change(part)` changes the view; `part` may be a function of the specification.
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function draw(spec, change) {
  if (orderedIn !== lang()) orderedIn = "";
  node("filters-close").replaceChildren(el("span", { "aria-hidden": "true" }, "✕"));
  node("filters-close").setAttribute("aria-label", say("close"));
  // Columns may still be on their way: until then those options that have an order of their own stand there uncounted.
  const counts = lacking() ? null : query.facetCounts(load().operators, known().columns, whole(), known().rows);
  for (const key of facets()) if (counts || MARKS[key]) facet(key, spec, counts && counts[key], change);
  orderedIn = counts ? lang() : "";
  choices.draw(node("filter-certain"), {
    type: "checkbox",
    key: "dates",
    options: [{ value: "certain", label: say("certain_only"), checked: spec.dates === "certain" }],
    onchange: (value, on) => change({ dates: on ? value : undefined }),
  });
  node("dates-remark").textContent =
    spec.from || spec.to ? say(spec.dates === "certain" ? "dates_certain" : "dates_possible") : "";
  chips.draw(node("active-filters"), spec, (without) => {
    change(without);
    fields.show(current());
  });
}

/**
 * Say how many events are shown, in the line above them and at the foot of the drawer; it is announced when it changes,
 * and where the period is `moving`, when it rests.
 * @param {View} view
 * @param {Spec} spec
 * @param {Change} change
 * @param {boolean} [moving]
 * @returns {void}
 */
export function count(view, spec, change, moving = false) {
  scope.draw(node("scope"), view, change);
  const line = viewWords.countOf(view, known().rows.length);
  const more = (spec.q || spec.asof || spec.doubt) && waiting() ? ` ${say("texts_coming")}` : "";
  const target = node("result-count");
  if (moving) hush(target);
  if (target.textContent !== line + more) target.replaceChildren(el("strong", {}, line), more);
  const n = view.listed.length;
  node("filters-show").textContent = n ? counted("show", n) : say("show_none");
  const active = filterKeys()
    .filter((key) => key !== "dates")
    .flatMap((key) => spec[key] || []).length;
  node("filters-active").textContent = active ? String(active) : "";
  // Not the browser's own `disabled`, which would lose the focus of whoever has just pressed it.
  node("filter-clear").setAttribute("aria-disabled", String(!active && !spec.dates));
}

let rest = 0;

/** Hold back what would be said of every step while the period moves; what stands there at the end is said. */
function hush(target) {
  target.setAttribute("aria-busy", "true");
  clearTimeout(rest);
  rest = setTimeout(() => target.removeAttribute("aria-busy"), REST);
}

/**
 * Make the buttons work: `clear()` takes every filter away, `change(part)` changes the view.
 * @param {() => void} clear
 * @param {Change} change
 * @returns {void}
 */
export function listen(clear, change) {
  node("filter-clear").addEventListener("click", clear);
  // Options are ordered anew when the drawer opens: nothing jumps while somebody clicks there. On a page that is new
  // they may not have been drawn before.
  drawer.listen(() => {
    orderedIn = "";
    if (current()) draw(current(), change);
  });
  // On a small screen the lists start closed, so that the groups can be seen together.
  const lists = /** @type {HTMLDetailsElement[]} */ (all(node("filters"), "details"));
  if (innerWidth < 640) for (const group of lists) group.open = false;
}
