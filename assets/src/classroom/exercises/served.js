/* Whether a server answers that makes what the page itself does not. */

/**
 * True where a server of this program answers; not in a file, nor on a static site.
 * @returns {boolean}
 */
export const served = () => JSON.parse(document.getElementById("files")?.textContent || "{}").server === true;
