/* How the page looks and speaks: language, theme, notices, and what is said aloud. */
"use strict";
Timeline.look = (() => {
  const page = Timeline.page;
  const node = (id) => document.getElementById(id);

  function remember(key, value) {
    try { localStorage.setItem(`timeline-${key}`, value); } catch (error) { /* private window: the choice lasts as long as the page */ }
  }

  function otherLanguage() {
    const { languages } = page.load().settings;
    return languages[(languages.indexOf(page.lang()) + 1) % languages.length];
  }

  /** Put on the language and theme of a specification, where it has them. */
  function apply({ lang, theme, embed }) {
    const root = document.documentElement;
    root.dataset.embed = embed || "0";
    if (lang) root.lang = lang;
    if (theme) root.dataset.theme = theme;
  }

  /** Label the buttons for what can be changed. */
  function label() {
    const { languages, endonyms } = page.load().settings;
    node("lang-toggle").hidden = languages.length < 2;
    node("lang-toggle").replaceChildren(endonyms[otherLanguage()]);
    node("lang-toggle").lang = otherLanguage();
    const words = page.say(page.dark() ? "theme_to_light" : "theme_to_dark");
    node("theme-toggle").replaceChildren(page.el("span", { "aria-hidden": "true" }, page.dark() ? "☀" : "☾"), page.el("span", { class: "wide-only" }, ` ${words}`));
    node("theme-toggle").setAttribute("aria-label", words);
    node("share").replaceChildren(page.say("share"));
  }

  /** Make the buttons work: `change(part)` changes the view. */
  function listen(change) {
    document.body.append(page.el("div", { id: "spoken", class: "visually-hidden", "aria-live": "polite" }));
    const choose = (key, value) => { remember(key, value); change({ [key]: value }, "replace"); };
    node("lang-toggle").addEventListener("click", () => choose("lang", otherLanguage()));
    node("theme-toggle").addEventListener("click", () => choose("theme", page.dark() ? "light" : "dark"));
    node("share").addEventListener("click", () => Timeline.share.open());
  }

  function notice(words) {
    const close = page.el("button", { type: "button", class: "button icon", "aria-label": page.say("dismiss"), onclick: () => notice("") }, "✕");
    node("notice").replaceChildren(...(words ? [page.el("span", {}, words), close] : []));
  }

  const announce = (words) => { node("spoken").textContent = words; };

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      notice(`${page.say("label", { label: page.say("copied") })} ${words}`);
    } catch (error) {
      notice(page.say("copy_failed", { text: words }));
    }
  }

  return { remember, apply, label, listen, notice, announce, copy };
})();
