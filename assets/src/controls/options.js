/* How the record is looked at: the views, and in a popover the options of the timeline. */
import * as choices from "../dom/choices.js";
import { el, node } from "../dom/element.js";
import { dayOf, isoOf } from "../model/days.js";
import { load } from "../state/data.js";
import { say } from "../words/i18n.js";
import { presets } from "./chapters.js";
import * as moreViews from "./more-views.js";
import * as spoken from "./spoken.js";

/**
 * Draw one of the choices of the operator table's keys; the first value is the usual one.
 * @param {string} id
 * @param {string} key
 * @param {Spec} spec
 * @param {Change} change
 * @param {(value: string) => string} label
 */
function radios(id, key, spec, change, label) {
  const { choices: known, extra } = load();
  const [first] = known[key];
  const shown = key === "view" ? known.view.filter((view) => !extra.includes(view)) : known[key];
  choices.draw(node(id), {
    type: "radio",
    key,
    options: shown.map((value) => ({ value, label: label(value), checked: (spec[key] || first) === value })),
    onchange: (value) => change({ [key]: value === first ? undefined : value }),
  });
}

/**
 * Draw the views and the options as `spec` has them. `change(part)` changes the view.
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function draw(spec, change) {
  const { choices: known, settings, count } = load();
  radios("view-tabs", "view", spec, change, (value) => say(`view_${value}`));
  moreViews.draw(node("view-tabs"), spec, change);
  choices.bringIntoSight(node("view-tabs"));
  radios("group-by", "group", spec, change, (value) => say(value));
  radios("key-events", "key", spec, change, (value) => say(value === "1" ? "key_only" : "key_all", { n: count }));
  radios("quiet-times", "quiet", spec, change, (value) => say(`quiet_${value}`));
  field("key-events").hidden = known.key.length < 2; // a record without key events
  field("presets").hidden = !settings.chapters.length;
  if (settings.chapters.length) presets(node("presets"), spec, change); // else they stand above the chart
  replay(spec, change);
  spoken.draw(spec);
}

/** @param {string} id */
const field = (id) => node(id).closest(".field");

/**
 * The button that starts the replay, for a record that has one.
 * @param {Spec} spec
 * @param {Change} change
 */
function replay({ asof }, change) {
  const root = node("replay-start");
  const days = load().settings.replay;
  root.hidden = !days || Boolean(asof);
  if (!days) return;
  const start = () => {
    node("options-items").hidePopover();
    change({ asof: isoOf(dayOf(days[0])) }, "replace");
  };
  const look = { type: "button", class: "button", dataset: { key: "asof_start" } };
  root.replaceChildren(el("button", { ...look, onclick: start }, say("asof_start")));
}
