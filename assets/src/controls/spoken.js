/* What a screen reader hears of a choice that changes the page: the view, the lanes, and the first step of the story.
 * A chapter's sentence is heard by itself, and so is the count. */
import { load } from "../state/data.js";
import { say, text } from "../words/i18n.js";
import { labelled } from "../words/views.js";
import { announce } from "./preferences.js";

/** @type {Spec | null} */
let before = null;

/**
 * Say what differs from the view that was drawn before.
 * @param {Spec} spec
 * @returns {void}
 */
export function draw(spec) {
  const last = before;
  before = spec;
  if (!last) return; // the first drawing is read as any page is
  const { view = "timeline", group = "kind", window } = spec;
  if (view !== (last.view || "timeline")) announce(labelled("view", say(`view_${view}`)));
  else if (group !== (last.group || "kind")) announce(labelled("group", say(group)));
  else if (!window && last.window && load().settings.chapters.length) announce(text(load().settings.subtitle));
}
