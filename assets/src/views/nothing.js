/* What is offered where no event is left: buttons that take away each filter that is to blame. */
import { el, node } from "../dom/element.js";
import { blame } from "../model/blame.js";
import { select } from "../model/query.js";
import { load } from "../state/data.js";
import { current, filterKeys, known, knownOn, shown, whole } from "../state/store.js";
import { say } from "../words/i18n.js";
import * as viewWords from "../words/views.js";

const ROOM = 0.05; // of a period that is shown, on both sides of its events

const events = (n) => say(n === 1 ? "count_only" : "count_all", { n });

/** Which filters are to blame, the day that is shown and what is doubted among them: [{keys, n}]. */
function blamed() {
  const { operators } = load();
  const { asof = "", doubt = [] } = current();
  const count = ({ rows, columns }) => select(operators, columns, whole(), rows).length;
  return [
    ...blame(operators, known().columns, whole(), known().rows),
    { keys: ["asof"], n: asof ? count(knownOn("", doubt)) : 0 },
    { keys: ["doubt"], n: doubt.length ? count(knownOn(asof)) : 0 },
  ].filter(({ n }) => n);
}

/** Show what lies outside the period: where there is a chart, by another period. */
function lookOutside({ change, setWindow }) {
  const { rows } = shown();
  if ((current().view || "timeline") !== "timeline") {
    change({ scope: "all" });
    return;
  }
  const { from, to } = load().geometry;
  const [first, last] = [Math.min(...rows.map((row) => from[row])), Math.max(...rows.map((row) => to[row]))];
  const room = Math.max(1, (last - first) * ROOM);
  setWindow([first - room, last + room]);
}

/** What each button says and does. */
function ways(actions) {
  const without = (keys) => () => actions.change(Object.fromEntries(keys.map((key) => [key, undefined])));
  const found = blamed().map(({ keys, n }) => {
    if (keys.includes("window"))
      return { words: say("none_outside", { events: events(n) }), act: () => lookOutside(actions) };
    const what = viewWords.filter(current(), keys[0]);
    return { words: say("none_remove", { what, events: events(n) }), act: without(keys) };
  });
  return found.length ? found : [{ words: say("clear"), act: without(filterKeys()) }];
}

/**
 * The buttons that bring events back. They go away when they are pressed, and leave the focus to the element `home`.
 * @param {Actions} actions
 * @param {string} home
 * @returns {HTMLElement}
 */
export function buttons(actions, home) {
  const press = (act) => () => {
    act();
    node(home).focus({ preventScroll: true });
  };
  const button = ({ words, act }) => el("button", { type: "button", class: "button", onclick: press(act) }, words);
  return el("div", { class: "ways" }, ways(actions).map(button));
}

/**
 * What stands in place of a view's events: words, and the buttons.
 * @param {Actions} actions
 * @param {string} home
 * @returns {Child[]}
 */
export const message = (actions, home) => [
  el("p", {}, say(shown().rows.length ? "count_none_period" : "count_none"), "."),
  buttons(actions, home),
];

/**
 * Offer the same below a chart without marks; Plotly writes in it that nothing is there.
 * @param {HTMLElement} chart
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function inChart(chart, view, actions) {
  const { from, to } = load().geometry;
  const [first, last] = view.window;
  const before = chart.querySelector(":scope > .ways");
  if (before) before.remove();
  if (!view.rows.some((row) => to[row] >= first && from[row] <= last)) chart.append(buttons(actions, chart.id));
}
