/* The parts of a presentation over the whole window: how far it is, the line of time, the board, the buttons. */
import { el } from "../../dom/element.js";
import { say } from "../../words/i18n.js";
import * as paging from "./paging.js";
import * as strip from "./strip.js";
import * as tools from "./tools.js";

const SWIPE = 60; // px that a finger goes for a step
const MOVED = ".matrix-box, .choice-list, .exercise-room, .plot"; // what a finger moves by itself
let scrolled = 0; // how far down the page the reader was

/**
 * Make them, and hide the page. `act(key)` does what a key does, `moved()` hears that the board is scrolled or of
 * another size.
 * @param {(key: PresentKey) => void} act
 * @param {() => void} moved
 * @returns {PresentFrame}
 */
export function create(act, moved) {
  const heading = el("h1", { class: "visually-hidden", dir: "auto" });
  const line = strip.create();
  const board = el("div", { class: "present-board", tabindex: "0", role: "region", "aria-label": say("present_text") });
  const bar = tools.create(act);
  const progress = el("div", { class: "present-progress", "aria-hidden": "true" }, el("i"));
  const black = el(
    "button",
    { type: "button", class: "present-black", hidden: true, onclick: () => act("black") },
    el("span", { class: "visually-hidden" }, say("present_blacked")),
  );
  const root = el("main", { id: "present" }, heading, progress, line, board, bar, black);
  scrolled = scrollY;
  document.body.append(root);
  document.documentElement.classList.add("presenting");
  follow(board, moved);
  swipes(root, act);
  return { root, heading, line, board, bar, progress, black };
}

/** Hear of it when the board is scrolled, or it or what stands on it is of another size: some of it fills after it is
 * drawn. */
function follow(board, moved) {
  const hears = (/** @type {(board: HTMLElement) => void} */ paged) => () => {
    paged(board);
    moved();
  };
  board.addEventListener("scroll", hears(paging.scrolled), { passive: true });
  for (const hand of ["wheel", "touchmove"]) board.addEventListener(hand, hears(paging.free), { passive: true });
  const sizes = new ResizeObserver(hears(paging.resized));
  const observe = () => {
    sizes.disconnect();
    for (const each of [board, ...board.children]) sizes.observe(each);
  };
  observe();
  new MutationObserver(observe).observe(board, { childList: true });
}

/**
 * Take them away, and show the page where it was.
 * @param {PresentFrame} frame
 * @returns {void}
 */
export function remove({ root }) {
  root.remove();
  document.documentElement.classList.remove("presenting");
  scrollTo({ top: scrolled, behavior: "instant" });
}

/** Whether a finger has other things to do there: to draw, to order, or to move what is wider than its place. */
function moves(target, root) {
  if ((visualViewport?.scale || 1) > 1 || target.closest(MOVED)) return true;
  for (let at = target; at && at !== root; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  }
  return false;
}

/**
 * A finger that goes to the left turns the page, as in a book; one that goes up or down scrolls.
 * @param {HTMLElement} root
 * @param {(key: PresentKey) => void} act
 */
function swipes(root, act) {
  let from = null;
  root.addEventListener(
    "touchstart",
    ({ target, touches }) => {
      from = touches.length === 1 && !moves(target, root) ? [touches[0].clientX, touches[0].clientY] : null;
    },
    { passive: true },
  );
  root.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    if (!from) return;
    const [x, y] = [touch.clientX - from[0], touch.clientY - from[1]];
    from = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) act(x < 0 ? "swiped" : "swiped_back");
  });
}
