/* The dialog "Share": link, QR code, citation, BibTeX and the code of a frame, each with a button that copies it. */
import { remember } from "../controls/preferences.js";
import * as dialogs from "../dom/dialog.js";
import { el } from "../dom/element.js";
import { load } from "../state/data.js";
import { address, bibtex, frame, inFile, reach } from "../words/citation.js";
import { say, text } from "../words/i18n.js";
import * as qr from "./qr.js";
import * as styles from "./styles.js";

/** Copy the words of a field. Where the browser does not allow it, they are selected, and it is said how. */
async function copy(field, button, said) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.firstChild.textContent = `✓ ${say("copied")}`;
    said.replaceChildren(say("copied"));
  } catch (error) {
    field.focus();
    said.replaceChildren(say("copy_by_hand"));
  }
}

/** A text to take along: its name, the text in a box, and the button. `rows` is how much of it is seen. */
function block(id, label, words, rows, said) {
  const field = el("textarea", {
    id: `share-${id}`,
    class: `input share-text share-${id}`,
    rows,
    readonly: true,
    spellcheck: "false",
    wrap: id === "bibtex" ? "off" : "soft",
    onfocus: () => field.select(),
  });
  field.value = words;
  const button = el(
    "button",
    { type: "button", class: "button", dataset: { copies: id }, onclick: () => copy(field, button, said) },
    el("span", {}, say("copy")),
    el("span", { class: "visually-hidden" }, ` (${label})`),
  );
  return el(
    "div",
    { class: "share-block" },
    el("label", { for: `share-${id}`, class: "field-label" }, label),
    field,
    button,
  );
}

/** Put other words into a block: these are not copied yet. */
function rewrite(whole, words, said) {
  const field = whole.querySelector("textarea");
  if (field.value === words) return;
  field.value = words;
  whole.querySelector("button").firstChild.textContent = say("copy");
  said.replaceChildren();
}

function code(link) {
  const svg = qr.draw(link, say("qr_label"));
  if (!svg) return el("p", { class: "quiet-text" }, say("qr_too_long"));
  const button = el(
    "button",
    { type: "button", class: "button", dataset: { key: "qr-large" }, onclick: () => large(link) },
    say("qr_large"),
  );
  return el("div", { class: "share-code" }, svg, button);
}

/** The code as large as the window. */
const large = (link) =>
  dialogs.open(
    "qr-dialog",
    text(load().settings.title),
    el("div", { class: "qr-large" }, qr.draw(link, say("qr_label"))),
    el("p", { class: "qr-link" }, link),
  );

/** The choice of a style, which is kept for the next visit; `changed(style)` hears of it. */
function choice(changed) {
  const choose = ({ target }) => {
    remember(styles.KEY, target.value);
    changed(target.value);
  };
  const option = ([value, name]) => el("option", { value, selected: value === styles.chosen() }, name);
  const about = { id: "share-style", class: "input share-style", "aria-label": say("share_style"), onchange: choose };
  return el("select", about, ...styles.names().map(option));
}

/** The citation and the choice of its style. Until the styles are here the page's own line stands there, and it stays
 * where they don't come, which is said. */
function citation(said) {
  const whole = block("citation", say("share_citation"), styles.cite(styles.chosen()), 3, said);
  const label = whole.querySelector("label");
  const cite = (style) => rewrite(whole, styles.cite(style), said);
  if (styles.isHere()) {
    label.after(choice(cite));
    return whole;
  }
  const coming = el("span", { class: "share-style quiet-text" }, `${styles.OTHERS} …`);
  label.after(coming);
  const failed = `${say("label", { label: styles.OTHERS })} ${say("not_loaded")}`;
  styles.prepare().then(
    () => {
      coming.replaceWith(choice(cite));
      cite(styles.chosen());
    },
    () => coming.replaceWith(el("p", { class: "quiet-text", role: "status" }, failed)),
  );
  return whole;
}

/**
 * Open the dialog for the view as it is.
 * @returns {void}
 */
export function open() {
  const said = el("p", { class: "share-said", role: "status" });
  const note = { file: "share_file", here: "share_local" }[reach()];
  const link = address();
  dialogs.open(
    "share-dialog",
    say("share_title"),
    note ? el("p", { class: "note" }, say(note)) : "",
    link
      ? el("div", { class: "share-link-and-code" }, block("link", say("share_link"), link, 2, said), code(link))
      : block("view", say("share_view"), inFile(), 2, said),
    citation(said),
    block("bibtex", say("share_bibtex"), bibtex(), 9, said),
    link ? block("frame", say("share_embed"), frame(), 3, said) : "",
    said,
  );
}
