/* The width of texts, without a layout of the page for each. */
const pen = document.createElement("canvas").getContext("2d");

/**
 * A function that gives the px of a text in a font (as CSS writes it), plus `more` px. It remembers its answers.
 * `spacing` are the px that a reader's own style sets between letters and between words.
 * @param {string} font
 * @param {number} [more]
 * @param {{ letter: number, word: number }} [spacing]
 * @returns {Measure}
 */
export function measurer(font, more = 0, { letter, word } = { letter: 0, word: 0 }) {
  const spaces = (words) => letter * words.length + (word ? word * (words.split(" ").length - 1) : 0);
  const widths = new Map();
  return (words) => {
    if (!widths.has(words)) {
      pen.font = font;
      widths.set(words, pen.measureText(words).width + more + spaces(words));
    }
    return widths.get(words);
  };
}
