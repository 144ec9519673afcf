/* The "known as of" bar: a day, and the record as it was known on it. Off until somebody starts it.
 *
 * It stands in the place of the lede and is as high, so that the chart stays where it is; it steps from one day on
 * which something becomes known to the next. */
import * as choices from "../../dom/choices.js";
import { el, node } from "../../dom/element.js";
import { attach } from "../../dom/popover.js";
import * as reckoning from "../../model/asof.js";
import * as model from "../../model/changes.js";
import { YEAR_ONE, dayOf, isBefore, isoOf } from "../../model/days.js";
import { load } from "../../state/data.js";
import { learn } from "../../state/store.js";
import { counted, dayText, lang, say } from "../../words/i18n.js";
import * as ticks from "./ticks.js";

learn(reckoning);

const PACE = 1000; // ms a step while playing, at the usual speed
const SPEEDS = ["1", "2", "4"];
const LONG = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric" });
let speed = SPEEDS[0];
let timer = 0;
let parts = null; // the elements that stay while the bar is open
let shown = ""; // the day that the bar shows; "" without one
let changes = []; // the days on which it stops

const button = (key, doing, ...inside) =>
  el(
    "button",
    { type: "button", class: "button", dataset: { key }, "aria-label": say(key), title: say(key), onclick: doing },
    ...inside,
  );
const sign = (text) => el("span", { "aria-hidden": "true" }, text);

/* ---- playing ---- */

function pause() {
  clearTimeout(timer);
  timer = 0;
}

/** Step on until the last change; the same button pauses. */
function play(actions) {
  const last = changes[changes.length - 1].day;
  if (timer) pause();
  else {
    if (!isBefore(shown, last)) actions.setAsof(changes[0].day);
    const step = () => {
      actions.setAsof(model.next(changes, shown, 1).day);
      timer = isBefore(shown, last) ? setTimeout(step, PACE / Number(speed)) : 0;
      label();
    };
    timer = setTimeout(step, PACE / Number(speed));
  }
  label();
}

function label() {
  const key = timer ? "asof_pause" : "asof_play";
  parts.play.textContent = say(key);
  parts.play.toggleAttribute("data-playing", timer > 0);
}

const KEYS = {
  ArrowLeft: () => model.next(changes, shown, -1),
  ArrowDown: () => model.next(changes, shown, -1),
  ArrowRight: () => model.next(changes, shown, 1),
  ArrowUp: () => model.next(changes, shown, 1),
  Home: () => changes[0],
  End: () => changes[changes.length - 1],
};

function onKey(event, actions) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " ") play(actions);
  else if (KEYS[event.key]) {
    pause();
    actions.setAsof(KEYS[event.key]().day);
    label();
  } else return;
  event.preventDefault();
}

/* ---- the bar ---- */

/** The bar of a record that can be replayed. */
function build(root, [first, last], actions) {
  const go = (by) => () => {
    pause();
    actions.setAsof(model.next(changes, shown, by).day);
    label();
  };
  const slid = () => {
    pause();
    actions.setAsof(isoOf(Number(parts.slider.value)));
    label();
  };
  const range = { type: "range", id: "asof", min: dayOf(first), max: dayOf(last), step: 1 };
  parts = {
    ...frame(actions),
    slider: el("input", {
      ...range,
      "aria-label": say("asof_slider"),
      oninput: slid,
      onkeydown: (event) => onKey(event, actions),
    }),
    ticks: el("div", { class: "ticks", "aria-hidden": "true" }),
    play: el("button", {
      type: "button",
      class: "button replay-play",
      dataset: { key: "asof_play" },
      onclick: () => play(actions),
    }),
  };
  root.replaceChildren(
    line(
      parts.when,
      button("asof_earlier", go(-1), sign("←")),
      el("div", { class: "replay-track" }, parts.ticks, parts.slider),
      button("asof_later", go(1), sign("→")),
      parts.play,
      parts.more,
      parts.stop,
    ),
    parts.hint,
  );
  speeds();
  attach(parts.more, parts.hint);
}

/** A record without a replay can still be shown as of a day, by its address: say so, and offer the way back. */
function buildStill(root, actions) {
  parts = frame(actions);
  root.replaceChildren(line(parts.when, parts.more, parts.stop), parts.hint);
  attach(parts.more, parts.hint);
}

const line = (...inside) => el("div", { class: "replay-line", role: "group", "aria-label": say("asof") }, ...inside);

/** Whether a day of the replay has an era beside its year. */
const isEarly = () => (load().settings.replay || []).map(dayOf).some((day) => day < YEAR_ONE);

/** What every bar has: the day in words, the way back, and in a popover what is shown. */
function frame(actions) {
  const stop = () => {
    pause();
    actions.setAsof("");
    node("options").focus({ preventScroll: true });
  };
  const [before, after] = say("asof_day", { date: "|" }).split("|");
  const day = el("span", { class: "asof-date" });
  const lead = (words) => el("span", { class: "asof-lead" }, words);
  const news = el("span", { class: "asof-news" });
  const output = el(
    "output",
    { class: "asof-day", for: "asof", title: say("asof_note") },
    lead(before),
    day,
    lead(after),
  );
  return {
    lang: lang(),
    day,
    news,
    when: el("div", { class: isEarly() ? "replay-when with-era" : "replay-when" }, output, news),
    more: button("asof_more", null, sign("⋯")),
    stop: button("asof_stop", stop, sign("✕")),
    speed: el("div", { class: "choices segments", role: "radiogroup", "aria-labelledby": "replay-speed" }),
    hint: el("div", { class: "popover", id: "replay-hint" }, el("p", { class: "replay-note" }, say("asof_note"))),
  };
}

/** The speeds, in the popover. */
function speeds() {
  const show = () =>
    choices.draw(parts.speed, {
      type: "radio",
      key: "speed",
      options: SPEEDS.map((value) => ({ value, label: say("asof_times", { n: value }), checked: value === speed })),
      onchange: (value) => {
        speed = value;
        show();
      },
    });
  show();
  const title = el("p", { class: "field-label", id: "replay-speed" }, say("asof_speed"));
  parts.hint.append(el("div", { class: "field" }, title, parts.speed));
}

/** What became known on the day that is shown, in words. */
function newsText() {
  const change = changes.find(({ day }) => day === shown);
  const counts = change ? ["claims", "events"].filter((what) => change[what]) : [];
  return counts.map((what) => counted(`asof_${what}`, change[what])).join(", ") || say("asof_nothing");
}

/** Whether another slider sets the day: the line of the two clocks. */
const isPulled = () => document.activeElement !== null && document.activeElement.matches("[role=slider]");

/**
 * Draw the bar as the view has it. It takes the focus when somebody begins the replay, and not where the address does:
 * then the page is not `ready` yet.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @param {boolean} ready
 * @returns {void}
 */
export function draw(root, { asof, all }, actions, ready) {
  // The list then hides what was written later.
  document.documentElement.classList.toggle("replayed", Boolean(asof));
  const { rows, events, settings } = load();
  const before = shown;
  shown = asof;
  if (!asof) {
    pause();
    parts = null;
    root.replaceChildren();
    return;
  }
  if (settings.replay) changes = model.changes(rows, events, all, settings.replay);
  if (!parts || parts.lang !== lang()) {
    const held = root.contains(document.activeElement);
    if (settings.replay) build(root, settings.replay, actions);
    else buildStill(root, actions);
    if ((held || (ready && !before && !isPulled())) && parts.slider) parts.slider.focus({ preventScroll: true });
  }
  parts.day.textContent = dayText(dayOf(asof));
  if (settings.replay) fill(before, actions);
}

/** The bar's day, and what it brought; a step is told to screen readers, which hear the slider's own words. */
function fill(before, actions) {
  const { slider } = parts;
  const [from, to] = [slider.min, slider.max].map(Number);
  parts.news.textContent = newsText();
  if (parts.ticked !== changes) {
    parts.ticked = changes;
    const at = (day) => (dayOf(day) - from) / (to - from || 1);
    const some = changes.filter(({ claims }) => claims);
    ticks.draw(
      parts.ticks,
      some.map(({ day, claims }) => ({ at: at(day), n: claims })),
    );
  }
  slider.value = dayOf(shown);
  const told = say("asof_told", { date: dayText(dayOf(shown), LONG), what: parts.news.textContent });
  slider.setAttribute("aria-valuetext", told);
  if (before && before !== shown && document.activeElement !== slider) actions.announce(told);
  label();
}
