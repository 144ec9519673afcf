/* What Dash knows of the view: it is told each specification as a property, and calls back with what is written there. */
"use strict";
Timeline.dash = (() => {
  const told = new Set(); // what it was told and has not yet said back, the oldest first

  let last = ""; // what it was told last

  /** Let Dash know the specification of the view, where that is another one. */
  function tell(spec) {
    const words = JSON.stringify(spec);
    if (words === last) return;
    last = words;
    told.add(words);
    dash_clientside.set_props("view-spec", { "data-spec": words });
  }

  /** Whether Dash says back what it was told: the view may be another one by then. Of several it may say the last alone. */
  function isEcho(written) {
    if (!told.has(written)) return false;
    for (const words of [...told]) {
      told.delete(words);
      if (words === written) break;
    }
    return true;
  }

  return { tell, isEcho };
})();
