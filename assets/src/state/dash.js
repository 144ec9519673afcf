/* Dash, which comes last. It takes its layout from the page, is told each specification as a property, and brings what
 * is written there. Until it is here the page does without it; what was set before is what it finds. */
import * as files from "../dom/files.js";

const [SPEC, PROPERTY] = ["view-spec", "data-spec"];
/** @type {Record<string, string>} */
const INLINE = { "_dash-layout": "dash-layout", "_dash-dependencies": "dash-dependencies" }; // path → id of an element
const told = new Set(); // what it was told and has not yet brought, the oldest first
let last = ""; // what it was told last, or finds
let here = false;
let ready = () => {}; // called when it is here
/** @type {[any, any][]} */
const waiting = []; // what others set of an extended page before it was here
/** @type {(written?: string) => void} */
let show = () => {};
/** @type {Promise<void> | null} */
let starting = null;

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Tell Dash the specification of the view, if it is another one. It then brings it back.
 * @param {Spec} spec
 * @returns {void}
 */
export function tell(spec) {
  const words = JSON.stringify(spec);
  if (words !== last) pass(words);
}

/** Write it where Dash finds it. While Dash draws its part anew that is gone for a moment: it learns the rest at once.
 * @param {string} words */
const hold = (words) => document.getElementById(SPEC)?.setAttribute(PROPERTY, words);

/** @param {string} words */
function pass(words) {
  last = words;
  if (here) {
    told.add(words);
    dash_clientside.set_props(SPEC, { [PROPERTY]: words });
  } else hold(words);
}

/**
 * Whether what Dash brings is what it was told, and not what somebody else wrote: the view may be another one by then.
 * Of several it may bring the last alone.
 * @param {string} written
 * @returns {boolean}
 */
export function isOwn(written) {
  if (!told.has(written)) {
    last = written;
    return false;
  }
  for (const words of [...told]) {
    told.delete(words);
    if (words === written) break;
  }
  return true;
}

/**
 * Stand in for Dash until it is here: `showing(written)` is called for each specification that is written.
 * @param {(written?: string) => void} showing
 * @returns {void}
 */
export function prepare(showing) {
  show = showing;
  window.dash_clientside = Object.assign({}, window.dash_clientside, { timeline: { show: arrived }, set_props: early });
}

/** What `set_props` does before Dash is here. */
function early(/** @type {any} */ id, /** @type {any} */ props) {
  if (id !== SPEC || typeof props[PROPERTY] !== "string") {
    waiting.push([id, props]);
    return;
  }
  hold(props[PROPERTY]);
  show(props[PROPERTY]);
}

/** Answer from the page what Dash would ask of its server, at once and without a network. */
function answerFromPage() {
  const ask = window.fetch;
  window.fetch = (address, options) => {
    const name = String(address)
      .replace(/[?#].*/, "")
      .replace(/.*\//, "");
    const inline = INLINE[name] && element(INLINE[name]);
    if (!inline) return ask(address, options);
    const content = inline.textContent || "";
    const headers = { "Content-Type": "application/json" };
    return Promise.resolve(new Response(name === "_dash-layout" ? withView(content) : content, { headers }));
  };
}

/** The layout with the specification of the view in it.
 * @param {string} content */
function withView(content) {
  const layout = JSON.parse(content);
  const holder = layout.props.children.find((/** @type {any} */ child) => child.props.id === SPEC);
  holder.props[PROPERTY] = last;
  told.add(last);
  return JSON.stringify(layout);
}

/**
 * Start Dash. The promise is kept when it has drawn its part and can be told.
 * @returns {Promise<void>}
 */
export function start() {
  starting = starting || begin();
  return starting;
}

async function begin() {
  await files.dash();
  answerFromPage();
  const { set_props: set } = dash_clientside;
  const root = element("react-entry-point");
  root.style.minHeight = `${root.offsetHeight}px`; // React begins with an empty element
  dash_clientside.set_props = early;
  const drawn = new Promise((done) => {
    ready = () => {
      dash_clientside.set_props = set;
      root.style.minHeight = "";
      done(null);
    };
  });
  new DashRenderer();
  await drawn;
}
/** Dash has drawn its part, or brings what is written there.
 * @param {string} [written] */
function arrived(written) {
  if (!here) {
    here = true;
    ready();
    for (const [id, props] of waiting.splice(0)) dash_clientside.set_props(id, props);
    if (written !== last) {
      pass(last); // the view has changed meanwhile
      return;
    }
  }
  show(written);
}
