/* The last of the tabs: "More" opens the extra views (EXTRA_VIEWS in timeline/query/spec.py), and bears the name of the
 * one that is shown. */
import { el } from "../dom/element.js";
import { attach } from "../dom/popover.js";
import { load } from "../state/data.js";
import { say } from "../words/i18n.js";

/** @type {{ button: HTMLButtonElement, part: HTMLElement } | undefined} */
let made;

/**
 * Draw the button after the tabs, where there is any extra view. `change(part)` changes the view.
 * @param {HTMLElement} root
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function draw(root, { view }, change) {
  const { extra } = load();
  if (!extra.length) return;
  const { button, part } = (made ||= make());
  if (!root.contains(button)) /** @type {Element} */ (root.querySelector(".choice-list")).append(button, part);
  const shown = extra.includes(view);
  button.textContent = say(shown ? `view_${view}` : "more");
  button.title = say("more_views");
  button.setAttribute("aria-current", String(shown));
  part.setAttribute("aria-label", say("more_views"));
  part.replaceChildren(...extra.map((name) => item(name, name === view, change)));
}

function make() {
  const button = el("button", { type: "button", id: "more-views-open" });
  const part = el("div", { id: "more-views", class: "popover", role: "group" });
  attach(button, part);
  return { button, part };
}

/**
 * @param {string} view
 * @param {boolean} current
 * @param {Change} change
 */
function item(view, current, change) {
  const onclick = () => {
    if (made) made.part.hidePopover(); // the focus goes back to the button
    change({ view });
  };
  const look = { type: "button", class: "button", dataset: { view }, "aria-current": String(current), onclick };
  return el("button", look, say(`view_${view}`));
}
