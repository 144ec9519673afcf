/* Around the chart: zoom in its corner; below it the window in words, and how many events lie outside of it. */
import { el, node } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { load } from "../../state/data.js";
import { lang, periodText, say } from "../../words/i18n.js";
import { shortened } from "../description.js";

const PHONE = matchMedia("(max-width: 599.98px)"); // as in css/chart.css
PHONE.addEventListener("change", inOrder);
const PAUSE = 700; // ms without another window after which it is told to screen readers
let told = ""; // the window that they know
let soon = 0;

/**
 * Draw the bar as the view has it; the focus stays on the button that has it.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, view, actions) {
  const {
    rows,
    window: [first, last],
  } = view;
  const { geometry, overview } = load();
  const held = heldKey(root);
  const before = rows.filter((row) => geometry.to[row] < first);
  const after = rows.filter((row) => geometry.from[row] > last);
  const outside = (key, list, sign, target) =>
    el(
      "button",
      {
        type: "button",
        class: `outside ${key}`,
        dataset: { key, count: list.length },
        disabled: !list.length,
        "aria-label": say(`${key}_long`, { n: list.length }),
        onclick: () => actions.showRow(target),
      },
      key === "outside_before" ? `${sign} ` : "",
      say(key, { n: list.length }),
      key === "outside_after" ? ` ${sign}` : "",
    );
  const [quiet] = [...shortened(view), overview.breaks.length > 0 && say("quiet_years")];
  root.replaceChildren(
    outside("outside_before", before, "◀", before[before.length - 1]),
    el(
      "span",
      { class: "period" },
      tool("pan_earlier", "←", () => actions.pan(-0.5)),
      el("span", { class: "window-text" }, periodText([first, last])),
      tool("pan_later", "→", () => actions.pan(0.5)),
      el("span", { class: "quiet-years" }, quiet),
    ),
    outside("outside_after", after, "▶", after[0]),
  );
  giveBack(root, held);
  tell([first, last], rows.length - before.length - after.length, actions);
}

/** Tell screen readers of another window, and how many events it has, once it stays. */
function tell(window, n, actions) {
  const key = window.join();
  if (key === told) return;
  clearTimeout(soon);
  const first = !told;
  told = key;
  if (first) return;
  const period = periodText(window);
  soon = setTimeout(() => actions.announce(say(n === 1 ? "window_1" : "window_n", { period, n })), PAUSE);
}

function tool(key, sign, doing) {
  return el(
    "button",
    { type: "button", class: "button icon", dataset: { key }, "aria-label": say(key), title: say(key), onclick: doing },
    el("span", { "aria-hidden": "true" }, sign),
  );
}

/** The keyboard meets the buttons where the eye does: above the chart, on a phone at its foot. */
function inOrder() {
  const [root, chart] = [node("zoom-tools"), node("timeline")];
  if (PHONE.matches && chart.nextElementSibling !== root) chart.after(root);
  if (!PHONE.matches && root.nextElementSibling !== chart) chart.before(root);
}

/**
 * Draw the buttons in the chart's corner, once a language.
 * @param {Actions} actions
 * @returns {void}
 */
export function tools(actions) {
  const root = node("zoom-tools");
  inOrder();
  if (root.dataset.lang === lang()) return;
  const held = heldKey(root);
  root.dataset.lang = lang();
  root.replaceChildren(
    tool("zoom_out", "−", () => actions.zoom(2)),
    tool("zoom_in", "+", () => actions.zoom(0.5)),
  );
  giveBack(root, held);
}
