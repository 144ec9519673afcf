/* Words on several lines. */

/**
 * A text in lines no wider than `room` px, broken at spaces, and with `breaking` also within a word that is itself too
 * wide (an address). `measure` gives the px of a text.
 * @param {string} words
 * @param {number} room
 * @param {Measure} measure
 * @param {boolean} [breaking]
 * @returns {string[]}
 */
export function wrap(words, room, measure, breaking = false) {
  const lines = [""];
  const last = () => lines[lines.length - 1];
  for (const word of words.split(" ")) {
    const longer = `${last()} ${word}`.trim();
    if (measure(longer) <= room) {
      lines[lines.length - 1] = longer;
      continue;
    }
    if (last()) lines.push("");
    for (const part of breaking ? word : [word]) {
      if (last() && measure(last() + part) > room) lines.push("");
      lines[lines.length - 1] += part;
    }
  }
  return lines;
}
