/* What a claim does with what it tells of, in the order in which it is shown, and the sign of each. */

/** @type {string[]} */
export const STANCES = ["asserts", "confirms", "denies", "predicts", "declines_to_comment"];

/** @type {Record<string, string>} */
export const SIGNS = { asserts: "●", confirms: "✓", denies: "✕", predicts: "◌", declines_to_comment: "–" };
