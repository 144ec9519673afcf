/* The board of a newsroom: the day at which the class stands, the reports of that day, and the button that lets the day
 * move on. Everything on it is of that day until then. */
import { el } from "../../dom/element.js";
import { dayOf } from "../../model/days.js";
import * as model from "../../model/newsroom.js";
import { load } from "../../state/data.js";
import { parse } from "../../state/store.js";
import { counted, dayText, say } from "../../words/i18n.js";
import * as report from "./report.js";
import { voted } from "./votes.js";

/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };
/** @type {Intl.DateTimeFormatOptions} The same year. */
const SHORT = { day: "numeric", month: "long" };

const yearOf = (/** @type {Iso} */ iso) => iso.slice(0, -6);

/**
 * The reports of a step.
 * @param {LessonStep} step
 * @returns {model.Report[]}
 */
export const reportsOf = ({ start = "", end = "", filter = "" }) =>
  model.reports(load(), parse(filter.replace(/^\?/, "")).spec, start, end);

/**
 * How the votes of a class and the record's answers of that day stand to each other, in a sentence.
 * @param {LessonStep} step
 * @param {model.Report[]} reports
 * @returns {string}
 */
function summary(step, reports) {
  const { id } = load().rows;
  const votes = reports.map(({ row, then }) => ({ mine: voted(step, id[row]), then })).filter(({ mine }) => mine);
  if (!votes.length) return say("newsroom_moved");
  return say("newsroom_score", { n: votes.filter(({ mine, then }) => mine === then).length, total: votes.length });
}

/**
 * The board. `reveal()` lets the day move on; the caller then draws the board anew, revealed.
 * @param {LessonStep} step
 * @param {{ revealed: boolean, reveal: () => void }} how
 * @returns {HTMLElement}
 */
export function draw(step, { revealed, reveal }) {
  const reports = reportsOf(step);
  const { start = "", end = "" } = step;
  const day = dayText(dayOf(end), LONG);
  const first = dayText(dayOf(start), yearOf(start) === yearOf(end) ? SHORT : LONG);
  const next = revealed
    ? el("p", { class: "newsroom-summary", role: "status", tabindex: "-1" }, summary(step, reports))
    : el(
        "button",
        { type: "button", class: "button newsroom-next", onclick: reveal },
        say("newsroom_move"),
        " ",
        el("span", { "aria-hidden": "true" }, "→"),
      );
  return el(
    "section",
    { class: revealed ? "newsroom revealed" : "newsroom", "aria-label": say("newsroom_day", { date: day }) },
    el(
      "p",
      { class: "newsroom-day" },
      el("strong", {}, say("newsroom_day", { date: day })),
      " ",
      el("span", {}, `${counted("newsroom_reports", reports.length)} ${say("newsroom_since", { date: first })}`),
    ),
    revealed ? next : null,
    el(
      "ol",
      { class: "newsroom-reports" },
      reports.map((one, index) => report.draw(step, one, { n: index + 1, revealed, day: dayText(dayOf(end), SHORT) })),
    ),
    revealed ? null : next,
  );
}
