/* Work that waits until what has been drawn is on the screen, so that the chart need not wait for the rest of the page.
 */
// Half a frame, in ms: time for what is drawn to be handed to the screen, and for who waits for that to hear of it.
const AFTER = 8;
let waiting = null; // the latest: what came before it is out of date

/**
 * Do at once what waits.
 * @returns {void}
 */
export function now() {
  const doing = waiting;
  waiting = null;
  if (doing) doing();
}

/**
 * Do something after the next frame has been painted, in place of what still waits; at once where nobody looks.
 * @param {() => void} doing
 * @returns {void}
 */
export function put(doing) {
  const asked = waiting;
  waiting = doing;
  if (document.hidden) now();
  else if (!asked) requestAnimationFrame(() => setTimeout(now, AFTER));
}

/**
 * Whether nothing waits.
 * @returns {boolean}
 */
export const idle = () => waiting === null;
