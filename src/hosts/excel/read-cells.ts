import type { CellValue } from "../../values/cell.js";
import type { SheetSnapshot } from "../../workbook/snapshot.js";

/** The properties of a range that a snapshot is made from. */
export const CELL_PROPERTIES = "rowIndex,columnIndex,values,formulas,numberFormat,valueTypes";

/** What Excel answers for a range, as the client types it. */
export type LoadedCells = Pick<
  Excel.Range,
  "rowIndex" | "columnIndex" | "values" | "formulas" | "numberFormat" | "valueTypes"
>;

type Grids = Pick<SheetSnapshot, "top" | "left" | "values" | "formats" | "formulas">;

export const NO_CELLS: Grids = { top: 1, left: 1, values: [], formats: [], formulas: [] };

/** The three grids of a loaded range. */
export function gridsOf(range: LoadedCells): Grids {
  const formulas = range.formulas.map((line: readonly unknown[], i) =>
    line.map((formula, j) => readFormula(formula, range.values[i]?.[j])),
  );
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    values: range.values.map((line: readonly unknown[], i) =>
      line.map((value, j) => readValue(value, range.valueTypes[i]?.[j], formulas[i]?.[j] ?? "")),
    ),
    formats: range.numberFormat.map((line: readonly unknown[]) => line.map((format) => String(format))),
    formulas,
  };
}

/** `formulas` repeats constants; a text that begins with `=` is its own value. */
function readFormula(formula: unknown, value: unknown): string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : "";
}

/** Excel gives errors as text and blanks as an empty string; the value type tells them apart. */
function readValue(value: unknown, type: string | undefined, formula: string): CellValue {
  if (type === "Error") return { error: String(value) };
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || (value === "" && formula === "")) return null;
  return value;
}
