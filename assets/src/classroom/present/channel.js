/* What the presentation and the window with its notes say to one another. Both are pages of the same browser, which may
 * present several things at once, and other timelines: the channel is this page's own, and each message says of which
 * presentation it is. */
const NAME = `timeline-present ${location.pathname}`;
const KEY = "timeline-presentation";

/**
 * The presentation's id, kept for its tab. A window that a tab opens begins with a copy of what that tab keeps, so the
 * window with the notes knows it as well. "" where the browser keeps nothing.
 * @param {boolean} make
 * @returns {string}
 */
function idOf(make) {
  try {
    if (make && !sessionStorage.getItem(KEY)) {
      sessionStorage.setItem(KEY, String(crypto.getRandomValues(new Uint32Array(1))[0]));
    }
    return sessionStorage.getItem(KEY) || "";
  } catch (error) {
    return ""; // a private window
  }
}

/**
 * A way between a presentation and its notes. `heard(message)` gets what the other says: `{ hello: true }` asks where
 * the presentation is, `{ at: … }` says so, `{ gone: true }` that it has ended, `{ key: … }` does what a key does
 * there. Notes that no presentation has opened hear the first one that answers, until it ends.
 * @param {(message: PresentMessage) => void} heard
 * @param {boolean} [presents] whether this is the presentation, which has an id from now on
 * @returns {{ say: (message: PresentMessage) => void, close: () => void }}
 */
export function open(heard, presents = false) {
  const own = idOf(presents);
  let id = own;
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data: { id: other, ...message } }) => {
    if (!id && message.at) id = other;
    if (other && id && other !== id) return;
    heard(message);
    if (message.gone) id = own;
  });
  return { say: (message) => channel.postMessage({ ...message, id }), close: () => channel.close() };
}
