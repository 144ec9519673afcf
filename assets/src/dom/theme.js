/* Whether the page is light or dark. */

/**
 * Whether the page is dark: by the reader's choice, else by the system's.
 * @returns {boolean}
 */
export const dark = () => {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || (!theme && matchMedia("(prefers-color-scheme: dark)").matches);
};
