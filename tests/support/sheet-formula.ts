import { evaluateFormula } from "../../src/formula/evaluate.js";
import { parseFormula } from "../../src/formula/parse.js";
import { type Area, a1 } from "../../src/values/address.js";
import type { CellValue } from "../../src/values/cell.js";

/** What a formula gives on a sheet that holds these cells (by A1 reference) and no others. */
export function evaluateOn(cells: Readonly<Record<string, CellValue>>, formula: string): CellValue {
  const expression = parseFormula(formula);
  if (expression === null) throw new Error(`Not a formula: ${formula}`);
  const read = (area: Area) =>
    Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
      Array.from(
        { length: area.right - area.left + 1 },
        (_, j) => cells[a1({ row: area.top + i, column: area.left + j })] ?? null,
      ),
    );
  const outcome = evaluateFormula(expression, {
    sheet: "Sheet1",
    hasSheet: () => true,
    cells: read,
    name: () => null,
  });
  if (outcome.kind === "unsupported") throw new Error(`Outside the formula language: ${formula}`);
  return outcome.value;
}
