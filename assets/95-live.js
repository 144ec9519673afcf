/* Live editing (`serve --reload`): when the record on the server changes, the page is loaded anew; its address holds
 * the view, and the place on the page is kept here. A broken save is shown until it is mended. */
"use strict";
(() => {
  const PACE = 1000; // ms between two questions
  const KEY = "timeline-live-scroll";
  if (document.documentElement.dataset.live === undefined) return;

  async function ask() {
    const { el, load } = Timeline.page;
    try {
      const { hash, problems } = await (await fetch("live.json", { cache: "no-store" })).json();
      if (hash !== load().record.hash) {
        sessionStorage.setItem(KEY, String(scrollY));
        location.reload();
        return;
      }
      const lines = problems.map(({ file, line, column, path, message, hint }) => `${file}:${line}:${column}: ${path ? `${path}: ` : ""}${message}${hint ? `; ${hint}` : ""}`);
      let box = document.getElementById("live-problems");
      if (!box && lines.length) document.body.prepend(box = el("div", { id: "live-problems", role: "alert" }));
      if (box && box.dataset.lines !== lines.join("\n")) {
        box.dataset.lines = lines.join("\n");
        box.hidden = !lines.length;
        box.replaceChildren(el("strong", {}, Timeline.page.say("live_broken")), el("ul", {}, lines.map((line) => el("li", {}, line))));
      }
    } catch (error) {
      // The server is starting again, or gone; the next question tells.
    }
    setTimeout(ask, PACE);
  }

  const ready = new MutationObserver(() => {
    if (document.documentElement.dataset.ready !== "true") return;
    ready.disconnect();
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (kept) scrollTo(0, Number(kept));
    ask();
  });
  ready.observe(document.documentElement, { attributes: true, attributeFilter: ["data-ready"] });
})();
