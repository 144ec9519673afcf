/* The two clocks in a picture: the page's own drawing with its colours written into it, and a legend of the stances. */
import { view as currentView } from "../../state/store.js";
import { say } from "../../words/i18n.js";
import { group } from "./legend.js";
import { own } from "./own.js";
import { el, setAll } from "./svg.js";

const TALL = 860; // px of the square's side at most
// What css/clocks.css says of a part of the drawing.
const LOOK = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity"],
  ...["font-family", "font-size", "font-style", "font-weight", "text-anchor", "paint-order"],
];

/**
 * Whether the two clocks are shown.
 * @returns {boolean}
 */
export const ofClocks = () => currentView().spec.view === "clocks" && own.has("clocks");

/** Write the look of each part into a drawing, so that it needs no style sheet. */
function inlined(svg) {
  const host = document.createElement("div");
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

/**
 * The drawing and its legend from (`x`, `y`), in the middle of the room: {node, height}. `rem` are the px of a line of
 * type.
 * @param {WholeView} view
 * @param {Place} place
 * @param {number} rem
 * @returns {Drawn}
 */
export function draw(view, place, rem) {
  const { contentOf, mark, stances } = own.get("clocks");
  const { dated, drawn: drawing } = contentOf({ ...view, rows: view.listed });
  const { svg, width, height } = drawing(place.room, rem, TALL).drawn;
  setAll(svg, { x: place.x + (place.room - width) / 2, y: place.y });
  const entries = stances(dated).map((stance) => ({
    words: say(`stance_${stance}`),
    wide: 18,
    signs: (x, y) => [el("g", { transform: `translate(${x + 9},${y}) scale(1.3)` }, ...mark(stance))],
  }));
  const legend = group(say("clocks_legend"), entries, { ...place, y: place.y + height + 12 });
  legend.node.setAttribute("font-family", getComputedStyle(document.body).fontFamily);
  const signs = el("svg", { class: "clocks-svg", overflow: "visible" }, legend.node);
  return { node: el("g", {}, inlined(svg), inlined(signs)), height: height + 12 + legend.height };
}
