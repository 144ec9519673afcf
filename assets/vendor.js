/* Makes the scripts of vendor/ from their npm packages, as vendor/README.md says. The font is made by fonttools. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { transformSync } from "esbuild";
import { feature } from "topojson-client";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

const packed = (path) => readFileSync(join(import.meta.dirname, "node_modules", path), "utf8");
const write = (name, content) => writeFileSync(join(import.meta.dirname, "vendor", name), content);
const small = (script) => transformSync(script, { minify: true, charset: "utf8", legalComments: "none" }).code;
// Sent before Plotly, so that V8 compiles it while it arrives; EAGER in timeline/publish/page/bundle.py.
const EAGER = "//# allFunctionsCalledOnLoad\n";

const plotly = packed("plotly.js-basic-dist-min/plotly-basic.min.js");
write("plotly-basic-4.1.1.min.js", plotly);
const sent = Buffer.from(EAGER + plotly);
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: sent.length };
write("plotly-basic-4.1.1.min.js.br", brotliCompressSync(sent, { params }));

write(
  "qrcode-generator-2.0.4.min.js",
  `/* qrcode-generator 2.0.4, https://github.com/kazuhikoarase/qrcode-generator
 * Copyright (c) 2009 Kazuhiko Arase. MIT licence, http://www.opensource.org/licenses/mit-license.php
 * dist/qrcode.js of the npm package, made small by esbuild. QR Code is a registered trademark of DENSO WAVE
 * INCORPORATED. */
${small(packed("qrcode-generator/dist/qrcode.js"))}`,
);

write(
  "regenerator-runtime-0.14.1.min.js",
  "/* regenerator-runtime 0.14.1, Copyright (c) 2014-present, Facebook, Inc., MIT license. " +
    `What Dash's renderer needs of its polyfill. */
${small(packed("regenerator-runtime/runtime.js"))}`,
);

/* Natural Earth's land without borders, coarse enough to be sent: [polygon, …] of rings of [longitude, latitude] in
 * hundredths of a degree. Bends and islands below these areas (square degrees) are left out, and so is Antarctica. */
const [BEND, ISLAND, SOUTH] = [0.05, 0.25, -60];
const world = simplify(presimplify(JSON.parse(packed("world-atlas/land-50m.json"))), BEND);
const land = filter(world, filterWeight(world, ISLAND));
const polygons = feature(land, land.objects.land).features.flatMap(({ geometry }) => geometry.coordinates);
const inSight = polygons.filter(([ring]) => ring.some(([, latitude]) => latitude > SOUTH));

/* A ring that crosses 180 degrees goes on beyond them, where the package jumps to the other end of the world; most of
 * it is within them, so that a lake lies in its land. */
function unbroken(ring) {
  let turn = 0;
  const whole = ring.map(([longitude, latitude], at) => {
    const step = at ? longitude - ring[at - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [longitude + turn, latitude];
  });
  const middle = whole.reduce((sum, [longitude]) => sum + longitude, 0) / whole.length;
  const back = 360 * Math.round(middle / 360);
  return whole.map(([longitude, latitude]) => [longitude - back, latitude].map((degrees) => Math.round(100 * degrees)));
}
const rings = inSight.map((polygon) => polygon.map(unbroken));
write("land-2.0.2.json", `[\n${rings.map((polygon) => JSON.stringify(polygon)).join(",\n")}\n]\n`);
