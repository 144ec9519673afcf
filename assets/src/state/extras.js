/* Data that no first visit needs, as files beside the page: those of the classroom, the map. They are fetched when
 * somebody wants them; a page that is itself a file holds them in its HTML. */
import { node } from "../dom/element.js";
import { load } from "./data.js";

/** @type {Map<string, Promise<any>>} */
const kept = new Map(); // path → the promise of what it holds

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
async function read(path) {
  const inline = node("lesson-data");
  if (inline) return JSON.parse(inline.textContent)[path];
  const answer = await fetch(`${path}?${load().record.hash}`); // which tells the server that the page itself asks
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/**
 * What a file holds; it is read once, and asked for again where it did not come.
 * @param {string} path
 * @returns {Promise<any>}
 */
export function file(path) {
  if (!kept.has(path)) {
    const coming = read(path).catch((error) => {
      kept.delete(path); // so that it can be asked for again
      throw error;
    });
    kept.set(path, coming);
  }
  return /** @type {Promise<any>} */ (kept.get(path));
}
