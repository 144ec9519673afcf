/* Drag, pinch and wheel on the chart. Plotly's own are off, so that a thumb can still scroll the page. */

/** The px that a pointer moves before it drags. */
export const FAR = 5;

/**
 * Answer the pointers on `plot`. `at(event)` is the place in the plot; `window()` and `width()` what is shown, its ends
 * on a scale that is even; `slide(window)` follows a drag, `settle()` ends it; `tap(place, slack)` and `hover(event)`
 * are the rest.
 * @param {HTMLElement} plot
 * @param {Record<string, any>} doing
 * @returns {void}
 */
export function attach(plot, { at, window: shownWindow, width, slide, settle, tap, hover, leave }) {
  const held = new Map(); // pointers that are down, by id
  let start = null;
  let moved = false;
  let tapped = null; // where, and what counts as near
  const begin = () => {
    start = { window: shownWindow(), points: [...held.values()] };
  };

  plot.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    held.set(event.pointerId, at(event));
    if (held.size === 1) moved = false;
    tapped = null;
    begin();
  });
  addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) {
      if (event.pointerType === "mouse") hover(event);
      return;
    }
    held.set(event.pointerId, at(event));
    const points = [...held.values()];
    if (!moved && points.length < 2 && Math.abs(points[0][0] - start.points[0][0]) <= FAR) return;
    if (!moved) {
      moved = true;
      leave();
      capture(plot, event.pointerId);
    }
    slide(points.length === 1 ? panned(start, points, width()) : pinched(start, points, width()));
  });
  const end = (event) => {
    if (!held.delete(event.pointerId)) return;
    if (held.size) {
      begin();
      return;
    }
    if (moved) {
      moved = false;
      settle();
    } else if (event.type === "pointerup") tapped = [at(event), event.pointerType === "mouse" ? 3 : 12];
  };
  addEventListener("pointerup", end);
  // A tap answers with the click that follows: what opened before it would be under the finger, and be clicked as well.
  plot.addEventListener("click", () => {
    if (tapped) tap(...tapped);
    tapped = null;
  });
  addEventListener("pointercancel", end);
  plot.addEventListener("pointerleave", leave);
}

function capture(plot, id) {
  try {
    plot.setPointerCapture(id);
  } catch (error) {
    /* the pointer is gone */
  }
}

function panned({ window: [first, last], points }, now, width) {
  const by = ((points[0][0] - now[0][0]) * (last - first)) / width;
  return [first + by, last + by];
}

function pinched({ window: [first, last], points: [a, b] }, now, width) {
  const [c, d] = now;
  const factor = (Math.abs(a[0] - b[0]) || 1) / (Math.abs(c[0] - d[0]) || 1);
  const day = first + (((a[0] + b[0]) / 2) * (last - first)) / width;
  return [day - (day - first) * factor, day + (last - day) * factor];
}

/**
 * Answer the wheel: with Ctrl it zooms, sideways it pans, else the page scrolls.
 * @param {HTMLElement} element
 * @param {Record<string, any>} doing
 * @returns {void}
 */
export function wheel(element, { share, zoom, pan, width }) {
  element.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 200), share(event));
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        pan((event.deltaX || event.deltaY) / width());
      }
    },
    { passive: false },
  );
}
