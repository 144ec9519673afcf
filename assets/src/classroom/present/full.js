/* The whole screen, where the browser allows it; a presentation works without. */
const page = document.documentElement;
let mine = false; // whether the whole screen was taken here
let paused = false; // whether another window has taken it meanwhile
let left = () => {};

document.addEventListener("fullscreenchange", () => {
  if (mine && !document.fullscreenElement) {
    mine = false;
    left();
  }
});

/**
 * Take the whole screen, if somebody has just pressed something. `gone()` is called when it is given up by the
 * browser's own key, which is Escape.
 * @param {() => void} gone
 * @returns {void}
 */
export function enter(gone) {
  left = gone;
  const { userActivation: pressed } = navigator;
  if (!document.fullscreenEnabled || document.fullscreenElement || !pressed || !pressed.isActive) return;
  mine = true;
  page.requestFullscreen().then(
    () => {
      if (!mine) document.exitFullscreen(); // somebody has left meanwhile
    },
    () => {
      mine = false; // not here, or not now
    },
  );
}

/**
 * Give the whole screen back.
 * @returns {void}
 */
export function leave() {
  if ((mine || paused) && document.fullscreenElement) document.exitFullscreen();
  mine = paused = false;
}

/**
 * A window is about to open, for which a browser gives up the whole screen: that is not to leave.
 * @returns {void}
 */
export function pause() {
  paused = mine;
  mine = false;
}

/**
 * Somebody is here again: take the whole screen as before.
 * @param {() => void} gone
 * @returns {void}
 */
export function resume(gone) {
  if (!paused) return;
  paused = false;
  if (document.fullscreenElement) mine = true;
  else enter(gone);
}

/**
 * The whole screen, or not.
 * @param {() => void} gone
 * @returns {void}
 */
export function toggle(gone) {
  if (document.fullscreenElement) leave();
  else enter(gone);
}
