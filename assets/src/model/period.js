/* What lies beside a period. No DOM. */

/**
 * The rows whose dates lie wholly before and wholly after a period ("first/last"), in order. What is open at an end
 * reaches every day on that side, and is beside none.
 * @param {Columns} columns
 * @param {Row[]} rows
 * @param {string} period
 * @returns {{ before: Row[], after: Row[] }}
 */
export function beside({ start, end }, rows, period) {
  const [first, last] = period.split("/");
  const isBefore = (/** @type {Iso | null} */ day) => day !== null && day < first;
  const isAfter = (/** @type {Iso | null} */ day) => day !== null && day > last;
  return { before: rows.filter((row) => isBefore(end[row])), after: rows.filter((row) => isAfter(start[row])) };
}
