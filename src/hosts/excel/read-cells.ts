import type { CellValue } from "../../values/cell.js";
import type { SheetSnapshot } from "../../workbook/snapshot.js";

/** The properties of a range that a snapshot is made from. */
export const CELL_PROPERTIES = "rowIndex,columnIndex,values,formulas,numberFormat,valueTypes";

/** What Excel answers for a range. */
export interface LoadedCells {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

export type Grids = Pick<SheetSnapshot, "top" | "left" | "values" | "formats" | "formulas">;

export const NO_CELLS: Grids = { top: 1, left: 1, values: [], formats: [], formulas: [] };

/** The three grids of a loaded range, without the blank rows and columns at its end. */
export function gridsOf(range: LoadedCells): Grids {
  const formulas = range.formulas.map((line, i) =>
    line.map((formula, j) => readFormula(formula, range.values[i]?.[j])),
  );
  const values = range.values.map((line, i) =>
    line.map((value, j) => readValue(value, range.valueTypes[i]?.[j], formulas[i]?.[j] ?? "")),
  );
  const formats = range.numberFormat.map((line) => line.map(String));
  // An entry far out makes the range reach to the end of what is read.
  const widths = values.map((line) => line.findLastIndex((value) => value !== null) + 1);
  const height = widths.findLastIndex((width) => width > 0) + 1;
  const width = Math.max(0, ...widths);
  const cut = <T>(grid: readonly (readonly T[])[]) =>
    grid.slice(0, height).map((line) => line.slice(0, width));
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    values: cut(values),
    formats: cut(formats),
    formulas: cut(formulas),
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
