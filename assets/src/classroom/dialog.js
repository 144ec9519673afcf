/* The dialog "In class": everything that a teacher can do with the page, a line each. */
import * as dialogs from "../dom/dialog.js";
import { el } from "../dom/element.js";
import * as address from "../state/address.js";
import { load } from "../state/data.js";
import { current, period, queryOf, shown } from "../state/store.js";
import { counted, lang, say, text } from "../words/i18n.js";
import { index } from "./lesson.js";
import * as guessing from "./present/guessing.js";

const ID = "class-dialog";
/** Whether pages on paper stand beside this one: it is no page in one file, wherever that lies. */
const served = () => document.getElementById("files") !== null;

/** The keys of a presentation, as their caps say, and what they do. */
const KEYS = () =>
  /** @type {[string[], string][]} */ ([
    [["p"], "class_key_present"],
    [["→", say("key_space"), say("key_page_down")], "class_key_next"],
    [["←", say("key_page_up")], "class_key_previous"],
    [[say("key_home"), say("key_end")], "class_key_ends"],
    [[say("class_key_number")], "class_key_goto"],
    [["r"], "class_key_guess"],
    [["b"], "class_key_black"],
    [["n"], "class_key_notes"],
    [["f"], "class_key_full"],
    [[say("key_escape")], "class_key_leave"],
  ]);

/** What leads on closes the dialog: in one file it stays the same page. */
const close = () => /** @type {HTMLDialogElement} */ (document.getElementById(ID)).close();

/**
 * A button that closes the dialog and changes the view.
 * @param {string} words
 * @param {Partial<Spec>} part
 * @param {Change} change
 * @param {object} [more]
 */
const does = (words, part, change, more = {}) =>
  el(
    "button",
    {
      type: "button",
      class: "button",
      ...more,
      onclick: () => {
        close();
        change(part);
      },
    },
    words,
  );

/** A lesson: what it is, and what can be done with it. `packages`: whether it is there as a SCORM package. */
function lessonItem({ id, title, audience, minutes, steps }, packages, change) {
  const handout = (key, teacher) =>
    el("a", { href: `lessons/${id}.${lang()}${teacher ? ".teacher" : ""}.html` }, say(key));
  const story = address.url(queryOf({ lesson: id, lang: current().lang, theme: current().theme }));
  const name = say("class_present_lesson", { title: text(title) });
  return el(
    "li",
    { class: "class-lesson", dataset: { lesson: id } },
    el("h4", { dir: "auto" }, text(title)),
    el("p", { class: "class-facts" }, say("class_facts", { audience: text(audience), minutes, n: steps })),
    el(
      "p",
      { class: "class-doors" },
      does(say("class_present"), { lesson: id, step: undefined, event: undefined, present: "1" }, change, {
        "aria-label": name,
        dataset: { key: "present" },
      }),
      el("a", { href: story, dataset: { key: "story" }, onclick: close }, say("class_story")),
      served() ? [handout("class_pupils", false), handout("class_teacher", true)] : null,
      packages ? el("a", { href: `lessons/${id}.${lang()}.scorm.zip` }, say("class_scorm")) : null,
    ),
  );
}

/** Exercises on the events that are listed: the period is in their address, since without one they are of all days. */
function exercisePart() {
  const { narrow } = shown();
  return { exercise: load().exercises[0], seed: "1", ...(narrow ? { window: period() } : {}) };
}

/** What can be done with the events of the view. */
function viewSection(change) {
  const { length: n } = shown().listed;
  const guess = el("input", {
    type: "checkbox",
    checked: guessing.chosen(),
    onchange: ({ target }) => guessing.keep(target.checked),
  });
  return el(
    "section",
    { class: "class-view" },
    el("h3", {}, say("class_view")),
    el(
      "p",
      { class: "class-doors" },
      n
        ? does(counted("class_present", n), { present: "1", lesson: undefined }, change, { dataset: { key: "events" } })
        : say("present_nothing"),
      load().choices.view.includes("compare")
        ? does(say("compare_open"), { view: "compare" }, change, { dataset: { key: "compare" } })
        : null,
    ),
    n && load().exercises.length
      ? el(
          "p",
          { class: "class-doors" },
          does(counted("class_exercises", n), exercisePart(), change, { dataset: { key: "exercises" } }),
        )
      : "",
    el("label", { class: "class-guess" }, guess, el("span", {}, say("class_guess"))),
  );
}

/**
 * The lessons, if there are any. Where they are not there as packages, how to get one.
 * @param {LessonHead[]} listed
 * @param {boolean} packages
 * @param {Change} change
 */
function lessonSection(listed, packages, change) {
  if (!listed.length) return "";
  const [{ id }] = listed;
  return el(
    "section",
    {},
    el("h3", {}, say("lessons")),
    el(
      "ul",
      { class: "class-lessons" },
      listed.map((each) => lessonItem(each, packages, change)),
    ),
    served() ? null : made("class_handouts", `handout --lesson ${id} --lang ${lang()} -o ${id}.html`),
    packages ? null : made("class_scorm", `scorm --lesson ${id} --lang ${lang()} -o ${id}.zip`),
  );
}

/**
 * The command that makes what does not stand beside the page. A word of it stays whole, with its hyphens.
 * @param {string} key what it makes
 * @param {string} rest of the command, after `timeline export`
 */
function made(key, rest) {
  const words = ["timeline", "export", ...rest.split(" ")].map((word) => [el("span", {}, word), " "]);
  return el("p", { class: "class-facts" }, `${say("label", { label: say(key) })} `, el("code", {}, words));
}

/** The timeline as one file; a page that is one has nothing to offer. */
function alongSection() {
  if (!served()) return "";
  return el("p", { class: "class-along" }, el("a", { href: "timeline.html", download: "" }, say("class_along")));
}

/** What a teacher does in a lesson, in a few sentences; where pages stand beside this one, also with pictures. */
function guideSection(guide) {
  const sentences = ["1", "2", "3", "4", "5", "6"].map((n) => el("li", {}, say(`class_guide_${n}`)));
  return el(
    "details",
    { class: "class-guide" },
    el("summary", {}, say("class_guide")),
    el("ol", {}, sentences),
    served() ? el("p", {}, el("a", { href: guide[lang()] }, say("class_guide_whole"))) : null,
  );
}

function keySection() {
  return el(
    "details",
    { class: "class-keys" },
    el("summary", {}, say("class_keys")),
    el(
      "dl",
      {},
      KEYS().map(([caps, what]) =>
        el(
          "div",
          {},
          el(
            "dt",
            {},
            caps.map((cap) => [el("kbd", {}, cap), " "]),
          ),
          el("dd", {}, say(what)),
        ),
      ),
    ),
  );
}

/**
 * Open the dialog for the view as it is.
 * @param {Change} change
 * @returns {Promise<void>}
 */
export async function open(change) {
  const { lessons, guide, packages } = await index();
  dialogs.open(
    ID,
    say("in_class"),
    lessonSection(lessons, packages, change),
    viewSection(change),
    alongSection(),
    guideSection(guide),
    keySection(),
  );
}
