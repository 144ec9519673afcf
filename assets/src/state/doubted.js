/* What a doubt changes of the record that is shown. */
import { changes } from "../model/doubt.js";
import { known, knownOn, shown } from "./store.js";

/** @typedef {import("../model/doubt.js").Changed} Changed */

/** @type {{ known: Known | null, found: Changed[] }} */
let last = { known: null, found: [] };

/**
 * The events that have another status without what is doubted, in order, on the day that is shown.
 * @returns {Changed[]}
 */
export function changed() {
  const { asof, doubt } = shown();
  if (!doubt.length) return [];
  const now = known();
  if (last.known !== now) last = { known: now, found: changes(knownOn(asof), now, doubt) };
  return last.found;
}
