/* The chart answers the keyboard: one cursor that goes from mark to mark, circles included, in order of their dates. */
import { threads } from "../../on-demand.js";
import { load } from "../../state/data.js";
import { describe } from "../description.js";
import { current } from "../drawing.js";
import { again, stop } from "../lanes/boxes.js";
import * as wanted from "../threads/wanted.js";
import { press } from "./press.js";
import * as tip from "./tip.js";
import { pan, zoom } from "./travel.js";

/** @type {Box | null} */
let cursor = null; // the box at which the keyboard is
let announce;

const pressCursor = () => press(again(current().boxes, cursor));

const KEYS = {
  ArrowRight: (shift) => (shift ? pan(0.2) : step(1)),
  ArrowLeft: (shift) => (shift ? pan(-0.2) : step(-1)),
  Home: () => step(-Infinity),
  End: () => step(Infinity),
  Enter: pressCursor,
  " ": pressCursor,
  "+": () => zoom(0.6),
  "=": () => zoom(0.6),
  "-": () => zoom(1 / 0.6),
  r: () => walk(1),
  R: () => walk(-1),
};

/**
 * Answer the keys of a chart. `saying(words)` speaks.
 * @param {HTMLElement} root
 * @param {(words: string) => void} saying
 * @returns {void}
 */
export function attach(root, saying) {
  announce = saying;
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== root || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key](event.shiftKey);
  });
  root.addEventListener("focus", () => root.classList.add("has-cursor"));
  root.addEventListener("blur", () => {
    root.classList.remove("has-cursor");
    tip.hide();
    wanted.follow(null);
  });
}

/** Move the cursor by some marks. */
function step(by) {
  const box = stop(current().boxes, load().geometry.at, cursor, by);
  if (!box) return;
  if (threads.here) threads.here.leave();
  go(box, box.row, describe(box).join(", "));
}

function go(box, row, words) {
  cursor = box;
  tip.frame(box);
  wanted.follow(row);
  announce(words);
}

/** Move the cursor along the chain of its event, or of the open one. */
async function walk(by) {
  const row = wanted.row();
  if (row === null) return;
  const { next: along } = threads.here || (await threads.want());
  const next = along(row, by);
  if (next) go(next.box, next.row, next.words(describe(next.box).join(", ")));
}
