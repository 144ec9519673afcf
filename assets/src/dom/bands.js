/* Boxes over the bands of a picture, which tell a presentation what of it belongs together (present/paging.js). Nobody
 * sees them but where they cover what waits for the next part. */
import { all, el } from "./element.js";

/**
 * Put them there, in place of those that were.
 * @param {HTMLElement} root what holds the picture
 * @param {{ top: number, bottom: number }[]} bands in px from its top
 * @returns {void}
 */
export function drawBands(root, bands) {
  for (const old of all(root, ".plot-band")) old.remove();
  const place = ({ top, bottom }) =>
    `position: absolute; inset: ${top}px 0 auto; height: ${bottom - top}px; pointer-events: none`;
  root.append(...bands.map((band) => el("div", { class: "plot-band", "aria-hidden": "true", style: place(band) })));
}
