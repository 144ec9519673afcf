/* How the page looks and speaks: language, theme, notices, and what is said aloud. */
import { dark } from "../dom/theme.js";
import { el } from "../dom/element.js";
import { lang, say } from "../words/i18n.js";
import { load } from "../state/data.js";

const node = (id) => document.getElementById(id);

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

/** Put on the language and theme of a specification, where it has them. */
export function apply({ lang, theme, embed }) {
  const root = document.documentElement;
  root.dataset.embed = embed || "0";
  if (lang) root.lang = lang;
  if (theme) root.dataset.theme = theme;
}

/** Label the buttons for what can be changed. */
export function label() {
  const { languages, endonyms } = load().settings;
  node("lang-toggle").hidden = languages.length < 2;
  node("lang-toggle").replaceChildren(endonyms[otherLanguage()]);
  node("lang-toggle").lang = otherLanguage();
  const words = say(dark() ? "theme_to_light" : "theme_to_dark");
  node("theme-toggle").replaceChildren(
    el("span", { "aria-hidden": "true" }, dark() ? "☀" : "☾"),
    el("span", { class: "wide-only" }, ` ${words}`),
  );
  node("theme-toggle").setAttribute("aria-label", words);
  node("share").replaceChildren(say("share"));
}

/** Make the buttons work: `change(part)` changes the view. */
export function listen(change, share) {
  document.body.append(el("div", { id: "spoken", class: "visually-hidden", "aria-live": "polite" }));
  const choose = (key, value) => {
    remember(key, value);
    change({ [key]: value }, "replace");
  };
  node("lang-toggle").addEventListener("click", () => choose("lang", otherLanguage()));
  node("theme-toggle").addEventListener("click", () => choose("theme", dark() ? "light" : "dark"));
  node("share").addEventListener("click", share);
}

export function notice(words) {
  const close = el(
    "button",
    { type: "button", class: "button icon", "aria-label": say("dismiss"), onclick: () => notice("") },
    "✕",
  );
  node("notice").replaceChildren(...(words ? [el("span", {}, words), close] : []));
}

export const announce = (words) => {
  node("spoken").textContent = words;
};

export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    notice(`${say("label", { label: say("copied") })} ${words}`);
  } catch (error) {
    notice(say("copy_failed", { text: words }));
  }
}
