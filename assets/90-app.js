/* The thin adapter between Dash and the drawn parts. One specification is the state.
 *
 * Whatever changes the view (a choice, the chart, the panel) calls change(), which draws it at once, puts it into the
 * address, and tells Dash by `#view-spec`. Dash calls show() at the beginning, and when anybody else writes there. */
"use strict";
Timeline.app = (() => {
  const page = Timeline.page;
  const { look, filters, fields, address } = Timeline;
  const node = (id) => document.getElementById(id);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const AGAIN = 2000; // ms after which data that did not come are asked for again
  let data, spec, context, rows, ready = false;

  /* ---- the specification ---- */

  function start() {
    data = page.load();
    context = {
      keys: data.keys, choices: data.choices, facets: filters.FACETS,
      known: { ...data.facets, unit: Object.keys(data.names.unit), event: data.rows.id, lang: data.settings.languages, ...data.choices },
    };
    Timeline.chart.init(node("timeline"), actions);
    Timeline.overview.init(node("overview"), actions);
    listen();
    return fromAddress();
  }

  function fromAddress() {
    const { spec: found, ignored } = Timeline.query.parseQuery(address.query(), context);
    const left = ignored.map(([key, value]) => `${key}=${value}`);
    fieldsBehind = true;
    // In a frame, language and theme are the framing page's wish, not the reader's.
    if (found.lang && !found.embed) look.remember("lang", found.lang);
    if (found.theme && !found.embed) look.remember("theme", found.theme);
    look.notice(left.length ? page.say("ignored", { what: left.join(", ") }) : reversed(found));
    return found;
  }

  /** What is to be said where the first day comes after the last, else "". */
  const reversed = ({ from, to }) => (from && to && from > to ? page.say("dates_reversed") : "");

  /** Change the view: `part` holds the keys that change (undefined clears one), or makes them from the specification.
   * `how` is push or replace. Tells whether anything changed. */
  function change(part, how = "push") {
    const now = { ...spec, ...fields.pending() };
    const next = { ...now, ...(typeof part === "function" ? part(now) : part) };
    for (const key of Object.keys(next)) if (next[key] === undefined || next[key].length === 0) delete next[key];
    if (same(next, spec)) return false;
    if (reversed(next) !== reversed(spec)) look.notice(reversed(next));
    address.write(Timeline.query.toQuery(next, context), how);
    turn(next);
    return true;
  }

  function clear() {
    fieldsBehind = true;
    if (!change(Object.fromEntries(filters.CLEARED.map((key) => [key, undefined])))) fields.show(spec);
  }

  /** Dash: the specification is `written` (JSON; nothing at the beginning). */
  function show(written) {
    const soon = page.arrive();
    if (soon) soon.then(() => show(written), () => setTimeout(show, AGAIN, written));
    else if (!Timeline.dash.isEcho(written)) guarded(() => {
      const next = written ? JSON.parse(written) : spec || start();
      if (!same(next, spec)) turn(next);
    });
  }

  /** Show another specification, and let Dash know. */
  function turn(next) {
    const others = ({ window, ...rest }) => rest;
    const moved = spec && rows && !fieldsBehind && same(others(spec), others(next));
    spec = next;
    guarded(moved ? move : render);
  }

  /** Nothing but the window is another one: filters, counts and the list stay as they are. */
  function move() {
    const view = viewOf();
    Timeline.overview.move(view.window);
    drawView(view).then(fetchTexts);
    Timeline.dash.tell(spec);
  }

  function render() {
    look.apply(spec);
    if (fieldsBehind) fields.show(spec);
    else fields.label();
    fieldsBehind = false;
    page.setDay(spec.asof || "");
    rows = Timeline.query.select(data.operators, page.known().columns, spec, page.known().rows);
    const drawn = draw();
    Timeline.later.put(drawRest);
    if (!ready) Timeline.later.now();
    drawn.then(settle);
  }

  /** What stands around the view: it may come a frame later. What measures the page comes first, while nothing has changed in it. */
  const drawRest = () => guarded(() => {
    const view = viewOf();
    if ((spec.view || "timeline") === "timeline") Timeline.overview.draw(view);
    look.label();
    filters.draw(spec, change);
    Timeline.list.draw(node("event-list"), view, actions);
    fetchTexts();
    Timeline.dash.tell(spec);
  });

  /** Of a large record, have those texts sent that the view shows, or all of them where it looks through all. */
  function fetchTexts() {
    if (!page.waiting()) return;
    if (spec.q || spec.asof || !["timeline", "list", undefined].includes(spec.view)) page.whole().then(() => guarded(render));
    else page.want([...(spec.event ? [data.rows.id.indexOf(spec.event)] : []), ...Timeline.list.shown(), ...Timeline.chart.named()]);
  }

  /** Texts have come: what shows them is drawn again. Which events there are, and how many of a kind, is as before. */
  function showTexts() {
    draw();
    Timeline.list.draw(node("event-list"), viewOf(), actions);
    fetchTexts();
  }

  /* True where the boxes for words and days have to be written: never while somebody types, who may be a few letters ahead. */
  let fieldsBehind = true;

  /* ---- drawing ---- */

  function windowDays() {
    const preset = data.settings.presets.find(({ id }) => id === data.settings.window);
    const [first, last] = spec.window ? spec.window.split("/") : [preset.start, preset.end];
    return [page.dayOf(first), page.dayOf(last)];
  }

  function viewOf() {
    const group = spec.group || "kind";
    return { rows, window: windowDays(), asof: spec.asof || "", group, only: spec[group] || [], event: spec.event ? data.rows.id.indexOf(spec.event) : null };
  }

  function draw() {
    const view = viewOf();
    document.documentElement.dataset.view = spec.view || "timeline";
    document.title = (view.event === null ? "" : `${page.text(data.events[view.event].title)} – `) + page.text(data.settings.title);
    const drawn = drawView(view); // first, since it measures the page
    filters.count(rows.length, page.known().rows.length, spec);
    Timeline.replay.draw(node("replay"), view, actions);
    drawPanel(view);
    return drawn;
  }

  function drawView(view) {
    Timeline.embed.draw();
    Timeline.legend.draw(node("legend"));
    const other = { sources: Timeline.matrix, disagreements: Timeline.disagreements, numbers: Timeline.numbers }[spec.view];
    if (other) return Promise.resolve(other.draw(node(`${spec.view}-view`), { ...view, unit: spec.unit || null }, actions));
    if (spec.view === "list") return Promise.resolve();
    const drawn = Timeline.chart.draw(view);
    Timeline.window.draw(node("window-bar"), view, actions);
    return drawn;
  }

  function drawPanel(view) {
    const panel = node("event-panel");
    Timeline.panelFocus.around(panel, spec.event, !ready, (claim) => Timeline.panel.draw(panel, view.event, rows, view.asof, actions, claim));
    document.documentElement.classList.toggle("has-panel", view.event !== null);
  }

  /* ---- what the drawn parts may do ---- */

  const setWindow = ([first, last]) => {
    const [low, high] = Timeline.chart.clamp([first, last]);
    const days = [Math.round(low), Math.max(Math.round(high), Math.round(low) + 1)];
    const preset = data.settings.presets.find(({ id }) => id === data.settings.window);
    const value = days.map(page.isoOf).join("/");
    const changed = change({ window: value === `${preset.start}/${preset.end}` ? undefined : value }, "replace");
    // The same window rounded again changes nothing, but the chart and the brush may stand a few pixels beside it.
    if (!changed) redraw();
  };

  const actions = {
    /** Open an event; with a claim's id, at that claim. */
    open(row, claim = null) {
      if (row === null || row === undefined) return;
      Timeline.panelFocus.leave(node("event-panel"), data.rows.id[row], claim);
      const { geometry } = data;
      const [first, last] = windowDays();
      if (!change({ event: data.rows.id[row] })) drawPanel(viewOf()); // the event is open already
      if (geometry.to[row] < first || geometry.from[row] > last) actions.showRow(row); // a bar that is seen without its mark is seen
    },
    close() { change({ event: undefined }); },
    setUnit: (unit) => change({ unit }, "replace"),
    setAsof: (day) => change({ asof: day || undefined }, "replace"),
    setWindow,
    moving(window) { Timeline.overview.move(window); },
    zoom: (factor) => Timeline.chart.zoom(factor),
    pan: (share) => Timeline.chart.pan(share),
    /** Move the window, as wide as it is, so that a row stands in it. */
    showRow(row) {
      const [first, last] = windowDays();
      const half = (last - first) / 2;
      const day = data.geometry.at[row];
      setWindow([day - half, day + half]);
    },
    redraw() { if (spec && (spec.view || "timeline") === "timeline") Timeline.overview.draw(viewOf()); },
    announce: look.announce,
    copy: look.copy,
  };

  function listen() {
    look.listen(change);
    filters.listen(clear);
    fields.listen(change);
    page.onTexts(() => guarded(showTexts));
    address.listen(() => turn(fromAddress()));
    Timeline.exports.listen(() => ({ rows, asof: spec.asof || "" }));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && spec.event && !event.defaultPrevented) actions.close();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!document.documentElement.dataset.theme) redraw(); });
  }

  /* ---- ready, or broken ---- */

  function settle() {
    if (ready) return;
    ready = true;
    fetchTexts();
    requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; }));
  }

  /** Do something; where that fails, the reader is told in words, and the console why. */
  function guarded(act) {
    try {
      act();
    } catch (error) {
      const target = node("notice");
      if (target && data) target.replaceChildren(page.say("broken"));
      throw error;
    }
  }

  /* ---- what else may be asked of it ---- */

  /** What is shown: the specification, the rows, the window and how they are drawn. `total` events are known. */
  const view = () => ({ ...viewOf(), spec, total: page.known().rows.length });
  /** The query string of the view with some keys changed (undefined leaves one out). */
  const queryWith = (part) => Timeline.query.toQuery({ ...spec, ...part }, context);

  /** Draw everything again, and at once. */
  function redraw() {
    draw();
    Timeline.later.put(drawRest);
    Timeline.later.now();
  }

  return { show, view, queryWith, redraw };
})();
window.dash_clientside = Object.assign({}, window.dash_clientside, { timeline: { show: Timeline.app.show } });
