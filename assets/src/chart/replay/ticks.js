/* The ticks behind a slider: where on its way something happens, and how much. */
import { el } from "../../dom/element.js";

const PLACES = 300; // of the way that are told apart
const LEAST = 0.35; // of the height that the lowest tick has

/**
 * Put a tick at each place `at` (0…1), the higher the more (`n`) there is.
 * @param {HTMLElement} root
 * @param {{ at: number, n: number }[]} list
 * @returns {void}
 */
export function draw(root, list) {
  const places = new Map();
  for (const { at, n } of list) {
    const place = Math.round(at * PLACES) / PLACES;
    places.set(place, (places.get(place) || 0) + n);
  }
  const most = Math.max(1, ...places.values());
  const high = (/** @type {number} */ n) => LEAST + (1 - LEAST) * Math.sqrt(n / most);
  root.replaceChildren(
    ...[...places].map(([at, n]) => el("i", { style: `left: ${at * 100}%; height: ${high(n) * 100}%` })),
  );
}
