/* The view Map: where the events of the view took place, and what is said to have moved from one place to another. */
import { el, node } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { own } from "../../export/picture/own.js";
import { subjectOf } from "../../state/store.js";
import { lang, say } from "../../words/i18n.js";
import * as nothing from "../nothing.js";
import * as atlas from "./atlas.js";
import * as frames from "./frame.js";
import { layOut, precisionOf } from "./layout.js";
import * as plot from "./plot.js";
import * as table from "./table.js";

export { prepare } from "./atlas.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** Of each place where the view stands, since a presentation has one too: the frame that somebody chose, or none while
 * it follows the events; and how to draw the plot again.
 * @typedef {{ frame: Frame | null, redraw: () => void }} State
 * @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();
const stateOf = (/** @type {HTMLElement} */ root) => /** @type {State} */ (states.get(root));

const STEP = 0.25; // of the frame, with an arrow key
const ZOOM = 1.6;
const WHEN_RESIZED = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const root = /** @type {HTMLElement | null} */ (target.closest(".map-root"));
    if (root) stateOf(root).redraw();
  }
});

const plotOf = (/** @type {HTMLElement} */ root) => /** @type {HTMLElement} */ (root.querySelector(".map-plot"));

/**
 * @param {HTMLElement} root
 * @returns {number}
 */
const aspectOf = (root) => Math.max(plotOf(root).clientWidth, 1) / Math.max(plotOf(root).clientHeight, 1);

/**
 * Another frame, by what is in sight now.
 * @param {HTMLElement} root
 * @param {(frame: Frame) => Frame | null} next null: the frame of the events again
 */
function look(root, next) {
  const state = stateOf(root);
  state.frame = next(/** @type {Frame} */ (state.frame || fitted(root)));
  state.redraw();
}

/** The frame of some places, by their numbers. */
const fitting = (/** @type {number[]} */ spots, /** @type {number} */ aspect) =>
  frames.fit(
    spots.map((spot) => atlas.map().spots[spot]),
    atlas.map().size,
    aspect,
  );

/** @type {WeakMap<HTMLElement, number[]>} */
const used = new WeakMap(); // numbers of the places that the events have
const fitted = (/** @type {HTMLElement} */ root) => fitting(used.get(root) || [], aspectOf(root));

/**
 * What the map shows of a view: its rows by place, what moved, and the numbers of all these places.
 * @param {View} view
 * @returns {{ rows: Map<number, Row[]>, moves: import("./atlas.js").Shown[], spots: number[] }}
 */
function contentOf(view) {
  const rows = atlas.byPlace(view.rows);
  const moves = atlas.movesOf(view.rows);
  const ends = moves.flatMap(({ origin, destination }) => [origin, destination]);
  return { rows, moves, spots: [...new Set([...rows.keys(), ...ends])].filter((spot) => spot >= 0) };
}

/** The frame that is in sight, in another shape: the one that somebody chose, else that of the events' places. */
function framed(/** @type {number[]} */ spots, /** @type {number} */ aspect) {
  const state = states.get(node("map-view"));
  return state && state.frame ? frames.reshaped(state.frame, aspect, atlas.map().size) : fitting(spots, aspect);
}

/**
 * @param {HTMLElement} root
 * @returns {HTMLElement}
 */
function tools(root) {
  const { size } = atlas.map();
  const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ onclick) =>
    el(
      "button",
      { type: "button", class: "tool", dataset: { key }, "aria-label": say(key), title: say(key), onclick },
      sign,
    );
  return el(
    "div",
    { class: "map-tools", role: "group", "aria-label": say("map_frame") },
    button("zoom_in", "+", () => look(root, (frame) => frames.zoomed(frame, ZOOM, size))),
    button("zoom_out", "−", () => look(root, (frame) => frames.zoomed(frame, 1 / ZOOM, size))),
    button("map_fit", "◎", () => look(root, () => null)),
    button("map_whole", "◯", () => look(root, () => frames.wholeOf(size, aspectOf(root)))),
  );
}

/**
 * The arrow keys move the map where it has the focus itself.
 * @param {HTMLElement} root
 * @returns {(event: KeyboardEvent) => void}
 */
const keys = (root) => (event) => {
  const { size } = atlas.map();
  const ways = /** @type {Record<string, number[]>} */ ({
    ArrowLeft: [-STEP, 0],
    ArrowRight: [STEP, 0],
    ArrowUp: [0, -STEP],
    ArrowDown: [0, STEP],
  });
  const factors = /** @type {Record<string, number>} */ ({ "+": ZOOM, "-": 1 / ZOOM });
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  if (ways[event.key]) look(root, (frame) => frames.moved(frame, ways[event.key][0], ways[event.key][1], size));
  else if (factors[event.key]) look(root, (frame) => frames.zoomed(frame, factors[event.key], size));
  else return;
  event.preventDefault();
};

/**
 * Dragging moves the map; a finger moves it sideways, and the page up and down.
 * @param {HTMLElement} root
 * @returns {(event: PointerEvent) => void}
 */
const drag = (root) => (event) => {
  const area = plotOf(root);
  if (event.button || !event.isPrimary || /** @type {Element} */ (event.target).closest("button")) return;
  let last = [event.clientX, event.clientY];
  const move = (/** @type {PointerEvent} */ { clientX, clientY }) => {
    const [right, down] = [(last[0] - clientX) / area.clientWidth, (last[1] - clientY) / area.clientHeight];
    last = [clientX, clientY];
    look(root, (frame) => frames.moved(frame, right, down, atlas.map().size));
  };
  const end = () => {
    area.removeEventListener("pointermove", move);
    area.classList.remove("dragged");
  };
  area.setPointerCapture(event.pointerId);
  area.classList.add("dragged");
  area.addEventListener("pointermove", move);
  area.addEventListener("lostpointercapture", end, { once: true }); // lifted, or taken over by the page's scrolling
};

/** @param {HTMLElement} root */
function build(root) {
  root.dataset.lang = lang();
  root.classList.add("map-root");
  const area = el(
    "div",
    { class: "map-plot", tabindex: 0, role: "group", "aria-label": say("map_plot") },
    plot.parts(),
  );
  const caption = el("figcaption", {}, el("p", {}, say("map_how")), el("p", {}, say("map_land")));
  root.replaceChildren(
    el("h2", {}, say("map_heading")),
    el(
      "div",
      { class: "map-sides" },
      el("figure", { class: "map-figure" }, area, tools(root), caption),
      el("div", { class: "map-words" }),
    ),
  );
  states.set(root, { frame: stateOf(root) ? stateOf(root).frame : null, redraw: () => {} });
  area.addEventListener("keydown", keys(root));
  area.addEventListener("pointerdown", drag(root));
  WHEN_RESIZED.observe(area);
}

/**
 * Draw the view.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  if (root.dataset.lang !== lang()) build(root);
  const { rows, moves, spots: all } = contentOf(view);
  used.set(root, all);
  const state = stateOf(root);
  state.redraw = () => {
    const zoom = (/** @type {number[]} */ spots) => look(root, () => fitting(spots, aspectOf(root)));
    const doing = { open: (/** @type {Row} */ row) => actions.open(row), zoom };
    plot.draw(plotOf(root), state.frame || fitted(root), { rows, moves, event: view.event }, doing);
  };
  state.redraw();
  drawWords(root, view, actions, { rows, moves });
}

/**
 * Draw what stands beside the map. Where only the open event changed, it stays as it is, and with it the focus.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @param {{ rows: Map<number, Row[]>, moves: import("./atlas.js").Shown[] }} content
 */
function drawWords(root, view, actions, { rows, moves }) {
  const words = /** @type {HTMLElement} */ (root.querySelector(".map-words"));
  const subject = subjectOf(view);
  if (words.dataset.subject === subject) {
    table.mark(words, view.event);
    return;
  }
  words.dataset.subject = subject;
  const held = heldKey(words);
  const none = view.rows.length ? null : el("div", { class: "none" }, nothing.message(actions, "main"));
  const further = [
    table.movements(moves, actions),
    table.places(rows, view.event, actions),
    table.nowhere(rows.get(-1) || [], view.event, actions),
  ];
  words.replaceChildren(.../** @type {Node[]} */ ((none ? [none] : further).filter(Boolean)));
  giveBack(words, held);
}

own.set("map", { contentOf, framed, layOut, precisionOf, land: () => atlas.map().land });
