/* TimelineJS 3 JSON: the browser's twin of timeline/publish/exports/timelinejs.py. No DOM. */
import { notes } from "./entries.js";
import { jsonFile } from "./json.js";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escape = (text) => text.replace(/[&<>"']/g, (char) => SIGNS[char]); // as Python's html.escape()
const paragraphs = (texts) =>
  texts
    .filter(Boolean)
    .map((text) => `<p>${escape(text)}</p>`)
    .join("");
/** A date as TimelineJS has it, which knows no year 0: 44 BC is -44. */
const date = ([year, ...rest]) =>
  Object.fromEntries(
    [year > 0 ? year : year - 1, ...rest].map((part, index) => [["year", "month", "day"][index], part]),
  );

/** The time of day of a date or of an end of an interval; {} where it has none. */
function time(end) {
  const parts = (end.split("T")[1] || "").slice(0, 8).split(":").filter(Boolean);
  return Object.fromEntries(parts.map((part, index) => [["hour", "minute", "second"][index], Number(part)]));
}

function media({ url, ...words }) {
  const said = ["caption", "credit", "alt"].filter((key) => words[key]);
  return { url, ...Object.fromEntries(said.map((key) => [key, escape(words[key])])) };
}

function slide(selection, entry) {
  const link = selection.base
    ? `<p><a href="${escape(entry.link)}">${escape(selection.say("open_event"))}</a></p>`
    : "";
  const ends = entry.edtf.split("/");
  return {
    unique_id: entry.id,
    start_date: { ...date(entry.first), ...time(ends[0]) },
    ...(entry.last ? { end_date: { ...date(entry.last), ...time(ends[ends.length - 1]) } } : {}),
    display_date: escape(entry.when),
    group: escape(entry.kind),
    text: {
      headline: escape(entry.title),
      text: paragraphs([selection.limits, entry.summary, ...notes(selection, entry)]) + link,
    },
    ...(entry.media ? { media: media(entry.media) } : {}),
    autolink: false,
  };
}

/**
 * A selection (export/entries.js) as TimelineJS reads it. It renders every text as HTML, so all are escaped.
 * @param {Exported} selection
 * @returns {string}
 */
export const timelinejs = (selection) =>
  jsonFile({
    title: { text: { headline: escape(selection.title), text: paragraphs([selection.subtitle]) } },
    events: selection.entries.map((entry) => slide(selection, entry)),
  });
