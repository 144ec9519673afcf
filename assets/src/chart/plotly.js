/* Plotly, which comes last of the scripts and is told the languages' dates when it is there. */
import { load } from "../state/data.js";
import { lang } from "../words/i18n.js";

const script = () => document.getElementById("script-plotly");
let coming = null;
let told = false;

/** @returns {Promise<void>} */
const loaded = () =>
  new Promise((done) => {
    if (window.Plotly) done();
    else script().addEventListener("load", () => done());
  });

function tellLocales() {
  for (const [language, format] of Object.entries(load().locale))
    Plotly.register({ moduleType: "locale", name: language, dictionary: {}, format });
  told = true;
}

/**
 * A promise of it.
 * @returns {Promise<void>}
 */
export function ready() {
  coming = coming || loaded().then(tellLocales);
  return coming;
}

/**
 * Whether it is here.
 * @returns {boolean}
 */
export const isHere = () => told;

/**
 * Draw a figure, {data, layout}. Who draws answers pointer and keyboard; what Plotly has for them would be made for
 * nothing.
 * @param {HTMLElement} node
 * @param {PlotlyFigure} figure
 * @returns {Promise<any>}
 */
export const draw = (node, { data, layout }) =>
  Plotly.react(node, data, layout, { staticPlot: true, displayModeBar: false, responsive: false, locale: lang() });

/**
 * A text as Plotly has to be given it: it reads a little markup; the record's texts have none, and any signs in them
 * are signs.
 * @param {string} words
 * @returns {string}
 */
export const plain = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * A day (since 1970, with fractions) as Plotly writes times.
 * @param {Day} day
 * @returns {string}
 */
export const isoTime = (day) => new Date(day * 864e5).toISOString().replace("T", " ").slice(0, 19);
