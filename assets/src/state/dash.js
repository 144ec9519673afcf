/* What Dash and the page tell each other: Dash takes its layout from the page, is told each specification as a
 * property, and brings what is written there. */
const told = new Set(); // what it was told and has not yet brought, the oldest first

let last = ""; // what Dash was told last

/**
 * Tell Dash the specification of the view, if it is another one. It then brings it back.
 * @param {Spec} spec
 * @returns {void}
 */
export function tell(spec) {
  const words = JSON.stringify(spec);
  if (words === last) return;
  last = words;
  told.add(words);
  dash_clientside.set_props("view-spec", { "data-spec": words });
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

/** @type {Record<string, string>} */
const INLINE = { "_dash-layout": "dash-layout", "_dash-dependencies": "dash-dependencies" }; // path → id of an element

/**
 * Answer from the page what Dash would ask of its server, at once and without a network.
 * @returns {void}
 */
export function answerFromPage() {
  const ask = window.fetch;
  window.fetch = (address, options) => {
    const id =
      INLINE[
        String(address)
          .replace(/[?#].*/, "")
          .replace(/.*\//, "")
      ];
    const inline = id && document.getElementById(id);
    if (!inline) return ask(address, options);
    const headers = { "Content-Type": "application/json" };
    return Promise.resolve(new Response(inline.textContent, { headers }));
  };
}

/**
 * Start Dash. It calls `show(written)` at the beginning, and for each specification that is written.
 * @param {(written?: string) => void} show
 * @returns {void}
 */
export function start(show) {
  window.dash_clientside = Object.assign({}, window.dash_clientside, { timeline: { show } });
  new DashRenderer();
}
