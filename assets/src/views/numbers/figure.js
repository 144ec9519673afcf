/* The plot of the figures as a figure of Plotly's, for the page, for a picture and for paper alike.
 *
 * views/numbers/bands.js says where everything stands. A figure's bound is drawn in lines, its claimant by a symbol and a
 * name; colour only repeats what these say. */
import * as bands from "./bands.js";
import * as numbers from "../../model/numbers.js";
import * as words from "../../words/numbers.js";
import { dayOf, ENDS } from "../../model/days.js";
import { load } from "../../state/data.js";
import { say, dayText } from "../../words/i18n.js";

const canvas = document.createElement("canvas").getContext("2d");
function measurer(font, family) {
  canvas.font = `${font}px ${family}`;
  return (text) => canvas.measureText(text).width + 2;
}

/** The first and last day of the plot, and px for figures without a day: those of all figures of the unit, so that
 * the axis stays where it is when a filter or a replay leaves some out. */
function span(whole) {
  const days = whole.flatMap((figure) => [figure.since, figure.until].filter(Boolean).map(dayOf));
  if (!days.length) return [0, 1];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = Math.max(3, (last - first) * 0.04);
  const [begin, end] = ENDS;
  return [Math.max(first - room, begin), Math.min(last + room, end)];
}

/** The highest number for each thing that is counted: bands of the same thing have the same scale. */
function tops(whole) {
  const top = {};
  for (const figure of whole)
    if (figure.numeric) top[figure.quantity] = Math.max(top[figure.quantity] || 0, ...numbers.ends(figure));
  return top;
}

/** What a band counts is said where it is not what most figures of the unit count (`main`). */
function heading(part, whole, main) {
  const scoped = part.scope !== numbers.NO_SCOPE || whole.some((figure) => figure.scope !== numbers.NO_SCOPE);
  const [first] = part.figures;
  const said = [scoped && words.scope(first), (part.quantity !== main || !scoped) && words.quantity(first)].filter(
    Boolean,
  );
  return words.capital(said.join(" – "));
}

/** Draw `figures` (in order of day) `outer` px wide, in type of `rem` px; `whole` are all of the unit, `main` is what most of them
 * count, `look(figure)` gives {symbol, colour}. Gives {data, layout}, and where things stand: `marks`, `bands`, the px
 * left of and above them (`left`, `top`). */
export function figureOf({ figures, whole, main, look }, outer, rem) {
  const style = getComputedStyle(document.documentElement);
  const family = getComputedStyle(document.body).fontFamily;
  const narrow = outer < 600;
  const font = Math.round(rem * 0.8);
  const measure = measurer(font, family);
  const top = Math.round(font * 2.9); // room for the axis
  const gutter = Math.ceil(Math.max(rem * 2.6, measure(say("numbers_words")) + 10));
  const width = outer - gutter - 8;
  const undated = whole.filter((figure) => !figure.until).length;
  const strip = undated ? Math.max(measure(say("numbers_undated")) + 14, Math.min(undated * 18 + 10, width / 3)) : 0;
  const [first, last] = span(whole);
  const perDay = (width - strip) / (last - first);
  const px = (iso) => strip + (dayOf(iso) - first) * perDay;
  const scales = tops(whole);
  const { quantity, scope } = load().names;
  const parts = numbers.bands(figures, Object.keys(scope), Object.keys(quantity));
  const place = new Map(figures.map((figure, index) => [figure, index]));
  const measured = (figure) => ({
    index: place.get(figure),
    voice: figure.voice,
    bound: figure.bound || "exact",
    values: !figure.numeric ? [] : figure.value !== undefined ? [figure.value] : numbers.ends(figure),
    dated: Boolean(figure.until),
    x: figure.until ? px(figure.until) : strip / 2,
    since: figure.since && figure.until ? px(figure.since) : null,
  });
  const laid = bands.arrange(
    parts.map((part) => ({
      heading: bands.wrap(heading(part, whole, main), (outer - 4) / 1.12, measure),
      max: scales[part.quantity],
      figures: part.figures.map(measured),
    })),
    {
      width,
      strip,
      line: Math.round(font * 1.7),
      measure,
      text: (index) => words.voice(figures[index]),
      wordsText: (index) => [say("label", { label: words.voice(figures[index]) }), words.amount(figures[index])],
    },
  );
  const colours = {
    ink: style.getPropertyValue("--ink").trim(),
    line: style.getPropertyValue("--line").trim(),
    muted: style.getPropertyValue("--muted").trim(),
  };
  const when = (x) => (first + (x - strip) / perDay) * 864e5;
  const clear = strip ? (font * 2.2) / perDay : 0; // of the word over the strip
  const found = bands.dates(first + clear, last, (narrow ? 62 : 84) / perDay);
  const ticks = found.days.length ? found : { by: "day", days: [Math.round((first + clear + last) / 2)] };
  return {
    data: traces(laid, figures, look, when, colours, font),
    layout: {
      width: outer,
      height: laid.height + top + 4,
      margin: { l: gutter, r: 8, t: top, b: 4, pad: 0 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      showlegend: false,
      hovermode: false,
      dragmode: false,
      font: { family, size: font, color: colours.ink },
      xaxis: {
        type: "date",
        range: [0, width].map((x) => iso(when(x))),
        side: "top",
        fixedrange: true,
        showgrid: true,
        gridcolor: colours.line,
        zeroline: false,
        tickvals: ticks.days.map((day) => iso(day * 864e5)),
        ticktext: ticks.days.map((day, turn) => dateText(day, ticks, turn)),
        tickfont: { size: font - 1, color: colours.muted },
        tickangle: 0,
      },
      yaxis: { range: [laid.height, 0], fixedrange: true, visible: false },
      shapes: lines(laid, strip, when, colours),
      annotations: texts(laid, gutter, font, colours, strip && { x: strip / 2, font: font - 1 }, when),
    },
    marks: laid.marks,
    bands: laid.bands,
    left: gutter,
    top,
    outer,
  };
}

const iso = (time) => new Date(time).toISOString().replace("T", " ").slice(0, 19);
/* Plotly reads a little markup in texts; the record's texts have none, and any signs in them are signs. */
const plain = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function dateText(day, { by, days }, turn) {
  if (by === "year") return dayText(day, { year: "numeric" });
  const year =
    turn === 0 || new Date(day * 864e5).getUTCFullYear() !== new Date(days[turn - 1] * 864e5).getUTCFullYear();
  const short = dayText(day, by === "month" ? { month: "short" } : { day: "numeric", month: "short" });
  return year ? `${short}<br>${dayText(day, { year: "numeric" })}` : short;
}

/** Headings of the bands, numbers of their scales, and the word over the strip of figures without a day. */
function texts(laid, gutter, font, colours, undated, when) {
  const note = (y, text, more) => ({
    xref: "paper",
    yref: "y",
    x: 0,
    y,
    text,
    showarrow: false,
    xanchor: "right",
    yanchor: "middle",
    xshift: -6,
    font: { size: font - 1, color: colours.muted },
    ...more,
  });
  const found = laid.bands.flatMap((band) => [
    note(band.top + 2, band.heading.map((line) => `<b>${plain(line)}</b>`).join("<br>"), {
      yanchor: "top",
      align: "left",
      xanchor: "left",
      xshift: -gutter + 2,
      font: { size: font, color: colours.ink },
      name: "heading",
    }),
    ...band.ticks.map(({ value, y }) => note(y, words.number(value), { name: "scale" })),
    ...band.rows.map((y) => note(y, say("numbers_words"), { name: "words" })),
  ]);
  if (undated)
    found.push({
      xref: "x",
      yref: "paper",
      x: iso(when(undated.x)),
      y: 1,
      yanchor: "bottom",
      yshift: 6,
      text: plain(say("numbers_undated")),
      showarrow: false,
      font: { size: undated.font, color: colours.muted },
    });
  return found;
}

/** Lines that hold nothing of the record: edges of bands, and the grid of their scales. */
function lines(laid, strip, when, colours) {
  const across = (y, dash) => ({
    type: "line",
    xref: "paper",
    yref: "y",
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    layer: "below",
    line: { color: colours.line, width: 1, dash },
  });
  const found = laid.bands.flatMap((band, turn) => [
    ...(turn ? [{ ...across(band.top - 2), line: { color: colours.muted, width: 1 } }] : []),
    ...band.ticks.map(({ y, value }) => across(y, value ? "dot" : "solid")),
  ]);
  if (strip)
    found.push({
      type: "line",
      xref: "x",
      yref: "paper",
      x0: iso(when(strip)),
      x1: iso(when(strip)),
      y0: 0,
      y1: 1,
      layer: "below",
      line: { color: colours.muted, width: 1, dash: "dash" },
    });
  return found;
}

/** Marks and the lines of their bounds. Each point carries its figure's key as `customdata`. */
function traces(laid, figures, look, when, colours, font) {
  const extra = { type: "scatter", hoverinfo: "none", showlegend: false };
  const stems = {};
  const heads = { x: [], y: [], symbol: [], customdata: [] };
  const stem = (name, mark, ...ends) => {
    const trace = (stems[name] = stems[name] || {
      ...extra,
      name,
      mode: "lines",
      x: [],
      y: [],
      customdata: [],
      line: { color: colours.ink, width: name === "reach" ? 1.5 : 2.5 },
    });
    for (const [x, y] of [...ends, [null, null]]) {
      trace.x.push(x === null ? null : iso(when(x)));
      trace.y.push(y);
      trace.customdata.push(figures[mark.index].key);
    }
  };
  for (const mark of laid.marks) {
    const [y] = mark.ys;
    if (mark.reach) stem("reach", mark, [mark.reach.left, y], [mark.reach.right, y]);
    if (mark.values.length > 1) stem("range", mark, [mark.x, mark.ys[0]], [mark.x, mark.ys[1]]);
    else if (mark.values.length && mark.bound === "about")
      for (const way of [-1, 1]) stem("about", mark, [mark.x, y + way * bands.HALF], [mark.x, y + way * bands.WHISKER]);
    else if (mark.values.length && mark.bound !== "exact") {
      const way = mark.bound === "at_least" ? -1 : 1;
      stem(mark.bound, mark, [mark.x, y + way * (bands.HALF - 1)], [mark.x, y + way * (bands.ARROW - 4)]);
      heads.x.push(iso(when(mark.x)));
      heads.y.push(y + way * (bands.ARROW - 4));
      heads.symbol.push(way < 0 ? "triangle-up" : "triangle-down");
      heads.customdata.push(figures[mark.index].key);
    }
  }
  const points = laid.marks.flatMap((mark) => mark.ys.map((y) => ({ mark, y, ...look(figures[mark.index]) })));
  const numbers = points.filter(({ mark }) => mark.values.length);
  const inWords = points.filter(({ mark }) => !mark.values.length);
  const marker = (list, name, symbol, size, width) => ({
    ...extra,
    name,
    mode: "markers",
    x: list.map(({ mark }) => iso(when(mark.x))),
    y: list.map(({ y }) => y),
    customdata: list.map(({ mark }) => figures[mark.index].key),
    marker: { symbol: list.map(symbol), color: list.map(({ colour }) => colour), size, opacity: 1, line: { width } },
  });
  const labels = laid.marks.filter((mark) => mark.label);
  return [
    ...Object.values(stems),
    {
      ...extra,
      name: "heads",
      mode: "markers",
      x: heads.x,
      y: heads.y,
      customdata: heads.customdata,
      marker: { symbol: heads.symbol, size: 9, color: colours.ink, opacity: 1 },
    },
    marker(
      numbers,
      "marks",
      ({ mark, symbol }) => (mark.bound === "about" ? `${symbol}-open` : symbol),
      13,
      numbers.map(({ mark }) => (mark.bound === "about" ? 2.5 : 0)),
    ),
    marker(inWords, "words", () => "line-ns-open", 12, 3),
    {
      ...extra,
      name: "labels",
      mode: "text",
      textposition: "middle right",
      textfont: { size: font, color: colours.ink },
      cliponaxis: false,
      x: labels.map(({ label }) => iso(when(label.left))),
      y: labels.map(({ label }) => (label.top + label.bottom) / 2),
      text: labels.map(({ label }) => label.lines.map(plain).join("<br>")),
      customdata: labels.map(({ index }) => figures[index].key),
    },
  ].filter((trace) => trace.x.length);
}
