/* Loads the scripts after the first frame is painted: they keep the browser busy, and the page that is there already
 * needs none of them. A hidden page paints no frame. */
const SOON = 400; // ms to wait for the first frame at most
// What the address asks for at once: a key, its value ("" for any), and the module that answers, as src/on-demand.js
// has them.
const AT_ONCE = [
  ["view", "sources", "views/sources/sources.js"],
  ["view", "disagreements", "views/disagreements.js"],
  ["view", "numbers", "views/numbers/numbers.js"],
  ["view", "compare", "views/compare/compare.js"],
  ["view", "clocks", "views/clocks/clocks.js"],
  ["view", "map", "views/map/map.js"],
  ["view", "forecasts", "views/forecasts.js"],
  ["asof", "", "chart/replay/replay.js"],
  ["doubt", "", "controls/doubt.js"],
  ["exercise", "", "classroom/exercises/exercises.js"],
  ["present", "1", "classroom/present/present.js"],
  ["lesson", "", "classroom/story/story.js"],
];
// run: [[name, address], …] of our script and the data; modules: the files of each module on demand.
const { run, modules } = JSON.parse(document.getElementById("files").textContent);
const asked = new URLSearchParams(location.search);

const add = (tag, values) => document.head.appendChild(Object.assign(document.createElement(tag), values));

function load() {
  if (!run.length) return;
  const [[, timeline], [, record]] = run.splice(0);
  add("script", { type: "module", src: timeline, onerror: tell });
  add("link", { rel: "preload", as: "fetch", crossOrigin: "", href: record, onerror: tell });
}

/* They did not come: the list for readers without scripts shows, and says what to do. */
function tell() {
  if (document.getElementById("unloaded")) return;
  const list = document.createElement("div");
  list.id = "unloaded";
  // The title shows, since nothing else does. Where the data come after all, this is set again.
  document.documentElement.dataset.embed = "0";
  list.innerHTML = document.querySelector("noscript").textContent; // a text, where scripts run
  document.body.append(list);
  asked.delete("embed");
  const { href } = new URL(`?${asked}`, location.href);
  for (const link of list.querySelectorAll(".unloaded a")) Object.assign(link, { href, textContent: href });
}

function fetchAhead() {
  for (const [key, value, module] of AT_ONCE) {
    if (!asked.has(key) || (value && asked.get(key) !== value)) continue;
    for (const href of modules[module]) add("link", { rel: "modulepreload", href });
  }
}

fetchAhead();
if (document.hidden) load();
else requestAnimationFrame(() => setTimeout(load));
setTimeout(load, SOON);
