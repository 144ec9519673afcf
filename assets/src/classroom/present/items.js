/* What is presented: the steps of a lesson, or the events of a view, one after the other. */
import * as chapters from "../../model/chapters.js";
import { load, whole } from "../../state/data.js";
import * as store from "../../state/store.js";
import { lesson, lessons } from "../lesson.js";

/**
 * The events of the view in the store as steps. Where the view is a chapter's, its question comes first.
 * @param {Spec} spec
 * @returns {Presented}
 */
function eventsOf(spec) {
  const { rows, settings } = load();
  const chapter = chapters.current(settings.chapters, spec);
  const opening = chapter && chapter.question;
  /** @type {LessonStep[]} */
  const first = opening ? [{ kind: "text", title: chapter.name, say: chapter.sentence, ask: opening }] : [];
  const events = store.shown().listed.map((row) => ({ kind: "event", event: rows.id[row] }));
  const steps = [...first, ...events];
  return {
    id: null,
    title: chapter ? chapter.name : settings.title,
    minutes: null,
    steps,
    at: ({ event }) => Math.max(0, event ? steps.findIndex((step) => step.event === event) : 0),
    keys: (n) => ({ event: steps[n] && steps[n].event, step: undefined }),
  };
}

/**
 * @param {Lesson} whole
 * @returns {Presented}
 */
function stepsOf({ id, title, minutes, steps }) {
  return {
    id,
    title,
    minutes,
    steps,
    at: ({ step }) => Math.min(steps.length, Number(step) || 1) - 1,
    keys: (n) => ({ step: String(n + 1), event: undefined }),
  };
}

/**
 * What a specification presents; null where that is not `wanted()` any more when everything for it is here.
 * @param {Spec} spec
 * @param {() => boolean} wanted
 * @returns {Promise<Presented | null>}
 */
export async function presented(spec, wanted) {
  if (spec.lesson) {
    const [told] = await Promise.all([lesson(spec.lesson), whole()]); // its steps may show any event
    return wanted() ? stepsOf(told) : null;
  }
  await lessons(); // for the words
  if (!wanted()) return null;
  store.put(spec);
  store.select();
  return eventsOf(spec);
}
