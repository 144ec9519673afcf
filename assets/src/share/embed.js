/* The page in another page's frame (`embed=1`): a head of two lines, and links that leave the frame alone. */
import { notice } from "../controls/preferences.js";
import { el } from "../dom/element.js";
import * as address from "../state/address.js";
import { load } from "../state/data.js";
import * as store from "../state/store.js";
import { lang, say, text } from "../words/i18n.js";
import * as viewWords from "../words/views.js";

const LEAVES = "a[href^='http']:not([aria-controls]), .embed-open"; // not what shows an event on the page
let head = null;

function build() {
  head = el("div", { class: "embed-head" });
  document.querySelector(".masthead").append(head);
  // Most sites refuse to be shown in a frame; and the frame should go on showing the timeline.
  document.addEventListener(
    "click",
    (event) => {
      const target = /** @type {Element} */ (event.target);
      const link = /** @type {HTMLAnchorElement} */ (target.closest(LEAVES));
      if (!link || !framed()) return;
      link.target = "_blank";
      if (window.origin === "null") openFrom(event, link.href);
    },
    true,
  );
}

/** Open a page from a frame that may be closed (`sandbox`): what it may not open, the reader can copy. */
function openFrom(event, link) {
  event.preventDefault();
  const opened = window.open(link, "_blank");
  if (opened) opened.opener = null;
  else notice(say("embed_closed", { link }));
}

const framed = () => document.documentElement.dataset.embed === "1";

/**
 * Say what the frame shows, and link to the whole page with the same view.
 * @returns {void}
 */
export function draw() {
  if (!framed()) return;
  if (!head) build();
  const view = store.view();
  const [count, ...chosen] = viewWords.filters(view);
  head.replaceChildren(
    el("p", { class: "embed-title" }, text(load().settings.title)),
    el(
      "a",
      {
        class: "embed-open",
        href: address.url(store.queryWith({ lang: lang(), embed: undefined })),
        target: "_blank",
        rel: "noopener",
      },
      say("embed_open"),
      el("span", { "aria-hidden": "true" }, " ↗"),
    ),
    el("p", { class: "embed-view" }, [count, ...chosen].join(" · ")),
  );
}
