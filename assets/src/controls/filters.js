/* The filters: every facet's options with their counts, the other groups of choices, and the result's count. */
import * as choices from "../dom/choices.js";
import * as query from "../model/query.js";
import * as viewWords from "../words/views.js";
import { facets, filterKeys, known } from "../state/store.js";
import { load, waiting } from "../state/data.js";
import { name, say } from "../words/i18n.js";
import { symbol, statusMark, el } from "../dom/element.js";

const node = (id) => document.getElementById(id);

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

function radios(id, key, spec, change, label) {
  const [first, ...rest] = load().choices[key];
  choices.draw(node(id), {
    type: "radio",
    key,
    options: [first, ...rest].map((value) => ({ value, label: label(value), checked: (spec[key] || first) === value })),
    onchange: (value) => change({ [key]: value === first ? undefined : value }),
  });
}

/** Draw every choice as `spec` has it. `change(part)` changes the view; `part` may be a function of the specification. */
export function draw(spec, change) {
  const counts = query.facetCounts(load().operators, known().columns, spec, known().rows);
  for (const key of facets()) facet(key, spec, counts[key], change);
  choices.draw(node("filter-certain"), {
    type: "checkbox",
    key: "dates",
    options: [{ value: "certain", label: say("certain_only"), checked: spec.dates === "certain" }],
    onchange: (value, on) => change({ dates: on ? value : undefined }),
  });
  radios("view-tabs", "view", spec, change, (value) => say(`view_${value}`));
  radios("group-by", "group", spec, change, (value) => say(value));
}

/** Say how many events are shown, and whether uncertain dates count; it is announced when it changes. */
export function count(n, total, spec) {
  const coming = (spec.q || spec.asof) && waiting() ? ` ${say("texts_coming")}` : "";
  const uncertain =
    (spec.from || spec.to ? ` ${say(spec.dates === "certain" ? "dates_certain" : "dates_possible")}` : "") + coming;
  const line = viewWords.count(n, total);
  const target = node("result-count");
  if (target.textContent !== line + uncertain) target.replaceChildren(el("strong", {}, line), uncertain);
  const active = filterKeys()
    .filter((name) => name !== "dates")
    .reduce(
      (sum, name) => sum + (facets().includes(name) ? (spec[name] || []).length : Number(Boolean(spec[name]))),
      0,
    );
  node("filters-active").textContent = active ? String(active) : "";
  node("filter-clear").disabled = !active && !spec.dates;
}

/** Make the buttons work: `clear()` takes every filter away. */
export function listen(clear) {
  node("filter-clear").addEventListener("click", clear);
  const [button, lists] = [node("filters-open"), document.querySelectorAll("#filters details")];
  button.addEventListener("click", () =>
    button.setAttribute("aria-expanded", String(node("filters").classList.toggle("open"))),
  );
  // On a small screen the lists start closed, so that the groups can be seen together.
  if (getComputedStyle(button).display !== "none") for (const group of lists) group.open = false;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "filters-body");
}
