/* The picture of the two clocks on the page: pointer and keyboard go from claim to claim. */
import { el } from "../../dom/element.js";
import { createHint } from "../../dom/hint.js";
import { dayOf } from "../../model/days.js";
import { load } from "../../state/data.js";
import { claimant } from "../../words/claim.js";
import { counted, say, text } from "../../words/i18n.js";
import * as held from "./held.js";
import * as words from "./words.js";

const NEAR = { mouse: 5, touch: 18 }; // px around a mark in which it is hit
const BELOW = 10; // px from a mark to its hint

/**
 * A plot in `root`: `draw(next)` shows a picture, {laid, drawn, actions, label, help}; `until(day)` leaves away what of
 * it is said later, without drawing it again.
 * @param {HTMLElement} root
 * @returns {{ draw: (next: any) => void, until: (day: Iso | "") => void }}
 */
export function createPlot(root) {
  const plot = el("div", { class: "clocks-picture", role: "img" });
  root.append(plot);
  const hint = createHint(root);
  let shown = null; // what is drawn
  let cursor = ""; // key of the claim under the keyboard
  let tapped = null; // the pile whose hint a tap has opened

  const claims = () => shown.order;
  const pileOf = (claim) => shown.laid.piles.find((pile) => pile.claims.includes(claim));

  function leave() {
    tapped = null;
    hint.hide();
    point(null);
  }

  /** Bring out the threads of the events of a pile. */
  function point(rows) {
    for (const thread of plot.querySelectorAll(".clocks-thread"))
      thread.classList.toggle("pointed", rows !== null && rows.includes(Number(thread.getAttribute("data-row"))));
  }

  function show(pile, lines, rows) {
    const { drawn } = shown;
    const spans = lines.map((line, index) => el(index ? "span" : "strong", { dir: "auto" }, line));
    const place = { x: drawn.left + pile.x, y: drawn.top + pile.y + pile.r + BELOW };
    hint.show(spans, { ...place, outer: root.clientWidth });
    point(rows);
  }

  const rowsOf = (pile) => [...new Set(pile.claims.map(({ row }) => row))];

  function showPile(pile, more = "") {
    const lines =
      pile.claims.length > 1
        ? [held.heading(pile), held.counts(pile), more || say("cluster_open")]
        : linesOf(pile.claims[0]);
    show(pile, pile.claims.length > 1 || !more ? lines : [...lines, more], rowsOf(pile));
  }

  function hit(event) {
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - shown.drawn.left, event.clientY - box.top - shown.drawn.top];
    const slack = NEAR[event.pointerType === "touch" ? "touch" : "mouse"];
    let best = null;
    for (const pile of shown.laid.piles) {
      const far = Math.hypot(pile.x - x, pile.y - y) - pile.r;
      if (far <= slack && (!best || far < best.far)) best = { pile, far };
    }
    return best && best.pile;
  }

  function press(pile) {
    leave();
    if (pile.claims.length === 1) shown.actions.open(pile.claims[0].row, pile.claims[0].claim.id);
    else {
      const box = plot.getBoundingClientRect();
      const [x, y] = [box.left + shown.drawn.left + pile.x, box.top + shown.drawn.top + pile.y];
      const circle = { left: x - pile.r, right: x + pile.r, top: y - pile.r, bottom: y + pile.r };
      held.show(pile, circle, shown.laid.window, shown.actions);
    }
  }

  plot.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || !shown) return;
    const pile = hit(event);
    plot.style.cursor = pile ? "pointer" : "";
    if (pile) showPile(pile);
    else leave();
  });
  plot.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  plot.addEventListener("click", (event) => {
    const pile = shown && hit(event);
    if (!pile) return leave();
    // A finger can't hover: the first tap says what a mark is, the second opens it. A pile opens at once.
    const first = /** @type {PointerEvent} */ (event).pointerType === "touch" && tapped !== pile;
    if (first && pile.claims.length === 1) {
      showPile(pile, say("numbers_again"));
      tapped = pile;
    } else press(pile);
  });

  function goTo(claim) {
    cursor = claim.key;
    const pile = pileOf(claim);
    const lines = linesOf(claim);
    const among = pile.claims.length > 1 ? [counted("clocks_among", pile.claims.length - 1)] : [];
    show(pile, [...lines, ...among], [claim.row]);
    hint.frame({ x: shown.drawn.left + pile.x, y: shown.drawn.top + pile.y });
    hint.bringIntoSight();
    shown.actions.announce([...lines, ...among].join(", "));
  }

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== root || !shown || !claims().length) return;
    const here = claims().findIndex(({ key }) => key === cursor);
    const to = stepped(event.key, here, claims());
    const chosen = here >= 0 && (event.key === "Enter" || event.key === " ");
    if (to === undefined && !chosen) return;
    event.preventDefault();
    if (chosen) {
      leave();
      shown.actions.open(claims()[here].row, claims()[here].claim.id);
    } else goTo(claims()[to]);
  });
  root.addEventListener("blur", leave);

  return {
    draw: (next) => {
      shown = next;
      leave();
      plot.replaceChildren(next.drawn.svg);
      plot.setAttribute("aria-label", next.label);
      root.setAttribute("aria-label", `${next.label} ${next.help}`);
    },
    until: (day) => {
      const last = day ? dayOf(day) : Infinity;
      for (const mark of plot.querySelectorAll(".clocks-mark")) {
        const { claims: some } = shown.laid.piles[Number(mark.getAttribute("data-pile"))];
        mark.toggleAttribute("data-later", !some.some(({ until }) => until <= last));
      }
    },
  };
}

/** A claim in lines: who, the event, both days, how far apart. */
function linesOf(claim) {
  return [claimant(claim.claim), text(load().events[claim.row].title), words.sentence(claim), words.apart(claim)];
}

/** The claim to which a key leads from the one at `here` (-1: none): the next one, or with PageDown the next day. */
function stepped(key, here, claims) {
  const day = here < 0 ? null : claims[here].said;
  const later = () => claims.findIndex(({ said }) => day === null || said > day);
  const earlier = () => claims.findIndex(({ said }) => said === claims.findLast((other) => other.said < day)?.said);
  const back = here < 0 ? 0 : here - 1;
  const to = {
    ArrowRight: () => here + 1,
    ArrowUp: () => here + 1,
    ArrowLeft: () => back,
    ArrowDown: () => back,
    PageUp: () => (later() < 0 ? claims.length - 1 : later()),
    PageDown: () => Math.max(earlier(), 0),
    Home: () => 0,
    End: () => claims.length - 1,
  }[key];
  return to && Math.min(Math.max(to(), 0), claims.length - 1);
}
