/* How the page looks and speaks: language, theme, notices, and what is said aloud. */
import { el, node } from "../dom/element.js";
import { attach } from "../dom/popover.js";
import { dark } from "../dom/theme.js";
import { load } from "../state/data.js";
import { lang, say } from "../words/i18n.js";

/**
 * Remember a choice for the next visit.
 * @param {string} key
 * @param {string} value
 * @returns {void}
 */
export function remember(key, value) {
  try {
    localStorage.setItem(`timeline-${key}`, value);
  } catch (error) {
    /* private window: the choice lasts as long as the page */
  }
}

function otherLanguage() {
  const { languages } = load().settings;
  return languages[(languages.indexOf(lang()) + 1) % languages.length];
}

/**
 * Apply the language and theme of a specification, where it has them.
 * @param {Spec} spec
 * @returns {void}
 */
export function apply(spec) {
  const root = document.documentElement;
  root.dataset.embed = spec.embed || "0";
  if (spec.lang) root.lang = spec.lang;
  if (spec.theme) root.dataset.theme = spec.theme;
}

/**
 * Label the buttons for what can be changed.
 * @returns {void}
 */
export function label() {
  const { languages, endonyms } = load().settings;
  node("lang-toggle").hidden = languages.length < 2;
  const [other, code] = [endonyms[otherLanguage()], otherLanguage().toUpperCase()];
  node("lang-toggle").replaceChildren(
    el("span", { class: "wide-only" }, other),
    el("span", { class: "narrow-only", "aria-hidden": "true" }, code),
  );
  node("lang-toggle").setAttribute("aria-label", `${other}, ${code}`); // with what is read at either width
  node("lang-toggle").lang = otherLanguage();
  const words = say(dark() ? "theme_to_light" : "theme_to_dark");
  node("theme-toggle").replaceChildren(el("span", { "aria-hidden": "true" }, dark() ? "☀" : "☾"), ` ${words}`);
  for (const key of ["share", "menu"]) node(key).setAttribute("aria-label", say(key));
}

/**
 * Make the buttons work: `change(part)` changes the view.
 * @param {Change} change
 * @returns {void}
 */
export function listen(change) {
  document.body.append(el("div", { id: "spoken", class: "visually-hidden", "aria-live": "polite" }));
  const choose = (key, value) => {
    remember(key, value);
    change({ [key]: value }, "replace");
  };
  node("lang-toggle").addEventListener("click", () => choose("lang", otherLanguage()));
  node("theme-toggle").addEventListener("click", () => choose("theme", dark() ? "light" : "dark"));
  attach(node("menu"), node("menu-items"));
  attach(node("options"), node("options-items"));
}

/**
 * Show a notice to the reader; "" takes it away.
 * @param {string} words
 * @returns {void}
 */
export function notice(words) {
  const close = el(
    "button",
    { type: "button", class: "button icon", "aria-label": say("dismiss"), onclick: () => notice("") },
    el("span", { "aria-hidden": "true" }, "✕"),
  );
  node("notice").replaceChildren(...(words ? [el("span", {}, words), close] : []));
}

/**
 * Say something to screen readers.
 * @param {string} words
 * @returns {void}
 */
export const announce = (words) => {
  node("spoken").textContent = words;
};

/**
 * Copy words, and say that they are copied.
 * @param {string} words
 * @returns {Promise<void>}
 */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    notice(`${say("label", { label: say("copied") })} ${words}`);
  } catch (error) {
    notice(say("copy_failed", { text: words }));
  }
}
