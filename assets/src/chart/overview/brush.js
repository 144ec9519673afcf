/* Dragging on the overview strip: the frame, one of its ends, or a press beside it, which brings it there.
 *
 * A finger may as well want to scroll the page: it counts only once it has moved more sideways than up or down. A
 * pointer that the browser takes away puts back what was there. */
const FAR = 2; // px a mouse moves before it drags
const THUMB = 6; // px a finger does
const LEAST = 0.004; // of the strip that the frame keeps

/**
 * The frame that a drag makes of the one that it began with.
 * @param {{ side: number | null, left: number, right: number }} held
 * @param {number} by
 * @returns {Span}
 */
function dragged({ side, left, right }, by) {
  if (side === 0) return [Math.min(Math.max(0, left + by), right - LEAST), right];
  if (side === 1) return [left, Math.max(Math.min(1, right + by), left + LEAST)];
  const slide = Math.min(Math.max(by, -left), 1 - right);
  return [left + slide, right + slide];
}

/** The frame, brought to where it was pressed beside it. */
function brought({ at, left, right }) {
  const half = (right - left) / 2;
  const start = Math.min(Math.max(at - half, 0), 1 - 2 * half);
  return { left: start, right: start + 2 * half };
}

/**
 * Let the pointer drag. `ends()` are the shares of the frame's ends; `show(ends)` follows a drag, `settle()` ends it,
 * `restore()` takes it back.
 * @param {HTMLElement} root
 * @param {{ ends: () => number[], show: (ends: Span) => void, settle: () => void, restore: () => void }} doing
 * @returns {void}
 */
export function attach(root, { ends, show, settle, restore }) {
  let held = null;
  const share = (event) => (event.clientX - root.getBoundingClientRect().left) / root.clientWidth;
  const start = () => {
    held.moved = true;
    if (held.beside) Object.assign(held, brought(held));
    show([held.left, held.right]);
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || held) return;
    const { side } = /** @type {HTMLElement} */ (event.target).dataset;
    const at = share(event);
    const [left, right] = ends();
    const beside = side === undefined && (at < left || at > right);
    const { pointerId: id, clientX: x, clientY: y } = event;
    const mouse = event.pointerType === "mouse";
    held = { id, x, y, at, left, right, beside, mouse, side: side === undefined ? null : Number(side), moved: false };
    if (mouse && beside) start();
    root.setPointerCapture(id);
  });
  root.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const [across, down] = [Math.abs(event.clientX - held.x), Math.abs(event.clientY - held.y)];
    if (!held.moved && (across <= (held.mouse ? FAR : THUMB) || (!held.mouse && across <= down))) return;
    if (!held.moved) start();
    show(dragged(held, share(event) - held.at));
  });
  root.addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const still = Math.hypot(event.clientX - held.x, event.clientY - held.y) <= 2 * THUMB;
    if (!held.moved && held.beside && still) start();
    if (held.moved) settle();
    held = null;
  });
  root.addEventListener("pointercancel", (event) => {
    if (!held || event.pointerId !== held.id) return;
    if (held.moved) restore();
    held = null;
  });
}
