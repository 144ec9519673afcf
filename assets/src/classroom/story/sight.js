/* Which step of a story is in sight: the last one that has come up to a line in the upper part of the window. */
const LINE = 0.1; // of the height that is free for text
const SLACK = 2; // px

/** @type {() => void} */
let stopped = () => {};

/** Where the free height begins: below a pane that stands above the text, or at the top. */
function freeTop(pane) {
  const { bottom, width } = pane.getBoundingClientRect();
  return width > innerWidth * 0.75 ? Math.min(Math.max(bottom, 0), innerHeight / 2) : 0;
}

/**
 * The step in sight.
 * @param {HTMLElement[]} items
 * @param {HTMLElement} pane
 * @returns {number}
 */
function inSight(items, pane) {
  const top = freeTop(pane);
  const line = top + (innerHeight - top) * LINE;
  let at = 0;
  items.forEach((item, index) => {
    if (item.getBoundingClientRect().top <= line) at = index;
  });
  return at;
}

/** What a reader does to scroll. */
const HANDS = ["wheel", "touchmove", "keydown", "pointerdown"];
const HELD = 3000; // ms that a step keeps its place at most, while what stands above it is still arriving

/** @type {{ item: HTMLElement, pane: HTMLElement } | null} The step that keeps its place. */
let held = null;
let timer = 0;

const release = () => {
  held = null;
};

/**
 * Call `seen(at)` whenever scrolling brings a step into sight, until stop().
 * @param {HTMLElement[]} items
 * @param {HTMLElement} pane
 * @param {(at: number) => void} seen
 * @returns {void}
 */
export function follow(items, pane, seen) {
  let asked = 0;
  const look = () => {
    asked = 0;
    if (!held) seen(inSight(items, pane));
  };
  const onScroll = () => {
    asked = asked || requestAnimationFrame(look);
  };
  const sizes = new ResizeObserver(() => held && align(held.item, held.pane));
  for (const item of items) sizes.observe(item);
  addEventListener("scroll", onScroll, { passive: true });
  for (const hand of HANDS) addEventListener(hand, release, { passive: true, capture: true });
  stopped = () => {
    cancelAnimationFrame(asked);
    release();
    sizes.disconnect();
    removeEventListener("scroll", onScroll);
    for (const hand of HANDS) removeEventListener(hand, release, { capture: true });
  };
}

/**
 * Stop following.
 * @returns {void}
 */
export const stop = () => stopped();

/** Scroll a step up to the top of what is free, at once. */
function align(item, pane) {
  // Twice: on a phone the pane moves to its place with the first.
  for (let turn = 0; turn < 2; turn += 1) {
    const by = item.getBoundingClientRect().top - freeTop(pane) - SLACK;
    scrollBy({ top: by, behavior: "instant" });
  }
}

/**
 * The same, and keep it there while what stands above it is still arriving.
 * @param {HTMLElement} item
 * @param {HTMLElement} pane
 * @returns {void}
 */
export function bring(item, pane) {
  held = { item, pane };
  clearTimeout(timer);
  timer = setTimeout(release, HELD);
  align(item, pane);
}
