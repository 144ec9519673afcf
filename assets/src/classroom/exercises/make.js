/* An exercise of some events of the page: its questions in words. */
import * as asof from "../../model/asof.js";
import * as chapters from "../../model/chapters.js";
import { askedRecord, exercise } from "../../model/exercises/exercise.js";
import * as query from "../../model/query.js";
import { load, whole } from "../../state/data.js";
import { parse } from "../../state/store.js";
import { text } from "../../words/i18n.js";
import { questions } from "./questions.js";
import { tell } from "./words.js";

/**
 * The events of a specification, as they were known on its day and without what it doubts. As for every export the
 * period counts where the specification names one.
 * @param {Spec} spec
 * @returns {AskedEvent[]}
 */
export function eventsOf(spec) {
  const { rows, events, operators } = load();
  const known = asof.known(rows, events, spec.asof || "", spec.doubt);
  const chosen = query.select(operators, known.columns, spec, known.rows);
  return chosen.map((row) => /** @type {AskedEvent} */ (known.events[row]));
}

/**
 * The questions of an exercise, once all texts are here.
 * @param {Spec} spec
 * @param {string} kind
 * @param {number} seed
 * @returns {Promise<Question[]>}
 */
export async function made(spec, kind, seed) {
  const data = await whole();
  const events = eventsOf(spec);
  return questions(events, exercise(askedRecord(data), events, kind, seed));
}

/**
 * The questions of an exercise step of a lesson.
 * @param {{ exercise?: string, filter?: string, seed?: number }} step
 * @returns {Promise<Question[]>}
 */
export const ofStep = ({ exercise: kind = "order", filter = "", seed = 1 }) =>
  made(chapters.expanded(load().settings.chapters, parse(filter).spec), kind, seed);

/**
 * What a quiz is called in a learning platform; of every kind where none is named.
 * @param {string | undefined} kind
 * @param {number} seed
 * @returns {string}
 */
export const nameOf = (kind, seed) =>
  `${text(load().settings.title)} – ${tell(kind ? `name_${kind}` : "exercises")} ${seed}`;

/**
 * The questions of a view for a learning platform: those of its exercise, else of one of each kind.
 * @param {Spec} spec
 * @returns {Promise<{ name: string, questions: Question[] }>}
 */
export async function quiz(spec) {
  const [kind, seed] = [spec.exercise, Number(spec.seed || 1)];
  const kinds = kind ? [kind] : load().exercises;
  const all = await Promise.all(kinds.map((each) => made(spec, each, seed)));
  return { name: nameOf(kind, seed), questions: all.flat() };
}
