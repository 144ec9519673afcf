/* The items of an exercise as questions in the page's language: the twin of timeline/view/exercises/questions.py. */
import { amountsOf } from "../../model/amounts.js";
import { NO_SCOPE } from "../../model/numbers.js";
import { load } from "../../state/data.js";
import { dayOf } from "../../words/claim.js";
import { lang, locale, name, say, text } from "../../words/i18n.js";
import { tell } from "./words.js";

/** @typedef {Map<string, AskedEvent>} Events by id */

/**
 * A reason in a line, with its passage.
 * @param {Reason} reason
 * @returns {string}
 */
export const lineOf = ({ words, cite: where }) => (where ? `${words} [${where}]` : words);

/**
 * The items of an exercise as questions. `events` are those that they were made of.
 * @param {AskedEvent[]} events
 * @param {Item[]} items
 * @returns {Question[]}
 */
export function questions(events, items) {
  const known = new Map(events.map((event) => [event.id, event]));
  return items.map((item) => {
    if (item.kind === "order") return order(known, item);
    return item.kind === "figure" ? match(known, item) : choice(known, item);
  });
}

/**
 * @param {Events} events
 * @param {OrderItem} item
 * @returns {Question}
 */
function order(events, item) {
  const dated = item.right.map((id) => {
    const event = found(events, id);
    const words = tell("dated", { title: text(event.title), date: text(event.shown.date) });
    return reason(id, event.claims[0], words);
  });
  return {
    ...{ kind: "order", form: "order", key: item.right.join(" "), ask: tell("ask_order"), about: "", beside: "" },
    ...{ event: "", parts: [], options: item.events.map((id) => text(found(events, id).title)) },
    ...{ right: item.right.map((id) => item.events.indexOf(id)), why: dated, given: [] },
  };
}

/**
 * @param {Events} events
 * @param {MatchItem} item
 * @returns {Question}
 */
function match(events, item) {
  const word = (/** @type {FigurePlace} */ place) => `${place.event}/${place.claim}/${place.n}`;
  const holders = item.holders.map(word);
  const asked = { kind: "figure", ask: tell("ask_figure"), about: "", beside: "", event: "" };
  return {
    ...asked,
    form: "match",
    key: item.figures.map(word).join(" "),
    parts: item.figures.map((place) => size(amount(events, place))),
    options: item.holders.map((place) => holder(events, place)),
    right: item.figures.map((place) => holders.indexOf(word(place))),
    given: [],
    why: item.figures.map((place) => because(place.event, claimOf(events, place.event, place.claim))),
  };
}

/**
 * @param {Events} events
 * @param {ChoiceItem} item
 * @returns {Question}
 */
function choice(events, item) {
  const event = found(events, item.event);
  let [about, beside] = [text(event.title), text(event.shown.date)];
  if (item.claim) {
    const claim = claimOf(events, item.event, item.claim);
    beside = tell("beside_claim", { title: about, cite: cite(claim), day: dayOf(claim) });
    about = text(claim.says);
  }
  return {
    ...{ kind: item.kind, form: "choice", key: `${item.event} ${item.claim}`, ask: tell(`ask_${item.kind}`) },
    ...{ about, beside, event: item.event, parts: [], options: item.options.map((each) => option(item.kind, each)) },
    right: [item.right],
    why: [...sentence(event, item), ...item.because.map((id) => because(event.id, claimOf(events, event.id, id)))],
    given: offered(event, item).map((claim) => because(event.id, claim)),
  };
}

/**
 * The record's own sentence on a point on which sources differ.
 * @param {AskedEvent} event
 * @param {ChoiceItem} item
 * @returns {Reason[]}
 */
function sentence({ id, disagreements }, { kind, because: shown }) {
  const held = (/** @type {Disagreement} */ { sides }) => sides.flatMap(({ claims }) => claims);
  const point = disagreements.find((each) => shown.every((claim) => held(each).includes(claim)));
  return kind === "disagreement" && point
    ? [{ words: text(point.sentence), cite: "", url: "", event: id, claim: "" }]
    : [];
}

/**
 * A claim of each source that is offered: that on the point of the answer, else its first.
 * @param {AskedEvent} event
 * @param {ChoiceItem} item
 * @returns {Claim[]}
 */
function offered({ claims }, { kind, options, because: shown }) {
  if (kind !== "disagreement") return [];
  const wanted = options.flatMap((words) => words.split("+").slice(0, 2));
  const sources = [...new Set(claims.map(({ source }) => source))].filter((source) => wanted.includes(source));
  const of = (/** @type {string} */ source) => claims.filter((claim) => claim.source === source);
  return sources.map((source) => of(source).find(({ id }) => shown.includes(id)) || of(source)[0]);
}

/**
 * @param {string} kind
 * @param {string} words
 * @returns {string}
 */
function option(kind, words) {
  if (kind === "status") return name("status", words);
  if (kind === "claimant") return names(words.split("+"));
  const [first, second, point] = words.split("+");
  return tell("differ", { first: name("source", first), second: name("source", second), point: tell(`on_${point}`) });
}

/**
 * @param {Events} events
 * @param {FigurePlace} place
 * @returns {string}
 */
function holder(events, place) {
  const [claim, { value, bound = "exact", scope }] = [claimOf(events, place.event, place.claim), amount(events, place)];
  const how = `${tell(`bound_${value === undefined ? "range" : bound}`)}, ${name("scope", scope || NO_SCOPE)}`;
  return tell("holder", { who: who(claim), day: dayOf(claim), how });
}

/**
 * A figure without its bound and its scope: “11,000 soldiers”.
 * @param {Amount} given
 * @returns {string}
 */
function size({ value, low, high, unit }) {
  const number = (/** @type {number | undefined} */ end) =>
    end === undefined ? "…" : new Intl.NumberFormat(locale(), { maximumFractionDigits: 20 }).format(end);
  const words = value === undefined ? say("range", { low: number(low), high: number(high) }) : number(value);
  return unit ? `${words} ${name("unit", unit)}` : words;
}

/**
 * @param {string} event
 * @param {Claim} claim
 * @returns {Reason}
 */
function because(event, claim) {
  const told = { who: who(claim), day: dayOf(claim), says: text(claim.says) };
  if (claim.stance === "asserts") return reason(event, claim, tell("because", told));
  return reason(event, claim, tell("because_stance", { ...told, stance: say(`stance_${claim.stance}`) }));
}

/**
 * @param {string} event
 * @param {Claim} claim
 * @param {string} words
 * @returns {Reason}
 */
const reason = (event, claim, words) => ({ words, cite: cite(claim), url: claim.url || "", event, claim: claim.id });

/** @param {Claim} claim */
const who = (claim) => names(claim.by) || `${name("source", claim.source)} (${say("outlet_itself")})`;

/** @param {string[]} ids */
const names = (ids) => ids.map((id) => name("actor", id)).join(", ");

/** @param {Claim} claim */
function cite({ source, passage, locator }) {
  const where = passage ? `\u00a0${tell("passage", { n: passage })}` : "";
  return [name("source", source) + where, locator].filter(Boolean).join(", ");
}

/**
 * @param {Events} events
 * @param {string} id
 * @returns {AskedEvent}
 */
const found = (events, id) => /** @type {AskedEvent} */ (events.get(id));

/**
 * @param {Events} events
 * @param {string} event
 * @param {string} id
 * @returns {Claim}
 */
const claimOf = (events, event, id) =>
  /** @type {Claim} */ (found(events, event).claims.find((claim) => claim.id === id));

/**
 * @param {Events} events
 * @param {FigurePlace} place
 * @returns {Amount}
 */
const amount = (events, { event, claim, n }) => amountsOf(claimOf(events, event, claim))[n];

/**
 * What an exercise is called, and the record that it was made from, for the foot of a sheet.
 * @param {string} kind
 * @param {number} seed
 * @returns {string}
 */
export const footOf = (kind, seed) =>
  tell("sheet_foot", {
    title: load().settings.title[lang()],
    name: tell(`name_${kind}`),
    seed,
    version: load().record.hash.slice(0, 12),
  });
