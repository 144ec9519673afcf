/* A drawing of the page with its look written into it, so that it needs no style sheet. */
import { setAll } from "./svg.js";

// What a style sheet says of a part of a drawing.
const LOOK = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"],
  ...["opacity", "vector-effect", "font-family", "font-size", "font-style", "font-weight", "text-anchor"],
  "paint-order",
];

/**
 * Write the look of each part into a drawing; `place` is the class of what it stands in on the page.
 * @param {SVGElement} svg
 * @param {string} [place]
 * @returns {SVGElement}
 */
export function inlined(svg, place = "") {
  const host = document.createElement("div");
  host.className = place;
  host.style.cssText = "position: fixed; left: -99999px; top: 0";
  host.append(svg);
  document.body.append(host);
  const nodes = [...svg.querySelectorAll("*")];
  const looks = nodes.map((node) => {
    const style = getComputedStyle(node);
    return LOOK.map((name) => [name, style.getPropertyValue(name)]);
  });
  host.remove();
  nodes.forEach((node, turn) => setAll(node, Object.fromEntries(looks[turn])));
  return svg;
}
