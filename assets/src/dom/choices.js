/* Groups of native checkboxes and radio buttons: every facet, the views, the lanes. Built once, then kept up
 * to date in place, so that focus, scrolling and the words typed into a search box stay where they are. */
import { fold, wordsOf } from "../model/folding.js";
import { say } from "../words/i18n.js";
import { el } from "./element.js";

const LONG = 12; // options from which a list of boxes gets a search box

const parts = new WeakMap(); // group → the elements of each option

function build(root, { type, key, options, shown = options.length, onchange }) {
  const items = options.map((option) => {
    const input = el("input", {
      type,
      name: key,
      value: option.value,
      onchange: () => onchange(option.value, input.checked),
    });
    const label = el(
      "label",
      {},
      input,
      option.mark || null,
      el("span", { class: "choice-name" }),
      el("span", { class: "choice-count" }),
    );
    return label;
  });
  const folded = items.slice(shown);
  const more = folded.length ? el("details", { class: "more" }, el("summary", {}), folded) : null;
  const list = el("div", { class: "choice-list" }, items.slice(0, shown), more);
  const search =
    type === "checkbox" && options.length >= LONG
      ? el("input", { type: "search", class: "input choice-search", autocomplete: "off", oninput: () => narrow(root) })
      : "";
  root.replaceChildren(...[search, list].filter(Boolean));
  root.dataset.values = valuesOf({ options, shown });
  parts.set(
    root,
    items.map((label) => ({
      label,
      input: label.querySelector("input"),
      name: label.querySelector(".choice-name"),
      count: label.querySelector(".choice-count"),
    })),
  );
}

/** What a group is built of. */
const valuesOf = ({ options, shown = options.length }) => [...options.map((option) => option.value), shown].join(" ");

/** Hide the options that don't hold the words of the search box; those that are folded away are looked through too. */
function narrow(root) {
  const search = root.querySelector(".choice-search");
  const words = search ? wordsOf(search.value) : [];
  if (!words.length && !root.querySelector("label[hidden]")) return;
  for (const { label, name } of parts.get(root)) {
    const folded = fold(name.textContent);
    label.hidden = !words.every((word) => folded.includes(word));
  }
  const more = root.querySelector(".more");
  if (!more) return;
  more.open = words.length > 0;
  more.hidden = !more.querySelector("label:not([hidden])");
}

/**
 * Draw a group into `root`. Options are {value, label, checked, count?, mark?}; `onchange(value, checked)`. Of more
 * options than `shown`, the rest is folded away behind the words `more`.
 * @param {HTMLElement} root
 * @param {Choices} group
 * @returns {void}
 */
export function draw(root, group) {
  if (root.dataset.values !== valuesOf(group)) build(root, group);
  group.options.forEach((option, index) => {
    const { input, name, count } = parts.get(root)[index];
    if (name.textContent !== option.label) name.textContent = option.label;
    const number = option.count === undefined ? "" : String(option.count);
    if (count.textContent !== number) count.textContent = number;
    if (input.checked !== option.checked) input.checked = option.checked;
    input.disabled = option.count === 0 && !option.checked;
  });
  // With every option disabled a long list has nothing to focus, and could not be scrolled by keyboard.
  const list = /** @type {HTMLElement} */ (root.querySelector(".choice-list"));
  if (root.querySelector("summary, input:enabled:not(.choice-search)")) list.removeAttribute("tabindex");
  else list.tabIndex = 0;
  const summary = root.querySelector(".more > summary");
  if (summary && summary.textContent !== group.more) summary.textContent = group.more;
  const search = /** @type {HTMLInputElement} */ (root.querySelector(".choice-search"));
  if (search) search.setAttribute("aria-label", (search.placeholder = say("search_options")));
  narrow(root);
}

/**
 * Where a row of choices scrolls sideways, as on a phone, scroll it to the chosen one, once for each choice; the page
 * stays where it is.
 * @param {HTMLElement} root
 * @returns {void}
 */
export function bringIntoSight(root) {
  const list = /** @type {HTMLElement} */ (root.querySelector(".choice-list"));
  const label = /** @type {HTMLElement | null} */ (root.querySelector("label:has(:checked), [aria-current='true']"));
  const chosen = label ? label.textContent : "";
  if (root.dataset.seen === chosen) return;
  root.dataset.seen = chosen;
  if (label) list.scrollLeft = label.offsetLeft - (list.clientWidth - label.offsetWidth) / 2;
}
