/* What leaves the page: the events of one view, in one language, as the readable exports show them. No DOM.
 *
 * The browser's twin of timeline/publish/exports/selection.py; the two have to agree to the byte. */
import { fold } from "../model/folding.js";

export const BETWEEN = "; "; // between the names that stand in one place
const SLUG = 60; // characters of a title that a file is named by

/**
 * A title as files are named, of whole words: the twin of `file_name` in timeline/record/identity.py.
 * @param {string} title
 * @returns {string}
 */
export function slug(title) {
  const words = fold(title).replace(/([a-z])'(?=s\b)/g, "$1");
  const whole = (words.match(/[a-z0-9]+/g) || []).join("-");
  if (whole.length <= SLUG) return whole || "timeline";
  const end = whole.lastIndexOf("-", SLUG);
  return whole.slice(0, end > 0 ? end : SLUG);
}

/**
 * The selection that every export is made from. `data` is the page's data, `known` what is known on the day shown
 * (model/asof.js), `rows` the events that leave, `base` the page's address for links ("" for none), `asof` that day,
 * `doubt` what is doubted and `changed` the events that it changes (model/doubt.js).
 *
 * {data, known, rows, lang, base, asof (in words), limits, doubt, changed, title, subtitle, updated, name, entries,
 * say, counted, labelled, link, filename}; an entry has the fields of Entry in Python.
 * @param {{ data: Payload, known: Known, rows: Row[], lang: string, base?: string, asof?: Iso | "",
 *   doubt?: string[], changed?: import("../model/doubt.js").Changed[] }} from
 * @returns {Exported}
 */
export function select({ data, known, rows, lang, base = "", asof = "", doubt = [], changed = [] }) {
  const words = data.words[lang];
  const say = (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  const { name, title, subtitle } = data.settings;
  const doubted = [...doubt].sort();
  const names = doubted.map((id) => (data.names.source[id] || data.names.actor[id])[lang]);
  const without = doubted.length && slug(`without ${doubted.join(" ")}`);
  /** @type {Exported} */
  const selection = {
    data,
    known,
    rows,
    lang,
    base,
    say,
    title: title[lang],
    subtitle: "",
    entries: [],
    updated: data.record.day,
    name,
    asof: asof && say("asof_day", { date: asof }),
    limits: "",
    doubt: doubted,
    changed,
    counted: (key, n) => say(n === 1 ? `${key}_1` : `${key}_n`, { n }),
    labelled: (key, text) => say("labelled", { label: say(key), text }),
    link: (id) => `${base}?event=${id}&lang=${lang}`,
    filename: (extension, part = "") =>
      `${[slug(title[lang]), part, asof && `as-of-${asof}`, without, lang].filter(Boolean).join("-")}.${extension}`,
  };
  selection.limits = [selection.asof, names.length && say("without", { names: names.join(", ") })]
    .filter(Boolean)
    .join(". ");
  selection.subtitle = [selection.limits, subtitle[lang]].filter(Boolean).join(". ");
  selection.entries = rows.map((row) => entryOf(selection, row));
  return selection;
}

const numbers = (iso) => {
  const [year, month, day] = iso.replace(/^-/, "").split("-").map(Number);
  return [iso.startsWith("-") ? -year : year, month, day];
};

/**
 * One event of a selection.
 * @param {Exported} selection
 * @param {Row} row
 * @returns {Entry}
 */
function entryOf({ data, known, lang, link, ...selection }, row) {
  const { columns } = known;
  const event = known.events[row];
  const name = (facet, value) => data.names[facet][value][lang];
  const [first, last] = event.shown.parts || [
    numbers(columns.start[row]),
    event.date.includes("/") ? numbers(columns.end[row]) : null,
  ];
  return {
    id: columns.id[row],
    edtf: event.date,
    start: columns.start[row] || "",
    end: columns.end[row] || "",
    first,
    last,
    certain: !event.shown.parts,
    when: event.shown.date[lang],
    date_note: event.date_note ? event.date_note[lang] : "",
    title: event.title[lang],
    summary: summaryOf(selection, event, row)[lang] || "",
    kind: name("kind", columns.kind[row]),
    status: name("status", columns.status[row]),
    status_id: columns.status[row],
    actors: columns.actors[row].map((actor) => name("actor", actor)),
    countries: columns.countries[row].map((code) => name("country", code)),
    sources: columns.sources[row].map((source) => name("source", source)),
    place: event.place ? event.place.name[lang] : "",
    lat: event.place?.lat ?? null,
    lon: event.place?.lon ?? null,
    claims: event.claims.length,
    link: link(columns.id[row]),
    media: shown(selection, lang, event.media),
  };
}

/** A picture at its whole address, its words in one language; null where exports have none. */
function shown({ base, asof, say }, lang, media) {
  if (!media || !base || asof) return null;
  const { src, alt, caption, by, licence } = media;
  const words = { alt: alt[lang], caption: caption ? caption[lang] : "", credit: say("media_by", { by, licence }) };
  return { url: new URL(src, base).href, ...words };
}

/**
 * The summary, where it fits the claims that the view is of: it is written with hindsight, and from all of them.
 * @param {Pick<Exported, "asof" | "changed">} selection
 * @param {TimelineEvent} event
 * @param {Row} row
 * @returns {Texts}
 */
const summaryOf = ({ asof, changed }, event, row) =>
  asof || changed.some((change) => change.row === row) ? {} : event.summary;

/**
 * What every readable export says beside the summary: how the date is known, the status, who says so.
 * @param {Exported} selection
 * @param {Entry} entry
 * @returns {string[]}
 */
export const notes = ({ labelled, counted }, entry) => [
  ...(entry.date_note ? [labelled("date_known", entry.date_note)] : []),
  labelled("status", entry.status),
  labelled(entry.sources.length === 1 ? "source" : "view_sources", entry.sources.join(BETWEEN)),
  counted("claims", entry.claims),
];
