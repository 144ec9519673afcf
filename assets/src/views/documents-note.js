/* What "documents" means, above the views that readers may begin with. */
import { el } from "../dom/element.js";
import { load } from "../state/data.js";
import { say } from "../words/i18n.js";

/**
 * What "documents" means, where a record has any; readers may begin with this view.
 * @returns {HTMLElement | null}
 */
export function documentsNote() {
  const { seeds } = load().settings;
  return seeds.length ? el("p", { class: "documents-note" }, say("documents_note")) : null;
}
