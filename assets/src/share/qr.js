/* A QR code as an SVG: dark on light in both themes, because many readers of codes know no other. */
const NS = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around a code, which the standard (ISO/IEC 18004) asks for

/** The modules of a text, or null if it is too long for a code. As few modules as possible (level L), since a code
 * photographed from afar has to be coarse; then the best correction that adds none. */
function encode(words) {
  const make = (version, level) => {
    const code = qrcode(version, level);
    code.addData(words, "Byte");
    code.make();
    return code;
  };
  try {
    const coarse = make(0, "L");
    const version = (coarse.getModuleCount() - 17) / 4;
    for (const level of ["H", "Q", "M"]) {
      try {
        return make(version, level);
      } catch (error) {
        /* it does not hold the text at this level */
      }
    }
    return coarse;
  } catch (error) {
    return null;
  }
}

/**
 * The code of an address (ASCII) as an SVG element with the name `label`, or null where it is too long.
 * @param {string} words
 * @param {string} label
 * @returns {SVGElement | null}
 */
export function draw(words, label) {
  const code = encode(words);
  if (!code) return null;
  const count = code.getModuleCount();
  const all = count + 2 * QUIET;
  let path = "";
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) path += `M${column + QUIET},${row + QUIET}h1v1h-1z`;
  }
  const svg = document.createElementNS(NS, "svg");
  const set = (node, values) => {
    for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
    return node;
  };
  set(svg, {
    class: "qr",
    viewBox: `0 0 ${all} ${all}`,
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  });
  svg.append(
    set(document.createElementNS(NS, "rect"), { width: all, height: all, fill: "#fff" }),
    set(document.createElementNS(NS, "path"), { d: path, fill: "#000" }),
  );
  return svg;
}
