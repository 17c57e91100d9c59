import type { CellValue } from "../../src/values/cell.js";
import type { Culture } from "../../src/values/culture.js";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/plan.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot.js";

export interface SnapshotOptions {
  /** What was typed, by the cell's defined name; it replaces a planned formula. */
  readonly typed?: Readonly<Record<string, CellValue>>;
  /** Results of planned formulas, by the cell's defined name; the others have none (null). */
  readonly computed?: Readonly<Record<string, CellValue>>;
  readonly culture?: Culture | null;
}

/** What a host would capture from a workbook written by a plan, without any host. Evaluates nothing. */
export function snapshotOf(plan: WorkbookPlan, options: SnapshotOptions = {}): WorkbookSnapshot {
  const { typed = {}, computed = {}, culture = null } = options;
  const known = new Set(plan.names.map((name) => name.name));
  for (const name of [...Object.keys(typed), ...Object.keys(computed)]) {
    if (!known.has(name)) throw new Error(`The plan has no name ${name}`);
  }
  return {
    sheets: plan.sheets.map((sheet) => sheetOf(plan, sheet, typed, computed)),
    names: plan.names,
    culture,
  };
}

function sheetOf(
  plan: WorkbookPlan,
  sheet: SheetPlan,
  typed: Readonly<Record<string, CellValue>>,
  computed: Readonly<Record<string, CellValue>>,
): SheetSnapshot {
  const nameOf = new Map(
    plan.names
      .filter((name) => name.area.sheet === sheet.name)
      .map((name) => [`${name.area.top}:${name.area.left}`, name.name]),
  );
  const planned = new Map(sheet.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const rows = Math.max(...sheet.cells.map((cell) => cell.row));
  const columns = Math.max(...sheet.cells.map((cell) => cell.column));
  const grid = <T>(pick: (cell: CellPlan | undefined, name: string) => T): readonly (readonly T[])[] =>
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => {
        const place = `${i + 1}:${j + 1}`;
        return pick(planned.get(place), nameOf.get(place) ?? "");
      }),
    );
  return {
    name: sheet.name,
    visible: true,
    protected: false,
    top: 1,
    left: 1,
    values: grid((cell, name) => typed[name] ?? valueOfContent(cell, computed[name] ?? null)),
    formats: grid((cell) => cell?.style.numberFormat ?? "General"),
    formulas: grid((cell, name) =>
      cell?.content.kind === "formula" && !(name in typed) ? `=${cell.content.formula}` : "",
    ),
  };
}

function valueOfContent(cell: CellPlan | undefined, result: CellValue): CellValue {
  switch (cell?.content.kind) {
    case "text":
      return cell.content.text;
    case "number":
      return cell.content.number;
    case "formula":
      return result;
    default:
      return null;
  }
}
