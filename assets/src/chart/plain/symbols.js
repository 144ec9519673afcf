/* The shapes of marks, as Plotly draws them (timeline/record/model/fields.py names them): paths of a mark that is
 * 200 px wide. */
const STAR =
  "M31.5,-43.26H133.14L50.82,16.52L82.32,113.26L0,53.48L-82.32,113.26L-50.82,16.52L-133.14,-43.26H-31.5L0,-140Z";
const ARM = "l56.57,56.57l56.57,-56.57l-56.57,-56.57l56.57,-56.57l-56.57,-56.57l-56.57,56.57";

/** @type {Record<string, string>} */
const SHAPES = {
  circle: "M100,0A100,100 0 1,1 0,-100A100,100 0 0,1 100,0Z",
  square: "M100,100H-100V-100H100Z",
  diamond: "M130,0L0,130L-130,0L0,-130Z",
  "triangle-up": "M-115.47,50H115.47L0,-100Z",
  "triangle-down": "M-115.47,-50H115.47L0,100Z",
  "triangle-left": "M50,-115.47V115.47L-100,0Z",
  "triangle-right": "M-50,-115.47V115.47L100,0Z",
  x: `M0,56.57${ARM}l-56.57,-56.57l-56.57,56.57l56.57,56.57l-56.57,56.57l56.57,56.57Z`,
  cross: "M120,40H40V120H-40V40H-120V-40H-40V-120H40V-40H120Z",
  star: STAR,
  hexagon: "M86.6,-50V50L0,100L-86.6,50V-50L0,-100Z",
  pentagon: "M95.1,-30.9L58.8,80.9H-58.8L-95.1,-30.9L0,-100Z",
  "star-diamond": "M-140,0A190,190 0 0,1 0,140A190,190 0 0,1 140,0A190,190 0 0,1 0,-140A190,190 0 0,1 -140,0Z",
  "star-square":
    "M-110,-110A200,200 0 0,1 -110,110A200,200 0 0,1 110,110A200,200 0 0,1 110,-110A200,200 0 0,1 -110,-110Z",
  hexagram: "M-76,0l-38,-66h76l38,-66l38,66h76l-38,66l38,66h-76l-38,66l-38,-66h-76Z",
  "diamond-tall": "M0,140L70,0L0,-140L-70,0Z",
  "diamond-wide": "M0,70L140,0L0,-70L-140,0Z",
  "line-ns": "M0,140V-140",
  "line-ew": "M140,0H-140",
};
// The flags of an arc are no lengths.
const NUMBER = /( 0 [01],[01] )|-?\d+(?:\.\d+)?/g;
const FILLING = /(-open)?(-dot)?$/;

/**
 * How a symbol is filled and edged, as CSS: a hollow one has its edge in its own colour.
 * @param {string} symbol
 * @param {{ color: string, edge: string, width: number }} look
 * @returns {string}
 */
export function styleOf(symbol, { color, edge, width }) {
  const hollow = symbol.includes("-open");
  return `fill:${hollow ? "none" : color};stroke-width:${width}px${width ? `;stroke:${hollow ? color : edge}` : ""}`;
}

/**
 * The path of a symbol, whatever fills it, in a size in px.
 * @param {string} symbol
 * @param {number} size
 * @returns {string}
 */
export const pathOf = (symbol, size) =>
  SHAPES[symbol.replace(FILLING, "")].replace(
    NUMBER,
    (number, flags) => flags || String(Math.round((Number(number) * size) / 2) / 100),
  );
