/* The width of texts, without a layout of the page for each. */
const pen = document.createElement("canvas").getContext("2d");

/**
 * A function that gives the px of a text in a font (as CSS writes it), plus `more` px. It remembers its answers.
 * @param {string} font
 * @param {number} [more]
 * @returns {Measure}
 */
export function measurer(font, more = 0) {
  const widths = new Map();
  return (words) => {
    if (!widths.has(words)) {
      pen.font = font;
      widths.set(words, pen.measureText(words).width + more);
    }
    return widths.get(words);
  };
}
