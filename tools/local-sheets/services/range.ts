import {
  clear,
  merge,
  mustBeEditable,
  mustBeFormattable,
  recordEdit,
  restyle,
  unmerge,
} from "../../grid/edit.js";
import type { Grid } from "../../grid/grid.js";
import { columnCount, intersection, rectOf, rowCount, tableOf } from "../../grid/rect.js";
import type { CellStyle, StylePatch } from "../../grid/style.js";
import { validationOf, withoutValidation } from "../../grid/validation.js";
import { putValidation } from "../cell-rules.js";
import { AUTOMATIC, enter, shownValue } from "../entered.js";
import { writeLocal } from "../formulas.js";
import type { BuiltValidation } from "./builders.js";
import { keepPlace, placeOf, type RangePlace, ruleBehind } from "./handles.js";
import { strict } from "./strict.js";

type Table<T> = readonly (readonly T[])[];

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", normal: "General" } as const;
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

/** A range as a script holds it, with the sheet that it is on: it stays where it is when cells move, as Google's do. */
export function rangeService(place: RangePlace, owner: object) {
  const { book, sheet, rect } = place;
  const { grid } = book;
  const [rows, columns] = [rowCount(rect), columnCount(rect)];

  /** Refuses a table of another shape, as Google does. */
  const shaped = <T>(table: Table<T>): Table<T> => {
    if (table.length !== rows) {
      throw new Error(
        `The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${rows}.`,
      );
    }
    const odd = table.find((line) => line.length !== columns);
    if (odd !== undefined) {
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${columns}.`,
      );
    }
    return table;
  };
  const style =
    <T>(of: (value: T) => StylePatch) =>
    (table: Table<T>) => {
      shaped(table);
      book.write(() =>
        restyle(grid, sheet, rect, (before: CellStyle, row, column) => {
          const value = table[row - rect.top]?.[column - rect.left];
          return value === undefined ? before : { ...before, ...of(value) };
        }),
      );
      return range;
    };

  const range = strict("Range", {
    getSheet: () => owner,
    getRow: () => rect.top + 1,
    getColumn: () => rect.left + 1,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getValues: () => tableOf(rect, (row, column) => shownValue(book, sheet, row, column)),
    getFormulas: () => formulas(grid, place),
    getNumberFormats: () =>
      tableOf(rect, (row, column) => {
        const format = sheet.style(row, column).numberFormat;
        return format === "General" ? AUTOMATIC : format;
      }),
    setValues: (table: Table<unknown>) => {
      shaped(table);
      book.write(() => {
        mustBeEditable(grid, sheet, rect, "Range.setValues");
        for (const [i, line] of table.entries()) {
          for (const [j, input] of line.entries()) {
            const merged = sheet.mergeAt(rect.top + i, rect.left + j);
            const covered = merged !== null && (merged.top !== rect.top + i || merged.left !== rect.left + j);
            if (!covered) enter(book, sheet, rect.top + i, rect.left + j, input);
          }
        }
        grid.markStale();
        recordEdit(grid, sheet, rect, null);
      });
      return range;
    },
    setNumberFormats: style((code: string) => ({
      numberFormat: code === AUTOMATIC || code === "" ? "General" : code,
    })),
    setFontFamilies: style((name: string | null) => ({ fontName: name ?? "Arial" })),
    setFontSizes: style((size: number) => {
      if (!Number.isInteger(size)) throw new Error(`Font sizes are whole points: ${size}`);
      return { fontSize: size };
    }),
    setFontWeights: style((weight: "bold" | "normal") => ({ bold: weight === "bold" })),
    setFontStyles: style((slant: "italic" | "normal") => ({ italic: slant === "italic" })),
    setFontColors: style((color: string | null) => ({ color: color ?? "#000000" })),
    setBackgrounds: style((fill: string | null) => ({ fill })),
    setHorizontalAlignments: style((word: keyof typeof HORIZONTAL | null) => ({
      horizontal: word === null ? "General" : HORIZONTAL[word],
    })),
    setVerticalAlignments: style((word: keyof typeof VERTICAL | null) => ({
      vertical: word === null ? "Bottom" : VERTICAL[word],
    })),
    setWraps: style((wrap: boolean) => ({ wrap })),
    setBorder: (...sides: readonly (boolean | null)[]) => {
      const [drawn] = sides;
      if (sides.length !== 6 || typeof drawn !== "boolean" || sides.some((side) => side !== drawn)) {
        throw new Error("The local Google Sheets draws all borders of a range or none.");
      }
      const line = { style: "Continuous", weight: "Thin", color: "#000000" };
      const borders = drawn ? { top: line, bottom: line, left: line, right: line } : {};
      book.write(() => restyle(grid, sheet, rect, { borders }));
      return range;
    },
    merge: () => {
      book.write(() => merge(grid, sheet, rect, false));
      return range;
    },
    breakApart: () => {
      book.write(() => unmerge(grid, sheet, rect));
      return range;
    },
    setDataValidation: (rule: object) => {
      book.write(() => {
        mustBeFormattable(grid, sheet, "Range.setDataValidation");
        putValidation(sheet, rect, validationBehind(rule));
        grid.record({ kind: "layout", sheetId: sheet.id });
      });
      return range;
    },
    clearDataValidations: () => {
      book.write(() => {
        sheet.validations = withoutValidation(sheet.validations, rect);
      });
      return range;
    },
    copyTo: (destination: object, type: string, transposed: boolean) => {
      if (transposed) throw new Error("The local Google Sheets does not transpose.");
      book.write(() => copyDown(place, placeOf(destination), type));
    },
    activate: () => {
      book.run(() => grid.select(sheet, rect));
      return range;
    },
    clear: () => {
      book.write(() => clear(grid, sheet, rect, "All"));
      return range;
    },
  });
  return keepPlace(range, place);
}

function formulas(grid: Grid, { sheet, rect }: RangePlace): string[][] {
  return tableOf(rect, (row, column) => {
    const content = sheet.content(row, column);
    return content?.kind === "formula" ? writeLocal(content.formula, grid.region) : "";
  });
}

function validationBehind(rule: object): BuiltValidation {
  const built = ruleBehind(rule);
  if (typeof built !== "object" || built === null || !("criterion" in built)) {
    throw new Error("Not a data validation.");
  }
  return built as BuiltValidation;
}

/** Copies looks or validations of one row into the rows of the destination. */
function copyDown(source: RangePlace, { sheet, rect }: RangePlace, type: string): void {
  if (rowCount(source.rect) !== 1) throw new Error("The local Google Sheets copies one row only.");
  for (let row = rect.top; row <= rect.bottom; row += 1) {
    if (type === "PASTE_FORMAT") {
      sheet.restyle({ ...rect, top: row, bottom: row }, (_style, _row, column) =>
        source.sheet.style(source.rect.top, column),
      );
    } else if (type === "PASTE_DATA_VALIDATION") {
      for (let column = rect.left; column <= rect.right; column += 1) {
        const found = validationOf(source.sheet.validations, rectOf(source.rect.top, column));
        if (found === "none" || found === "mixed") continue;
        if (sheet.validations.some((one) => intersection(one.rect, rectOf(row, column)))) continue;
        sheet.validations = [...sheet.validations, { ...found, rect: rectOf(row, column) }];
      }
    } else throw new Error(`The local Google Sheets does not copy ${type}.`);
  }
}
