/* Present: one step or one event at a time, as large as a class needs it, with the line of time beside it.
 *
 * The address holds where it is. The page itself is hidden meanwhile; what it showed comes back when one leaves. */
import * as preferences from "../../controls/preferences.js";
import * as reckoning from "../../model/asof.js";
import * as address from "../../state/address.js";
import * as dash from "../../state/dash.js";
import * as store from "../../state/store.js";
import { say } from "../../words/i18n.js";
import * as board from "./board.js";
import * as channel from "./channel.js";
import * as frame from "./frame.js";
import * as full from "./full.js";
import * as guessing from "./guessing.js";
import { presented } from "./items.js";
import * as keys from "./keys.js";
import * as paging from "./paging.js";

store.learn(reckoning);

/** @type {any} What is shown (Showing); null while nothing is presented. */
let now = null;
let asked = 0; // how often a presentation was asked for

/* ---- coming and going ---- */

/**
 * Present what a specification asks for, or turn to it. Done when it is on the screen. `entered` tells that the page
 * was there before, so that going back leads to it.
 * @param {Spec} spec
 * @param {Actions} actions
 * @param {boolean} entered
 * @returns {Promise<void>}
 */
export async function show(spec, actions, entered) {
  const mine = (asked += 1);
  preferences.apply(spec);
  if (now && JSON.stringify(board.placeOf(spec)) === JSON.stringify(board.placeOf(now.spec))) {
    board.draw(now, "same"); // texts have come, or the theme is another one
    dash.tell(spec);
    return;
  }
  full.enter(away);
  const what = await presented(spec, () => mine === asked);
  if (!what) return; // something else was asked for meanwhile
  if (!now) now = begun(actions, entered);
  Object.assign(now, { spec, what, at: what.at(spec), stage: 0, peek: null, leaving: false });
  turned("step");
}

function begun(actions, entered) {
  const opener = document.activeElement;
  const parts = frame.create(act, () => now && board.more(now));
  document.addEventListener("keydown", onKey);
  parts.board.focus({ preventScroll: true });
  return {
    ...parts,
    act,
    opener,
    entered,
    page: actions,
    actions: { ...actions, change: look, setUnit: (unit) => look({ unit }), open: peek, close: () => {} },
    guess: guessing.chosen(),
    dark: false,
    before: 0,
    read: false, // whether all of the step has been shown
    note: "",
    since: Date.now(),
    channel: channel.open(heard, true),
  };
}

/**
 * Take the presentation away, if there is one.
 * @returns {void}
 */
export function leave() {
  asked += 1;
  full.leave(); // also where the presentation is still on its way
  if (!now) return;
  const { opener, channel: way } = now;
  document.removeEventListener("keydown", onKey);
  keys.forget();
  way.say({ gone: true });
  way.close();
  frame.remove(now);
  now = null;
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

/** Go where one was: the address leads there, and the page draws it. */
function away() {
  if (!now || now.leaving) return;
  now.leaving = true; // a second press would go back twice
  store.put(now.spec);
  if (now.entered && address.isWritten()) history.back();
  else now.page.change({ present: undefined }, "replace");
}

/* ---- moving ---- */

/** What is shown is another step, or another stage of it: draw it, say so here, to the window with the notes, and to
 * Dash. */
function turned(turn) {
  board.draw(now, turn);
  now.page.announce(board.spoken(now, turn));
  tell();
  dash.tell(now.spec);
}

/** Show the step `n`, from 0, as far as it goes. With `whole` all of it, as one left it when one goes back. */
function go(n, whole = false) {
  const { what, spec } = now;
  const at = Math.min(Math.max(n, 0), what.steps.length - 1);
  const turnedTo = { ...spec, ...what.keys(at) };
  for (const key of Object.keys(turnedTo)) if (turnedTo[key] === undefined) delete turnedTo[key];
  Object.assign(now, { spec: turnedTo, at, stage: 0, peek: null, read: false });
  if (whole) now.stage = board.lastStage(now);
  address.write(store.queryOf(turnedTo), "replace");
  turned("step");
}

/** Show a stage of the step. */
function reveal(stage) {
  now.stage = stage;
  turned("stage");
}

/** Show an event in place of the step, until one goes back; the claim that was pressed stands first. */
function peek(row, claim) {
  Object.assign(now, { peek: { row, claim }, stage: 0, read: false });
  turned("step");
}

/** Change the view that a step shows. */
function look(part) {
  const spec = store.current();
  store.put({ ...spec, ...(typeof part === "function" ? part(spec) : part) });
  store.select();
  board.draw(now, "view");
  return true;
}

/** On: the rest of what doesn't fit on the screen, the next stage, the next step. */
function next(rest = paging.forward) {
  const { at, stage, what, board: stand } = now;
  // What stands beside an answer has been gone through before.
  const answer = stage > 0 && now.read ? stand.querySelector(".step-answer") : null;
  if (rest(stand, answer || stand)) return;
  now.read = true;
  if (stage < board.lastStage(now)) reveal(stage + 1);
  else if (now.peek !== null) go(at);
  else if (at < what.steps.length - 1) go(at + 1);
}

/** Back, the same way. */
function previous(rest = paging.backward) {
  const { at, stage, board: stand } = now;
  if (rest(stand)) return;
  if (now.peek !== null) go(at, true);
  else if (stage > 0) reveal(stage - 1);
  else if (at > 0) go(at - 1, true);
}

const straight = () => false; // a finger scrolls by itself

/** @type {Record<PresentKey, () => void>} */
const ACTS = {
  next,
  previous,
  swiped: () => next(straight),
  swiped_back: () => previous(straight),
  reveal: () => reveal(Math.min(now.stage + 1, board.lastStage(now))),
  first: () => go(0),
  last: () => go(now.what.steps.length - 1),
  leave: away,
  full: () => full.toggle(away),
  speaker: openNotes,
  black() {
    now.dark = !now.dark;
    board.drawAround(now);
    if (now.dark) now.page.announce(say("present_blacked"));
    tell();
  },
  guess() {
    now.guess = !now.guess;
    guessing.keep(now.guess);
    now.stage = 0;
    turned("step");
  },
};

/** @param {PresentKey} key */
function act(key) {
  now.note = "";
  if (now.dark && !["black", "leave", "speaker"].includes(key))
    ACTS.black(); // any key brings the picture back
  else ACTS[key]();
}

function onKey(event) {
  if (event.key === "Tab") now.root.classList.add("by-tab");
  const asks = keys.read(event);
  if (asks === null) return;
  event.preventDefault();
  full.resume(away);
  if (typeof asks === "number") go(asks - 1);
  else if (asks !== "typing") act(asks);
  if (now) board.drawAround(now);
}

/* ---- the window with the notes ---- */

/** @param {PresentMessage} message */
function heard({ hello, key, step }) {
  if (hello) tell();
  else if (step) go(step - 1);
  else if (key) act(key);
}

function tell() {
  const { at, stage, dark, since, what, guess } = now;
  const query = store.queryOf({ ...now.spec, present: undefined, step: undefined, event: undefined });
  now.channel.say({
    at: { query, at, stage, last: board.lastStage(now), dark, since, guess, total: what.steps.length },
  });
}

function openNotes() {
  const query = store.queryOf({ ...now.spec, present: "speaker" });
  full.pause();
  const notes = window.open(address.url(query), "timeline-notes", "popup,width=1000,height=760");
  now.note = notes ? "" : say("speaker_blocked");
  if (now.note) now.page.announce(now.note);
  board.drawAround(now);
}
