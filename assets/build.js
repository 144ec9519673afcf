/* Builds dist/ from src/ and css/; with --check, says which files of dist/ are out of date instead, and fails.
 *
 * The browser's part is built twice: `timeline.js` holds all of it, for a page that is itself a file; in `modules/` the
 * same stands as what a first visit needs and what is loaded on demand, with `modules.json` to say what is what. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { build, transform } from "esbuild";
import { rollup } from "rollup";

const HOME = import.meta.dirname;
const [SRC, CSS, DIST] = ["src", "css", "dist"].map((name) => join(HOME, name));
const BOOT = readdirSync(join(SRC, "boot")).map((file) => `src/boot/${file}`);
const LEAST = 2000; // characters of a file of modules, below which they go into another one where that is harmless
const SMALL = {
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome111", "firefox113", "safari16.4"],
};
const OPTIONS = { ...SMALL, absWorkingDir: HOME, bundle: true, write: false, logLevel: "warning", outdir: "dist" };

/* The sheets that stand in no page from the start: those that `index.css` doesn't name. */
function sheetsOnDemand() {
  const index = readFileSync(join(CSS, "index.css"), "utf8");
  return readdirSync(CSS).filter((file) => file !== "index.css" && !index.includes(`"./${file}"`));
}

/* The modules, [[name, text], …], and the list of them: module → the files that it needs beyond the first script.
 * Rollup parts them, because it makes no file of its own for what the first script holds already, as esbuild does. */
async function modules() {
  const wanted = new Set(); // modules that somebody imports on demand
  const notes = {
    name: "notes",
    buildEnd() {
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id).dynamicImporters.length) wanted.add(id);
    },
    transform: (code, id) => (id.endsWith(".json") ? `export default ${code}` : null),
    renderChunk: async (code) => (await transform(code, { ...SMALL, format: "esm" })).code,
  };
  const bundle = await rollup({ input: { timeline: join(SRC, "main.js") }, plugins: [notes], logLevel: "warn" });
  const names = { entryFileNames: "[name].js", chunkFileNames: "[name].js" };
  const { output } = await bundle.generate({ format: "es", ...names, experimentalMinChunkSize: LEAST });
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const needed = (name) => (chunks.get(name).isEntry ? [] : [name, ...chunks.get(name).imports.flatMap(needed)]);
  const found = [...wanted].map((id) => {
    const { fileName } = output.find(({ moduleIds }) => moduleIds.includes(id));
    return [relative(SRC, id).split(sep).join("/"), [...new Set(needed(fileName))]];
  });
  const list = JSON.stringify(Object.fromEntries(found.sort()), null, 2);
  return [...output.map(({ fileName, code }) => [`modules/${fileName}`, code]), ["modules.json", `${list}\n`]];
}

/* The files of dist/ as they should be: name → text. */
async function made() {
  const whole = { ...OPTIONS, format: "iife" };
  const results = await Promise.all([
    build({ ...whole, entryPoints: { timeline: "src/main.js" } }),
    build({ ...whole, entryPoints: BOOT, entryNames: "boot-[name]" }),
    build({ ...whole, entryPoints: { scorm: "src/classroom/scorm.js" } }),
    build({ ...OPTIONS, entryPoints: { timeline: "css/index.css" } }),
    build({ ...OPTIONS, entryPoints: sheetsOnDemand().map((file) => `css/${file}`), entryNames: "sheet-[name]" }),
  ]);
  const bundles = results.flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [basename(path), text]));
  return new Map([...bundles, ...(await modules())]);
}

const files = await made();
const old = existsSync(DIST)
  ? readdirSync(DIST, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join("/"))
  : [];
const read = (name) => (old.includes(name) ? readFileSync(join(DIST, name), "utf8") : null);
const stale = [
  ...[...files].filter(([name, text]) => read(name) !== text).map(([name]) => name),
  ...old.filter((name) => !files.has(name)),
];
if (process.argv.includes("--check")) {
  if (stale.length) {
    console.error(`assets/dist is out of date (${stale.join(", ")}): run "make assets" and commit what it changes`);
    process.exit(1);
  }
} else {
  for (const name of old) if (!files.has(name)) rmSync(join(DIST, name));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(DIST, name)), { recursive: true });
    writeFileSync(join(DIST, name), text);
  }
}
