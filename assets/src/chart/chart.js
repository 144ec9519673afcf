/* The timeline chart: draws one view with Plotly, and answers pointer and keyboard, so that labels, clusters and
 * marks answer alike. */
import { say } from "../words/i18n.js";
import * as drawing from "./drawing.js";
import * as firstPress from "./input/first-press.js";
import * as keyboard from "./input/keyboard.js";
import * as pointer from "./input/pointer.js";
import * as press from "./input/press.js";
import * as tip from "./input/tip.js";
import * as travel from "./input/travel.js";
import * as threads from "./threads/wanted.js";

export { named } from "./drawing.js";
export { pan, zoom } from "./input/travel.js";

const BEGINNINGS = ["keydown", "wheel"]; // what works on the chart, and needs it drawn

/** @type {HTMLElement} */
let root;

/**
 * Make the chart in an element. `doing` are the actions that it may ask for.
 * @param {HTMLElement} element
 * @param {Actions} doing
 * @returns {void}
 */
export function init(element, doing) {
  root = element;
  threads.init(root);
  const plot = drawing.init(root, threads.draw);
  tip.init(root);
  travel.init(doing);
  press.init(plot, doing.open);
  root.tabIndex = 0;
  // An application of its own keys: a screen reader in its browse mode would take the arrows for itself.
  root.setAttribute("role", "application");
  const hasten = () => drawing.current().sheet || doing.hasten();
  for (const sign of BEGINNINGS) root.addEventListener(sign, hasten, { capture: true, passive: true });
  firstPress.listen(root, doing);
  pointer.attach(root, plot, doing.moving);
  keyboard.attach(root, doing.announce);
}

/**
 * Draw a view. If another one is asked for before Plotly is loaded, only that one is drawn.
 * @param {View} view
 * @returns {Promise<void>}
 */
export function draw(view) {
  root.setAttribute("aria-label", `${say("chart")}. ${say("chart_help")}`);
  root.setAttribute("aria-roledescription", say("chart_role"));
  return drawing.draw(view);
}
