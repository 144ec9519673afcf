/* One text as it is searched. The same as fold() in timeline/record/folding.py. No DOM. */

/* What a keyboard has for a sign that print writes otherwise, and for a letter that Unicode does not take apart. */
const SIGNS = [
  ["’‘‛ʼʻʹ′׳`", "'"],
  ["“”„‟″״«»‹›", '"'],
  ["‐‑‒–—―−־", "-"],
  ["\u00ad\u200b\u200c\u200d\u2060\u200e\u200f", ""],
];
const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };
/** @type {Map<string, string>} */
const TYPED = new Map([
  ...SIGNS.flatMap(([written, typed]) => [...written].map((sign) => /** @type {[string, string]} */ ([sign, typed]))),
  ...Object.entries(LETTERS),
]);
const WRITTEN = new RegExp(`[${[...TYPED.keys()].join("")}]`, "g");

/**
 * Text as it is searched: NFKD, lower case, without combining marks, as a keyboard types it (`l’Été`: `l'ete`).
 * @param {string} text
 * @returns {string}
 */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(WRITTEN, (sign) => TYPED.get(sign) || "")
    .replace(/\p{M}/gu, "");

/**
 * The folded words of a search. As Python's words_of().
 * @param {string} query
 * @returns {string[]}
 */
export const wordsOf = (query) => fold(query).match(/[^\t-\r ]+/g) || [];
