import type { DimensionRange } from "../wire.js";
import type { Range, Sheet } from "./sheets-by-id.js";

/** What takes a change back. */
type Undo = () => void;

/** The changes of one update, so that a failure midway can take all of them back. */
export class Journal {
  private readonly undos: Undo[] = [];

  add(undo: Undo): void {
    this.undos.push(undo);
  }

  /** Takes back everything, the last change first. What cannot be taken back does not keep the rest. */
  takeBack(): void {
    for (const undo of this.undos.splice(0).reverse()) {
      try {
        undo();
      } catch {
        // The first failure is the one to tell.
      }
    }
  }
}

/** Remembers values, formulas and number formats of cells that are about to be written. */
export function contentsOf(range: Range): Undo {
  const values: readonly (readonly unknown[])[] = range.getValues();
  const formulas = range.getFormulas();
  const formats = range.getNumberFormats();
  return () => {
    range.setNumberFormats(formats);
    range.setValues(
      values.map((line, row) =>
        line.map((value, column) => {
          const formula = formulas[row]?.[column] ?? "";
          if (formula !== "") return formula;
          // A text goes back as the text that it was.
          return typeof value === "string" && value !== "" ? `'${value}` : value;
        }),
      ),
    );
    range.setNumberFormats(formats);
  };
}

/** Remembers that a sheet was blank: taking back leaves it so. */
export function blanknessOf(sheet: Sheet): Undo {
  const rules = sheet.getConditionalFormatRules();
  const frozen = sheet.getFrozenRows();
  const color = sheet.getTabColor();
  const hidden = sheet.isSheetHidden();
  const title = sheet.getName();
  return () => {
    const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
    all.breakApart();
    all.clearDataValidations();
    sheet.clear();
    sheet.setConditionalFormatRules(rules);
    sheet.setFrozenRows(frozen);
    sheet.setTabColor(color === "" ? null : color);
    sheet.setName(title);
    if (!hidden) sheet.showSheet();
  };
}

/** Remembers widths or heights that are about to change. */
export function sizesOf(sheet: Sheet, { dimension, startIndex, endIndex }: DimensionRange): Undo {
  const lines = Array.from({ length: endIndex - startIndex }, (_line, index) => startIndex + 1 + index);
  if (dimension === "COLUMNS") {
    const widths = lines.map((line) => ({ line, pixels: sheet.getColumnWidth(line) }));
    return () => {
      for (const { line, pixels } of widths) sheet.setColumnWidths(line, 1, pixels);
    };
  }
  const heights = lines.map((line) => ({ line, pixels: sheet.getRowHeight(line) }));
  return () => {
    for (const { line, pixels } of heights) sheet.setRowHeights(line, 1, pixels);
  };
}
