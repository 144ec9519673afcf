/* The export menu: every format of the current view, made here in the browser, so that it works from a file too. */
import { served } from "../classroom/exercises/served.js";
import { tell } from "../classroom/exercises/words.js";
import * as scope from "../controls/scope.js";
import * as dialogs from "../dom/dialog.js";
import { el } from "../dom/element.js";
import { dayOf } from "../model/days.js";
import { whole } from "../state/data.js";
import * as doubted from "../state/doubted.js";
import { current, known, period, queryOf, shown } from "../state/store.js";
import * as doubtWords from "../words/doubt.js";
import { dayText, lang, say } from "../words/i18n.js";
import { howMany } from "../words/views.js";
import { csv } from "./csv.js";
import * as entries from "./entries.js";
import { ics, leftOut } from "./ics.js";
import { json } from "./json.js";
import * as picture from "./picture/picture.js";
import { timelinejs } from "./timelinejs.js";

let bom = false; // as the box was left when the menu was last open
// A spreadsheet opens a table by double click where its cells are parted as its country does: by semicolons where a
// decimal has a comma.
const delimiter = () => ((1.5).toLocaleString(navigator.language).includes(",") ? ";" : ",");
const table = (rows) => (chosen) => csv(chosen, { rows, bom, delimiter: bom ? delimiter() : "," });

const { part } = picture;
const label = (/** @type {string} */ format) => ["picture", part(), format].filter(Boolean).join("_");

/* Every format, in the order of the menu. `label` and `hint` are keys of the page's words; make(selection) gives the
 * file's content (text or a Blob, or a promise of one) from a selection (entries.js); `words` says the keys, where
 * the page's own words don't have them. `part` stands in the file's name. Label and part may be functions, of what the
 * view shows. */
const formats = [
  {
    id: "csv",
    label: "export_csv",
    hint: "export_csv_hint",
    extension: "csv",
    type: "text/csv;charset=utf-8",
    make: table("events"),
  },
  {
    id: "csv-claims",
    label: "export_claims",
    hint: "export_claims_hint",
    extension: "csv",
    part: "claims",
    type: "text/csv;charset=utf-8",
    make: table("claims"),
  },
  {
    id: "csv-forecasts",
    label: "export_forecasts",
    hint: "export_forecasts_hint",
    when: () => current().view === "forecasts",
    extension: "csv",
    part: "forecasts",
    type: "text/csv;charset=utf-8",
    make: table("forecasts"),
  },
  {
    id: "ics",
    label: "export_ics",
    hint: "export_ics_hint",
    extension: "ics",
    type: "text/calendar;charset=utf-8",
    make: ics,
    leftOut,
  },
  {
    id: "timelinejs",
    label: "export_timelinejs",
    hint: "export_timelinejs_hint",
    extension: "timelinejs.json",
    type: "application/json",
    make: timelinejs,
  },
  {
    id: "json",
    label: "export_json",
    hint: "export_json_hint",
    extension: "json",
    type: "application/json",
    make: json,
  },
  {
    id: "gift",
    label: "export_gift",
    hint: "export_gift_hint",
    words: tell,
    extension: "gift.txt",
    type: "text/plain;charset=utf-8",
    make: async () => (await import("../classroom/exercises/files.js")).giftText(spec()),
  },
  {
    id: "png",
    label: () => label("png"),
    hint: "picture_png_hint",
    part,
    make: () => picture.asPng(),
    extension: "png",
    type: "image/png",
  },
  {
    id: "svg",
    label: () => label("svg"),
    hint: "picture_svg_hint",
    part,
    make: () => picture.asSvg(),
    extension: "svg",
    type: "image/svg+xml",
  },
];

/** The view as exercises have it: with its period, where that counts. */
const spec = () => ({ ...current(), ...(shown().narrow ? { window: period() } : {}) });

const asked = (value) => (typeof value === "function" ? value() : value);

/** The view as it stands, ready to be made into a file. */
async function selection() {
  const data = await whole();
  const { listed: rows, asof, doubt } = shown();
  // A file on disk has no address for others.
  const base = location.protocol === "file:" ? "" : location.origin + location.pathname;
  return entries.select({ data, known: known(), rows, lang: lang(), base, asof, doubt, changed: doubted.changed() });
}

/** Make a format's file and hand it to the reader; gives its name, and what could not be in it, in words. */
async function download(format) {
  const chosen = await selection();
  const name = chosen.filename(format.extension, asked(format.part));
  const content = await format.make(chosen);
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: format.type }));
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60e3); // a slow disk may still be reading it
  return [name, format.leftOut ? format.leftOut(chosen) : ""];
}

function item(format, status) {
  async function save() {
    try {
      const [name, without] = await download(format);
      status.replaceChildren([say("export_done", { name }), without].filter(Boolean).join(". "));
    } catch (error) {
      console.error(error);
      status.replaceChildren(say("export_failed", { name: (format.words || say)(asked(format.label)) }));
    }
  }
  const hint = `export-${format.id}-hint`;
  return el(
    "li",
    { class: "export-format" },
    el(
      "button",
      { type: "button", class: "button", dataset: { format: format.id }, "aria-describedby": hint, onclick: save },
      el("span", { "aria-hidden": "true" }, "↓ "),
      (format.words || say)(asked(format.label)),
    ),
    el("span", { id: hint, class: "export-hint" }, (format.words || say)(format.hint)),
  );
}

/** A format that a server makes. */
const onServer = (id, href) =>
  el(
    "li",
    { class: "export-format" },
    el(
      "a",
      { class: "button", href, download: true, dataset: { format: id }, "aria-describedby": `export-${id}-hint` },
      el("span", { "aria-hidden": "true" }, "↓ "),
      tell(`export_${id}`),
    ),
    el("span", { id: `export-${id}-hint`, class: "export-hint" }, tell(`export_${id}_hint`)),
  );

function count({ listed }) {
  const [n, total] = [listed.length, known().rows.length];
  return say(`export_${howMany(n, total)}`, { n, total });
}

/** How many events are exported, and the choice between the period and all. */
function which(change) {
  const words = el("p", { class: "export-count" });
  const choice = el("div", { class: "choices segments", role: "radiogroup", "aria-label": say("export_scope") });
  const draw = () => {
    words.replaceChildren(count(shown()));
    scope.drawChoices(choice, shown(), (now) => {
      const changed = change(now);
      draw();
      return changed;
    });
  };
  draw();
  return [choice, words];
}

/**
 * Open the menu. `change` changes the view.
 * @param {Change} change
 * @returns {void}
 */
export function open(change) {
  const status = el("p", { class: "export-status", role: "status" });
  const box = el("input", {
    type: "checkbox",
    id: "export-bom",
    checked: bom,
    onchange: () => {
      bom = box.checked;
    },
  });
  const now = shown();
  dialogs.open(
    "export-dialog",
    say("export_title"),
    ...which(change),
    now.asof &&
      el(
        "p",
        {},
        say("asof_day", { date: dayText(dayOf(now.asof), { day: "numeric", month: "long", year: "numeric" }) }),
        ".",
      ),
    now.doubt.length ? el("p", {}, doubtWords.without(now.doubt), ".") : null,
    el(
      "ul",
      { class: "export-formats" },
      formats.filter(({ when }) => !when || when()).map((format) => item(format, status)),
      served() ? onServer("qti", `export/events.qti.zip?${queryOf({ ...spec(), lang: lang() })}`) : "",
    ),
    served() ? "" : el("p", { class: "quiet-text" }, tell("export_on_server")),
    el("label", { class: "export-bom" }, box, say("export_bom")),
    status,
    el("p", { class: "quiet-text" }, say("export_here"), " ", say("legend_status_note")),
  );
}
