/* What a doubt changes, in words. */
import { nameOf } from "./doubt.js";
import { counted, name, say } from "./i18n.js";

/** @typedef {import("../model/doubt.js").Changed} Changed */

/**
 * How many events change.
 * @param {Changed[]} changes
 * @returns {string}
 */
export const changesText = ({ length: n }) => (n ? counted("doubt_changes", n) : say("doubt_changes_none"));

/**
 * What changes of an event, and why: “Established → Reported: one origin remains, KCNA”.
 * @param {Changed} change
 * @returns {string}
 */
export function changeText({ was, status, reason, origin }) {
  const words = { was: name("status", was), now: status ? name("status", status) : say("doubt_nothing") };
  if (reason === "nothing") return say("doubt_gone", words);
  return say("doubt_change", { ...words, why: say(`doubt_${reason}`, { name: origin ? nameOf(origin) : "" }) });
}
