/* iCalendar (RFC 5545): the browser's twin of timeline/publish/exports/ics.py, which gives the reasons. No DOM. */
import { dayOf, isoOf } from "../model/days.js";
import { BETWEEN, notes } from "./entries.js";

const LINE = 75; // octets of a line, its end left out
// eslint-disable-next-line no-control-regex -- these are the controls
const NO_TEXT = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g; // controls that a TEXT may not hold
const NOTHING = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const escaped = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(NO_TEXT, "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

const utf8 = new TextEncoder();
const octets = (char) => utf8.encode(char).length;

function folded(line) {
  const parts = [""];
  let width = 0;
  for (const char of line) {
    width += octets(char);
    if (width > LINE) {
      parts.push("");
      width = 1 + octets(char); // the space that a continued line begins with
    }
    parts[parts.length - 1] += char;
  }
  return parts.join("\r\n ");
}

const compact = (iso) => iso.replace(/-/g, "");
const dayAfter = (iso) => (iso === "9999-12-31" ? null : isoOf(dayOf(iso) + 1));

/** The moments between which an entry lies, in UTC where their offset is known; none where one end has no time. */
function momentsOf({ edtf }) {
  const ends = edtf.split("/");
  return ends.every((end) => end.includes("T")) ? ends.map(moment) : [];
}

function moment(text) {
  const [, local, offset] = /^(.{19})(.*)$/.exec(text);
  const plain = local.replace(/[-:]/g, "");
  if (!offset) return plain;
  const utc = new Date(local + (offset.length === 3 ? `${offset}:00` : offset)).toISOString();
  // Not the first or the last hours of all.
  return /^\d{4}/.test(utc) && !utc.startsWith("0000") ? `${utc.slice(0, 19).replace(/[-:]/g, "")}Z` : plain;
}

/** DTSTART, and DTEND where there is one. */
function when(entry) {
  const moments = momentsOf(entry);
  if (moments.length) return moments.map((value, index) => `${["DTSTART", "DTEND"][index]}:${value}`);
  const first = entry.start || entry.end;
  const after = dayAfter(entry.start && entry.end ? entry.end : first);
  return [`DTSTART;VALUE=DATE:${compact(first)}`, after && `DTEND;VALUE=DATE:${compact(after)}`];
}

function component(selection, entry) {
  const plain = entry.certain && (!entry.edtf.includes("T") || momentsOf(entry).length > 0);
  const summary = plain ? entry.title : selection.say("uncertain_title", { title: entry.title, date: entry.when });
  const description = [selection.limits, entry.summary, ...notes(selection, entry)].filter(Boolean).join("\n");
  return [
    "BEGIN:VEVENT",
    `UID:${entry.id}@${selection.name}`,
    `DTSTAMP:${compact(selection.updated)}T000000Z`,
    ...when(entry),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    entry.place && `LOCATION:${escaped(entry.place)}`,
    entry.lat !== null && entry.lon !== null && `GEO:${entry.lat};${entry.lon}`,
    `CATEGORIES:${escaped(entry.kind)},${escaped(entry.status)}`,
    `STATUS:${entry.status_id === "established" ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    selection.base && `URL:${entry.link}`,
    "END:VEVENT",
  ].filter(Boolean);
}

/** Whether no calendar can hold an entry: it begins before the year 1. */
const isTooEarly = ({ start, end }) => /^(-|0000)/.test(start || end);

/**
 * The entries that a calendar leaves out, in words, and why; "" where it holds all.
 * @param {Exported} selection
 * @returns {string}
 */
export function leftOut({ entries, say }) {
  const titles = entries.filter(isTooEarly).map(({ title, when: date }) => `${title} (${date})`);
  return titles.length ? say("ics_left_out", { titles: titles.join(BETWEEN) }) : "";
}

/**
 * A selection (export/entries.js) as a calendar.
 * @param {Exported} selection
 * @returns {string}
 */
export function ics(selection) {
  const title = escaped(selection.title);
  const about = escaped([selection.subtitle, leftOut(selection)].filter(Boolean).join(". "));
  const kept = selection.entries.filter((entry) => !isTooEarly(entry));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//timeline//${selection.name}//${selection.lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    `DESCRIPTION:${about}`,
    `X-WR-CALDESC:${about}`,
    ...kept.flatMap((entry) => component(selection, entry)),
    ...(kept.length ? [] : NOTHING),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
