/* The blocks of a board, which no part of it cuts in two (paging.js): a claim, a paragraph, a line of a text that is
 * higher than the screen.
 *
 * Sheets say what belongs together, as for paper: `break-inside: avoid` keeps a block whole that fits on a screen,
 * `break-after: avoid` a heading with what comes next. */
import { linesOf } from "./lines.js";

/** Px that count as nothing. */
export const SLACK = 4;
const WHOLE = 0.4; // of the room: what is not higher than that stays whole in any case

/** A block, or a heading with its block: where it stands on the board, in px from the top of what is scrolled.
 * @typedef {{ nodes: HTMLElement[], top: number, bottom: number }} Block */

const FOLDED = "details:not([open]) > :not(summary)";

/**
 * Whether something of a node is to be seen.
 * @param {Node} node
 * @returns {boolean}
 */
export const isSeen = (node) =>
  node instanceof HTMLElement ? node.offsetHeight > 0 && !node.closest(FOLDED) : node.textContent?.trim() !== "";

const isBlock = (/** @type {Node} */ node) =>
  node instanceof HTMLElement && isSeen(node) && getComputedStyle(node).display !== "inline";

/**
 * How far down an element stands on the board, whatever moves it for a moment.
 * @param {HTMLElement} node
 * @param {HTMLElement} board
 * @returns {number} px
 */
export function topOf(node, board) {
  let top = 0;
  /** @type {any} */
  let at = node;
  for (; at && at !== board; at = at.offsetParent) top += at.offsetTop;
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
  if (parts.length) return parts.flatMap((child) => wholes(child, room));
  return node.offsetHeight > room && !scrolls(node) ? linesOf(node) : [node];
}

/**
 * The blocks of a board. What would leave its heading alone is taken apart.
 * @param {HTMLElement} board
 * @param {number} room
 * @returns {Block[]}
 */
export function blocksOf(board, room) {
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
