/* The bar above the chart: presets, zoom, the window in words, and how many events lie outside of it. */
import { el } from "../dom/element.js";
import { giveBack, heldKey } from "../dom/focus.js";
import { dayOf } from "../model/days.js";
import { load } from "../state/data.js";
import { dayText, say, text } from "../words/i18n.js";

/**
 * Draw the bar as the view has it; the focus stays on the button that has it.
 * @param {HTMLElement} root
 * @param {View} view
 * @param {Actions} actions
 * @returns {void}
 */
export function draw(root, { rows, window: [first, last] }, actions) {
  const { settings, geometry } = load();
  const held = heldKey(root);
  const before = rows.filter((row) => geometry.to[row] < first);
  const after = rows.filter((row) => geometry.from[row] > last);
  const preset = ({ id, name, start, end }) => {
    const on = Math.round(first) === dayOf(start) && Math.round(last) === dayOf(end);
    return el(
      "button",
      {
        type: "button",
        class: "chip",
        dataset: { key: id, preset: id },
        "aria-pressed": String(on),
        onclick: () => actions.setWindow([dayOf(start), dayOf(end)]),
      },
      text(name),
    );
  };
  const tool = (key, sign, doing) =>
    el(
      "button",
      {
        type: "button",
        class: "button icon",
        dataset: { key },
        "aria-label": say(key),
        title: say(key),
        onclick: doing,
      },
      el("span", { "aria-hidden": "true" }, sign),
    );
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
  root.replaceChildren(
    el("div", { class: "presets", role: "group", "aria-label": say("window") }, settings.presets.map(preset)),
    el(
      "div",
      { class: "window-line" },
      outside("outside_before", before, "◀", before[before.length - 1]),
      el("span", { class: "window-text" }, `${dayText(first)} – ${dayText(last)}`),
      outside("outside_after", after, "▶", after[0]),
      el(
        "span",
        { class: "zoom-tools" },
        tool("pan_earlier", "←", () => actions.pan(-0.5)),
        tool("zoom_out", "−", () => actions.zoom(2)),
        tool("zoom_in", "+", () => actions.zoom(0.5)),
        tool("pan_later", "→", () => actions.pan(0.5)),
      ),
    ),
  );
  giveBack(root, held);
}
