/* The classroom's data (timeline/view/lessons.py): the list of the lessons with the classroom's words, and each
 * lesson. */
import * as chapters from "../model/chapters.js";
import { load } from "../state/data.js";
import { file } from "../state/extras.js";
import { parse } from "../state/store.js";
import { say, text } from "../words/i18n.js";

const FOLDER = "lessons/";
const INDEX = `${FOLDER}index.json`;
/**
 * The lessons that there are, in the order of their files. From then on `say()` knows the classroom's words.
 * @returns {Promise<LessonHead[]>}
 */
export const lessons = async () => (await index()).lessons;

/**
 * The same with what else stands beside the page: the teachers' guide by language, and whether lessons are there as
 * SCORM packages.
 * @returns {Promise<{ lessons: LessonHead[], guide: Record<string, string>, packages: boolean }>}
 */
export async function index() {
  const { words, ...rest } = await file(INDEX);
  for (const [language, said] of Object.entries(words)) Object.assign(load().words[language], said);
  return rest;
}

/**
 * A whole lesson, and the classroom's words.
 * @param {string} id
 * @returns {Promise<Lesson>}
 */
export async function lesson(id) {
  const [whole] = await Promise.all([file(`${FOLDER}${id}.json`), lessons()]);
  return whole;
}

/**
 * The view that a step shows; null where it shows none.
 * @param {LessonStep} step
 * @returns {Spec | null}
 */
export const viewOf = ({ view }) =>
  view ? chapters.expanded(load().settings.chapters, parse(view.replace(/^\?/, "")).spec) : null;

/**
 * The row of the event that a step is about; null where it is about none.
 * @param {LessonStep} step
 * @returns {Row | null}
 */
export function rowOf({ event }) {
  const row = event ? load().rows.id.indexOf(event) : -1;
  return row < 0 ? null : row;
}

/**
 * What a step is called: its title, else that of its event, else its kind.
 * @param {LessonStep} step
 * @returns {string}
 */
export function headingOf(step) {
  if (step.title) return text(step.title);
  const row = rowOf(step);
  if (row !== null) return text(load().events[row].title);
  return ["question", "exercise"].includes(step.kind) ? say(`step_${step.kind}`) : "";
}
