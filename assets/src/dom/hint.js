/* The hint beside a mark, and the frame around the mark under the keyboard. The words are spoken elsewhere. */
import { el } from "./element.js";

/** A hint inside `root`, whose plot begins `axis` px below its top. Lines are texts, the first the heading. */
export function create(root, axis) {
  const tip = el("div", { class: "tip", hidden: true, "aria-hidden": "true" });
  const ring = el("div", { class: "cursor", hidden: true, "aria-hidden": "true" });
  root.append(ring, tip);

  function show(lines, box, { left, outer }) {
    tip.replaceChildren(...lines.map((line, index) => el(index ? "span" : "strong", {}, line)));
    tip.hidden = false;
    const x = Math.min(Math.max(left + box.x, 0), outer);
    const wide = tip.offsetWidth;
    tip.style.left = `${Math.max(4, Math.min(x - wide / 2, outer - wide - 4))}px`;
    tip.style.top = `${box.y + axis + 18}px`;
  }

  function frame(box, { left, width }) {
    ring.hidden = false;
    ring.style.left = `${left + Math.min(Math.max(box.x, 0), width)}px`;
    ring.style.top = `${box.y + axis}px`;
    for (const part of [tip, ring]) part.scrollIntoView({ block: "nearest", inline: "nearest" }); // a chart may be higher than the screen
  }

  function hide() {
    tip.hidden = ring.hidden = true;
  }

  return { show, frame, hide };
}
