/* The page's data (timeline/view/payload.py). They come in a file, because marks in the HTML show sooner without
 * them; the data of a large record come in several (timeline/view/data_parts.py): first what the first screen needs,
 * and when that answers the columns that come later, titles that the chart shows, and texts that are read. A page that
 * is itself a file holds them in its HTML. */
import { pause } from "../dom/after-paint.js";
import * as search from "../model/search.js";
import { lazily, unpack } from "./packing.js";

// The keys of a view that look at no column that comes later.
const EARLY = ["lang", "theme", "embed", "window", "scope", "quiet", "from", "to", "dates", "kind", "status", "source"];
const holder = () => /** @type {HTMLElement} */ (document.getElementById("record-data"));

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
const file = async (path) => (await fetch(path)).json();
/** @type {any} The payload; null until it is here. */
let data = null;
let came = () => {}; // called when texts have arrived
let times = 0; // that texts have arrived
/** @type {Map<string, Promise<void>>} */
const asked = new Map(); // what was asked for ("texts 3") → its promise

/**
 * Ask for something once, and again where it did not come.
 * @param {string} name
 * @param {() => Promise<void>} ask
 * @returns {Promise<void>}
 */
function once(name, ask) {
  if (!asked.has(name)) {
    const coming = ask().catch((error) => {
      asked.delete(name);
      throw error;
    });
    asked.set(name, coming);
  }
  return /** @type {Promise<void>} */ (asked.get(name));
}

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
 * @param {any} found
 * @returns {void}
 */
function take(found) {
  data = unpack(found);
  if (data.first) {
    const events = Array(data.count).fill(pending());
    for (const [at, row] of data.first.entries()) events[row] = data.events[at];
    for (const name of data.later) data.rows[name] = standIn(name, events);
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
  const nothing = { date: "", claims: [], disagreements: [], shown: { date: dots } };
  return { title: dots, summary: dots, ...nothing, pending: true, untitled: true };
}

/**
 * A column that comes later, until then: no lists have a word, and ids are known of those events whose texts are here.
 * @param {string} name
 * @param {any[]} events
 * @returns {any[]}
 */
const standIn = (name, events) => events.map((event) => (name === "id" ? event.id || "" : []));

/**
 * A promise of the data for the first screen, and of all columns where the address needs one that comes later; null
 * if they are here.
 * @returns {Promise<void> | null}
 */
export function arrive() {
  const { record, later } = holder().dataset;
  if (data || !record) return null;
  const further = later && looksFurther(new URLSearchParams(location.search).keys());
  return once("record", async () => {
    const [found, more] = await Promise.all([file(record), further ? file(later) : null]);
    await pause(); // reading them is long enough for one turn
    take(more ? { ...found, rows: { ...found.rows, ...more }, later: [] } : found);
  });
}

/**
 * Whether a view with these keys may look at columns that come later.
 * @param {Iterable<string>} keys
 * @returns {boolean}
 */
export const looksFurther = (keys) => [...keys].some((key) => !EARLY.includes(key));

/**
 * Whether columns are still to come.
 * @returns {boolean}
 */
export const lacking = () => Boolean(load().later?.length);

/**
 * Fetch the columns that come later, where they are not here.
 * @returns {Promise<void>}
 */
export function columns() {
  const { later = "" } = holder().dataset;
  if (!lacking()) return Promise.resolve();
  return once("later", async () => {
    const packed = await file(later);
    const [before, found] = [data.rows, unpack({ rows: packed, geometry: {}, figures: {} }).rows];
    // Other columns and another list than before, so that others see the change.
    data.events = [...data.events];
    data.rows = lazily(Object.keys(before), (name) => (name in packed ? found : before)[name]);
    data.later = [];
    search.attach(data);
  });
}

/**
 * @param {string} kind "texts" or "titles"
 * @returns {string[]}
 */
const paths = (kind) => (holder().dataset[kind] || "").split(" ").filter(Boolean);

/**
 * Fetch the texts of some rows that are missing, of `named` rows the titles, and the columns that come later; when all
 * of it is here, so that it is drawn once, the function given to onTexts() is called.
 * @param {Row[]} rows
 * @param {Row[]} [named]
 * @returns {void}
 */
export function want(rows, named = []) {
  const { part = 1 } = load();
  const missing = (/** @type {Row[]} */ some, /** @type {"pending" | "untitled"} */ what) => [
    ...new Set(some.filter((row) => data.events[row][what]).map((row) => Math.floor(row / part))),
  ];
  const texts = missing(rows, "pending");
  const titles = missing(named, "untitled").filter((number) => !texts.includes(number));
  const wanted = [...texts.map((number) => ["texts", number]), ...titles.map((number) => ["titles", number])];
  const coming = wanted
    .filter(([kind, number]) => !asked.has(`${kind} ${number}`))
    .map(([kind, number]) => portion(String(kind), Number(number)));
  if (lacking() && !asked.has("later")) coming.push(columns());
  if (coming.length) Promise.all(coming).then(() => came());
}

/**
 * @param {string} kind "texts" or "titles"
 * @param {number} number
 * @returns {Promise<void>}
 */
const portion = (kind, number) =>
  once(`${kind} ${number}`, async () => {
    const found = await file(paths(kind)[number]);
    const from = number * data.part;
    const events = [...data.events]; // a new list, so that others see the change
    for (const [at, event] of found.entries())
      events[from + at] = kind === "texts" ? event : titled(events[from + at], event);
    data.events = events;
    times += 1;
    search.attach(data);
  });

/**
 * An event with its title, where its texts have not come sooner.
 * @param {TimelineEvent} event
 * @param {TimelineEvent} title
 * @returns {TimelineEvent}
 */
const titled = (event, title) => (event.untitled ? { ...event, ...title, untitled: false } : event);

/**
 * The data, once all of them are here: for what looks through all texts or exports them.
 * @returns {Promise<Payload>}
 */
export async function whole() {
  await Promise.all([columns(), ...paths("texts").map((_, number) => portion("texts", number))]);
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
export const waiting = () => paths("texts").length > 0 && load().events.some((event) => event.pending);

/**
 * `doing()` is called when texts that were asked for have come.
 * @param {() => void} doing
 * @returns {void}
 */
export const onTexts = (doing) => {
  came = doing;
};
