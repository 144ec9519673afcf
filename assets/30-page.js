/* What every drawn part shares: the record's data, the words, and a way to make elements from plain text. */
"use strict";
Timeline.page = (() => {
  let data = null;

  /* The page's data (timeline/view/payload.py) comes in a file, since marks that stand in the HTML show sooner without it; that
   * of a large record in several (timeline/view/portions.py). Only in a page that is itself a file it stands in the HTML. */
  const holder = () => document.getElementById("record-data");
  const file = async (path) => (await fetch(path)).json();
  let first = null;
  let came = () => {}; // what is to be done when texts have come
  const parts = new Map(); // number → the promise of a part of the texts

  /** The page's data, once arrive() has had it. */
  function load() {
    if (!data) take(JSON.parse(holder().textContent));
    return data;
  }

  function take(found) {
    data = found;
    const missing = data.count - data.events.length;
    if (missing) data.events = [...data.events, ...Array(missing).fill(pending())];
    Timeline.searchable.attach(data);
  }

  /** An event whose texts aren't here yet. */
  function pending() {
    const dots = Object.fromEntries(data.settings.languages.map((language) => [language, "…"]));
    return { title: dots, summary: dots, date: dots, edtf: "", claims: [], pending: true };
  }

  /** A promise of enough of the data for the first screen; null where it is here. */
  function arrive() {
    const { record } = holder().dataset;
    if (data || !record) return null;
    first = first || file(record).then(take).catch((error) => {
      first = null; // what didn't come is asked for again
      throw error;
    });
    return first;
  }

  const paths = () => (holder().dataset.texts || "").split(" ").filter(Boolean);

  /** Have the texts of some rows sent where they aren't here; `came()` is called when they are. */
  function want(rows) {
    const { part } = load();
    const numbers = new Set(rows.filter((row) => data.events[row].pending).map((row) => Math.floor(row / part)));
    const missing = [...numbers].filter((number) => !parts.has(number));
    if (missing.length) Promise.all(missing.map(portion)).then(() => came());
  }

  function portion(number) {
    if (!parts.has(number)) {
      parts.set(number, file(paths()[number]).then((texts) => {
        const events = [...data.events]; // a new list, by which others see that it is another one
        events.splice(number * data.part, texts.length, ...texts);
        data.events = events;
        Timeline.searchable.attach(data);
      }).catch((error) => {
        parts.delete(number); // what didn't come is sent for again when it is needed again
        throw error;
      }));
    }
    return parts.get(number);
  }

  /** The data, when everything of it is here: what looks through all texts or takes them out waits for it. */
  async function whole() {
    await Promise.all(paths().map((_, number) => portion(number)));
    return load();
  }

  /** Whether texts are missing. */
  const waiting = () => paths().length > 0 && load().events.some((event) => event.pending);
  const onTexts = (doing) => { came = doing; };

  /* What is known on the day that is shown (assets/15-asof.js): {rows, columns, events}; all of it by default. */
  let day = "";
  const known = () => Timeline.asof.at(load().rows, load().events, day);
  const setDay = (next) => { day = next; };

  const lang = () => document.documentElement.lang;
  const dark = () => document.documentElement.dataset.theme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);

  /** The interface's words for `key`, with `{name}` parts filled in. */
  const say = (key, values = {}) => load().strings[lang()][key].replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  /** The record's name of a value of a facet ("actor", "vladimir-putin" → “Vladimir Putin”). */
  const name = (facet, value) => (load().names[facet][value] || {})[lang()] || value;
  /** A text of the record in the page's language. */
  const text = (texts) => texts[lang()];

  /** An element. `attributes` may hold `class`, `on…` functions and `dataset`; children are elements or plain text. */
  function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (key === "dataset") Object.assign(element.dataset, value);
      else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key === "class" ? "class" : key, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
    return element;
  }

  /** The mark of an event's kind and status, as it looks in the chart. Decorative: words stand beside it. */
  const symbol = (kind, status) =>
    el("span", { class: `symbol symbol-${load().settings.symbols[kind]} is-${status || "established"}`, style: `--colour: var(--kind-${kind})`, "aria-hidden": "true" },
      el("span"));

  /** The filling that a status gives to any mark, shown on a plain circle. */
  const statusMark = (status) => el("span", { class: `symbol symbol-circle is-${status}`, style: "--colour: var(--ink)", "aria-hidden": "true" }, el("span"));

  const isoOf = (day) => new Date(Math.round(day) * 864e5).toISOString().slice(0, 10);
  const dayOf = (iso) => Date.parse(iso + "T00:00:00Z") / 864e5;
  /** The first and the last day there is: those of the years 0001 and 9999. */
  const ENDS = [dayOf("0001-01-01"), dayOf("9999-12-31")];
  const formats = new Map();
  /** A day in words, in the page's language: 19 Jun 2024 / 19 juin 2024. */
  function dayText(day, options = { day: "numeric", month: "short", year: "numeric" }) {
    const key = lang() + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang() === "en" ? "en-GB" : lang(), { timeZone: "UTC", ...options }));
    const words = formats.get(key).format(new Date(Math.round(day) * 864e5));
    return lang() === "fr" ? words.replace(/^1 (?=\p{L})/u, "1er ") : words;
  }

  return { load, arrive, want, whole, waiting, onTexts, known, setDay, lang, dark, say, name, text, el, symbol, statusMark, isoOf, dayOf, ENDS, dayText };
})();
