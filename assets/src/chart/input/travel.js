/* From one window of the chart to another one, said aloud. */
import { panned, timeOf, zoomed } from "../axis/window.js";
import { windowWords } from "../description.js";
import { viewed } from "../drawing.js";

let actions;

/**
 * `doing` are the actions that are asked for.
 * @param {Actions} doing
 * @returns {void}
 */
export const init = (doing) => {
  actions = doing;
};

/**
 * Show another window, and say so; with "push" going back leads to the one before.
 * @param {Span} window
 * @param {"push" | "replace"} how
 * @returns {void}
 */
export function go(window, how) {
  actions.setWindow(window, how);
  actions.announce(windowWords({ ...viewed(), window }));
}

/**
 * Show a window `factor` times as long.
 * @param {number} factor
 * @returns {void}
 */
export const zoom = (factor) => go(zoomed(viewed().window, factor, 0.5, timeOf(viewed())), "push");

/**
 * Move the window by a share of its length.
 * @param {number} share
 * @returns {void}
 */
export const pan = (share) => go(panned(viewed().window, share, timeOf(viewed())), "replace");
