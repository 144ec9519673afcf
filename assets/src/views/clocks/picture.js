/* The picture of the two clocks as SVG. Its colours stand in css/clocks.css. */
import { el } from "../../export/picture/svg.js";
import { STANCES } from "../panel/stances.js";

const LINE = 1.25; // of the type's size from one line to the next
const END = 4; // px to either side of a line that ends
const ROUND = 100; // parts of a ring

/** @type {Record<string, string>} */
const SHAPES = {
  confirms: "M-5,0L-1.5,4L5.5,-4.5",
  denies: "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5",
  declines_to_comment: "M-5.5,0H5.5",
};

/**
 * The mark of a stance around nought: in words it stands in the legend.
 * @param {string} stance
 * @returns {SVGElement[]}
 */
export function mark(stance) {
  if (!SHAPES[stance]) return [el("circle", { r: stance === "predicts" ? 4.6 : 5.2, class: `clocks-${stance}` })];
  return [
    el("path", { d: SHAPES[stance], class: "clocks-halo" }),
    el("path", { d: SHAPES[stance], class: `clocks-${stance}` }),
  ];
}

/** A pile: its number within a ring, whose parts are the stances. */
function ring(claims, r) {
  const parts = STANCES.map((stance) => [stance, claims.filter((claim) => claim.stance === stance).length]);
  let before = 0;
  const arcs = parts
    .filter(([, n]) => n)
    .map(([stance, n]) => {
      const share = (Number(n) / claims.length) * ROUND;
      const arc = { pathLength: ROUND, "stroke-dasharray": `${share} ${ROUND}`, "stroke-dashoffset": -before };
      before += share;
      return el("circle", {
        r: r - 1,
        transform: "rotate(-90)",
        class: `clocks-ring clocks-ring-${stance}`,
        ...(n === claims.length ? {} : arc),
      });
    });
  const size = Math.min(12, r * 1.12);
  const number = el("text", { "font-size": size, y: size * 0.36, class: "clocks-count" }, String(claims.length));
  return [el("circle", { r: r - 1, class: "clocks-pile" }), ...arcs, number];
}

/** Whether the words on the level line reach those at the upright axis. */
const isNarrow = (/** @type {number} */ size, /** @type {number} */ font) => size < 32 * font;

const line = (x1, y1, x2, y2, look) => el("line", { x1, y1, x2, y2, class: look });

/** Lines of text from a point on, `anchor` start, middle or end. */
function words(lines, x, y, font, look, anchor = "start") {
  const spans = lines.map((text, turn) => el("tspan", { x, y: y + turn * font * LINE }, text));
  return el("text", { "font-size": font, "text-anchor": anchor, class: look }, ...spans);
}

/** The grid, the half that lies before, breaks of both axes, and the slanting line. */
function frame({ size, above, below, axis }) {
  const { ticks, breaks } = axis;
  const strip = (y, high) => el("rect", { x: 0, y, width: size, height: high, class: "clocks-strip" });
  return [
    el("path", { d: `M0,${size}H${size}V0Z`, class: "clocks-before" }),
    ...(above ? [strip(-above, above)] : []),
    ...(below ? [strip(size, below)] : []),
    ...ticks.flatMap(({ at }) => [
      line(at, -above, at, size + below, "clocks-grid"),
      line(0, size - at, size, size - at, "clocks-grid"),
    ]),
    ...breaks.flatMap(([from, to]) => [
      el("rect", { x: from, y: -above, width: to - from, height: size + above + below, class: "clocks-break" }),
      el("rect", { x: 0, y: size - to, width: size, height: to - from, class: "clocks-break" }),
    ]),
    line(0, size, size, 0, "clocks-same"),
    el("path", { d: `M0,${-above}V${size + below}H${size}`, class: "clocks-edge" }),
  ];
}

const AXIS = 16; // px from the upright axis to the days beside it: a mark may stand on it

/** The days at both axes, and what they are the days of. */
function axes({ size, grow, above, below, axis }, { gutter, font, say, wrapped }) {
  const small = font * 0.94;
  const off = AXIS * grow;
  const bottom = size + below;
  const across = axis.ticks.map(({ at, words: day }) =>
    words([day], at, bottom + font * 1.5, small, "clocks-day", "middle"),
  );
  const up = axis.ticks.map(({ at, words: day }) => {
    const lines = wrapped(day, gutter - off - 2);
    return words(
      lines,
      -off,
      size - at + small * 0.36 - ((lines.length - 1) * small * LINE) / 2,
      small,
      "clocks-day",
      "end",
    );
  });
  const beside = (y, key) => words(wrapped(say(key), gutter - off - 2), -off, y, small, "clocks-day", "end");
  return [
    ...across,
    ...up,
    ...(above ? [beside(-above / 2 + small * 0.36, "clocks_later")] : []),
    ...(below ? [beside(size + below / 2 + small * 0.36, "clocks_earlier")] : []),
    words([say("clocks_said")], 6 - gutter, -above - font * (isNarrow(size, font) ? 2.5 : 0.8), font, "clocks-axis"),
    words([say("clocks_happened")], size, bottom + font * 3, font, "clocks-axis", "end"),
  ];
}

/** The words along the slanting line, where no mark stands in their way. */
function along({ size, piles }, { font, say, measure }) {
  const text = say("clocks_zone_during");
  const [wide, off] = [measure(text), font * 0.8];
  const step = wide / Math.SQRT2;
  const clear = (/** @type {number} */ start) =>
    Array.from({ length: 9 }, (_, turn) => start + (step * turn) / 8).every((x) =>
      piles.every((pile) => Math.hypot(pile.x - x - off / 2, pile.y - (size - x) - off / 2) > pile.r + font),
    );
  const starts = Array.from({ length: 40 }, (_, turn) => ((size - step) * turn) / 40 + 8).filter(
    (x) => x + step < size,
  );
  const start = starts.find(clear);
  if (start === undefined) return [];
  const node = words([text], 0, off + font * 0.3, font, "clocks-zone");
  node.setAttribute("transform", `translate(${start},${size - start}) rotate(-45)`);
  return [node];
}

function whisker({ x0, y0, x1, y1, look }) {
  const upright = x0 === x1;
  const end = (x, y) => (upright ? `M${x - END},${y}h${2 * END}` : `M${x},${y - END}v${2 * END}`);
  const ends = look === "within" ? end(x0, y0) + end(x1, y1) : "";
  return el("path", { d: `M${x0},${y0}L${x1},${y1}${ends}`, class: `clocks-${look}` });
}

function label({ kind, lines, left, top }, font) {
  return words(lines, left, top + font * 0.98, font, `clocks-${kind}`);
}

/**
 * The picture: an SVG element, and where the square begins in it: {svg, left, top, width, height}.
 * @param {Clocks} laid
 * @param {{ gutter: number, font: number, say: (key: string) => string, measure: Measure,
 *   wrapped: (words: string, room: number) => string[] }} how
 * @returns {{ svg: SVGElement, left: number, top: number, width: number, height: number }}
 */
export function draw(laid, how) {
  const { gutter, font } = how;
  const { size, grow, above, below, threads, lines, whiskers, piles, labels } = laid;
  const head = isNarrow(size, font) ? 3.8 : 2.1;
  const [left, top] = [gutter, Math.ceil(above + font * head)];
  const width = left + size + Math.ceil(font * 1.6);
  const height = Math.ceil(top + size + below + font * 3.6);
  const marks = piles.map((pile, index) => {
    const inside = pile.claims.length > 1 ? ring(pile.claims, pile.r / grow) : mark(pile.claims[0].stance);
    const place = {
      transform: `translate(${pile.x},${pile.y}) scale(${grow})`,
      "data-pile": index,
      class: "clocks-mark",
    };
    return el("g", { ...place, "data-side": pile.side }, ...inside);
  });
  const drawn = el(
    "g",
    { transform: `translate(${left},${top})` },
    ...frame(laid),
    ...lines.map(({ x, top: from, bottom }) => line(x, from, x, bottom, "clocks-threads")),
    ...whiskers.map(whisker),
    ...threads.map(({ row, x, top: from, bottom }) => {
      const thread = line(x, from, x, bottom, "clocks-thread");
      thread.setAttribute("data-row", String(row));
      return thread;
    }),
    ...axes(laid, how),
    ...along(laid, how),
    ...marks,
    ...labels.map((each) => label(each, font)),
  );
  const svg = el("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "clocks-svg" }, drawn);
  return { svg, left, top, width, height };
}
