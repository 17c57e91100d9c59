import { cellId } from "../behind.js";
import type { CellRef } from "../finding.js";

/** A cell that may be the wrong one, with what it may have been meant to hold, the likeliest first. */
export interface Suspect {
  readonly cell: CellRef;
  readonly value: number;
  readonly repairs: readonly number[];
  /** True where one number stands out; false where a bound leaves room for many, of which the first is as good as any. */
  readonly sure: boolean;
  /** True where a slip of the typist explains it; false where only the arithmetic does. */
  readonly slip: boolean;
  /** True where the change would break a relation that holds as a rule only. */
  readonly unusual: boolean;
}

/** Cells that would have to change together for all rules to hold. */
export type Explanation = readonly Suspect[];

/** The two cells whose numbers changed places, where that is what explains all; null for other changes. */
export function swapOf([first, second, ...others]: Explanation): readonly [Suspect, Suspect] | null {
  if (first === undefined || second === undefined || others.length > 0) return null;
  if (isRetyped(first)) return null;
  const isSwap = first.repairs[0] === second.value && second.repairs[0] === first.value;
  return isSwap && cellId(first.cell) !== cellId(second.cell) ? [first, second] : null;
}

/** True where the number itself stays and only stands there as text. */
export function isRetyped({ value, repairs }: Suspect): boolean {
  return repairs[0] === value;
}
