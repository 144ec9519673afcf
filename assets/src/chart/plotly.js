/* Plotly, which comes last of the scripts and is told the languages' dates when it is there. */
import { lang } from "../words/i18n.js";
import { load } from "../state/data.js";

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

export const isHere = () => here;

/** Draw a figure, {data, layout}. Who draws answers pointer and keyboard; what Plotly has for them would be made for nothing. */
export const draw = (node, { data, layout }) =>
  Plotly.react(node, data, layout, { staticPlot: true, displayModeBar: false, responsive: false, locale: lang() });
