import { calculate, type FormulaGrid } from "../../formula/calculate.js";
import { parseFormula, UNREADABLE } from "../../formula/parse.js";
import type { CellAddress } from "../../values/address.js";
import { type Book, findSheet } from "./book.js";
import { cellValue, eachCell, formulaOf, isArrayFormula, setResult } from "./cells.js";

/**
 * Works out the formulas again and stores their results, for programs that read a file without
 * calculating. `missing` looks only at formulas without a result: right after reading, the others
 * are as their program left them.
 */
export function recalculate(book: Book, which: "all" | "missing"): void {
  const cells: CellAddress[] = [];
  for (const sheet of book.library.worksheets) {
    eachCell(sheet, (cell) => {
      if (formulaOf(cell) === null || isArrayFormula(cell)) return;
      if (which === "missing" && cellValue(cell) !== null) return;
      cells.push({ sheet: sheet.name, row: cell.fullAddress.row, column: cell.fullAddress.col });
    });
  }
  if (cells.length === 0) return;
  for (const { cell, value } of calculate(gridOf(book), cells)) {
    const target = findSheet(book, cell.sheet)?.getCell(cell.row, cell.column);
    const formula = target ? formulaOf(target) : null;
    if (target && formula !== null) setResult(target, formula, value);
  }
}

function gridOf(book: Book): FormulaGrid {
  const cellAt = ({ sheet, row, column }: CellAddress) => {
    const found = findSheet(book, sheet)?.findCell(row, column);
    return found ?? null;
  };
  return {
    extent: (name) => {
      const sheet = findSheet(book, name);
      return sheet && { rows: sheet.rowCount, columns: sheet.columnCount };
    },
    value: (address) => {
      const cell = cellAt(address);
      return cell && cellValue(cell);
    },
    formula: (address) => {
      const cell = cellAt(address);
      return cell && !isArrayFormula(cell) ? formulaOf(cell) : null;
    },
    name: (name) => {
      const lower = name.toLowerCase();
      const found = book.names.find(
        (candidate) => candidate.sheet === null && candidate.name.toLowerCase() === lower,
      );
      return found ? (parseFormula(found.refersTo.replace(/^=/, "")) ?? UNREADABLE) : null;
    },
  };
}
