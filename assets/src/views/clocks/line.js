/* The level line of the two clocks: a slider for the day up to which claims are shown, the same as in a replay. */
import { el } from "../../dom/element.js";
import { next } from "../../model/changes.js";
import { dayOf, isBefore, isoOf } from "../../model/days.js";
import { dayText, say } from "../../words/i18n.js";

const CLEAR = 12; // px above a day that its marks need
const NEAREST = 26; // px from the end of the line to its words: the grip
const BESIDE = 16; // px that the words are wider than their text
const [LOW, TALL] = [12, 36]; // px from the line to the foot and to the top of its words
const STEP = 12; // px from one place of the words to the next
const REST = 120; // ms that the line rests under a pointer before all of the page follows it

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };

/**
 * A line in `root`: `draw(next)` puts it where the day of the view is, {laid, drawn, asof, changes, actions, measure}.
 * `changes` are the days on which something becomes known; without any there is no line to pull. `passing(day)` shows
 * what is said by a day that the line is pulled over, until the page has followed.
 * @param {HTMLElement} root
 * @param {(day: Iso | "") => void} passing
 * @returns {{ draw: (next: any) => void }}
 */
export function createLine(root, passing) {
  const words = el("span", { class: "clocks-line-words", "aria-hidden": "true" });
  const grip = el("span", { class: "clocks-grip", "aria-hidden": "true" }, "↕");
  const line = el(
    "div",
    { class: "clocks-line", role: "slider", tabindex: "0", "aria-orientation": "vertical" },
    words,
    grip,
  );
  const later = el("div", { class: "clocks-unsaid", "aria-hidden": "true" });
  root.prepend(later); // beneath the marks: some stand a little above their day
  root.append(line);
  let now = null;
  let pulled = null; // the day that a pointer has pulled the line to, until the page has followed
  let frame = 0; // the next one, which moves the line
  let timer = 0;

  const top = () => now.drawn.top - now.laid.above;
  /** The px of the end of a day, or where days lie close together a little above it. */
  const heightOf = (/** @type {number} */ day) => {
    const { size, axis } = now.laid;
    return now.drawn.top + size - axis.px(day) - Math.min(CLEAR, (axis.px(day + 1) - axis.px(day)) / 2);
  };
  const yOf = (asof) => {
    if (!asof) return top();
    return Math.min(Math.max(heightOf(dayOf(asof)), top()), now.drawn.top + now.laid.size);
  };

  /** The day at a height; "" at the top, where everything is shown. */
  function dayAt(y) {
    const { changes } = now;
    if (y <= top() + 2) return "";
    const [low, high] = [changes[0], changes[changes.length - 1]].map(({ day }) => dayOf(day));
    let [from, to] = [low, high];
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if (heightOf(middle) > y) from = middle;
      else to = middle;
    }
    return isoOf(heightOf(to) > y - 1 ? to : from);
  }

  /** Move the line to a day at once; the page follows where it rests. */
  function pull(event) {
    pulled = dayAt(event.clientY - root.getBoundingClientRect().top);
    clearTimeout(timer);
    timer = setTimeout(settle, REST);
    frame = frame || requestAnimationFrame(show);
  }

  function show() {
    frame = 0;
    if (pulled === null) return;
    place(pulled);
    passing(pulled);
  }

  function settle() {
    clearTimeout(timer);
    const to = pulled;
    pulled = null;
    if (to === null) return;
    if (to === now.asof) passing(to);
    else now.actions.setAsof(to);
  }

  /** Put the line where a day is. */
  function place(asof) {
    const { drawn, laid, changes } = now;
    later.hidden = !asof;
    const y = yOf(asof);
    line.style.cssText = `top: ${y}px; left: ${drawn.left}px; width: ${laid.size}px`;
    const high = Math.max(0, y - top() - CLEAR);
    later.style.cssText = `top: ${top()}px; left: ${drawn.left}px; width: ${laid.size}px; height: ${high}px`;
    const [first, last] = [changes[0].day, changes[changes.length - 1].day].map(dayOf);
    const told = asof ? say("clocks_line", { date: dayText(dayOf(asof), LONG) }) : say("clocks_line_all");
    const values = { label: say("asof_slider"), valuemin: first, valuemax: last + 1, valuetext: told };
    for (const [key, value] of Object.entries({ ...values, valuenow: asof ? dayOf(asof) : last + 1 }))
      line.setAttribute(`aria-${key}`, String(value));
    words.textContent = told;
    words.style.right = `${clearOf(y)}px`;
    line.toggleAttribute("data-day", Boolean(asof));
  }

  /** How far from the right the words on the line cover no mark: near the grip, else where there is room. */
  function clearOf(/** @type {number} */ y) {
    const { drawn, laid, measure } = now;
    const wide = measure(words.textContent) + BESIDE;
    const marks = laid.piles.filter((pile) => {
      const high = drawn.top + pile.y - y;
      return high + pile.r > -TALL && high - pile.r < -LOW;
    });
    const covers = (/** @type {number} */ right) =>
      marks.some(({ x, r }) => x + r > laid.size - right - wide && x - r < laid.size - right);
    const places = Array.from({ length: Math.ceil((laid.size - wide) / STEP) }, (_, at) => NEAREST + at * STEP);
    return places.find((right) => !covers(right)) ?? NEAREST;
  }

  line.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    line.setPointerCapture(event.pointerId);
    line.focus({ preventScroll: true });
    event.preventDefault();
  });
  line.addEventListener("pointermove", (event) => line.hasPointerCapture(event.pointerId) && pull(event));
  line.addEventListener("lostpointercapture", settle);

  line.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { asof, changes, actions } = now;
    const last = changes[changes.length - 1].day;
    const up = () => (!asof || !isBefore(asof, last) ? "" : next(changes, asof, 1).day);
    const down = () => (asof ? next(changes, asof, -1).day : last);
    const to = {
      ArrowUp: up,
      ArrowRight: up,
      ArrowDown: down,
      ArrowLeft: down,
      Home: () => changes[0].day,
      End: () => "",
    }[event.key];
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    actions.setAsof(to());
  });

  return {
    draw: (state) => {
      now = state;
      line.hidden = !now.changes.length;
      later.hidden = line.hidden;
      if (line.hidden) return;
      place(pulled === null ? now.asof : pulled);
      if (pulled !== null) passing(pulled);
    },
  };
}
