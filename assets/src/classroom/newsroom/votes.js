/* What a class voted: one status for each report of each newsroom, as long as the page is open. */

/** @type {Map<string, string>} */
const votes = new Map(); // newsroom and event → status

/**
 * @param {LessonStep} step
 * @param {string} event
 * @returns {string}
 */
const key = ({ start, end, filter = "" }, event) => [start, end, filter, event].join(" ");

/**
 * What was voted for an event in a newsroom; "" for nothing yet.
 * @param {LessonStep} step
 * @param {string} event
 * @returns {string}
 */
export const voted = (step, event) => votes.get(key(step, event)) || "";

/**
 * Vote for an event, or take the vote back with "".
 * @param {LessonStep} step
 * @param {string} event
 * @param {string} status
 * @returns {void}
 */
export function vote(step, event, status) {
  if (status) votes.set(key(step, event), status);
  else votes.delete(key(step, event));
}
