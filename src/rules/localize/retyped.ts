import { fails, type Group, type Search } from "./search.js";
import type { Explanation } from "./suspect.js";
import type { Trial } from "./trial.js";

/**
 * The cells of a group of failing rules that hold their number as text, where that is all that is wrong:
 * the sheet's sums leave them out, and with numbers in them every rule holds. What else may then fail was
 * only hidden by sums that could not be told. Null for other groups.
 */
export function retypedIn(group: Group, search: Search, trial: Trial): Explanation | null {
  const texts = search.typedCells(group).filter(({ isText }) => isText);
  if (texts.length === 0) return null;
  for (const { ref, value } of texts) trial.try(ref, value);
  const mends = !group.some(fails);
  trial.undo();
  return mends
    ? texts.map(({ ref: cell, value }) => ({
        cell,
        value,
        repairs: [value],
        sure: true,
        slip: true,
        unusual: false,
      }))
    : null;
}
