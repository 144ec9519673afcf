/* What no first screen needs: each part is loaded when it is first wanted. What the address asks for is fetched
 * ahead (`boot/files.js`); a page that is itself a file holds all of it. */
import * as files from "./dom/files.js";

/**
 * A part of the page, by what imports it, and what else it needs: a style sheet or a script.
 * @template T
 * @param {() => Promise<T>} load
 * @param {...() => Promise<void>} needs
 * @returns {OnDemand<T>}
 */
function part(load, ...needs) {
  const it = {
    /** @type {T | null} */
    here: null,
    want: async () => {
      const [module] = await Promise.all([load(), ...needs.map((need) => need())]);
      it.here = module;
      return module;
    },
  };
  return it;
}

const sheets = (/** @type {string[]} */ ...names) => names.map((name) => () => files.sheet(name));
/**
 * A view with its words, and what else it draws, which no first visit loads.
 * @template {{ prepare: () => Promise<any> }} T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
const prepared = (load) => async () => {
  const module = await load();
  await module.prepare();
  return module;
};

/** The views beside the timeline and the list, by name. */
export const views = {
  sources: part(() => import("./views/sources/sources.js")),
  disagreements: part(() => import("./views/disagreements.js")),
  numbers: part(() => import("./views/numbers/numbers.js")),
  compare: part(
    prepared(() => import("./views/compare/compare.js")),
    ...sheets("said", "compare"),
  ),
  clocks: part(
    prepared(() => import("./views/clocks/clocks.js")),
    ...sheets("clocks"),
  ),
  map: part(
    prepared(() => import("./views/map/map.js")),
    ...sheets("map"),
  ),
  forecasts: part(
    prepared(() => import("./views/forecasts.js")),
    ...sheets("forecasts"),
  ),
};

export const replay = part(() => import("./chart/replay/replay.js"));
export const doubt = part(
  prepared(() => import("./controls/doubt.js")),
  ...sheets("doubt"),
);
/** What an event is related to: in its panel, and in the chart. */
export const relations = part(() => import("./views/panel/relations.js"));
export const threads = part(() => import("./chart/threads/threads.js"), ...sheets("threads"));
export const exports = part(() => import("./export/menu.js"));
export const qrcode = part(() => files.script("qrcode"));
export const share = part(() => import("./share/dialog.js"), qrcode.want);
export const print = part(() => import("./share/print.js"));
export const live = part(() => import("./controls/live.js"));

/** The dialog "In class". */
export const inClass = part(() => import("./classroom/dialog.js"), ...sheets("classroom"));
/** An exercise of the view's events, over the page. */
export const exercises = part(() => import("./classroom/exercises/exercises.js"), ...sheets("exercises"));
/** What stands in place of the page, by the words of `present`: the presentation, the window with its notes. */
const presents = {
  1: part(() => import("./classroom/present/present.js"), ...sheets("steps", "said", "newsroom", "present")),
  speaker: part(() => import("./classroom/present/speaker.js"), ...sheets("present")),
};

/** The story of a lesson. */
const story = part(() => import("./classroom/story/story.js"), ...sheets("steps", "said", "newsroom", "story"));
/** Everything that stands in place of the page at times. */
export const instead = [...Object.values(presents), story];

/**
 * What stands in place of the page for a specification; undefined for the page itself.
 * @param {Spec} spec
 * @returns {OnDemand<any> | undefined}
 */
export const insteadFor = ({ present = "", lesson }) => presents[present] || (lesson ? story : undefined);

/** What of a specification is taken away for the page itself. */
export const pageAlone = { present: undefined, lesson: undefined, step: undefined };

/**
 * What a specification needs and is not here: a promise of it; null where nothing is missing.
 * @param {Spec} spec
 * @returns {Promise<any> | null}
 */
export function missing(spec) {
  const { view, asof, doubt: some } = spec;
  const parts = [insteadFor(spec), views[view], asof && replay, some && doubt];
  const needed = parts.filter((each) => each && !each.here);
  return needed.length ? Promise.all(needed.map((each) => each.want())) : null;
}

/**
 * What to change in a specification so that it needs nothing that is not here: parts of it did not come. `last` is the
 * view that was drawn before.
 * @param {Spec} spec
 * @param {string | undefined} last
 * @returns {Partial<Spec>}
 */
export function without(spec, last) {
  const { view, asof, doubt: some } = spec;
  const isMissing = (/** @type {OnDemand<any> | undefined} */ it) => it && !it.here;
  return {
    ...(isMissing(insteadFor(spec)) ? pageAlone : {}),
    ...(isMissing(views[view]) ? { view: last } : {}),
    ...(asof && isMissing(replay) ? { asof: undefined } : {}),
    ...(some && isMissing(doubt) ? { doubt: undefined } : {}),
  };
}
