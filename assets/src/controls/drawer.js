/* The drawer with the filters lies over the page. It takes the focus when it opens and gives it back when it closes,
 * and it makes way for whatever the keyboard reaches beneath it. */
import { node } from "../dom/element.js";

const parts = () => ({ drawer: node("filters"), button: node("filters-open") });

/**
 * Open or close the drawer. The focus follows, unless it is elsewhere already.
 * @param {boolean} open
 * @param {boolean} [focus]
 */
function turn(open, focus = true) {
  const { drawer, button } = parts();
  drawer.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  if (focus) (open ? node("filters-close") : button).focus({ preventScroll: true });
}

/**
 * Whether the drawer lies over a part of an element.
 * @param {Element} element
 */
function covers(element) {
  const own = node("filters").getBoundingClientRect();
  const box = (element.closest("label") || element).getBoundingClientRect();
  return box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top;
}

/** Close the drawer where it hides what has the focus. */
function makeWay() {
  const { drawer } = parts();
  const { activeElement: focused } = document;
  if (drawer.hidden || !focused || focused === document.body || drawer.contains(focused)) return;
  const byHand = !focused.matches(":focus-visible") && !focused.closest("#event-panel");
  if (!byHand && covers(focused)) turn(false, false);
}

/**
 * Make the buttons work: `opening()` is called before the drawer shows.
 * @param {() => void} opening
 * @returns {void}
 */
export function listen(opening) {
  const { drawer, button } = parts();
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    if (drawer.hidden) opening();
    turn(drawer.hidden);
  });
  for (const id of ["filters-close", "filters-show"]) node(id).addEventListener("click", () => turn(false));
  // A frame later, what has the focus is scrolled into sight.
  for (const kind of ["focusin", "keyup"]) document.addEventListener(kind, () => requestAnimationFrame(makeWay));
  document.addEventListener("keydown", (event) => {
    const inPanel = /** @type {Element} */ (event.target).closest("#event-panel");
    if (event.key !== "Escape" || event.defaultPrevented || drawer.hidden || inPanel) return;
    event.preventDefault(); // the drawer alone, not an open event
    turn(false);
  });
}
