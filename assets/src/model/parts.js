/* Which events are shown within another one, of which they are a part: the browser's twin of timeline/view/parts.py.
 * tests/vectors/parts.json runs against both. */

/**
 * Fold the parts among some rows into their wholes. `whole` has by row the row that it is part of, or null. A part
 * whose whole is not among the rows stands by itself. Gives `wholes` (folded part → its whole) and `parts` (whole → its
 * folded parts, in the order of `rows`); a row that is no key of `wholes` is to be shown itself.
 * @param {Row[]} rows
 * @param {(Row | null)[]} whole
 * @returns {{ wholes: Map<Row, Row>, parts: Map<Row, Row[]> }}
 */
export function fold(rows, whole) {
  const wholes = new Map();
  const parts = new Map();
  const among = new Set(rows);
  for (const row of rows) {
    const of = whole[row];
    if (of === null || !among.has(of)) continue;
    wholes.set(row, of);
    if (parts.has(of)) parts.get(of).push(row);
    else parts.set(of, [row]);
  }
  return { wholes, parts };
}
