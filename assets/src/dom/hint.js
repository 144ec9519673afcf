/* The hint beside a mark, and the frame around the mark under the keyboard. The words are spoken elsewhere. */
import { el } from "./element.js";

const EDGE = 4; // px between a hint and the edges of its container

/**
 * A hint inside `root`.
 * @param {HTMLElement} root
 * @returns {Hint}
 */
export function createHint(root) {
  const tip = el("div", { class: "tip", hidden: true, "aria-hidden": "true" });
  const ring = el("div", { class: "cursor", hidden: true, "aria-hidden": "true" });
  root.append(ring, tip);

  return {
    /** Show words (elements) below a place, and within `outer` px. */
    show(words, { x, y, outer }) {
      tip.replaceChildren(...words);
      tip.hidden = false;
      const wide = tip.offsetWidth;
      tip.style.left = `${Math.max(EDGE, Math.min(x - wide / 2, outer - wide - EDGE))}px`;
      tip.style.top = `${y}px`;
    },
    /** Set the frame around a place; null takes it away. */
    frame(place) {
      ring.hidden = !place;
      if (!place) return;
      ring.style.left = `${place.x}px`;
      ring.style.top = `${place.y}px`;
    },
    /** Bring both into sight: a chart may be higher than the screen. */
    bringIntoSight() {
      for (const part of [tip, ring]) part.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    hide() {
      tip.hidden = ring.hidden = true;
    },
  };
}
