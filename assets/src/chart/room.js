/* How much room the chart has on the page, and in what type. */
import { el } from "../dom/element.js";
import { sizes } from "./figure/figure.js";

const PAPER = 540; // px of a printed chart's height; an A4 has about a thousand
let root, probe;
let wide = 0; // px of the chart's width, as the browser last reported it; 0 while hidden

/**
 * Watch the room of the chart: `changed(width)` is called when its width is another one, with NaN when its type is.
 * @param {HTMLElement} element
 * @param {(width: number) => void} changed
 * @returns {void}
 */
export function watch(element, changed) {
  root = element;
  probe = el("span", { class: "probe", "aria-hidden": "true" }, "Labels of the chart");
  root.append(probe);
  new ResizeObserver(([{ contentRect }]) => {
    wide = contentRect.width;
    if (wide) changed(Math.round(wide));
  }).observe(root);
  // A reader's own style may space letters and words, or enlarge the type. What is told first is how it is.
  let known = false;
  new ResizeObserver(() => {
    if (known) changed(NaN);
    known = true;
  }).observe(probe);
}

/** What a reader's own style sets between letters and words, as shares of the type's size. */
function spacing() {
  const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(probe);
  const share = (px) => (parseFloat(px) || 0) / parseFloat(fontSize); // "normal" is 0
  return { letter: share(letterSpacing), word: share(wordSpacing) };
}

/**
 * The sizes on the page. A phone may scroll, a frame has little room, paper gets half a page; otherwise most of the
 * window is used.
 * @returns {Sizes}
 */
export function inPage() {
  const page = document.documentElement;
  const rem = parseFloat(getComputedStyle(page).fontSize);
  const printing = page.classList.contains("printing");
  // Asking for the width forces a layout. On paper, and after hiding, the reported width is out of date.
  const outer = Math.round(printing ? root.clientWidth : wide || root.clientWidth);
  if (printing) return sizes(outer, rem, PAPER);
  const framed = page.dataset.embed === "1";
  const size = { ...sizes(outer, rem, framed ? innerHeight - 9 * rem : innerHeight * 0.72), ...spacing() };
  if (framed) return size;
  return { ...size, budget: size.narrow ? 24 : Math.max(18, size.budget) };
}
