/* How to read the marks: in a line above the chart, at length below it. Kinds are explained by their filter's chips. */
import { el, statusMark } from "../dom/element.js";
import { load } from "../state/data.js";
import { SIGN } from "../views/date.js";
import { say } from "../words/i18n.js";

const PHONE = 640; // px of the screen below which the line scrolls, as in css/legend.css
const STATUSES = ["established", "reported", "contested", "predicted"];

/**
 * Draw the line above the chart: what the fillings of the marks say, and the sign for sources that differ.
 * @param {HTMLElement} root
 * @returns {void}
 */
export function line(root) {
  root.setAttribute("aria-label", say("legend"));
  if (innerWidth < PHONE)
    root.tabIndex = 0; // it scrolls sideways, with the arrow keys too
  else root.removeAttribute("tabindex");
  const differ = [el("span", { class: "sample-differ", "aria-hidden": "true" }, "≠"), say("legend_differ")];
  root.replaceChildren(
    ...STATUSES.map((status) => el("span", {}, statusMark(status), say(`legend_${status}`))),
    el("span", {}, ...differ),
  );
}

/**
 * Draw the legend; on a wide screen it is open.
 * @param {HTMLElement} root
 * @returns {void}
 */
export function draw(root) {
  const sample = (shape) => el("span", { class: `sample sample-${shape}`, "aria-hidden": "true" });
  const statuses = STATUSES.map((status) => el("li", {}, statusMark(status), say(status)));
  const dates = ["day", "range", "within", "about", "open", "cluster"].map((shape) =>
    el(
      "li",
      {},
      shape === "cluster" ? el("span", { class: "sample-cluster", "aria-hidden": "true" }, "7") : sample(shape),
      say(`legend_${shape}`),
    ),
  );
  if (load().geometry.whole.some((whole) => whole !== null))
    dates.push(el("li", {}, el("span", { class: "sample-parts", "aria-hidden": "true" }, "3"), say("legend_parts")));
  if (load().settings.seeds.length)
    dates.push(el("li", {}, el("span", { class: "sample-sign", "aria-hidden": "true" }, SIGN), say("public_date")));
  root.replaceChildren(
    el(
      "details",
      { open: innerWidth >= 1000 || root.querySelector("details[open]") !== null },
      el("summary", {}, say("legend")),
      el(
        "div",
        { class: "legend-groups" },
        el(
          "div",
          {},
          el("p", { class: "legend-head" }, say("legend_status")),
          el("ul", {}, statuses),
          el("p", { class: "quiet-text" }, say("legend_status_note")),
        ),
        el("div", {}, el("p", { class: "legend-head" }, say("legend_dates")), el("ul", {}, dates)),
      ),
    ),
  );
}
