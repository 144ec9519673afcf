/* Work that waits until the drawing is on the screen, so that the chart does not wait for the rest of the page. */
// ms, half a frame: time for the drawing to reach the screen, and for those who wait for that to be told.
const AFTER = 8;
const LATEST = 2000; // ms that work waits for an idle browser at most
/** @type {(() => void) | null} */
let waiting = null; // only the latest: earlier work is out of date

/**
 * Do the waiting work at once.
 * @returns {void}
 */
export function now() {
  const doing = waiting;
  waiting = null;
  if (doing) doing();
}

/**
 * Do something after the next frame is painted, in place of what still waits; at once if the page is hidden.
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
 * A promise that what is drawn now is on the screen; a hidden page is on none, and waits for nothing.
 * @returns {Promise<void>}
 */
export const painted = () =>
  new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));

/**
 * Whether nothing waits.
 * @returns {boolean}
 */
export const idle = () => waiting === null;

/**
 * Do something when the browser has nothing else to do.
 * @param {() => void} doing
 * @returns {void}
 */
export function whenIdle(doing) {
  if ("requestIdleCallback" in window) requestIdleCallback(doing, { timeout: LATEST });
  else setTimeout(doing); // Safari
}

/**
 * Let the browser answer what waits, in the middle of longer work.
 * @returns {Promise<void>}
 */
export const pause = () =>
  window.scheduler && scheduler.yield ? scheduler.yield() : new Promise((done) => setTimeout(done));

/**
 * Do some turns one after the other, between which the browser answers, for as long as that is wanted. Tells whether
 * all were done.
 * @param {(() => void)[]} turns
 * @param {() => boolean} [isWanted]
 * @returns {Promise<boolean>}
 */
export async function byTurns(turns, isWanted = () => true) {
  for (const each of turns) {
    await pause();
    if (!isWanted()) return false;
    each();
  }
  return true;
}
