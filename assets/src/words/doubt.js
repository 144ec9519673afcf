/* What is doubted, in words. */
import { load } from "../state/data.js";
import { name, say } from "./i18n.js";

/**
 * What a source or an actor is called.
 * @param {string} id
 * @returns {string}
 */
export const nameOf = (id) => name(load().names.source[id] ? "source" : "actor", id);

/**
 * “Without KCNA”.
 * @param {string[]} ids
 * @returns {string}
 */
export const without = (ids) => say("without", { names: [...ids].sort().map(nameOf).join(", ") });
