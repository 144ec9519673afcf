/* What was answered on this device. It stays here, and can be cleared; the first answer to a question counts. */
import { load } from "../../state/data.js";

/** @typedef {{ right: number, of: number }} Score */
/** @type {Record<string, [number, number]>} */
let inMemory = {}; // where the browser keeps nothing

/** Where the answers to the questions of this record stand. */
function place() {
  const { title, languages } = load().settings;
  return `timeline-score ${title[languages[0]]}`;
}

/** @returns {Record<string, [number, number]>} */
function answers() {
  try {
    return JSON.parse(localStorage.getItem(place()) || "{}");
  } catch (error) {
    return inMemory;
  }
}

/** @param {Record<string, [number, number]>} next */
function keep(next) {
  inMemory = next;
  try {
    localStorage.setItem(place(), JSON.stringify(next));
  } catch (error) {
    /* private window: the score lasts as long as the page */
  }
}

/**
 * How many answers are right, of how many.
 * @returns {Score}
 */
export function total() {
  const all = Object.values(answers());
  return { right: all.reduce((sum, [right]) => sum + right, 0), of: all.reduce((sum, [, of]) => sum + of, 0) };
}

/**
 * Count the answer to a question, unless it was answered before, and tell whoever listens on the document
 * (`timeline-score`, as a learning platform does).
 * @param {Pick<Question, "kind" | "key">} question
 * @param {number} right
 * @param {number} of
 * @returns {void}
 */
export function count({ kind, key }, right, of) {
  const name = `${kind} ${key}`;
  const now = answers();
  if (!(name in now)) keep({ ...now, [name]: [right, of] });
  document.dispatchEvent(new CustomEvent("timeline-score", { detail: { question: name, right, of } }));
}

/**
 * Forget every answer.
 * @returns {void}
 */
export function clear() {
  inMemory = {};
  try {
    localStorage.removeItem(place());
  } catch (error) {
    /* nothing was kept */
  }
}
