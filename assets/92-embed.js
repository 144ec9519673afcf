/* The page in another page's frame (`embed=1`): a head of two lines, and links that leave the frame alone. */
"use strict";
Timeline.embed = (() => {
  const { el, say, text } = Timeline.page;
  let head = null;

  function build() {
    head = el("div", { class: "embed-head" });
    document.querySelector(".masthead").append(head);
    // Most sites refuse to be shown in a frame; and the frame should go on showing the timeline.
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='http']");
      if (link && framed()) link.target = "_blank";
    }, true);
  }

  const framed = () => document.documentElement.dataset.embed === "1";

  /** Say what the frame shows, and link to the whole page with the same view. */
  function draw() {
    if (!framed()) return;
    if (!head) build();
    const view = Timeline.app.view();
    const [count, ...chosen] = Timeline.viewWords.filters(view);
    head.replaceChildren(
      el("p", { class: "embed-title" }, text(Timeline.page.load().settings.title)),
      el("a", { class: "embed-open", href: Timeline.address.url(Timeline.app.queryWith({ lang: Timeline.page.lang(), embed: undefined })), target: "_blank", rel: "noopener" },
        say("embed_open"), el("span", { "aria-hidden": "true" }, " ↗")),
      el("p", { class: "embed-view" }, [count, ...chosen].join(" · ")));
  }

  return { draw };
})();
