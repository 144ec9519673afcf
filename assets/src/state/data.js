/* The page's data (timeline/view/payload.py). They come in a file, because marks in the HTML show sooner without
 * them; the data of a large record come in several (timeline/view/data_parts.py). A page that is itself a file holds
 * them in its HTML. */
import { pause } from "../dom/after-paint.js";
import * as search from "../model/search.js";

const holder = () => /** @type {HTMLElement} */ (document.getElementById("record-data"));

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
const file = async (path) => (await fetch(path)).json();
/** @type {any} The payload; null until it is here. */
let data = null;
/** @type {Promise<void> | null} */
let first = null; // the promise of the data for the first screen
let came = () => {}; // called when texts have arrived
let times = 0; // that texts have arrived
/** @type {Map<number, Promise<void>>} */
const parts = new Map(); // number → the promise of a part of the texts

/**
 * The page's data, once arrive() has had it.
 * @returns {Payload}
 */
export function load() {
  if (!data) take(JSON.parse(holder().textContent || ""));
  return data;
}

/**
 * Whether the data for the first screen are here.
 * @returns {boolean}
 */
export const isHere = () => data !== null;

/**
 * @param {Payload} found
 * @returns {void}
 */
function take(found) {
  data = found;
  if (data.first) {
    const events = Array(data.count).fill(pending());
    for (const [at, row] of data.first.entries()) events[row] = data.events[at];
    data.events = events;
  }
  search.attach(data);
}

/**
 * An event whose texts aren't here yet.
 * @returns {TimelineEvent}
 */
function pending() {
  const dots = Object.fromEntries(data.settings.languages.map((/** @type {string} */ language) => [language, "…"]));
  return { title: dots, summary: dots, date: "", claims: [], disagreements: [], shown: { date: dots }, pending: true };
}

/**
 * A promise of the data for the first screen; null if they are here.
 * @returns {Promise<void> | null}
 */
export function arrive() {
  const { record } = holder().dataset;
  if (data || !record) return null;
  first =
    first ||
    file(record)
      .then((found) => pause().then(() => take(found))) // reading them is long enough for one turn
      .catch((error) => {
        first = null; // so that it can be asked for again
        throw error;
      });
  return first;
}

const paths = () => (holder().dataset.texts || "").split(" ").filter(Boolean);

/**
 * Fetch the texts of some rows that are missing; then the function given to onTexts() is called.
 * @param {Row[]} rows
 * @returns {void}
 */
export function want(rows) {
  const { part = 1 } = load();
  const numbers = new Set(rows.filter((row) => data.events[row].pending).map((row) => Math.floor(row / part)));
  const missing = [...numbers].filter((number) => !parts.has(number));
  if (missing.length) Promise.all(missing.map(portion)).then(() => came());
}

/**
 * @param {number} number
 * @returns {Promise<void>}
 */
function portion(number) {
  if (!parts.has(number)) {
    const coming = file(paths()[number]).then((texts) => {
      const events = [...data.events]; // a new list, so that others see the change
      events.splice(number * data.part, texts.length, ...texts);
      data.events = events;
      times += 1;
      search.attach(data);
    });
    const kept = coming.catch((error) => {
      parts.delete(number); // so that it is fetched again when it is needed
      throw error;
    });
    parts.set(number, kept);
  }
  return /** @type {Promise<void>} */ (parts.get(number));
}

/**
 * The data, once all of them are here: for what looks through all texts or exports them.
 * @returns {Promise<Payload>}
 */
export async function whole() {
  await Promise.all(paths().map((_, number) => portion(number)));
  return load();
}

/**
 * How many times texts have come: what was drawn before may show too few.
 * @returns {number}
 */
export const arrivals = () => times;

/**
 * Whether texts are missing.
 * @returns {boolean}
 */
export const waiting = () => paths().length > 0 && load().events.some((event) => event.pending);

/**
 * `doing()` is called when texts that were asked for have come.
 * @param {() => void} doing
 * @returns {void}
 */
export const onTexts = (doing) => {
  came = doing;
};
