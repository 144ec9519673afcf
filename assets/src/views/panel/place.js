/* Where the panel lies: over the page, at the side where it covers nothing that was pressed, and on a phone as a sheet
 * at the foot, of which the page can be scrolled free. Nothing beneath it is laid out anew. */
import { MARK } from "../../chart/lanes/mark.js";
import { placeOf } from "../../chart/place.js";
import { all, node } from "../../dom/element.js";
import { load } from "../../state/data.js";
import { current } from "../../state/store.js";

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Edges */

const SHEET = matchMedia("(max-width: 639.98px)"); // as in css/panel.css
const AIR = 32; // px that stay free around what is brought into sight
const LINES = { list: "event-list", sources: "sources-view", disagreements: "disagreements-view" };
let wanted = null;

/**
 * The panel shows an event (or none, where it closes) after another one: it takes its place, and what stands for the
 * event has to be in sight. `opener` is what had the focus when the panel was opened.
 * @param {HTMLElement} panel
 * @param {{ event: string | undefined, before: string | undefined, opener: Element | null }} how
 * @returns {void}
 */
export function follow(panel, { event, before, opener }) {
  if (event) alignTop(panel);
  if (event === before) return;
  if (!event) away(panel);
  else if (!before) takeSide(panel, event, opener);
  if (event) want("event");
}

/** To the right, or to the left where what was pressed would lie beneath it: so it stays while it is open. */
function takeSide(panel, event, opener) {
  const line = lineOf(event, opener);
  const pressed = line ? line.getBoundingClientRect() : markOf(event);
  const left = pressed && pressed.left + MARK > innerWidth - panel.offsetWidth; // of a title the beginning counts
  panel.dataset.side = left ? "left" : "right";
}

/**
 * Put the panel on the other side.
 * @param {HTMLElement} panel
 * @returns {void}
 */
export const turn = (panel) => {
  panel.dataset.side = panel.dataset.side === "left" ? "right" : "left";
};

/** The panel has closed: the page is as it was. */
function away(panel) {
  delete panel.dataset.side;
  setTall(panel, false);
}

/**
 * Something of the open event has to be in sight as soon as all is drawn: what stands for it where the reader looks,
 * or its mark in the chart.
 * @param {"event" | "mark"} what
 * @returns {void}
 */
export const want = (what) => {
  wanted = what;
};

/**
 * Bring into sight what is wanted: of an event in a list or a table its line, else its mark above the sheet. Beside the
 * panel the chart stays where it is, unless the mark is asked for.
 * @param {HTMLElement} panel
 * @param {Element | null} opener
 * @returns {void}
 */
export function bringIntoSight(panel, opener) {
  const { eventId } = panel.dataset;
  const [what, line] = [wanted, eventId && wanted === "event" && lineOf(eventId, opener)];
  wanted = null;
  if (!eventId || !what || !(what === "mark" || line || SHEET.matches)) return;
  const edges = line ? line.getBoundingClientRect() : markOf(eventId);
  if (edges)
    scrollFree(edges, SHEET.matches ? panel.getBoundingClientRect().top : innerHeight - (line ? 0 : barHeight()));
}

/** Scroll the page as little as need be, so that something stands between its top and `foot`. */
function scrollFree({ top, bottom }, foot) {
  const by = Math.min(Math.max(0, bottom + AIR - foot), top - AIR);
  if (by) scrollBy({ top: by, behavior: "instant" });
}

/**
 * Whether the sheet is as high as the screen.
 * @param {HTMLElement} panel
 * @returns {boolean}
 */
export const isHigh = (panel) => panel.dataset.tall === "true";

/**
 * Make the sheet as high as the screen, or as before. As high as that it covers the page, and the keyboard must not
 * wander beneath it.
 * @param {HTMLElement} panel
 * @param {boolean} tall
 * @returns {void}
 */
export function setTall(panel, tall) {
  panel.dataset.tall = String(tall);
  for (let within = panel; within !== document.body; within = within.parentElement)
    for (const other of all(within.parentElement, ":scope > :not(dialog, [role=status], [aria-live])"))
      if (other !== within) other.inert = tall && SHEET.matches;
}

/**
 * Keep the panel below the page's controls, which stay of use; what has the focus out from beneath it; and the page of
 * use where a phone is turned.
 * @param {HTMLElement} panel
 * @returns {void}
 */
export function listen(panel) {
  const align = () => alignTop(panel);
  addEventListener("scroll", align, { passive: true });
  const above = new ResizeObserver(align);
  for (const part of all(document, ".masthead, #notice, main > :not(#main)")) above.observe(part);
  document.addEventListener("focusin", ({ target }) => {
    if (!panel.hidden && !SHEET.matches && isBeneath(panel, /** @type {Element} */ (target))) turn(panel);
  });
  SHEET.addEventListener("change", () => setTall(panel, false));
}

/** It begins where the view does, and further up where the page is scrolled or low. */
function alignTop(panel) {
  if (panel.hidden) return;
  const { top } = node("main").getBoundingClientRect();
  panel.style.setProperty("--top", `${Math.max(0, Math.min(top, innerHeight * 0.6))}px`);
}

/** Whether most of an element lies beneath the panel, and less would on the other side. */
function isBeneath(panel, element) {
  const [own, over] = [element, panel].map((each) => each.getBoundingClientRect());
  if (panel.contains(element) || own.bottom <= over.top) return false;
  const covered = {
    left: Math.min(own.right, over.width) - own.left,
    right: own.right - Math.max(own.left, innerWidth - over.width),
  };
  const { side } = panel.dataset;
  const [here, there] = side === "left" ? [covered.left, covered.right] : [covered.right, covered.left];
  return here > own.width / 2 && there < here;
}

/** How much of the screen's foot the bar with the overview takes, which stays in sight where there is room. */
function barHeight() {
  const bar = document.querySelector(".overview-bar");
  return bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().height : 0;
}

/** The mark of an event; of a part that the chart shows within its whole, that of the whole.
 * @returns {Edges | null} */
function markOf(event) {
  const { rows, geometry } = load();
  const row = rows.id.indexOf(event);
  const whole = geometry.whole[row];
  return placeOf(row) || (whole === null ? null : placeOf(whole));
}

/** What stands for the event in the list or the table where the reader looks: what was pressed, else its title. */
function lineOf(event, opener) {
  const list = opener && opener.isConnected ? opener.closest("#event-list") : null;
  const within = list || node(LINES[current().view]);
  const id = CSS.escape(event);
  const line = within && within.querySelector(`[data-event-id="${id}"], [data-row="${id}"]`);
  if (!line || line.closest("details:not([open])")) return null; // a part, folded into its whole
  return line.contains(opener) ? opener : line.querySelector(".event-title");
}
