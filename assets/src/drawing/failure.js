/* What the reader is told where something fails; the console says why. */
import * as preferences from "../controls/preferences.js";
import { node } from "../dom/element.js";
import { isHere } from "../state/data.js";
import { say } from "../words/i18n.js";

/**
 * Do something, and give what it gives. If it fails, the notice tells the reader.
 * @template T
 * @param {() => T} act
 * @returns {T}
 */
export function guarded(act) {
  try {
    return act();
  } catch (error) {
    const target = node("notice");
    if (target && isHere()) target.replaceChildren(say("broken"));
    throw error;
  }
}

/**
 * Tell the reader that something failed.
 * @param {unknown} error
 * @returns {void}
 */
export const fail = (error) =>
  guarded(() => {
    throw error;
  });

/**
 * Tell the reader that a part of the page did not come.
 * @param {unknown} error
 * @returns {never}
 */
export function unloaded(error) {
  preferences.notice(say("not_loaded"));
  throw error;
}
