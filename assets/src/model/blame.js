/* Which filters leave no event, each looked at alone. No DOM. */
import { select } from "./query.js";

/**
 * For each filter that something is chosen for, the keys that it reads and how many rows would match without it, in the
 * order of the table; those without which there would be none either are left out.
 * @param {Operator[]} operators
 * @param {Columns} columns
 * @param {Spec} spec
 * @param {Row[]} rows
 * @returns {{ keys: string[], n: number }[]}
 */
export const blame = (operators, columns, spec, rows) =>
  operators
    .filter(({ keys }) => keys.some((key) => spec[key] && spec[key].length))
    .map((operator) => {
      const others = operators.filter((other) => other !== operator);
      return { keys: operator.keys, n: select(others, columns, spec, rows).length };
    })
    .filter(({ n }) => n > 0);
