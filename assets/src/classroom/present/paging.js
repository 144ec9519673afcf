/* What does not fit on the screen at once comes in parts: a press shows the next one before anything else. A part holds
 * whole blocks, a claim or a paragraph; what it would cut in two waits for the next one. Who scrolls by hand sees all.
 *
 * Sheets say what belongs together, as for paper: `break-inside: avoid` keeps a block whole that fits on a screen,
 * `break-after: avoid` a heading with what comes next. */
import { all } from "../../dom/element.js";

const SLACK = 4; // px that count as nothing
const WHOLE = 0.4; // of the room: what is not higher than that stays whole in any case
const ON = 0.9; // of the room: how far a press goes in what is higher than it
const OTHER = "other-part"; // what is out of sight as long as this part is shown

/** A block, or a heading with its block: where it stands on the board, in px from the top of what is scrolled.
 * @typedef {{ nodes: HTMLElement[], top: number, bottom: number }} Block */

/** @type {number | null} */
let start = 0; // where the part that is shown begins; null where somebody scrolls by hand
let there = true; // whether the board has got to that place

const inHand = () => matchMedia("(max-width: 639px)").matches; // a phone, where a finger scrolls
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const behavior = () => /** @type {ScrollBehavior} */ (calm() ? "instant" : "smooth");

/* ---- the blocks ---- */

const FOLDED = "details:not([open]) > :not(summary)";
const isSeen = (/** @type {Node} */ node) =>
  node instanceof HTMLElement ? node.offsetHeight > 0 && !node.closest(FOLDED) : node.textContent?.trim() !== "";
const isBlock = (/** @type {Node} */ node) =>
  node instanceof HTMLElement && isSeen(node) && getComputedStyle(node).display !== "inline";

/** How far down an element stands on the board, whatever moves it for a moment. */
function topOf(node, board) {
  let top = 0;
  for (let at = node; at && at !== board; at = at.offsetParent) top += at.offsetTop;
  return top;
}

/** The blocks within a node; none where words stand among them, or where it scrolls by itself. */
function partsOf(node, board = null) {
  if (node !== board && scrolls(node)) return [];
  const inner = [...node.childNodes].filter(isSeen);
  return inner.every(isBlock) ? inner : [];
}

const scrolls = (node) =>
  node.scrollHeight > node.clientHeight + SLACK && /auto|scroll/.test(getComputedStyle(node).overflowY);

/** What of an element stays whole, from the first to the last. */
function wholes(node, room) {
  const most = getComputedStyle(node).breakInside === "avoid" ? room : WHOLE * room;
  const parts = node.offsetHeight > most ? partsOf(node) : [];
  return parts.length ? parts.flatMap((child) => wholes(child, room)) : [node];
}

/**
 * The blocks of a board. What would leave its heading alone is taken apart.
 * @param {HTMLElement} board
 * @param {number} room
 * @returns {Block[]}
 */
function blocksOf(board, room) {
  /** @type {Block[]} */
  const blocks = [];
  let waits = null; // a heading
  const nodes = partsOf(board, board).flatMap((child) => wholes(child, room));
  while (nodes.length) {
    const node = nodes.shift();
    const top = topOf(node, board);
    const block = { nodes: [node], top, bottom: top + node.offsetHeight };
    const fits = waits && block.bottom - waits.top <= room;
    const parts = waits && !fits ? partsOf(node) : [];
    if (parts.length) {
      nodes.unshift(...parts);
      continue;
    }
    if (fits) Object.assign(block, { nodes: [...waits.nodes, node], top: waits.top });
    else if (waits) blocks.push(waits);
    waits = getComputedStyle(node).breakAfter === "avoid" ? block : null;
    if (!waits) blocks.push(block);
  }
  return waits ? [...blocks, waits] : blocks;
}

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

/** The place at which the part after the one that begins at `from` begins. */
function after(board, blocks, from) {
  const [above, below] = marginsOf(board);
  const bottom = from + board.clientHeight - below;
  const cut = blocks.filter((block) => block.bottom > bottom + SLACK);
  const later = cut.map(({ top }) => top - above).filter((top) => top > from + SLACK);
  const high = cut.some(({ top }) => top - above <= from + SLACK);
  return Math.min(endOf(board), ...later, high ? from + ON * (bottom - from) : Infinity);
}

/** Show of the blocks those that are whole where the board is; a block higher than the screen is always shown. */
function sort(board) {
  for (const node of all(board, `.${OTHER}`)) node.classList.remove(OTHER);
  if (start === null || endOf(board) <= SLACK || inHand()) return;
  const [, below] = marginsOf(board);
  const top = start - 1;
  const bottom = start + board.clientHeight - (hasMore(board, start) ? below : 0) + SLACK;
  const room = roomOf(board);
  for (const block of blocksOf(board, room)) {
    if ((block.top >= top && block.bottom <= bottom) || block.bottom - block.top > room) continue;
    for (const node of block.nodes) hide(node, board);
  }
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
 * @returns {boolean} whether there was one
 */
export function forward(board) {
  arrive(board);
  if (!isMore(board)) return false;
  go(board, after(board, blocksOf(board, roomOf(board)), board.scrollTop));
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
