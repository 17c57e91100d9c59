import type { CellAddress } from "../values/address.js";
import { compareCells } from "./cell-order.js";
import type { CheckedForms } from "./check.js";

/**
 * The result cell of the row after the one in which the cursor stands (`step` 1) or before it (-1), in
 * the order of the workbook's sheets and their rows, whatever stands there. Null beyond the last and
 * the first.
 */
export function rowBeside(
  { report, snapshot }: Pick<CheckedForms, "report" | "snapshot">,
  from: CellAddress,
  step: 1 | -1,
): CellAddress | null {
  const compare = compareCells(snapshot);
  let beside: CellAddress | null = null;
  for (const { address } of report.values.values()) {
    if (address === null || compare(address, from) * step <= 0) continue;
    if (beside === null || compare(address, beside) * step < 0) beside = address;
  }
  return beside;
}
