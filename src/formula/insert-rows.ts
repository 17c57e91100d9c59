import { LAST_ROW } from "../values/sheet-limits.js";
import { type Reference, rectangleOf, withRectangle } from "./references.js";
import { changeReferences } from "./tokens.js";

/** Rows inserted into a sheet. */
export interface InsertedRows {
  readonly sheet: string;
  /** The row above which they are inserted. */
  readonly before: number;
  readonly count: number;
}

/**
 * The formula as Excel leaves it when rows are inserted somewhere: references to what moved move
 * along, ranges around the place grow.
 *
 * @param home the sheet that the formula stands on; null for a name, whose references say their sheet
 */
export function insertRowsInFormula(formula: string, home: string | null, inserted: InsertedRows): string {
  return changeReferences(formula, (reference) => movedReference(reference, home, inserted));
}

function movedReference(reference: Reference, home: string | null, inserted: InsertedRows): Reference {
  const sheet = reference.sheet ?? home;
  const rectangle = rectangleOf(reference.target);
  if (reference.sheetLost || rectangle === null || reference.target.kind === "columns") return reference;
  if (sheet === null || sheet.toLowerCase() !== inserted.sheet.toLowerCase()) return reference;
  const moved = {
    ...rectangle,
    top: movedRow(rectangle.top, inserted),
    bottom: movedRow(rectangle.bottom, inserted),
  };
  return { ...reference, target: withRectangle(reference.target, moved) };
}

/** Where a row stands after the insertion; the last row of a sheet stays its last. */
export function movedRow(row: number, { before, count }: Omit<InsertedRows, "sheet">): number {
  return row >= before ? Math.min(LAST_ROW, row + count) : row;
}
