/* What does not fit on the screen at once comes in parts: a press shows the next one before anything else. A part holds
 * whole blocks; what it would cut in two waits for the next one. Who scrolls by hand sees all. */
import { all } from "../../dom/element.js";
import { SLACK, blocksOf, isSeen, topOf } from "./blocks.js";

/** @typedef {import("./blocks.js").Block} Block */

const ON = 0.9; // of the room: how far a press goes in what is higher than it
const OTHER = "other-part"; // what is out of sight as long as this part is shown
const OPENING = "is-opening"; // a board whose first part stands in the middle
const CLOSING = "is-closing"; // one whose last part stands at the top, where a board can't be scrolled so far
const MUCH = 0.25; // of the board: with so much room below it

/** @type {number | null} */
let start = 0; // where the part that is shown begins; null where somebody scrolls by hand
let there = true; // whether the board has got to that place

const inHand = () => matchMedia("(max-width: 639px)").matches; // a phone, where a finger scrolls
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const behavior = () => /** @type {ScrollBehavior} */ (calm() ? "instant" : "smooth");

/* ---- the parts ---- */

/** How far a board can be scrolled. */
const endOf = (/** @type {HTMLElement} */ board) => board.scrollHeight - board.clientHeight;

/** Whether more than the air at the foot stands below a part that begins at a place. */
const hasMore = (/** @type {HTMLElement} */ board, /** @type {number} */ from) =>
  endOf(board) - from > parseFloat(getComputedStyle(board).paddingBottom) + SLACK;

/** What a part leaves free above and below, where more follows. */
function marginsOf(board) {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(board);
  return [scrollPaddingTop, scrollPaddingBottom].map((words) => parseFloat(words) || 0);
}

/** The height that a part has for its blocks. */
function roomOf(board) {
  const [above, below] = marginsOf(board);
  return board.clientHeight - above - below;
}

/** Down to where a part goes that begins at `from`. */
const footOf = (board, from) => from + board.clientHeight - marginsOf(board)[1];

/** The place at which the part after the one that begins at `from` begins. */
function after(board, blocks, from) {
  const [above] = marginsOf(board);
  const bottom = footOf(board, from);
  const cut = blocks.filter((block) => block.bottom > bottom + SLACK);
  const later = cut.map(({ top }) => top - above).filter((top) => top > from + SLACK);
  const high = cut.some(({ top }) => top - above <= from + SLACK);
  return Math.min(endOf(board), ...later, high ? from + ON * (bottom - from) : Infinity);
}

/** Show of the blocks those that are whole where the board is; a block higher than the screen is always shown. */
function sort(board) {
  for (const node of all(board, `.${OTHER}`)) node.classList.remove(OTHER);
  board.classList.remove(OPENING, CLOSING);
  if (start === null || endOf(board) <= SLACK || inHand()) return;
  const room = roomOf(board);
  const top = start - 1;
  const bottom = (hasMore(board, start) ? footOf(board, start) : start + board.clientHeight) + SLACK;
  const isWhole = (/** @type {Block} */ block) => block.top >= top && block.bottom <= bottom;
  const isHigh = (/** @type {Block} */ block) => block.bottom - block.top > room;
  const blocks = blocksOf(board, room);
  const shown = blocks.filter((block) => isWhole(block) || isHigh(block));
  for (const { nodes } of blocks.filter((block) => !shown.includes(block))) for (const node of nodes) hide(node, board);
  settle(board, shown);
}

/** Put a first part that leaves much room into the middle: the words that a step begins with. Put a last part where the
 * others begin. */
function settle(board, blocks) {
  const top = Math.min(...blocks.map((block) => block.top));
  const bottom = Math.max(...blocks.map((block) => block.bottom));
  const room = board.clientHeight - top - bottom;
  const high = top - marginsOf(board)[0] - start;
  const [opens, closes] = [start === 0, !hasMore(board, start)];
  board.classList.toggle(OPENING, opens && room > MUCH * board.clientHeight);
  board.classList.toggle(CLOSING, closes && high > 0);
  board.style.setProperty("--moved", `${Math.round(opens ? room / 2 : -high)}px`);
}

/** Put a node out of sight, and what holds nothing else. */
function hide(node, board) {
  node.classList.add(OTHER);
  const parent = node.parentElement;
  const rest = (/** @type {Element} */ each) => isSeen(each) && !each.classList.contains(OTHER);
  if (parent && parent !== board && ![...parent.children].some(rest)) hide(parent, board);
}

/** Show the part that begins at a place. */
function go(board, place) {
  start = Math.max(0, Math.min(place, endOf(board)));
  there = Math.abs(board.scrollTop - start) <= SLACK;
  sort(board);
  board.scrollTo({ top: start, behavior: behavior() });
}

/** Be at the part that is shown, at once where a press leads to it still; a board that got smaller ends earlier. */
function arrive(board) {
  if (start === null) return;
  start = Math.min(start, endOf(board));
  if (Math.abs(board.scrollTop - start) > SLACK) board.scrollTo({ top: start, behavior: "instant" });
  there = true;
}

/* ---- what a presentation asks ---- */

/**
 * Whether more stands below what is in sight.
 * @param {HTMLElement} board
 * @returns {boolean}
 */
export const isMore = (board) => hasMore(board, board.scrollTop);

/**
 * The board has been scrolled: it got to its part, or somebody left that by hand.
 * @param {HTMLElement} board
 * @returns {void}
 */
export function scrolled(board) {
  if (start === null) return;
  if (Math.abs(board.scrollTop - Math.min(start, endOf(board))) <= SLACK) there = true;
  else if (there) free(board);
}

/**
 * Somebody scrolls by hand, and sees all.
 * @param {HTMLElement} board
 * @returns {void}
 */
export function free(board) {
  if (endOf(board) <= SLACK) return;
  start = null;
  sort(board);
}

/**
 * What stands on the board, or the board itself, is of another size.
 * @param {HTMLElement} board
 * @returns {void}
 */
export function resized(board) {
  if (there) arrive(board);
  sort(board);
}

/**
 * What stands on the board is drawn anew.
 * @param {HTMLElement} board
 * @returns {void}
 */
export function stay(board) {
  arrive(board);
  sort(board);
}

/**
 * Show the next part.
 * @param {HTMLElement} board
 * @param {HTMLElement} [until] what is shown to its end; what stands below it is not
 * @returns {boolean} whether there was one
 */
export function forward(board, until = board) {
  arrive(board);
  if (!isMore(board)) return false;
  const now = board.scrollTop;
  const blocks = blocksOf(board, roomOf(board));
  const own = blocks.filter(({ nodes }) => until.contains(nodes[0]));
  if (until !== board && own.every(({ bottom }) => bottom <= footOf(board, now) + SLACK)) return false;
  go(board, after(board, blocks, now));
  return true;
}

/**
 * Show the part before.
 * @param {HTMLElement} board
 * @returns {boolean} whether there was one
 */
export function backward(board) {
  arrive(board);
  const now = board.scrollTop;
  if (now <= SLACK) return false;
  const blocks = blocksOf(board, roomOf(board));
  let before = 0;
  for (let at = 0; at < now - SLACK; at = after(board, blocks, at)) before = at;
  go(board, before);
  return true;
}

/**
 * Bring what was revealed last into sight; with `first`, to the top.
 * @param {HTMLElement} board
 * @param {HTMLElement | null} revealed
 * @param {boolean} first
 * @returns {void}
 */
export function reach(board, revealed, first) {
  if (!revealed) return;
  const top = topOf(revealed, board);
  const bottom = top + revealed.offsetHeight;
  const now = board.scrollTop;
  const [above, below] = marginsOf(board);
  const lowest = bottom - board.clientHeight + below; // where it is just in sight
  if (!first && top >= now && lowest <= now) return;
  go(board, first || top < now ? top - above : Math.min(lowest, top - above));
}

/**
 * Another step is shown, from its beginning.
 * @param {HTMLElement} board
 * @returns {void}
 */
export function begin(board) {
  start = 0;
  stay(board);
}
