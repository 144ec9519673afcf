/* The chart while it is pulled sideways: what is drawn moves along as it is, over an axis that is drawn anew. To draw all of it
 * for every frame would take longer than a frame lasts, above all on a phone. What lies beside the window has been drawn
 * as well, and comes into sight (`.pulled` in 40-chart.css). */
"use strict";
Timeline.pull = (() => {
  const HAIR = 1e-6; // of a window's length, by which two of the same length may differ
  const axis = document.createElement("div"); // in the page only while something is pulled
  axis.className = "axis-alone";
  axis.setAttribute("aria-hidden", "true");

  const long = ([first, last]) => last - first;

  /** Whether a window is as long as the one that is drawn, so that what is drawn can be pulled there. */
  const can = (window, drawn) => Math.abs(long(window) - long(drawn)) <= HAIR * long(drawn);

  /** Pull what is drawn to another window. `plot` lies in `root`, shows the window `drawn` on `width` px, and `redraw(node, figure)` draws with Plotly as it was drawn itself. */
  function to(window, { root, plot, drawn, width, redraw }) {
    if (!axis.isConnected) {
      const { l, r } = plot.layout.margin;
      root.style.setProperty("--names", `${l - r}px`); // marks at an edge of the plot stick out by as much as there is room on its right
      root.append(axis);
      redraw(axis, { data: [], layout: { ...plot.layout, annotations: [], xaxis: { ...plot.layout.xaxis } } });
      root.classList.add("pulled");
    }
    Plotly.relayout(axis, { "xaxis.range": window.map(Timeline.compose.isoTime) });
    shift(plot, `translateX(${((drawn[0] - window[0]) / long(drawn)) * width}px)`);
  }

  function shift(plot, transform) {
    for (const layer of plot.querySelectorAll(".scatterlayer")) layer.style.transform = transform;
  }

  /** Let go: all lies where it was drawn. */
  function end(root, plot) {
    if (!axis.isConnected) return;
    axis.remove();
    root.classList.remove("pulled");
    shift(plot, "");
  }

  return { can, to, end };
})();
