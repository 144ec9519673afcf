/* What the presentation and the window with the notes say to one another. Both are pages of the same browser. */
const NAME = "timeline-present";

/**
 * A way to all other windows that present. `heard(message)` gets what they say: `{ hello: true }` asks where the
 * presentation is, `{ at: … }` says so, `{ key: … }` does what a key does there.
 * @param {(message: PresentMessage) => void} heard
 * @returns {{ say: (message: PresentMessage) => void, close: () => void }}
 */
export function open(heard) {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }) => heard(data));
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}
