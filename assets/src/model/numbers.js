/* The figures of the shown events: which there are, in what order, in which bands. Pure: no DOM, no drawing.
 *
 * A figure is counted once however many events cite it: the same claimant's same figure in the same passage or
 * page is one figure, with a link to each event that it stands in. Nothing here adds or averages. */
import { amountsOf, hasNumber, identity, usualUnits } from "./amounts.js";
import { inOrder } from "./days.js";

export const NO_SCOPE = "none";

/**
 * Who speaks, as one word: the actors named, or the outlet itself.
 * @param {Pick<Claim, "by" | "source">} claim
 * @returns {string}
 */
export const voiceOf = ({ by, source }) => (by.length ? [...by].sort().join("+") : `outlet:${source}`);

/**
 * The figures of `rows`, each once, in order of day: {key, voice, by, source, passage?, url?, locator?, via?, day?,
 * until?, since?, quantity, value?, low?, high?, bound, unit, scope, shown, numeric, uses: [{row, claim}]}.
 * @param {TimelineEvent[]} events
 * @param {Row[]} rows
 * @param {Record<string, string>} [units]
 * @returns {NumberFigure[]}
 */
export function collect(events, rows, units = usualUnits(events)) {
  /** @type {Map<string, NumberFigure>} */
  const found = new Map();
  for (const row of rows)
    for (const claim of events[row].claims)
      for (const each of amountsOf(claim)) {
        const figure = figureOf(claim, each, units);
        if (!found.has(figure.key)) found.set(figure.key, figure);
        const { uses } = found.get(figure.key) || figure;
        if (!uses.some((use) => use.row === row)) uses.push({ row, claim: claim.id });
      }
  const figures = fold([...found.values()]);
  figures.forEach((figure) => order(figure, events));
  return sorted(figures, "day");
}

/**
 * A figure of a claim, with what the claim says of it.
 * @param {Claim} claim
 * @param {Amount} figure
 * @param {Record<string, string>} units
 * @returns {NumberFigure}
 */
function figureOf(claim, figure, units) {
  const { source, passage, url, locator, via, by, shown } = claim;
  const { day, until = null, since = null } = shown || {};
  const unit = figure.unit || units[figure.quantity] || figure.quantity; // without any unit it counts as its own
  const scope = figure.scope || NO_SCOPE;
  const place = JSON.stringify([source, passage || url || locator, identity(figure), scope]);
  const voice = voiceOf(claim);
  return {
    ...{ key: `${voice} ${place}`, place, voice, by, source, passage, url, locator, via, day, until, since },
    ...figure,
    ...{ unit, scope, numeric: hasNumber(figure), uses: [] },
  };
}

/**
 * One sentence may be cited for each of its speakers alone: « A and B say » is one figure, not three.
 * @param {NumberFigure[]} figures
 * @returns {NumberFigure[]}
 */
function fold(figures) {
  /** @type {(small: NumberFigure, large: NumberFigure) => boolean} */
  const within = (small, large) =>
    small.by.length > 0 && small.by.length < large.by.length && small.by.every((actor) => large.by.includes(actor));
  const kept = figures.filter(
    (figure) => !figures.some((other) => other.place === figure.place && within(figure, other)),
  );
  for (const figure of figures) {
    if (kept.includes(figure)) continue;
    const whole = kept.find((other) => other.place === figure.place && within(figure, other));
    const uses = whole ? whole.uses : [];
    for (const use of figure.uses) if (!uses.some((known) => known.row === use.row)) uses.push(use);
  }
  return kept;
}

/**
 * The events a figure stands in, that one first which has most figures of the same scope and quantity.
 * @param {NumberFigure} figure
 * @param {TimelineEvent[]} events
 * @returns {void}
 */
function order(figure, events) {
  const alike = (/** @type {Row} */ row) =>
    events[row].claims
      .flatMap(amountsOf)
      .filter((other) => other.quantity === figure.quantity && (other.scope || NO_SCOPE) === figure.scope).length;
  figure.uses.sort((a, b) => alike(b.row) - alike(a.row) || a.row - b.row);
}

/**
 * @param {any} a
 * @param {any} b
 * @returns {number}
 */
const compare = (a, b) => Number(a > b) - Number(a < b);
/**
 * The lowest and the highest number that a figure gives.
 * @param {NumberFigure} figure
 * @returns {[number, number]}
 */
export const ends = (figure) =>
  /** @type {[number, number]} */ ([
    figure.value ?? figure.low ?? figure.high,
    figure.value ?? figure.high ?? figure.low,
  ]);

/**
 * Figures in order: by `day`, `value` or `claimant` (`name(figure)` gives the words). What has no day, or no
 * number, comes last either way.
 * @param {NumberFigure[]} figures
 * @param {"day" | "value" | "claimant"} by
 * @param {boolean} [down]
 * @param {(figure: NumberFigure) => string} [name]
 * @param {string} [language]
 * @returns {NumberFigure[]}
 */
export function sorted(figures, by, down = false, name = (figure) => figure.voice, language = "en") {
  const way = down ? -1 : 1;
  /** @type {(figure: NumberFigure) => boolean} */
  const last = {
    day: (/** @type {NumberFigure} */ figure) => !figure.until,
    value: (/** @type {NumberFigure} */ figure) => !figure.numeric,
    claimant: () => false,
  }[by];
  const collator = new Intl.Collator(language);
  /** @type {Record<string, (a: NumberFigure, b: NumberFigure) => number>} */
  const tests = {
    day: (a, b) => inOrder(a.until || "", b.until || ""),
    value: (a, b) => compare(ends(a)[0], ends(b)[0]) || compare(ends(a)[1], ends(b)[1]),
    claimant: (a, b) => collator.compare(name(a), name(b)),
  };
  const test = tests[by];
  return [...figures].sort(
    (a, b) =>
      Number(last(a)) - Number(last(b)) ||
      (last(a) ? 0 : way * test(a, b)) ||
      inOrder(a.until || "~", b.until || "~") ||
      compare(a.key, b.key),
  );
}

/**
 * {unit: how many figures}, most first; equals as they stand in `names`.
 * @param {NumberFigure[]} figures
 * @param {string[]} names
 * @returns {Map<string, number>}
 */
export function unitCounts(figures, names) {
  const counts = new Map(names.map((unit) => [unit, 0]));
  for (const { unit } of figures) counts.set(unit, (counts.get(unit) || 0) + 1);
  return new Map([...counts].filter(([, count]) => count).sort((a, b) => b[1] - a[1]));
}

/**
 * Bands of the plot: [{scope, quantity, figures}], one for each scope and each thing counted, never mixed.
 * @param {NumberFigure[]} figures
 * @param {string[]} scopes
 * @param {string[]} quantities
 * @returns {{ scope: string, quantity: string, figures: NumberFigure[] }[]}
 */
export function bands(figures, scopes, quantities) {
  const found = new Map();
  for (const figure of figures) {
    const key = `${figure.scope} ${figure.quantity}`;
    if (!found.has(key)) found.set(key, { scope: figure.scope, quantity: figure.quantity, figures: [] });
    found.get(key).figures.push(figure);
  }
  return [...found.values()].sort(
    (a, b) =>
      scopes.indexOf(a.scope) - scopes.indexOf(b.scope) ||
      quantities.indexOf(a.quantity) - quantities.indexOf(b.quantity),
  );
}

const FAR = 3; // how many times higher or lower a quantity may be and still be read on the same scale

/**
 * The scale of each quantity of a unit: its highest number `max`, and whether it is its `own`. The quantity with most
 * figures shares its scale with all that are about as high.
 * @param {NumberFigure[]} figures
 * @returns {Record<string, { max: number, own: boolean }>}
 */
export function scales(figures) {
  /** @type {Record<string, { top: number, n: number }>} */
  const found = {};
  for (const figure of figures.filter(({ numeric }) => numeric)) {
    const { top, n } = found[figure.quantity] || { top: 0, n: 0 };
    found[figure.quantity] = { top: Math.max(top, ...ends(figure)), n: n + 1 };
  }
  const [most] = Object.values(found).sort((a, b) => b.n - a.n || b.top - a.top);
  const near = (/** @type {number} */ top) => !top || (top <= most.top * FAR && most.top <= top * FAR);
  const max = Math.max(...Object.values(found).map(({ top }) => (near(top) ? top : 0)));
  return Object.fromEntries(
    Object.entries(found).map(([quantity, { top }]) => [
      quantity,
      near(top) ? { max, own: false } : { max: top, own: true },
    ]),
  );
}

/**
 * What more than half of the figures count; null where nothing does.
 * @param {NumberFigure[]} figures
 * @returns {string | null}
 */
export function mainQuantity(figures) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { quantity } of figures) counts[quantity] = (counts[quantity] || 0) + 1;
  return Object.keys(counts).find((quantity) => counts[quantity] * 2 > figures.length) || null;
}

/**
 * Everybody who gives a figure, most figures first: the order in which marks are handed out.
 * @param {NumberFigure[]} figures
 * @returns {string[]}
 */
export function voices(figures) {
  const counts = new Map();
  for (const { voice } of figures) counts.set(voice, (counts.get(voice) || 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || compare(a, b));
}
