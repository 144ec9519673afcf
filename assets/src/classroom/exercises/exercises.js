/* An exercise of the view's events, over the page: `exercise=` and `seed=` of the address. */
import * as dialogs from "../../dom/dialog.js";
import { el, node } from "../../dom/element.js";
import { url } from "../../state/address.js";
import { load } from "../../state/data.js";
import { queryOf } from "../../state/store.js";
import { lang } from "../../words/i18n.js";
import * as files from "./files.js";
import { eventsOf, made } from "./make.js";
import { play } from "./play.js";
import * as score from "./score.js";
import { served } from "./served.js";
import * as sheet from "./sheet.js";
import { tell } from "./words.js";

const ID = "exercise-dialog";
const LAST = 999999; // the highest seed
let shown = ""; // the exercise that is open; "" where none is
/** @type {Change} */
let change = () => false;

const seedOf = (spec) => Number(spec.seed || 1);

/**
 * Open the exercise of a specification, unless it is open already.
 * @param {Spec} spec
 * @param {Change} changing
 * @returns {Promise<void>}
 */
export async function show(spec, changing) {
  change = changing;
  const wanted = `${lang()} ${queryOf({ ...spec, event: undefined, view: undefined, lang: undefined })}`;
  if (wanted === shown) return;
  const focus = shown ? document.activeElement?.id : "";
  if (!shown) document.addEventListener("timeline-score", tellScore);
  shown = wanted;
  const room = el("div", { class: "exercise-room" });
  const tools = el("div", { class: "exercise-tools" });
  const dialog = dialogs.open(ID, tell("exercise"), controls(spec), room, tools);
  dialog.onclose = closed;
  if (focus) node(focus)?.focus();
  const questions = await made(spec, spec.exercise, seedOf(spec));
  if (shown !== wanted) return;
  play(room, questions);
  tools.replaceChildren(...around(spec, questions));
  tellScore();
}

/**
 * Close the exercise: the address names none any more.
 * @returns {void}
 */
export function leave() {
  shown = "";
  const dialog = node(ID);
  if (dialog?.open) dialog.close();
}

/** The reader closed the dialog. */
function closed() {
  document.removeEventListener("timeline-score", tellScore);
  if (shown) change({ exercise: undefined, seed: undefined });
  shown = "";
}

/** Which exercise it is: its kind, its number, and how many events it is made of. */
function controls(spec) {
  const { length: n } = eventsOf(spec);
  const kind = el(
    "select",
    {
      id: "exercise-kind",
      class: "input exercise-select",
      "aria-label": tell("exercise_kind"),
      onchange: ({ target }) => change({ exercise: target.value }),
    },
    load().exercises.map((each) =>
      el("option", { value: each, selected: each === spec.exercise }, tell(`name_${each}`)),
    ),
  );
  const number = el("input", {
    id: "exercise-seed",
    class: "input",
    type: "number",
    min: 1,
    max: LAST,
    value: seedOf(spec),
    onchange: ({ target }) => target.checkValidity() && target.value && change({ seed: target.value }),
  });
  const next = String((seedOf(spec) % LAST) + 1);
  const another = { id: "exercise-another", type: "button", class: "button", onclick: () => change({ seed: next }) };
  return el(
    "div",
    { class: "exercise-controls" },
    kind,
    el("label", { class: "exercise-number" }, el("span", {}, tell("number")), number),
    el("button", another, tell("another")),
    el("p", { class: "exercise-events" }, tell(n === 1 ? "from_events_1" : "from_events_n", { n })),
  );
}

/** What can be done with the exercise: paper, learning platforms, the score. */
function around(spec, questions) {
  const press = (id, words, doing) =>
    el("button", { id: `exercise-${id}`, type: "button", class: "button", onclick: doing }, tell(words));
  const [kind, seed] = [spec.exercise, seedOf(spec)];
  const address = location.protocol === "file:" ? "" : url(queryOf({ ...spec, lang: lang() }));
  return [
    questions.length
      ? el(
          "p",
          { class: "exercise-doors" },
          press("sheet", "print_sheet", () => sheet.print({ kind, seed, questions, address })),
          press("key", "print_key", () => sheet.print({ kind, seed, questions, address, key: true })),
          press("gift", "gift", () => files.gift(spec)),
          served() ? el("a", { href: files.qti(spec) }, tell("qti")) : "",
        )
      : "",
    el("p", { class: "exercise-score" }, el("span", { id: "exercise-score", role: "status" }), clearing()),
    el("p", { class: "quiet-text" }, tell("share"), " ", tell("first_wins")),
  ];
}

const clearing = () =>
  el(
    "button",
    {
      id: "exercise-clear",
      type: "button",
      class: "button",
      onclick: () => {
        score.clear();
        node("exercise-score").replaceChildren(tell("score_cleared"));
      },
    },
    tell("score_clear"),
  );

function tellScore() {
  const now = score.total();
  node("exercise-score")?.replaceChildren(now.of ? tell("score", now) : tell("score_none"));
}
