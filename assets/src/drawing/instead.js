/* What stands in place of the page or over it, and what a view needs that is still on its way. */
import { exercises, instead, insteadFor, missing, pageAlone, without } from "../on-demand.js";
import { columns, lacking, looksFurther } from "../state/data.js";
import * as store from "../state/store.js";
import { guarded, unloaded } from "./failure.js";

/**
 * Whether a view is not for the page to draw now: it needs a part or columns that are on their way, and `again()` draws
 * it then; or something else than the page shows it, as in a class, and `shown()` is called when it does. `ready` tells
 * whether the page was drawn before, `last` is the view that was.
 * @param {{ actions: Actions, change: Change, ready: boolean, last: string | undefined, again: () => void,
 *   shown: () => void }} page
 * @returns {boolean}
 */
export function waits(page) {
  const spec = store.current();
  const isLate = lacking() && looksFurther(Object.keys(spec)); // of a large record some columns come later
  const soon = missing(spec) || (isLate ? columns() : null);
  if (soon)
    soon.then(
      () => guarded(page.again),
      (error) => goBack(error, page),
    );
  return soon !== null || isPresented(page);
}

/** A part that the view needs did not come: the view is again what was drawn, and the address says so.
 * @param {unknown} error */
function goBack(error, { change, last }) {
  const less = without(store.current(), last);
  if (Object.keys(less).length) change(less, "replace");
  unloaded(error);
}

/** Whether the view is presented in place of the page. */
function isPresented({ actions, change, ready, shown }) {
  const spec = store.current();
  const wanted = insteadFor(spec);
  for (const { here } of instead) if (here && here !== (wanted && wanted.here)) here.leave();
  if (!wanted) return false;
  if (exercises.here) exercises.here.leave();
  wanted.here.show(spec, actions, ready).then(shown, (/** @type {unknown} */ error) => {
    if (insteadFor(store.current()) === wanted) change(pageAlone, "replace");
    unloaded(error);
  });
  return true;
}

/**
 * Show the exercise of a specification over the page, or none.
 * @param {Spec} spec
 * @param {Change} change
 * @returns {void}
 */
export function drawExercise(spec, change) {
  if (spec.exercise)
    exercises
      .want()
      .then(({ show }) => show(spec, change))
      .catch((/** @type {unknown} */ error) => {
        if (store.current().exercise) change({ exercise: undefined, seed: undefined }, "replace");
        unloaded(error);
      });
  else if (exercises.here) exercises.here.leave();
}
