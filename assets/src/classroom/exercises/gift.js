/* GIFT, the text in which Moodle imports questions: the twin of timeline/publish/exports/gift.py. No DOM. */
import { lineOf } from "./questions.js";

/**
 * A text as it stands in a question; see Python for the reasons.
 * @param {string} words
 * @returns {string}
 */
function safe(words) {
  const signed = words
    .replaceAll("->", "→")
    .replace(/[\\~=#{}:]/g, "\\$&")
    .replaceAll("\n", "\\n");
  return signed.startsWith("%") ? `\u2060${signed}` : signed;
}

/**
 * @param {Question} question
 * @returns {string[]}
 */
function answers({ form, parts, options, right }) {
  if (form === "choice") return options.map((words, at) => `${right.includes(at) ? "=" : "~"}${safe(words)}`);
  if (form === "match") return parts.map((part, at) => `=${safe(part)} -> ${safe(options[right[at]])}`);
  return options.map((words, at) => `=${safe(words)} -> ${right.indexOf(at) + 1}`);
}

/**
 * @param {Question} question
 * @param {number} at
 * @returns {string}
 */
function written(question, at) {
  const { ask, about, beside, why, given } = question;
  const name = safe(`${String(at + 1).padStart(2, "0")} ${about || ask}`);
  const asked = safe([ask, about, beside, ...given.map(lineOf)].filter(Boolean).join("\n"));
  const feedback = safe(why.map(lineOf).join("\n"));
  return [`::${name}::[plain]${asked} {`, ...answers(question), `####${feedback}`, "}"].join("\n");
}

/**
 * Questions as GIFT, in a category of their own, called `name`.
 * @param {string} name
 * @param {Question[]} asked
 * @returns {string}
 */
export function gift(name, asked) {
  const line = name.split(/\s+/).join(" ").trim();
  const head = [`// ${line}`, `$CATEGORY: ${line.replaceAll("/", "//")}`];
  return `${[...head, ...asked.map(written)].join("\n\n")}\n`;
}
