/* The chapters of the record's story: which one a view shows, and what of the view changes when one is chosen. */

/** The first step, which is the view that nobody has changed; it is no chapter. */
export const START = "start";

/**
 * @param {Chapter} chapter
 * @returns {string}
 */
const windowOf = ({ start, end }) => `${start}/${end}`;

/**
 * @param {string[] | undefined} some
 * @param {string[]} others
 * @returns {boolean}
 */
const sameWords = (some = [], others) => some.length === others.length && others.every((word) => some.includes(word));

/**
 * The chapter that a view shows: its days, and at least its filter. Null where it shows none.
 * @param {Chapter[]} chapters
 * @param {Spec} spec
 * @returns {Chapter | null}
 */
export const current = (chapters, spec) =>
  chapters.find(
    (chapter) =>
      spec.window === windowOf(chapter) &&
      Object.entries(chapter.filter).every(([facet, words]) => sameWords(spec[facet], words)),
  ) || null;

/**
 * What changes when a chapter is chosen: its days and its filter come, the filter of the chapter that is left goes, and
 * whatever else the reader chose stays.
 * @param {Chapter[]} chapters
 * @param {Spec} spec
 * @param {string} id
 * @returns {Partial<Spec>}
 */
export function chosen(chapters, spec, id) {
  const left = current(chapters, spec);
  const next = chapters.find((chapter) => chapter.id === id);
  return {
    ...Object.fromEntries(Object.keys(left ? left.filter : {}).map((facet) => [facet, undefined])),
    ...(next ? next.filter : {}),
    window: next && windowOf(next),
  };
}

/**
 * A view whose address names a chapter, with what the chapter stands for. Days that the address gives itself count.
 * @param {Chapter[]} chapters
 * @param {Spec} spec
 * @returns {Spec}
 */
export function expanded(chapters, { chapter, ...spec }) {
  return chapter && !spec.window ? { ...spec, ...chosen(chapters, {}, chapter) } : spec;
}
