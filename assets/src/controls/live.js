/* Live editing (`serve --reload`): when the record on the server changes, the page is loaded again; its address
 * holds the view, and the place on the page is kept here. Problems are shown until they are mended. */
import { el } from "../dom/element.js";
import { url, write } from "../state/address.js";
import { load } from "../state/data.js";
import { queryWith } from "../state/store.js";
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
    show(problems);
  } catch (error) {
    // The server is restarting, or gone; the next question tells.
  }
  setTimeout(ask, PACE);
}

/* A problem as a line: its place, which opens in the editor where one was chosen, and the event it is about. */
function item({ file, line, column, path, message, hint, event, editor }) {
  const place = `${file}:${line}:${column}`;
  const what = event && load().rows.id.includes(event) ? eventLink(event, path) : path;
  const parts = [editor ? el("a", { href: editor }, place) : place, ": ", what, what && ": ", message];
  return el("li", {}, ...parts, hint && `; ${hint}`);
}

function eventLink(event, words) {
  const link = el("a", { href: url(queryWith({ event })) }, words);
  link.addEventListener("click", (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return; // in a tab or window of its own
    click.preventDefault();
    write(queryWith({ event }), "push");
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  return link;
}

function show(problems) {
  let box = document.getElementById("live-problems");
  if (!box && !problems.length) return;
  if (!box) document.body.prepend((box = el("div", { id: "live-problems", role: "alert" })));
  const told = JSON.stringify(problems);
  if (box.dataset.told === told) return;
  box.dataset.told = told;
  box.hidden = !problems.length;
  box.replaceChildren(el("strong", {}, say("live_broken")), el("ul", {}, ...problems.map(item)));
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
