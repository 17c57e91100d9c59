import type { Content, GridCell } from "./cell.js";
import { withSheets } from "./charts.js";
import { conditionFormula } from "./conditions.js";
import { readFormula } from "./formula.js";
import type { Grid } from "./grid.js";
import type { DefinedName } from "./names.js";
import type { Sheet } from "./sheet.js";
import type { CellStyle } from "./style.js";

/** A whole workbook as plain JSON, so that a page can keep it over a reload. */
interface Snapshot {
  readonly name: string;
  readonly title: string;
  /** Id of the sheet in front. */
  readonly activeId: string;
  /** Styles, each once; cells point at them by index. */
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly (Omit<DefinedName, "formula"> & { readonly formula: string })[];
}

/** Key, constant or formula (with `=`), index of the style or -1. */
type CellSnapshot = readonly [
  key: number,
  content: { c: string | number | boolean } | { f: string } | null,
  style: number,
];

type Plain = Omit<
  { [K in keyof Sheet as Sheet[K] extends (...args: never[]) => unknown ? never : K]: Sheet[K] },
  | "cells"
  | "rowHeights"
  | "columnWidths"
  | "hiddenRows"
  | "hiddenColumns"
  | "rowStyles"
  | "columnStyles"
  | "conditions"
>;

interface SheetSnapshot extends Plain {
  readonly cellList: readonly CellSnapshot[];
  readonly rowHeightList: readonly (readonly [number, number])[];
  readonly columnWidthList: readonly (readonly [number, number])[];
  readonly hiddenRowList: readonly number[];
  readonly hiddenColumnList: readonly number[];
  readonly rowStyleList: readonly (readonly [number, CellStyle])[];
  readonly columnStyleList: readonly (readonly [number, CellStyle])[];
  readonly conditionList: readonly (Omit<Sheet["conditions"][number], "formula"> & {
    readonly formula: string | null;
  })[];
}

/** Takes a snapshot of a workbook. */
export function takeSnapshot(grid: Grid): Snapshot {
  const styles: CellStyle[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (style: CellStyle): number => {
    const key = JSON.stringify(style);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, styles.length);
    return styles.push(style) - 1;
  };
  return {
    name: grid.name,
    title: grid.title,
    activeId: grid.activeId,
    sheets: grid.sheets.map((sheet) => sheetSnapshot(sheet, indexOf)),
    names: grid.names.map((one) => ({ ...one, formula: one.formula.text })),
    styles,
  };
}

function sheetSnapshot(sheet: Sheet, indexOf: (style: CellStyle) => number): SheetSnapshot {
  const {
    cells,
    rowHeights,
    columnWidths,
    hiddenRows,
    hiddenColumns,
    rowStyles,
    columnStyles,
    conditions,
    ...plain
  } = sheet;
  return {
    ...plain,
    cellList: [...cells].map(([key, cell]) => [
      key,
      contentSnapshot(cell.content),
      cell.style ? indexOf(cell.style) : -1,
    ]),
    rowHeightList: [...rowHeights],
    columnWidthList: [...columnWidths],
    hiddenRowList: [...hiddenRows],
    hiddenColumnList: [...hiddenColumns],
    rowStyleList: [...rowStyles],
    columnStyleList: [...columnStyles],
    conditionList: conditions.map((one) => ({ ...one, formula: one.formula?.text ?? null })),
  };
}

function contentSnapshot(content: Content | null): CellSnapshot[1] {
  if (!content) return null;
  return content.kind === "constant" ? { c: content.value } : { f: content.formula.text };
}

/** Puts a workbook back from its snapshot, as opening it does. */
export function restoreSnapshot(grid: Grid, snapshot: Snapshot): void {
  const ids = new Map<string, string>();
  const sheets = snapshot.sheets.map((saved) => {
    const sheet = restoreSheet(grid.newSheet(saved.name), saved, snapshot.styles);
    ids.set(saved.id, sheet.id);
    return sheet;
  });
  for (const sheet of sheets) sheet.charts = withSheets(sheet.charts, (id) => ids.get(id) ?? null);
  const names = snapshot.names.flatMap((saved): DefinedName[] => {
    const formula = readFormula(saved.formula);
    const sheetId = saved.sheetId === null ? null : (ids.get(saved.sheetId) ?? null);
    return formula ? [{ ...saved, formula, sheetId }] : [];
  });
  grid.name = snapshot.name;
  grid.title = snapshot.title;
  grid.replaceWith(sheets, names, ids.get(snapshot.activeId));
}

function restoreSheet(sheet: Sheet, saved: SheetSnapshot, styles: readonly CellStyle[]): Sheet {
  const {
    id: _,
    cellList,
    rowHeightList,
    columnWidthList,
    hiddenRowList,
    hiddenColumnList,
    rowStyleList,
    columnStyleList,
    conditionList,
    ...plain
  } = saved;
  const restored = Object.assign(sheet, plain);
  restored.cells = new Map(
    cellList.map(([key, content, style]) => [key, restoreCell(content, styles[style] ?? null)]),
  );
  restored.rowHeights = new Map(rowHeightList);
  restored.columnWidths = new Map(columnWidthList);
  restored.hiddenRows = new Set(hiddenRowList);
  restored.hiddenColumns = new Set(hiddenColumnList);
  restored.rowStyles = new Map(rowStyleList);
  restored.columnStyles = new Map(columnStyleList);
  restored.conditions = conditionList.map((one) => ({
    ...one,
    formula: one.formula === null ? null : conditionFormula(one.formula),
  }));
  return restored;
}

function restoreCell(content: CellSnapshot[1], style: CellStyle | null): GridCell {
  if (!content) return { content: null, style };
  if ("c" in content) return { content: { kind: "constant", value: content.c }, style };
  const formula = readFormula(content.f);
  return { content: formula && { kind: "formula", formula, result: null }, style };
}
