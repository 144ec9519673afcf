/* Makes the scripts of vendor/ from their npm packages, as vendor/README.md says. The font is made by fonttools. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { transformSync } from "esbuild";

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
