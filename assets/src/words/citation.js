/* How the view is pointed to from elsewhere: its address, a line for a footnote, BibTeX, and the code of a frame. */
import { isoOf } from "../model/days.js";
import { fold } from "../model/folding.js";
import { url } from "../state/address.js";
import { load } from "../state/data.js";
import { queryWith } from "../state/store.js";
import { dayText, lang, say, text } from "./i18n.js";

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/**
 * Who can open the page's address: "all", "here" (this computer's own server) or "file" (it has none).
 * @returns {"all" | "here" | "file"}
 */
export function reach() {
  if (location.protocol === "file:") return "file";
  return LOCAL.test(location.hostname) ? "here" : "all";
}

/**
 * The address of the view, in the page's language, with some keys changed; "" where the page is a file, whose path
 * would tell about its owner and lead nowhere.
 * @param {Partial<Spec>} [part]
 * @returns {string}
 */
export const address = (part = {}) =>
  reach() === "file" ? "" : url(queryWith({ lang: lang(), embed: undefined, ...part }));

/**
 * The view of a page that is a file: the file's name, and what stands behind it in the address.
 * @returns {string}
 */
export const inFile = () =>
  `${decodeURIComponent(location.pathname.split("/").pop())}#${queryWith({ lang: lang(), embed: undefined })}`;

const today = () => {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;
};
/**
 * The version of the record, in short.
 * @returns {string}
 */
export const version = () => load().record.hash.slice(0, 12);

/**
 * A line for a footnote: title, version of the record, address, day.
 * @returns {string}
 */
export function line() {
  const { record, settings } = load();
  const words = say("citation", { title: text(settings.title), date: record.updated[lang()], hash: version() });
  const day = dayText(today(), { day: "numeric", month: "long", year: "numeric" });
  return address() ? `${words}. ${say("citation_read", { link: address(), day })}.` : `${words}.`;
}

const SIGNS = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
/** A text as BibTeX reads it: LaTeX's own signs are signs, and so are braces, paired or not. */
const escaped = (words) =>
  words.replace(/[\\~^{}$&#_%]/g, (sign) => SIGNS[sign] || `\\${sign}`).replace(/[\u00a0\u202f]/g, "~");

/** The key of the entry: the record's title and version, the same in every language and on every day. */
function key() {
  const { record, settings } = load();
  const words = fold(settings.title[settings.languages[0]]).match(/[a-z0-9]+/g) || ["timeline"];
  return [...words.slice(0, 6), record.hash.slice(0, 7)].join("-");
}

/**
 * The entry as BibTeX and biblatex read it. Addresses stand as they are: both set them verbatim.
 * @returns {string}
 */
export function bibtex() {
  const { record, settings } = load();
  const [year, month] = record.date.split("-");
  const fields = {
    title: `{${escaped(text(settings.title))}}`,
    howpublished: escaped(say("timeline_kind")),
    year,
    month: month && String(Number(month)),
    note: escaped(say("consulted", { date: record.updated[lang()], hash: version() })),
    url: address(),
    urldate: address() && isoOf(today()),
  };
  const width = Math.max(...Object.keys(fields).map((name) => name.length));
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name.padEnd(width)} = {${value}},`);
  return `@misc{${key()},\n${lines.join("\n")}\n}`;
}

const attribute = (words) => words.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/**
 * The HTML that shows the view in another page.
 * @returns {string}
 */
export function frame() {
  const attributes = {
    src: address({ embed: "1" }),
    title: text(load().settings.title),
    width: "100%",
    height: "560",
    style: "border: 1px solid #8888",
    loading: "lazy",
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${attribute(value)}"`);
  return `<iframe${written.join("")}></iframe>`;
}
