/* The end of the first drawing: the page says when all that can be pressed answers, and when it is complete. */
import * as plotly from "../chart/figure/plotly.js";
import * as takeover from "../chart/takeover.js";
import * as afterPaint from "../dom/after-paint.js";
import { node } from "../dom/element.js";
import { print, relations, threads } from "../on-demand.js";
import * as dash from "../state/dash.js";
import { fail } from "./failure.js";

const page = document.documentElement;

/**
 * The page listens, and all that can be pressed answers: say so. What is to come without being waited for is asked for
 * when that is on the screen. Nothing is said yet where a story or a presentation came first.
 * @returns {Promise<void>}
 */
export async function answer() {
  if (page.dataset.answers) return;
  page.dataset.answers = "true";
  await afterPaint.painted();
  takeover.answered(page.dataset.view === "timeline");
  onPaper();
}

/** Make ready what is needed on paper; where it did not come, it is asked for again when somebody prints. */
const onPaper = () => print.want().catch(() => null);

/**
 * The first drawing is complete: say so when it is on the screen, and can be put on paper.
 * @returns {void}
 */
export function complete() {
  // What somebody added is a part of the page, and may draw with Plotly; else nobody waits for Dash, or misses it.
  const added = node("extension") ? plotly.ready().then(dash.start) : null;
  if (added) added.catch(fail);
  Promise.allSettled([afterPaint.painted(), onPaper(), added]).then(() => {
    page.dataset.ready = "true";
    afterPaint.whenIdle(() => {
      // Asked for again with the first event that has relations.
      for (const part of [threads, relations]) part.want().catch(() => null);
      if (!added) dash.start();
    });
  });
}
