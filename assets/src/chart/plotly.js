/* Plotly, which comes last of the scripts and is told the languages' dates when it is there. */
import { load } from "../state/data.js";
import { lang } from "../words/i18n.js";

const script = () => document.getElementById("script-plotly");
let coming = null;
let here = false;

/** A promise of it. */
export function ready() {
  coming =
    coming ||
    new Promise((done) => (window.Plotly ? done() : script().addEventListener("load", done))).then(() => {
      for (const [language, words] of Object.entries(load().locale)) {
        Plotly.register({ moduleType: "locale", name: language, dictionary: {}, format: words });
      }
      here = true;
    });
  return coming;
}

/** Whether it is here. */
export const isHere = () => here;

/** Draw a figure, {data, layout}. Who draws answers pointer and keyboard; what Plotly has for them would be made for
 * @param node
 * @param root0
 * nothing. */
export const draw = (node, { data, layout }) =>
  Plotly.react(node, data, layout, { staticPlot: true, displayModeBar: false, responsive: false, locale: lang() });

/** A text as Plotly has to be given it: it reads a little markup; the record's texts have none, and any signs in them
 * @param words
 * are signs. */
export const plain = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * A day (since 1970, with fractions) as Plotly writes times.
 * @param day
 */
export const isoTime = (day) => new Date(day * 864e5).toISOString().replace("T", " ").slice(0, 19);
