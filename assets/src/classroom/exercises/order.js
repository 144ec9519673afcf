/* Events to put in order: dragged by a finger or a mouse, moved by buttons or by the arrow keys. */
import { el } from "../../dom/element.js";
import { tell } from "./words.js";

/**
 * @param {Question} question
 * @returns {Answering}
 */
export function order({ options, right }) {
  const said = el("p", { class: "visually-hidden", role: "status" });
  const items = options.map((title) => item(title, move));
  const list = el("ol", { class: "exercise-order" }, items);
  const places = () => [...list.children].map((each) => items.indexOf(each));

  /** Put an item `by` places further on, and say where it is; the focus stays on `from`. */
  function move(moved, by, from) {
    const now = [...list.children];
    const at = now.indexOf(moved);
    const to = Math.min(Math.max(at + by, 0), now.length - 1);
    if (to === at) return;
    now[to][by < 0 ? "before" : "after"](moved);
    from.focus();
    const title = options[items.indexOf(moved)];
    said.replaceChildren(tell("moved", { title, place: to + 1, total: now.length }));
  }

  drag(list);
  return {
    element: el("div", {}, el("p", { class: "exercise-hint" }, tell("drag_hint")), list, said),
    missing: "",
    answer: places,
    show(chosen) {
      for (const button of list.querySelectorAll("button")) button.disabled = true;
      list.classList.add("is-done");
      chosen.forEach((at, place) => items[at].classList.add(at === right[place] ? "is-right" : "is-wrong"));
    },
    score: (chosen) => ({ right: chosen.filter((at, place) => at === right[place]).length, of: right.length }),
  };
}

/** An event with its buttons; `move(item, by, button)` moves it. */
function item(title, move) {
  const button = (words, sign, by) =>
    el(
      "button",
      {
        type: "button",
        class: "button exercise-move",
        "aria-label": tell(words, { title }),
        onclick: (event) => move(made, by, event.currentTarget),
      },
      el("span", { "aria-hidden": "true" }, sign),
    );
  const made = el(
    "li",
    {
      "data-keys": true,
      onkeydown: (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!by || event.target.disabled) return;
        event.preventDefault();
        move(made, by, event.target);
      },
    },
    el("span", { class: "exercise-grip", "aria-hidden": "true" }, "⠿"),
    el("span", { class: "exercise-title", dir: "auto" }, title),
    button("move_up", "↑", -1),
    button("move_down", "↓", 1),
  );
  return made;
}

/** Let a pointer drag the items of a list: a finger by their grip, so that the page still scrolls, a mouse anywhere. */
function drag(list) {
  let held = null;
  list.addEventListener("pointerdown", (event) => {
    const { target, pointerType, pointerId, button } = event;
    const wanted = pointerType === "touch" ? ".exercise-grip" : "li";
    if (button || list.classList.contains("is-done") || target.closest("button") || !target.closest(wanted)) return;
    held = target.closest("li");
    held.classList.add("is-held");
    list.setPointerCapture(pointerId);
    event.preventDefault();
  });
  list.addEventListener("pointermove", ({ clientY }) => {
    if (!held) return;
    for (const other of list.children) {
      const { top, bottom } = other.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      if (other === held || clientY < top || clientY > bottom) continue;
      const before = held.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
      if (before && clientY < middle) other.before(held);
      else if (!before && clientY > middle) other.after(held);
    }
  });
  const drop = () => {
    if (held) held.classList.remove("is-held");
    held = null;
  };
  for (const end of ["pointerup", "pointercancel"]) list.addEventListener(end, drop);
}
