/* The export menu: every format of the current view, made here in the browser, so that it works from a file too. */
"use strict";
Timeline.exports = (() => {
  const page = Timeline.page;
  const { el, say } = page;
  let bom = false; // as the box was left when the menu was last open
  const table = (rows) => (selection) => Timeline.exportTable.csv(selection, { rows, bom });
  let view = () => ({ rows: [], asof: "" });

  /* Every format, in the order of the menu. `label` and `hint` are keys of the page's words; make(selection) gives the
   * file's content (text or a Blob, or a promise of one) from a selection (assets/85-export-entries.js). `part` stands
   * in the file's name. Label and part may be functions, of what the view shows. Other files push their own, pictures for one. */
  const formats = [
    { id: "csv", label: "export_csv", hint: "export_csv_hint", extension: "csv", type: "text/csv;charset=utf-8", make: table("events") },
    { id: "csv-claims", label: "export_claims", hint: "export_claims_hint", extension: "csv", part: "claims", type: "text/csv;charset=utf-8", make: table("claims") },
    { id: "ics", label: "export_ics", hint: "export_ics_hint", extension: "ics", type: "text/calendar;charset=utf-8", make: (selection) => Timeline.exportCalendar.ics(selection) },
    { id: "timelinejs", label: "export_timelinejs", hint: "export_timelinejs_hint", extension: "timelinejs.json", type: "application/json", make: (selection) => Timeline.exportTimelinejs.json(selection) },
    { id: "json", label: "export_json", hint: "export_json_hint", extension: "json", type: "application/json", make: (selection) => Timeline.exportJson.json(selection) },
  ];

  const asked = (value) => (typeof value === "function" ? value() : value);

  /** The view as it stands, ready to be made into a file. */
  async function selection() {
    const data = await page.whole();
    const { rows, asof } = view();
    const base = location.protocol === "file:" ? "" : location.origin + location.pathname; // nobody else has this file
    return Timeline.entries.select({ data, known: page.known(), rows, lang: page.lang(), base, asof });
  }

  /** Make a format's file and hand it to the reader; gives its name. */
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
    return name;
  }

  function item(format, status) {
    async function save() {
      try {
        status.replaceChildren(say("export_done", { name: await download(format) }));
      } catch (error) {
        console.error(error);
        status.replaceChildren(say("export_failed", { name: say(asked(format.label)) }));
      }
    }
    const hint = `export-${format.id}-hint`;
    return el("li", { class: "export-format" },
      el("button", { type: "button", class: "button", dataset: { format: format.id }, "aria-describedby": hint, onclick: save },
        el("span", { "aria-hidden": "true" }, "↓ "), say(asked(format.label))),
      el("span", { id: hint, class: "export-hint" }, say(format.hint)));
  }

  function count({ rows }) {
    const [n, total] = [rows.length, page.known().rows.length];
    const key = n === 0 ? "none" : n < total ? (n === 1 ? "one" : "some") : n === 1 ? "only" : "all";
    return say(`export_${key}`, { n, total });
  }

  function open() {
    const status = el("p", { class: "export-status", role: "status" });
    const box = el("input", { type: "checkbox", id: "export-bom", checked: bom, onchange: () => { bom = box.checked; } });
    const now = view();
    Timeline.dialog.open("export-dialog", say("export_title"),
      el("p", { class: "export-count" }, count(now)),
      now.asof && el("p", {}, say("asof_day", { date: page.dayText(page.dayOf(now.asof), { day: "numeric", month: "long", year: "numeric" }) }), "."),
      el("ul", { class: "export-formats" }, formats.map((format) => item(format, status))),
      el("label", { class: "export-bom" }, box, say("export_bom")),
      status,
      el("p", { class: "quiet-text" }, say("export_here")));
  }

  /** Make the masthead's button open the menu. `current()` gives the view's {rows, asof}. */
  function listen(current) {
    view = current;
    document.getElementById("export").addEventListener("click", open);
  }

  return { formats, selection, download, listen };
})();
