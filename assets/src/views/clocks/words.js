/* A claim between its two clocks, in words. */
import { load } from "../../state/data.js";
import { dayOf as saidDay } from "../../words/claim.js";
import { counted, dayText, isolated, say, text } from "../../words/i18n.js";

const YEAR = 365.25; // days
const FAR = 3 * YEAR; // days from which years are counted
/** @type {Intl.DateTimeFormatOptions} */
const LONG = { day: "numeric", month: "long", year: "numeric" };

/**
 * What a claim does: "predicts".
 * @param {string} stance
 * @returns {string}
 */
export const does = (stance) => say(`stance_${stance}`).toLowerCase();

/**
 * When the event happened, in words.
 * @param {TwoDays} claim
 * @returns {string}
 */
export const happened = ({ row }) => text(load().events[row].shown.date);

/**
 * When the claim was made, in words.
 * @param {TwoDays} claim
 * @returns {string}
 */
export const said = ({ claim }) => saidDay(claim);

/**
 * How far both days are apart: "3 days after".
 * @param {TwoDays} claim
 * @returns {string}
 */
export function apart({ side, apart: days, row }) {
  if (side === "open") return say("clocks_open");
  if (side === "during") return say(load().geometry.bar[row] ? "clocks_during" : "clocks_same_day");
  return days < FAR ? counted(`clocks_${side}`, days) : say(`clocks_${side}_years`, { n: Math.floor(days / YEAR) });
}

/** Whether both days are known exactly, so that a sentence can hold them. */
const exact = ({ row, since, until, about }) =>
  since === until && !about && /^\d{4}-\d\d-\d\d$/.test(load().events[row].date);

/**
 * The claim in a sentence: "said on 24 Oct 2024 about 27 Oct 2024: predicts".
 * @param {TwoDays} claim
 * @returns {string}
 */
export function sentence(claim) {
  const stance = does(claim.stance);
  if (exact(claim))
    return say("clocks_sentence", { said: dayText(claim.said, LONG), happened: dayText(claim.at, LONG), stance });
  return say("clocks_inexact", { said: isolated(said(claim)), happened: isolated(happened(claim)), stance });
}
