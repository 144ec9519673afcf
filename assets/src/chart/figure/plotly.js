/* Plotly. It loads last of the scripts, when something asks for it, and is then given the languages' words for
 * dates. */
import { pause } from "../../dom/after-paint.js";
import * as files from "../../dom/files.js";
import { within } from "../../model/days.js";
import { load } from "../../state/data.js";
import { lang } from "../../words/i18n.js";

const STILL = { staticPlot: true, displayModeBar: false, responsive: false };
let coming = null;
let told = false;

function tellLocales() {
  for (const [language, format] of Object.entries(load().locale))
    Plotly.register({ moduleType: "locale", name: language, dictionary: {}, format });
  told = true;
}

/**
 * A promise that Plotly is loaded. What it does at first takes a moment, in parts: `between()` is waited for before
 * each, by default until the browser has answered what waits. Where it is `parted`, its first drawing becomes two
 * shorter ones, which together take longer.
 * @param {() => Promise<void>} [between]
 * @param {boolean} [parted]
 * @returns {Promise<void>}
 */
export function ready(between = pause, parted = true) {
  coming =
    coming ||
    begin(between, parted).catch((error) => {
      coming = null; // so that it can be asked for again
      throw error;
    });
  return coming;
}

/** Its own script runs for a while, and its first drawing takes as long as three later ones. */
async function begin(between, parted) {
  await between();
  await files.plotly();
  await between();
  tellLocales();
  if (!parted) return;
  const layout = structuredClone(load().figures.light.layout); // Plotly writes into it
  await Plotly.newPlot(document.createElement("div"), [], { ...layout, width: 300, height: 300 }, STILL);
  await between();
}

/**
 * Whether Plotly is loaded.
 * @returns {boolean}
 */
export const isHere = () => told;

/**
 * Draw a figure. Plotly's own answers to pointer and keyboard are off: the chart and the numbers' plot have their own.
 * @param {HTMLElement} node
 * @param {PlotlyFigure} figure
 * @returns {Promise<any>}
 */
export const draw = (node, { data, layout }) => Plotly.react(node, data, layout, { ...STILL, locale: lang() });

/**
 * A text as Plotly needs it: Plotly reads some markup in texts, and the record's texts have none.
 * @param {string} words
 * @returns {string}
 */
export const plain = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * A day (since 1970, with fractions) as Plotly writes times.
 * @param {Day} day
 * @returns {string}
 */
export const isoTime = (day) =>
  new Date(within(day) * 864e5)
    .toISOString()
    .replace(/^-00/, "-")
    .replace("T", " ")
    .replace(/\.\d+Z$/, "");
