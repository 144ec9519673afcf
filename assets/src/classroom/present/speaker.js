/* The window with the notes: what the class sees now, what the teacher says and knows, what comes next, and the time.
 * It follows the presentation, and moves it. */
import * as preferences from "../../controls/preferences.js";
import { el, node } from "../../dom/element.js";
import { giveBack, heldKey } from "../../dom/focus.js";
import { load, want } from "../../state/data.js";
import * as store from "../../state/store.js";
import { locale, say, text } from "../../words/i18n.js";
import { headingOf, rowOf } from "../lesson.js";
import * as channel from "./channel.js";
import { presented } from "./items.js";
import * as keys from "./keys.js";

const SECOND = 1000; // ms
/** @type {any} The parts, and what the presentation said last; null while the window isn't one for notes. */
let open = null;
let asked = 0; // how often notes were asked for

/**
 * Show the notes of what is presented in another window.
 * @param {Spec} spec
 * @returns {Promise<void>}
 */
export async function show(spec) {
  preferences.apply(spec);
  const mine = (asked += 1);
  const what = await presented(spec, () => mine === asked);
  if (!what) return; // something else was asked for meanwhile
  if (!open) begin();
  Object.assign(open, { spec, what });
  draw();
  open.channel.say({ hello: true });
}

/**
 * Take the window's parts away.
 * @returns {void}
 */
export function leave() {
  asked += 1;
  if (!open) return;
  open.channel.close();
  clearInterval(open.timer);
  document.removeEventListener("keydown", onKey);
  open.root.remove();
  document.documentElement.classList.remove("presenting");
  open = null;
}

function begin() {
  const root = el("main", { id: "speaker" });
  document.body.append(root);
  document.documentElement.classList.add("presenting");
  document.addEventListener("keydown", onKey);
  open = { root, at: null, since: 0, channel: channel.open(heard), timer: setInterval(drawTime, SECOND) };
}

/** @param {PresentMessage} message */
async function heard({ at, gone }) {
  if (gone && open) {
    open.at = null;
    draw();
  }
  if (!at || !open) return;
  const spec = { ...store.parse(at.query).spec, present: "speaker" };
  const own = store.queryOf({ ...open.spec, present: undefined, step: undefined, event: undefined });
  if (at.query !== own) {
    const mine = (asked += 1);
    const what = await presented(spec, () => mine === asked);
    if (!what) return; // it has said more meanwhile
    store.put(spec);
    Object.assign(open, { spec, what });
  }
  open.since = open.since || at.since;
  open.at = at;
  draw();
}

/** @param {PresentKey | null} key */
const send = (key) => open.channel.say({ key });

function onKey(event) {
  const asks = keys.read(event);
  if (asks === null) return;
  event.preventDefault();
  if (typeof asks === "number") open.channel.say({ step: asks });
  else if (asks === "leave") window.close();
  else if (asks !== "typing" && asks !== "speaker" && asks !== "full") send(asks);
}

/* ---- what is shown ---- */

function draw() {
  const { what, at, root } = open;
  const { title } = what;
  document.title = `${say("speaker_title")} – ${text(title)}`;
  const held = heldKey(root);
  const waits = el("p", { class: "speaker-waits", role: "status" }, say("speaker_waiting"));
  root.replaceChildren(
    el("header", { class: "speaker-head" }, el("h1", { dir: "auto" }, text(title)), times()),
    ...(at ? [here(), coming(), buttons()] : [waits]),
  );
  giveBack(root, held);
  drawTime();
  // The texts of a large record. When they come, `show()` is asked again.
  if (at) want(what.steps.slice(at.at, at.at + 2).flatMap((/** @type {LessonStep} */ step) => rowOf(step) ?? []));
}

/** What is on the screen, the answer that it hides, and the notes. */
function here() {
  const { what, at } = open;
  const step = what.steps[at.at];
  if (!step) return el("section", { class: "speaker-now" });
  const place = say("present_place", { n: at.at + 1, total: at.total });
  const hidden = step.answer && at.stage < at.last;
  const row = rowOf(step);
  const words = step.say || (row === null ? null : load().events[row].summary);
  return el(
    "section",
    { class: "speaker-now", "aria-live": "polite" },
    el(
      "p",
      { class: "speaker-label" },
      `${say("speaker_now")} · ${place}`,
      at.dark ? ` · ${say("present_black")}` : "",
    ),
    el("h2", { dir: "auto" }, headingOf(step)),
    words ? el("p", { class: "speaker-say", dir: "auto" }, text(words)) : null,
    step.ask ? el("p", { class: "speaker-say", dir: "auto" }, text(step.ask)) : null,
    step.answer
      ? el(
          "p",
          { class: "speaker-answer", dir: "auto" },
          el("strong", {}, `${say("label", { label: say(hidden ? "speaker_answer" : "step_answer") })} `),
          text(step.answer),
        )
      : null,
    el(
      "p",
      { class: step.notes ? "speaker-notes" : "speaker-label", dir: "auto" },
      step.notes ? text(step.notes) : say("speaker_no_notes"),
    ),
  );
}

/** The next step. */
function coming() {
  const { what, at } = open;
  const step = what.steps[at.at + 1];
  return el(
    "section",
    { class: "speaker-next" },
    el("p", { class: "speaker-label" }, step ? say("speaker_next") : say("speaker_last")),
    step ? el("h3", { dir: "auto" }, headingOf(step)) : null,
    step && step.say ? el("p", { dir: "auto" }, text(step.say)) : null,
  );
}

/** The buttons that move the presentation. */
function buttons() {
  const button = (/** @type {PresentKey} */ key, pressed = null) =>
    el(
      "button",
      { type: "button", class: "button", dataset: { key }, "aria-pressed": pressed, onclick: () => send(key) },
      say(`present_${key}`),
    );
  return el(
    "nav",
    { class: "speaker-tools", "aria-label": say("present_tools") },
    button("previous"),
    button("next"),
    button("black", String(open.at.dark)),
  );
}

/* ---- the time ---- */

/** The clock, and how long the presentation has taken. */
function times() {
  const { minutes } = open.what;
  const part = (id, label, more) =>
    el("div", {}, el("dt", {}, label), el("dd", { id }), more ? el("dd", { class: "speaker-planned" }, more) : null);
  const restart = el(
    "button",
    {
      type: "button",
      class: "button",
      dataset: { key: "restart" },
      onclick: () => {
        open.since = Date.now();
        drawTime();
      },
    },
    say("speaker_restart"),
  );
  return el(
    "div",
    { class: "speaker-times" },
    el(
      "dl",
      {},
      part("speaker-clock", say("speaker_clock"), ""),
      part("speaker-elapsed", say("speaker_elapsed"), minutes ? say("speaker_planned", { minutes }) : ""),
    ),
    restart,
  );
}

function drawTime() {
  const clock = node("speaker-clock");
  if (!clock) return;
  clock.textContent = new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(new Date());
  const seconds = open.since ? Math.max(0, Math.floor((Date.now() - open.since) / SECOND)) : 0;
  node("speaker-elapsed").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
