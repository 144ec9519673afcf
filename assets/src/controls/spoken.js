/* What a screen reader hears of a choice that changes the page: the view, the lanes, and the first step of the story.
 * A chapter's sentence is heard by itself, and so is the count. */
import { shortened } from "../chart/description.js";
import { load } from "../state/data.js";
import { shown } from "../state/store.js";
import { say, text } from "../words/i18n.js";
import { labelled } from "../words/views.js";
import { announce } from "./preferences.js";

const CHOICES = [
  { key: "view", usual: "timeline", words: (value) => labelled("view", say(`view_${value}`)) },
  { key: "group", usual: "kind", words: (value) => labelled("group", say(value)) },
  {
    key: "quiet",
    usual: "whole",
    words: (value) => [labelled("quiet", say(`quiet_${value}`)), ...shortened(shown())].join(". "),
  },
];
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
  const turned = CHOICES.find(({ key, usual }) => (spec[key] || usual) !== (last[key] || usual));
  if (turned) announce(turned.words(spec[turned.key] || turned.usual));
  else if (!spec.window && last.window && load().settings.chapters.length) announce(text(load().settings.subtitle));
}
