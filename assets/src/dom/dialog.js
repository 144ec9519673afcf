/* A dialog over the page: the browser's own, which handles Escape and the focus. */
import { say } from "../words/i18n.js";
import { el } from "./element.js";
import { focused } from "./focus.js";

/**
 * Open the dialog `id`, made on first use, with a new heading and content, and return it. It closes by its button, by
 * Escape or by a press beside it; the focus goes back to what opened it.
 * @param {string} id
 * @param {string} title
 * @param {...Child} content
 * @returns {HTMLDialogElement}
 */
export function open(id, title, ...content) {
  const dialog = document.getElementById(id) || document.body.appendChild(made(id));
  const close = el(
    "button",
    { type: "button", class: "button icon dialog-close", "aria-label": say("dismiss"), onclick: () => dialog.close() },
    el("span", { "aria-hidden": "true" }, "✕"),
  );
  dialog.replaceChildren(
    el(
      "div",
      { class: "dialog-body" },
      el("header", { class: "dialog-head" }, el("h2", { id: `${id}-title` }, title), close),
      ...content,
    ),
  );
  // A menu that it is opened from closes first, and gives the focus to its button, where it comes back to.
  const menu = /** @type {HTMLElement | null} */ (focused().closest("[popover]"));
  if (menu) menu.hidePopover();
  if (!dialog.open) dialog.showModal();
  return dialog;
}

function made(id) {
  return el("dialog", {
    id,
    class: "dialog",
    "aria-labelledby": `${id}-title`,
    onclick: (event) => {
      if (event.target === event.currentTarget) event.currentTarget.close();
    },
    // Escape closes the dialog alone, not the event's panel behind it.
    onkeydown: (event) => {
      if (event.key === "Escape") event.stopPropagation();
    },
  });
}
