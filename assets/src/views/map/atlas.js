/* The map's data (timeline/view/map/map.py): land, places, and what is said to have moved. It comes with the view. */
import { load } from "../../state/data.js";
import { file } from "../../state/extras.js";
import { known } from "../../state/store.js";

/** A place of the map, in units; `r` is within which distance of its middle it may be meant.
 * @typedef {{ name: Texts, precision: string | null, x: number, y: number, r: number }} Spot */
/** @typedef {{ event: string, claim: string, origin: number, destination: number }} Move */
/** A move of an event that is shown.
 * @typedef {{ row: Row, claim: Claim, origin: number, destination: number }} Shown */
/** @typedef {{ size: number[], land: string, spots: Spot[], events: Record<string, number>, moves: Move[] }} Atlas */

/** @type {Atlas | null} */
let atlas = null;

/**
 * A promise that the map and its words are here.
 * @returns {Promise<void>}
 */
export async function prepare() {
  const { words, ...map } = await file("map.json");
  for (const [language, said] of Object.entries(words)) Object.assign(load().words[language], said);
  atlas = map;
}

/**
 * The map's data; prepare() comes first.
 * @returns {Atlas}
 */
export const map = () => /** @type {Atlas} */ (atlas);

/**
 * The rows by the number of their place, in the order of their dates; those without one under -1.
 * @param {Row[]} rows
 * @returns {Map<number, Row[]>}
 */
export function byPlace(rows) {
  const { events } = map();
  const found = new Map();
  for (const row of rows) {
    const spot = events[load().rows.id[row]] ?? -1;
    found.set(spot, [...(found.get(spot) || []), row]);
  }
  return found;
}

/**
 * What the shown events' claims say has moved, in the order of the events.
 * @param {Row[]} rows
 * @returns {Shown[]}
 */
export function movesOf(rows) {
  const { events } = known();
  return rows.flatMap((row) =>
    map()
      .moves.filter(({ event }) => event === load().rows.id[row])
      .flatMap(({ claim: id, origin, destination }) => {
        const claim = events[row].claims.find((/** @type {Claim} */ one) => one.id === id);
        return claim ? [{ row, claim, origin, destination }] : [];
      }),
  );
}
