// The host's part of markwhen, by the message protocol of its view client: it opens on the whole span, and filters.
(function () {
  const state = window.__markwhen_initial_state, sections = state.transformed.children;
  const post = (type, params) => window.postMessage({type, request: true, id: `markwhen_${type}`, params}, '*');
  window.bench = {
    live: false,
    filter: chosen => {
      const has = section => section.children.some(event => event.tags.includes(chosen));
      const children = sections.filter(section => chosen === null || has(section));
      post('markwhenState', {...state, transformed: {...state.transformed, children}});
    },
  };
  // The view listens once it is mounted.
  (function open() {
    if (!document.getElementById('timeline')) return requestAnimationFrame(open);
    const iso = time => new Date(time).toISOString();
    post('jumpToRange', {dateRangeIso: {fromDateTimeIso: iso({{from}}), toDateTimeIso: iso({{to}})}});
    window.bench.live = true;
  })();
})();
