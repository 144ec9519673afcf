/* The list of what a doubt changes: a few events, and where there are more a sign that it goes on, and all of them at a
 * press. */
import { el } from "../dom/element.js";
import { say } from "../words/i18n.js";

/**
 * A box with the items of a list, and the button that opens it as far as it goes.
 * @param {HTMLElement[]} items
 * @param {string} label
 * @returns {HTMLElement[]}
 */
export function list(items, label) {
  let whole = false; // all are shown
  const box = el(
    "div",
    { class: "doubt-list", role: "region", tabindex: "0", "aria-label": label },
    el("ul", { class: "doubt-changes" }, items),
  );
  const button = el("button", { type: "button", class: "button doubt-all", onclick: turn, hidden: true });
  function turn() {
    whole = !whole;
    box.scrollTop = 0;
    show();
  }
  function show() {
    box.classList.toggle("whole", whole);
    const under = box.scrollHeight - box.clientHeight - box.scrollTop;
    box.classList.toggle("goes-on", under > 1);
    button.hidden = !whole && box.scrollHeight <= box.clientHeight + 1;
    button.setAttribute("aria-expanded", String(whole));
    button.textContent = whole ? say("doubt_few") : say("doubt_all", { n: items.length });
  }
  box.addEventListener("scroll", show, { passive: true });
  new ResizeObserver(show).observe(box);
  return [box, button];
}
