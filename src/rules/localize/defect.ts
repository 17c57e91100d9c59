import type { Finding } from "../finding.js";
import type { Move } from "./move.js";
import type { Explanation } from "./suspect.js";

/** What is wrong once: findings that come from one cell, and the cells that it may be. */
export interface Defect {
  /** The finding to tell; the others say the same of other cells. */
  readonly finding: Finding;
  readonly also: readonly Finding[];
  /**
   * Each of these sets of cells, changed so, makes every rule hold: one cell where one is enough, else
   * two, before all others those that changed places. The likeliest first; empty where nothing so small does.
   */
  readonly explanations: readonly Explanation[];
  /** Numbers that stand in the wrong cells together: each of these changes by itself makes every rule hold, too. */
  readonly moves: readonly Move[];
}

/** True where a cause was found, or findings that have the same one. */
export function isExplained({ also, explanations, moves }: Omit<Defect, "finding">): boolean {
  return also.length + explanations.length + moves.length > 0;
}
