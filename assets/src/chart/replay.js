/* The "known as of" bar: a day, and the record as it was known on it. Off until somebody starts it. */
import { el } from "../dom/element.js";
import { dayOf, isoOf } from "../model/days.js";
import { load } from "../state/data.js";
import { dayText, lang, say } from "../words/i18n.js";

const PACE = 900; // ms a day while playing
let timer = null;
let parts = null; // the elements that stay while the bar is open

function stop() {
  clearInterval(timer);
  timer = null;
}

function build(root, first, last, actions) {
  const go = (by) => actions.setAsof(isoOf(Math.min(Math.max(Number(parts.slider.value) + by, first), last)));
  const tool = (key, sign, doing) =>
    el(
      "button",
      { type: "button", class: "button icon", dataset: { key }, onclick: doing },
      el("span", { "aria-hidden": "true" }, sign),
    );
  parts = {
    lang: lang(),
    slider: el("input", {
      type: "range",
      id: "asof",
      min: first,
      max: last,
      step: 1,
      oninput: () => {
        stop();
        go(0);
      },
    }),
    day: el("output", { class: "asof-day", for: "asof" }),
    earlier: tool("asof_earlier", "←", () => {
      stop();
      go(-1);
    }),
    later: tool("asof_later", "→", () => {
      stop();
      go(1);
    }),
    play: el("button", {
      type: "button",
      class: "button",
      dataset: { key: "asof_play" },
      onclick: () => play(last, go, actions),
    }),
  };
  parts.slider.setAttribute("aria-label", say("asof_slider"));
  for (const key of ["earlier", "later"])
    parts[key].setAttribute("aria-label", (parts[key].title = say(`asof_${key}`)));
  root.replaceChildren(
    el(
      "div",
      { class: "replay-line" },
      parts.day,
      parts.earlier,
      parts.slider,
      parts.later,
      parts.play,
      el(
        "button",
        {
          type: "button",
          class: "button",
          dataset: { key: "asof_stop" },
          onclick: () => {
            stop();
            actions.setAsof("");
          },
        },
        say("asof_stop"),
      ),
    ),
    el("p", { class: "replay-note" }, say("asof_note")),
  );
}

/** Move a day at a time until the last one; the same button pauses. */
function play(last, go, actions) {
  if (timer) stop();
  else {
    if (Number(parts.slider.value) >= last) actions.setAsof(isoOf(Number(parts.slider.min)));
    timer = setInterval(() => {
      if (Number(parts.slider.value) >= last) {
        stop();
        label();
      } else go(1);
    }, PACE);
  }
  label();
}

const label = () => parts.play.replaceChildren(say(timer ? "asof_pause" : "asof_play"));

/** A record without a replay can still be shown as of a day, by its address: say so, and offer the way back. */
function withoutReplay(root, asof, actions) {
  root.replaceChildren(
    ...(asof
      ? [
          el(
            "div",
            { class: "replay-line" },
            el("output", { class: "asof-day" }, say("asof_day", { date: dayText(dayOf(asof)) })),
            el(
              "button",
              { type: "button", class: "button", dataset: { key: "asof_stop" }, onclick: () => actions.setAsof("") },
              say("asof_stop"),
            ),
          ),
          el("p", { class: "replay-note" }, say("asof_note")),
        ]
      : []),
  );
}

/**
 * Draw the bar as the view has it.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, { asof }, actions) {
  // The list then hides what was written later.
  document.documentElement.classList.toggle("replayed", Boolean(asof));
  const { replay } = load().settings;
  if (!replay) {
    withoutReplay(root, asof, actions);
    return;
  }
  const [first, last] = replay.map(dayOf);
  if (!asof) {
    stop();
    parts = null;
    root.replaceChildren();
    return;
  }
  if (!parts || parts.lang !== lang()) {
    const held = root.contains(document.activeElement);
    build(root, first, last, actions);
    if (held) parts.slider.focus({ preventScroll: true });
  }
  const words = say("asof_day", { date: dayText(dayOf(asof)) });
  parts.slider.value = dayOf(asof);
  parts.slider.setAttribute("aria-valuetext", words);
  parts.day.replaceChildren(words);
  label();
}
