/* Whether the page is light or dark. */
const matches = (/** @type {string} */ query) => matchMedia(query).matches;

/**
 * Whether the page is dark: by the reader's choice, else by the system's. Where the system sets all colours, its own
 * decide.
 * @returns {boolean}
 */
export const dark = () => {
  const { theme } = document.documentElement.dataset;
  const own = theme && !matches("(forced-colors: active)");
  return own ? theme === "dark" : matches("(prefers-color-scheme: dark)");
};
