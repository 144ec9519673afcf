/* Views that are drawn in a picture by themselves. Such a view is loaded when somebody wants it, and says so here: a
 * picture or a print of the timeline does not load it. */

/** @type {Map<string, any>} */
export const own = new Map();
