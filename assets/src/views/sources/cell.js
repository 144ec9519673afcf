/* A cell of the Sources view: what a source does about an event. It opens the claim. */
import { el } from "../../dom/element.js";
import { known } from "../../state/store.js";
import { counted, say } from "../../words/i18n.js";
import { originsOf, withOrigins } from "../../words/origins.js";
import { PUBLIC, isSeed, nameOf, sign } from "./columns.js";

/** The claim that best shows a state: the denial of a denier, what a differing source says (rather than expects), else
 * the first. */
function telling(event, claims, state) {
  const disputed = event.disagreements.flatMap((point) => point.sides.flatMap((side) => side.claims));
  const isDisputed = (claim) => disputed.includes(claim.id);
  const best = {
    denies: () => claims.find((claim) => claim.stance === "denies"),
    differs: () => claims.find((claim) => isDisputed(claim) && claim.stance !== "predicts") || claims.find(isDisputed),
  };
  return (best[state] && best[state]()) || claims[0];
}

/**
 * The cell of an event and a column: in which state the source is, and a button that opens the claim.
 * @param {Row} row
 * @param {string} column
 * @param {string | undefined} state
 * @param {Actions} actions
 * @returns {HTMLElement}
 */
export function cell(row, column, state, actions) {
  if (!state) return silent(column);
  const event = known().events[row];
  const here = (claim) => (column === PUBLIC ? !isSeed(claim.source) : claim.source === column);
  const claims = event.claims.filter(here);
  const found = originsOf([row], here);
  const outlets = found.sources.length;
  const words =
    say("cell", { source: nameOf(column), state: say(`state_${state}`) }) +
    (column === PUBLIC ? `, ${withOrigins(counted("sources", outlets), found)}` : "");
  const places = claims.map((claim) => (claim.passage ? `§\u00a0${claim.passage}` : claim.locator));
  const passages = [...new Set(places.filter(Boolean))];
  const open = () => actions.open(row, telling(event, claims, state).id);
  return el(
    "td",
    { class: `state-${state}`, dataset: { source: column, state } },
    el(
      "button",
      { type: "button", title: passages.length ? `${words} (${passages.join(", ")})` : words, onclick: open },
      sign(state),
      column === PUBLIC ? outletsOf(found) : null,
      el("span", { class: "visually-hidden" }, words),
    ),
  );
}

/**
 * The cell of a source whose claims about an event have all fallen: what it did, struck out.
 * @param {string} column
 * @param {string} state
 * @returns {HTMLElement}
 */
export function struckCell(column, state) {
  const words = `${say("cell", { source: nameOf(column), state: say(`state_${state}`) })} (${say("doubted")})`;
  return el(
    "td",
    { class: `state-${state} struck`, title: words, dataset: { source: column, state: "struck" } },
    sign(state),
    el("span", { class: "visually-hidden" }, words),
  );
}

/** How many outlets, and how many origins where any is known: “11/3”. */
function outletsOf({ sources, origins, known: some }) {
  const number = some ? `${sources.length}/${origins.length}` : String(sources.length);
  return el("span", { class: "outlets", "aria-hidden": "true" }, number);
}

function silent(column) {
  const words = say("state_silent");
  const title = say("cell", { source: nameOf(column), state: words });
  return el("td", { class: "state-silent", title, dataset: { source: column, state: "silent" } }, words);
}
