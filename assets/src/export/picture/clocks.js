/* The two clocks in a picture: the page's own drawing with its colours written into it, and a legend of the stances. */
import { view as currentView } from "../../state/store.js";
import { say } from "../../words/i18n.js";
import { windowText } from "../../words/views.js";
import { inlined } from "./inlined.js";
import { group } from "./legend.js";
import { own } from "./own.js";
import { el, setAll } from "./svg.js";

const TALL = 860; // px of the square's side at most

/**
 * Whether the two clocks are shown.
 * @returns {boolean}
 */
export const ofClocks = () => currentView().spec.view === "clocks" && own.has("clocks");

/**
 * What a picture says above the two clocks: what they are, and of which days.
 * @param {WholeView} view
 * @returns {{ heading: string, period: string }}
 */
export const words = ({ narrow, window }) => ({
  heading: say("clocks_heading"),
  period: narrow ? windowText(window) : say("clocks_whole"),
});

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
