/* How common styles cite a timeline, from their CSL files by citeproc: `node citations.js` writes the patterns that
 * `timeline/view/citations/` fills in, with --check it says whether they are as the processor has them. With --cite it
 * answers each line of its input ({style, language, title, kind, date: [2026, 11, 25], link}) with a citation. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import citeproc from "citeproc";

const HOME = import.meta.dirname;
const PATTERNS = join(HOME, "../timeline/view/citations/patterns.json");
const WORDS = join(HOME, "../timeline/view/words");
const LOCALES = { en: "en-US", fr: "fr-FR" };
const STYLES = {
  apa: { en: "apa", fr: "apa-fr-provost" },
  mla: { en: "modern-language-association", fr: "modern-language-association" },
  chicago: { en: "chicago-author-date", fr: "chicago-author-date-fr" },
};
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
// What stands for what is filled in. The title's words are small, so that a style that makes them large is seen to.
const TITLE = /zqone zqtwo/i;
const CASES = { "zqone zqtwo": "{title}", "Zqone zqtwo": "{title:first}", "Zqone Zqtwo": "{title:words}" };
const [YEAR, DAY, LINK] = [2222, 28, "https://link.example/"];

const read = (name) => readFileSync(join(HOME, "csl", name), "utf8");

const engines = new Map(); // of each style and language, which take a while to make
const items = new Map(); // what is cited

function engineOf(style, language) {
  const key = `${style} ${language}`;
  if (!engines.has(key)) {
    const system = {
      retrieveLocale: () => read(`locales-${LOCALES[language]}.xml`),
      retrieveItem: (id) => items.get(id),
    };
    const engine = new citeproc.Engine(system, read(`${STYLES[style][language]}.csl`), LOCALES[language], true);
    engine.setOutputFormat("text");
    engines.set(key, engine);
  }
  return engines.get(key);
}

/** The citation of a page without an author, as the bibliography of a style has it. */
function cited({ style, language, title, kind, date, link }) {
  const id = `item-${items.size}`;
  const item = { id, type: "webpage", title, genre: kind, issued: { "date-parts": [date] }, language };
  items.set(id, { ...item, ...(link ? { URL: link } : {}) });
  const engine = engineOf(style, language);
  engine.updateItems([id]);
  return engine.makeBibliography()[1].join("").trim();
}

/** The part in which texts differ that begin and end alike. */
function differing(texts) {
  const [one] = texts;
  const alike = (end) =>
    texts.every((text) => (end > 0 ? text.startsWith(one.slice(0, end)) : text.endsWith(one.slice(end))));
  let [first, last] = [0, 0];
  while (alike(first + 1)) first += 1;
  while (alike(last - 1)) last -= 1;
  return texts.map((text) => text.slice(first, text.length + last));
}

/** The patterns of a style for a page that has an address (`linked`) and one that has none (`bare`), and its months. */
function patterns(style, language) {
  const { timeline_kind: kind } = JSON.parse(readFileSync(join(WORDS, `${language}.json`), "utf8"));
  const of = (month, link) => cited({ style, language, title: "zqone zqtwo", kind, date: [YEAR, month, DAY], link });
  const months = differing(MONTHS.map((month) => of(month, "")));
  const pattern = (link) =>
    of(12, link)
      .replace(TITLE, (found) => CASES[found])
      .replace(kind, "{kind}")
      .replaceAll(String(YEAR), "{year}")
      .replace(months[11], "{month}")
      .replace(String(DAY), "{day}")
      .replace(LINK, "{link}");
  return { linked: pattern(LINK), bare: pattern(""), months };
}

/** All patterns, as the file has them. */
function all() {
  const of = (language) => Object.keys(STYLES).map((style) => [style, patterns(style, language)]);
  const found = Object.keys(LOCALES).map((language) => [language, Object.fromEntries(of(language))]);
  return `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`;
}

if (process.argv.includes("--cite")) {
  const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
  for (const line of lines) console.log(JSON.stringify(cited(JSON.parse(line))));
} else if (!process.argv.includes("--check")) writeFileSync(PATTERNS, all());
else if (readFileSync(PATTERNS, "utf8") !== all()) {
  console.error("timeline/view/citations/patterns.json is out of date: run `node assets/citations.js`");
  process.exit(1);
}
