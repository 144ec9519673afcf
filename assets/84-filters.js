/* The filters: every facet's options with their counts, the other groups of choices, and the result's count. */
"use strict";
Timeline.filters = (() => {
  const page = Timeline.page;
  const FACETS = ["actor", "country", "source", "claimant", "kind", "status"];
  const CLEARED = [...FACETS, "q", "from", "to", "dates", "asof"]; // what "clear all" takes away
  const node = (id) => document.getElementById(id);

  function facet(key, spec, counts, change) {
    const chosen = spec[key] || [];
    node(`filter-${key}`).closest(".field").hidden = !page.load().facets[key].length; // nothing to choose
    const mark = { kind: (value) => page.symbol(value), status: page.statusMark }[key];
    Timeline.choices.draw(node(`filter-${key}`), {
      type: "checkbox", key,
      options: page.load().facets[key].map((value) => ({ value, label: page.name(key, value), count: counts[value] || 0, checked: chosen.includes(value), mark: mark && mark(value) })),
      onchange: (value, on) => change((now) => ({ [key]: on ? [...(now[key] || []), value] : now[key].filter((word) => word !== value) })),
    });
    const summary = node(`chosen-${key}`);
    if (summary) summary.textContent = chosen.length ? String(chosen.length) : "";
  }

  function radios(id, key, spec, change, label) {
    const [first, ...rest] = page.load().choices[key];
    Timeline.choices.draw(node(id), {
      type: "radio", key,
      options: [first, ...rest].map((value) => ({ value, label: label(value), checked: (spec[key] || first) === value })),
      onchange: (value) => change({ [key]: value === first ? undefined : value }),
    });
  }

  /** Draw every choice as `spec` has it. `change(part)` changes the view; `part` may be a function of the specification. */
  function draw(spec, change) {
    const counts = Timeline.query.facetCounts(page.load().operators, page.known().columns, spec, page.known().rows);
    for (const key of FACETS) facet(key, spec, counts[key], change);
    Timeline.choices.draw(node("filter-certain"), {
      type: "checkbox", key: "dates",
      options: [{ value: "certain", label: page.say("certain_only"), checked: spec.dates === "certain" }],
      onchange: (value, on) => change({ dates: on ? value : undefined }),
    });
    radios("view-tabs", "view", spec, change, (value) => page.say(`view_${value}`));
    radios("group-by", "group", spec, change, (value) => page.say(value));
  }

  /** Say how many events are shown, and whether uncertain dates count; it is announced when it changes. */
  function count(n, total, spec) {
    const coming = (spec.q || spec.asof) && page.waiting() ? ` ${page.say("texts_coming")}` : "";
    const uncertain = (spec.from || spec.to ? ` ${page.say(spec.dates === "certain" ? "dates_certain" : "dates_possible")}` : "") + coming;
    const line = Timeline.viewWords.count(n, total);
    const target = node("result-count");
    if (target.textContent !== line + uncertain) target.replaceChildren(page.el("strong", {}, line), uncertain);
    const active = CLEARED.filter((name) => name !== "dates").reduce((sum, name) => sum + (FACETS.includes(name) ? (spec[name] || []).length : Number(Boolean(spec[name]))), 0);
    node("filters-active").textContent = active ? String(active) : "";
    node("filter-clear").disabled = !active && !spec.dates;
  }

  /** Make the buttons work: `clear()` takes every filter away. */
  function listen(clear) {
    node("filter-clear").addEventListener("click", clear);
    const [button, lists] = [node("filters-open"), document.querySelectorAll("#filters details")];
    button.addEventListener("click", () => button.setAttribute("aria-expanded", String(node("filters").classList.toggle("open"))));
    // On a small screen the lists start closed, so that the groups can be seen together.
    if (getComputedStyle(button).display !== "none") for (const group of lists) group.open = false;
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "filters-body");
  }

  return { FACETS, CLEARED, draw, count, listen };
})();
