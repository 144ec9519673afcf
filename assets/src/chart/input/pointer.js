/* The chart answers mouse, pen, finger and wheel: what is drawn follows a gesture at once, and is drawn anew when it
 * ends. */
import { clamp, panned, timeOf, zoomed } from "../axis/window.js";
import * as drawing from "../drawing.js";
import { hit } from "../lanes/boxes.js";
import * as gestures from "./gestures.js";
import { press } from "./press.js";
import * as tip from "./tip.js";
import { go } from "./travel.js";

const REST = 160; // ms without a turn of the wheel after which the chart is drawn anew
const HOVER = 3; // px beside a mark within which the mouse finds it
const HAIR = 1e-6; // share of a window's length below which two lengths count as the same
let plot, moving;
let rest = 0;

/**
 * Answer the pointers on the `element` of a plot, and the wheel on all of the chart around it. `told(window)` hears of
 * each window while a gesture lasts.
 * @param {HTMLElement} root
 * @param {HTMLElement} element
 * @param {(window: Span) => void} told
 * @returns {void}
 */
export function attach(root, element, told) {
  [plot, moving] = [element, told];
  const window = () => drawing.viewed().window;
  const time = () => timeOf(drawing.viewed());
  const width = () => drawing.current().width;
  gestures.attach(plot, {
    at: placeIn,
    window: () => window().map(time().place),
    width,
    slide: (places) => slide(places.map(time().dayAt)),
    settle,
    tap: (place, slack) => press(hit(drawing.current().boxes, place, slack)),
    hover,
    leave: tip.hide,
  });
  gestures.wheel(root, {
    share: (event) => Math.min(1, Math.max(0, placeIn(event)[0] / width())),
    zoom: (factor, at) => wheeled(zoomed(window(), factor, at, time())),
    pan: (share) => wheeled(panned(window(), share, time())),
    width,
  });
}

/** The place of a pointer in the plot.
 * @returns {[number, number]} */
const placeIn = (event) => {
  const { left, axis } = drawing.current();
  const box = plot.getBoundingClientRect();
  return [event.clientX - box.left - left, event.clientY - box.top - axis];
};

const slide = (window) => drawing.follow(clamp(window, timeOf(drawing.viewed())), moving);

function settle() {
  drawing.rest();
  const { window, ...view } = drawing.viewed();
  const { place } = timeOf(view);
  const [before, now] = [drawing.current().window, window].map(([first, last]) => place(last) - place(first));
  go(window, Math.abs(now - before) < HAIR * before ? "replace" : "push");
}

function wheeled(window) {
  slide(window);
  clearTimeout(rest); // a wheel does not say when it stops
  rest = setTimeout(settle, REST);
}

function hover(event) {
  if (!plot.contains(event.target)) return;
  const box = hit(drawing.current().boxes, placeIn(event), HOVER);
  plot.style.cursor = box ? "pointer" : "";
  if (box) tip.show(box);
  else tip.hide();
}
