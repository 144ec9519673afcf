/* Where the marks of the two clocks stand: pure geometry in px, no DOM.
 *
 * Claims that would cover each other stand in one pile. A pile holds what lies on one side of the slanting line, and is
 * moved a little, away from that line, rather than over another one; only where nothing else helps it holds both. */
export const MARK = 6; // px from the middle of a claim's mark to its edge
const CELL = 40; // px of the squares in which neighbours are looked for
const WIDE = 1e4; // squares from one to the next in the numbers of squares
const FAR = 26; // px that a pile is moved at most, and over which claims go into one
const STEP = 3;
const MANY = 900; // places from which on near ones are one from the start
const WAYS = { before: 1, during: 0, after: -1, open: 0, mixed: 0 };

/**
 * The px from the middle of a pile of `n` claims to its edge.
 * @param {number} n
 * @returns {number}
 */
export const radius = (n) => (n < 2 ? MARK : 7 + 2 * String(n).length);

/** Piles, found by where they stand. */
function ground() {
  const cells = new Map();
  const at = (/** @type {number} */ across, /** @type {number} */ down) => across * WIDE + down;
  const cell = (/** @type {number} */ x, /** @type {number} */ y) => at(Math.floor(x / CELL), Math.floor(y / CELL));
  return {
    put: (one) => {
      const key = cell(one.x, one.y);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(one);
    },
    take: (one) => {
      const here = cells.get(cell(one.x, one.y)) || [];
      const place = here.indexOf(one);
      if (place >= 0) here.splice(place, 1);
    },
    near: (x, y) => {
      const [across, down] = [Math.floor(x / CELL), Math.floor(y / CELL)];
      const found = [];
      for (let column = across - 1; column <= across + 1; column += 1)
        for (let line = down - 1; line <= down + 1; line += 1) found.push(...(cells.get(at(column, line)) || []));
      return found;
    },
    all: () => [...cells.values()].flat(),
  };
}

/** Claims at one place, on one side, as a pile. */
function together(points) {
  const found = new Map();
  const grain = new Set(points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size > MANY ? 8 : 1;
  for (const point of points) {
    const key = [Math.round(point.x / grain), Math.round(point.y / grain), point.claim.side, point.zone].join(" ");
    const here = found.get(key) || { x: point.x, y: point.y, side: point.claim.side, zone: point.zone, claims: [] };
    here.claims.push(point.claim);
    found.set(key, here);
  }
  // What stands on the line stays there; then the larger ones.
  const first = ({ side }) => Number(side === "during");
  return [...found.values()].sort((a, b) => first(b) - first(a) || b.claims.length - a.claims.length);
}

const gap = (one, x, y) => Math.hypot(one.x - x, one.y - y);

/**
 * Piles of the claims at `points`, none over another: {x, y, r, side, zone, claims}. A zone is a strip of its own, in
 * which nothing is moved.
 * @param {{ x: number, y: number, zone: string, claim: TwoDays }[]} points
 * @returns {Pile[]}
 */
export function pile(points) {
  const placed = ground();
  for (const next of together(points)) {
    const r = radius(next.claims.length);
    const isFree = (y) => !placed.near(next.x, y).some((other) => gap(other, next.x, y) < r + other.r + 1);
    const way = next.zone ? 0 : WAYS[next.side];
    const ys = way
      ? Array.from({ length: Math.floor(FAR / STEP) + 1 }, (_, turn) => next.y + way * turn * STEP)
      : [next.y];
    const y = ys.find(isFree);
    if (y === undefined) join(placed, next);
    else placed.put({ ...next, y, r });
  }
  part(placed);
  return placed.all().map(({ claims, ...rest }) => ({ ...rest, claims: inOrder(claims) }));
}

const inOrder = (claims) => [...claims].sort((a, b) => a.said - b.said || a.at - b.at || a.row - b.row);

/** Put claims into the nearest pile on their side; if that is far, into the nearest of any. */
function join(placed, next) {
  const near = placed.near(next.x, next.y).sort((a, b) => gap(a, next.x, next.y) - gap(b, next.x, next.y));
  const own = near.find((other) => other.side === next.side && gap(other, next.x, next.y) <= FAR);
  merge(placed, own || near[0], next);
}

function merge(placed, one, other) {
  placed.take(one);
  const claims = [...one.claims, ...other.claims];
  const side = one.side === other.side ? one.side : "mixed";
  placed.put({ ...one, claims, side, r: radius(claims.length) });
}

/** Piles have grown: those that lie over another one go into it, its own side first. */
function part(placed) {
  for (let turn = 0; turn < 4; turn += 1) {
    let changed = false;
    for (const one of placed.all()) {
      if (!placed.near(one.x, one.y).includes(one)) continue; // it went into another one
      const over = placed
        .near(one.x, one.y)
        .filter((other) => other !== one && gap(other, one.x, one.y) < one.r + other.r);
      const other = over.find(({ side }) => side === one.side) || over[0];
      if (!other) continue;
      const [large, small] = one.claims.length > other.claims.length ? [one, other] : [other, one];
      placed.take(small);
      merge(placed, large, small);
      changed = true;
    }
    if (!changed) return;
  }
}
