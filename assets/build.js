/* Builds dist/ from src/ and css/; with --check, says which files of dist/ are out of date instead, and fails. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const HOME = import.meta.dirname;
const DIST = join(HOME, "dist");
const BOOT = readdirSync(join(HOME, "src/boot")).map((file) => `src/boot/${file}`);
const OPTIONS = {
  absWorkingDir: HOME,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome111", "firefox113", "safari16.4"],
  write: false,
  logLevel: "warning",
};

/* The files of dist/ as they should be: name → text. */
async function made() {
  const scripts = { ...OPTIONS, format: "iife", outdir: "dist" };
  const results = await Promise.all([
    build({ ...scripts, entryPoints: { timeline: "src/main.js" } }),
    build({ ...scripts, entryPoints: BOOT, entryNames: "boot-[name]" }),
    build({ ...OPTIONS, entryPoints: { timeline: "css/index.css" }, outdir: "dist" }),
  ]);
  return new Map(results.flatMap(({ outputFiles }) => outputFiles.map(({ path, text }) => [basename(path), text])));
}

const files = await made();
const old = existsSync(DIST) ? readdirSync(DIST) : [];
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
  mkdirSync(DIST, { recursive: true });
  for (const name of old) if (!files.has(name)) rmSync(join(DIST, name));
  for (const [name, text] of files) writeFileSync(join(DIST, name), text);
}
