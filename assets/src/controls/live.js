/* Live editing (`serve --reload`): when the record on the server changes, the page is loaded again; its address
 * holds the view, and the place on the page is kept here. Problems are shown until they are mended. */
import { el } from "../dom/element.js";
import { load } from "../state/data.js";
import { say } from "../words/i18n.js";

const PACE = 1000; // ms between two questions
const KEY = "timeline-live-scroll";

async function ask() {
  try {
    const { hash, problems } = await (await fetch("live.json", { cache: "no-store" })).json();
    if (hash !== load().record.hash) {
      sessionStorage.setItem(KEY, String(scrollY));
      location.reload();
      return;
    }
    show(problems.map(inWords));
  } catch (error) {
    // The server is restarting, or gone; the next question tells.
  }
  setTimeout(ask, PACE);
}

function inWords({ file, line, column, path, message, hint }) {
  const what = path ? `${path}: ${message}` : message;
  return `${file}:${line}:${column}: ${what}${hint ? `; ${hint}` : ""}`;
}

function show(lines) {
  let box = document.getElementById("live-problems");
  if (!box && !lines.length) return;
  if (!box) document.body.prepend((box = el("div", { id: "live-problems", role: "alert" })));
  if (box.dataset.lines === lines.join("\n")) return;
  box.dataset.lines = lines.join("\n");
  box.hidden = !lines.length;
  const items = lines.map((line) => el("li", {}, line));
  box.replaceChildren(el("strong", {}, say("live_broken")), el("ul", {}, items));
}

/**
 * Begin to ask whether the record has changed, when the page is ready.
 * @returns {void}
 */
export function follow() {
  const page = document.documentElement;
  const begin = () => {
    if (page.dataset.ready !== "true") return;
    ready.disconnect();
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (kept) scrollTo(0, Number(kept));
    ask();
  };
  const ready = new MutationObserver(begin);
  ready.observe(page, { attributes: true, attributeFilter: ["data-ready"] });
  begin();
}
