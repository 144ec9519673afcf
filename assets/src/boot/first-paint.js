/* Sets language, theme and view before the first paint; the other scripts come too late for that. */
const page = document.documentElement;
const query = new URLSearchParams(location.protocol === "file:" ? location.hash.slice(1) : location.search);

/* What the reader chose on an earlier visit; empty in a private window. */
function remembered() {
  try {
    return localStorage;
  } catch (error) {
    return {};
  }
}

const kept = remembered();
const languages = document.currentScript.dataset.languages.split(" ");
const preferred = (navigator.languages || []).map((tag) => tag.split("-")[0]);
const wanted = [query.get("lang"), kept["timeline-lang"], ...preferred];
page.lang = wanted.find((language) => languages.includes(language)) || languages[0];

const theme = [query.get("theme"), kept["timeline-theme"]].find((name) => name === "light" || name === "dark");
if (theme) page.dataset.theme = theme;
if (query.get("embed") === "1") page.dataset.embed = "1";
if (location.protocol === "file:") page.dataset.file = "";
page.dataset.view = query.get("view") || "timeline";
query.delete("lang");
query.delete("theme");
if (!query.toString()) page.dataset.plain = "";
