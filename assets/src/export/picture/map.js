/* The map in a picture: land, marks with the number of their events, rings, arrows, and a legend of what it shows. */
import { view as currentView } from "../../state/store.js";
import { counted, say } from "../../words/i18n.js";
import { windowText } from "../../words/views.js";
import { inlined } from "./inlined.js";
import { group } from "./legend.js";
import { own } from "./own.js";
import * as vector from "./svg.js";
import { el } from "./svg.js";

const SHAPE = 2; // its width by its height
const NAME = 15; // px of a name
const SIGN = 10; // px: the radius of a sign in the legend

/**
 * Whether the map is shown.
 * @returns {boolean}
 */
export const ofMap = () => currentView().spec.view === "map" && own.has("map");

/**
 * What a picture says above the map: what it is, and of which days.
 * @param {WholeView} view
 * @returns {{ heading: string, period: string }}
 */
export const words = ({ narrow, window }) => ({
  heading: say("map_heading"),
  period: narrow ? windowText(window) : say("scope_all"),
});

/** A mark, with the number of its events. */
function numbered({ x, y, r, count }) {
  const number = el("text", { x, y: y + NAME * 0.34, "font-size": NAME - 1, class: "mark-count" }, String(count));
  return [el("circle", { cx: x, cy: y, r, class: "mark" }), ...(count ? [number] : [])];
}

/** The marks, and their names beside them. */
function marked({ marks, called, boxes }) {
  const name = ({ left, top }, said) =>
    el("text", { x: left + 2, y: top + NAME, "font-size": NAME, class: "mark-name" }, said);
  return marks.flatMap((mark, index) => [
    ...numbered(mark),
    ...(boxes[index] ? [name(boxes[index], called[index])] : []),
  ]);
}

/** The signs of the legend: those of what is drawn. */
function entries({ marks, ways }) {
  const { precisionOf } = own.get("map");
  const ring = (precision) => [
    marks.some((mark) => mark.ring && precisionOf(mark) === precision),
    say(`map_${precision}`),
    (x, y) => [el("circle", { cx: x, cy: y, r: SIGN, class: `ring ${precision}` })],
  ];
  return [
    [marks.some(({ count }) => count), say("map_mark_legend"), (x, y) => numbered({ x, y, r: SIGN, count: 2 })],
    ring("region"),
    ring("country"),
    [
      ways.length > 0,
      say("map_moved"),
      (x, y) => [el("path", { d: `M${x - 9},${y}h18m-6,-5l6,5l-6,5`, class: "arrow" })],
    ],
  ]
    .filter(([there]) => there)
    .map(([, label, sign]) => ({ words: label, wide: 24, signs: (x, y) => sign(x + SIGN, y) }));
}

/**
 * The map and its legend from (`x`, `y`): {node, height}.
 * @param {WholeView} view
 * @param {Place} place
 * @returns {Drawn}
 */
export function draw(view, place) {
  const { contentOf, framed, layOut, precisionOf, land } = own.get("map");
  const content = { ...contentOf({ ...view, rows: view.listed }), event: null };
  const size = [place.room, place.room / SHAPE];
  const frame = framed(content.spots, SHAPE);
  const laid = layOut(frame, size, content, {
    measure: (name) => vector.measure(name, { size: NAME, weight: 600 }) + 4,
    apart: 0,
  });
  const at = { x: place.x, y: place.y, width: size[0], height: size[1] };
  const ground = el(
    "svg",
    { ...at, viewBox: [frame.x, frame.y, frame.width, frame.height].join(" "), class: "map-land" },
    el("path", { d: land() }),
  );
  const lines = el(
    "svg",
    { ...at, viewBox: `0 0 ${size.join(" ")}`, class: "map-lines" },
    ...laid.marks
      .filter(({ ring }) => ring)
      .map((mark) => el("circle", { class: `ring ${precisionOf(mark)}`, cx: mark.x, cy: mark.y, r: mark.ring })),
    ...laid.ways.map(({ d }) => el("path", { d, class: "arrow" })),
    ...marked(laid),
  );
  const sea = el("svg", { ...at, class: "map-lines" }, el("rect", { width: size[0], height: size[1], class: "sea" }));
  let y = place.y + size[1] + 12;
  const legend = group(say("map_legend"), entries(laid), { ...place, y });
  y += legend.height + 4;
  const nowhere = (content.rows.get(-1) || []).length;
  const note = [say("map_land"), nowhere ? `${counted("map_nowhere", nowhere)}.` : ""].filter(Boolean).join(" ");
  const below = vector.text(note, { ...place, y, fill: place.muted });
  const signs = el("svg", { class: "map-lines", overflow: "visible" }, legend.node);
  const drawn = [sea, ground, lines, signs].map((part) => inlined(part, "map-plot"));
  return { node: el("g", {}, ...drawn, below.node), height: y + below.height - place.y };
}
