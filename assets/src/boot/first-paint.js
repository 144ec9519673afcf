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
/* The page's language nearest to a tag of the browser's: the same, one of its first parts ("fr" for "fr-CA"), else one
 * of the same language ("pt-BR" for "pt-PT"). */
function nearest(tag) {
  const parts = tag.toLowerCase().split("-");
  const known = (wanted) => languages.find((language) => language.toLowerCase() === wanted);
  const prefixes = parts.map((_, gone) => parts.slice(0, parts.length - gone).join("-"));
  return prefixes.map(known).find(Boolean) || languages.find((language) => language.split("-")[0] === parts[0]);
}

const chosen = [query.get("lang"), kept["timeline-lang"]].find((language) => languages.includes(language));
page.lang = chosen || (navigator.languages || []).map(nearest).find(Boolean) || languages[0];

const theme = [query.get("theme"), kept["timeline-theme"]].find((name) => name === "light" || name === "dark");
if (theme) page.dataset.theme = theme;
if (query.get("embed") === "1") page.dataset.embed = "1";
if (location.protocol === "file:") page.dataset.file = "";
page.dataset.view = query.get("view") || "timeline";
query.delete("lang");
query.delete("theme");
if (!query.toString()) page.dataset.plain = "";
