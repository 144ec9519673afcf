/* What lies beside a period. No DOM. */
import { isBefore } from "./days.js";

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
  const wasBefore = (/** @type {Iso | null} */ day) => day !== null && isBefore(day, first);
  const isAfter = (/** @type {Iso | null} */ day) => day !== null && isBefore(last, day);
  return { before: rows.filter((row) => wasBefore(end[row])), after: rows.filter((row) => isAfter(start[row])) };
}
