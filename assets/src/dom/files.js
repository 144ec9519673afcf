/* Files that the page asks for beyond its first ones, by the names that timeline/publish/page/page.py gives them. A
 * page that is itself a file holds everything and asks for nothing. */

/** @type {Map<string, Promise<void>>} */
const asked = new Map();

/** @returns {{ sheets: Record<string, string>, scripts: Record<string, string>, dash: string[] }} */
function listed() {
  const holder = document.getElementById("files");
  return holder ? JSON.parse(holder.textContent) : { sheets: {}, scripts: {}, dash: [] };
}

/**
 * A promise that an element is loaded, which is put into the head once for each address.
 * @param {string | undefined} address
 * @param {string} tag
 * @param {(address: string) => object} values
 * @returns {Promise<void>}
 */
function loaded(address, tag, values) {
  if (!address) return Promise.resolve();
  if (!asked.has(address)) {
    /** @type {Promise<void>} */
    const coming = new Promise((done, fail) => {
      const element = Object.assign(document.createElement(tag), values(address));
      element.addEventListener("load", () => done());
      element.addEventListener("error", () => {
        asked.delete(address); // so that it can be asked for again
        fail(new Error(`no answer for ${address}`));
      });
      document.head.append(element);
    });
    asked.set(address, coming);
  }
  return /** @type {Promise<void>} */ (asked.get(address));
}

/**
 * A promise that the style sheet `assets/css/NAME.css` is there.
 * @param {string} name
 * @returns {Promise<void>}
 */
export const sheet = (name) => loaded(listed().sheets[name], "link", (href) => ({ rel: "stylesheet", href }));

/**
 * A promise that a script of somebody else is there.
 * @param {string} name
 * @returns {Promise<void>}
 */
export const script = (name) => loaded(listed().scripts[name], "script", (src) => ({ src }));

/**
 * A promise that Plotly is there. In a file it stands behind this script.
 * @returns {Promise<void>}
 */
export async function plotly() {
  if (!window.Plotly) await script("plotly");
  if (!window.Plotly) await parsed();
}

/** A promise that all of the document has come. */
const parsed = async () => {
  if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done));
};

/**
 * A promise that Dash's scripts are there, which run in order. In a file they stand behind this one.
 * @returns {Promise<void>}
 */
export async function dash() {
  const { dash: addresses } = listed();
  await Promise.all(addresses.map((address) => loaded(address, "script", (src) => ({ src, async: false }))));
  await parsed();
}
