import type { CellAddress } from "../values/address.js";
import { compareCells } from "./cell-order.js";
import type { CheckedForms } from "./check.js";
import { classOf } from "./group-findings.js";

/**
 * The cell to fill after the one in which the cursor stands: the next blank one in the order of the
 * workbook's sheets and their rows, and from the last one on again the first. Null when nothing is
 * left to fill.
 */
export function nextBlank(
  { judgement, snapshot }: Pick<CheckedForms, "judgement" | "snapshot">,
  after: CellAddress | null,
): CellAddress | null {
  const compare = compareCells(snapshot);
  const blanks = judgement.findings.flatMap((finding) => {
    const { place } = finding;
    const address = place.kind === "sheet" ? null : place.address;
    return classOf(finding) === "missing" && address !== null ? [address] : [];
  });
  blanks.sort(compare);
  const later = after === null ? undefined : blanks.find((blank) => compare(blank, after) > 0);
  return later ?? blanks[0] ?? null;
}
