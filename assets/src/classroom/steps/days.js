/* The buttons that move the day of a view that is shown as of one: back and on to the days on which something became
 * known. */
import { el } from "../../dom/element.js";
import * as model from "../../model/changes.js";
import { dayOf, isBefore } from "../../model/days.js";
import { load } from "../../state/data.js";
import { dayText, say } from "../../words/i18n.js";

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };

/**
 * The day of a view with its buttons; null where the view is that of today, or nothing can be replayed.
 * @param {View} view
 * @param {Actions} actions `change` moves the day
 * @returns {HTMLElement | null}
 */
export function daysOf({ asof, all }, { change, announce }) {
  const { rows, events, settings } = load();
  if (!asof || !settings.replay) return null;
  const list = model.changes(rows, events, all, settings.replay);
  const words = (/** @type {Iso} */ day) => dayText(dayOf(day), LONG);
  const button = (/** @type {1 | -1} */ by) => {
    const key = by > 0 ? "asof_later" : "asof_earlier";
    const { day } = model.next(list, asof, by);
    const isEnd = by > 0 ? !isBefore(asof, day) : !isBefore(day, asof);
    const move = () => {
      if (isEnd) return;
      change({ asof: day });
      announce(words(day));
    };
    const sign = el("span", { "aria-hidden": "true" }, by > 0 ? "→" : "←");
    // Not `disabled`, which would take the focus away.
    const more = { "aria-label": say(key), "aria-disabled": String(isEnd), dataset: { key } };
    return el("button", { type: "button", class: "button", ...more, onclick: move }, sign);
  };
  return el("p", { class: "step-days" }, button(-1), el("strong", {}, words(asof)), button(1));
}
