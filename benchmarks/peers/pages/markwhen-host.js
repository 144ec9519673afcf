// The host's part of markwhen, by the message protocol of its view client: it opens on the whole span, and filters.
(function () {
  const state = window.__markwhen_initial_state, sections = state.transformed.children;
  const post = (type, params) => window.postMessage({type, request: true, id: `markwhen_${type}`, params}, '*');
  window.bench = {
    live: false,
    filter: chosen => {
      const children = sections.filter(section => chosen === null || section.children.some(event => event.tags.includes(chosen)));
      post('markwhenState', {...state, transformed: {...state.transformed, children}});
    },
  };
  // The view listens once it is mounted.
  (function open() {
    if (!document.getElementById('timeline')) return requestAnimationFrame(open);
    post('jumpToRange', {dateRangeIso: {fromDateTimeIso: new Date({{from}}).toISOString(), toDateTimeIso: new Date({{to}}).toISOString()}});
    window.bench.live = true;
  })();
})();
