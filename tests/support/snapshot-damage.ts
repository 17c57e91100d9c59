import type { Area } from "../../src/values/address.js";
import type { CellValue } from "../../src/values/cell.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot.js";

/** What officers and programs do to a workbook, done to a snapshot: a new one each time. */

/** Types into a cell; a formula there is gone. */
export function setCell(
  snapshot: WorkbookSnapshot,
  sheet: string,
  row: number,
  column: number,
  value: CellValue,
): WorkbookSnapshot {
  return changeSheet(snapshot, sheet, (found) => {
    const change = <T>(grid: readonly (readonly T[])[], item: T) =>
      grid.map((line, i) =>
        line.map((old, j) => (i + found.top === row && j + found.left === column ? item : old)),
      );
    return { ...found, values: change(found.values, value), formulas: change(found.formulas, "") };
  });
}

/** Changes every text of the forms' sheets. */
export function replaceTexts(snapshot: WorkbookSnapshot, change: (text: string) => string): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) =>
      /^(Biểu mẫu|Phụ lục)/.test(sheet.name)
        ? {
            ...sheet,
            values: sheet.values.map((line) =>
              line.map((value) => (typeof value === "string" ? change(value) : value)),
            ),
          }
        : sheet,
    ),
  };
}

export function renameSheet(snapshot: WorkbookSnapshot, from: string, to: string): WorkbookSnapshot {
  return changeSheet(
    changeNames(snapshot, (area) => (area.sheet === from ? { ...area, sheet: to } : area)),
    from,
    (sheet) => ({ ...sheet, name: to }),
  );
}

/** Deletes a sheet; its names stay and point nowhere. */
export function removeSheet(snapshot: WorkbookSnapshot, name: string): WorkbookSnapshot {
  const left = changeNames(snapshot, (area) => (area.sheet === name ? null : area));
  return { ...left, sheets: left.sheets.filter((sheet) => sheet.name !== name) };
}

/** Where a row or column stands after another was inserted before `at`. */
function afterInsertion(position: number, at: number): number {
  return position >= at ? position + 1 : position;
}

/** Inserts an empty row above a row. */
export function insertRow(snapshot: WorkbookSnapshot, sheet: string, row: number): WorkbookSnapshot {
  const moved = changeNames(snapshot, (area) =>
    area.sheet === sheet
      ? { ...area, top: afterInsertion(area.top, row), bottom: afterInsertion(area.bottom, row) }
      : area,
  );
  return changeSheet(moved, sheet, (found) => {
    const insert = <T>(grid: readonly (readonly T[])[], blank: T) => {
      const empty = (grid[0] ?? []).map(() => blank);
      return [...grid.slice(0, row - found.top), empty, ...grid.slice(row - found.top)];
    };
    return changeGrids(found, insert);
  });
}

/** Deletes a row; the names of its cells stay and point nowhere. */
export function removeRow(snapshot: WorkbookSnapshot, sheet: string, row: number): WorkbookSnapshot {
  const moved = changeNames(snapshot, (area) => {
    if (area.sheet !== sheet || area.top < row) return area;
    return area.top === row ? null : { ...area, top: area.top - 1, bottom: area.bottom - 1 };
  });
  return changeSheet(moved, sheet, (found) =>
    changeGrids(found, (grid) => grid.filter((_, i) => i + found.top !== row)),
  );
}

/** Inserts an empty column before a column. */
export function insertColumn(snapshot: WorkbookSnapshot, sheet: string, column: number): WorkbookSnapshot {
  const moved = changeNames(snapshot, (area) =>
    area.sheet === sheet
      ? { ...area, left: afterInsertion(area.left, column), right: afterInsertion(area.right, column) }
      : area,
  );
  return changeSheet(moved, sheet, (found) =>
    changeGrids(found, (grid, blank) =>
      grid.map((line) => [...line.slice(0, column - found.left), blank, ...line.slice(column - found.left)]),
    ),
  );
}

/** Deletes names altogether. */
export function removeNames(snapshot: WorkbookSnapshot, names: readonly string[]): WorkbookSnapshot {
  return { ...snapshot, names: snapshot.names.filter(({ name }) => !names.includes(name)) };
}

/** Points a name to another cell, of its own sheet unless another is given. */
export function moveName(
  snapshot: WorkbookSnapshot,
  wanted: string,
  to: { readonly sheet?: string; readonly row: number; readonly column: number },
): WorkbookSnapshot {
  return {
    ...snapshot,
    names: snapshot.names.map(({ name, area }) =>
      name === wanted && area !== null
        ? {
            name,
            area: {
              sheet: to.sheet ?? area.sheet,
              top: to.row,
              bottom: to.row,
              left: to.column,
              right: to.column,
            },
          }
        : { name, area },
    ),
  };
}

function changeGrids(
  sheet: SheetSnapshot,
  change: <T>(grid: readonly (readonly T[])[], blank: T) => readonly (readonly T[])[],
): SheetSnapshot {
  return {
    ...sheet,
    values: change<CellValue>(sheet.values, null),
    formats: change(sheet.formats, "General"),
    formulas: change(sheet.formulas, ""),
  };
}

function changeSheet(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot,
): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  };
}

function changeNames(snapshot: WorkbookSnapshot, change: (area: Area) => Area | null): WorkbookSnapshot {
  return {
    ...snapshot,
    names: snapshot.names.map(({ name, area }) => ({ name, area: area === null ? null : change(area) })),
  };
}
