import type { Edition } from "../../../src/forms/schema.js";
import { INFO_SHEET } from "../../../src/forms/sheet-names.js";
import type { CellValue } from "../../../src/values/cell.js";
import { parseName } from "../../../src/workbook/layout/names.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { snapshotOf } from "../../support/plan-snapshot.js";

/** A workbook without names whose cells can be moved about; result cells remember what they are. */
export interface LooseBook {
  readonly sheets: LooseSheet[];
}

export interface LooseSheet {
  name: string;
  rows: LooseRow[];
}

export type LooseRow = LooseCell[];

export interface LooseCell {
  value: CellValue;
  format: string;
  /** `3/3.3.1` for the result cell of that row of the edition. */
  readonly truth: string | null;
}

export function blankCell(value: CellValue = null): LooseCell {
  return { value, format: "General", truth: null };
}

/** Columns of a fresh form. */
export const CODE = 0;
export const LABEL = 1;
export const UNIT = 2;
export const VALUE = 3;

const fresh = new WeakMap<Edition, WorkbookSnapshot>();

/** The forms of an edition as the official print has them, with no name and no information sheet. */
export function bareBook(edition: Edition): LooseBook {
  const snapshot = fresh.get(edition) ?? snapshotOf(planReportWorkbook(edition));
  fresh.set(edition, snapshot);
  const truths = new Map<string, string>();
  for (const { name, area } of snapshot.names) {
    const thing = parseName(name);
    if (thing?.kind !== "indicator" || area === null) continue;
    truths.set(`${area.sheet}!${area.top}:${area.left}`, `${thing.form}/${thing.code}`);
  }
  const sheets = snapshot.sheets
    .filter(({ name }) => name !== INFO_SHEET)
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.values.map((line, i) =>
        line.map((value, j) => ({
          value,
          format: sheet.formats[i]?.[j] ?? "General",
          truth: truths.get(`${sheet.name}!${i + 1}:${j + 1}`) ?? null,
        })),
      ),
    }));
  return { sheets };
}

/** The book as a host would capture it: nothing but cells. */
export function captured(book: LooseBook): WorkbookSnapshot {
  return {
    names: [],
    culture: null,
    sheets: book.sheets.map(({ name, rows }) => {
      const width = Math.max(1, ...rows.map((row) => row.length));
      const grid = <T>(pick: (cell: LooseCell | undefined) => T) =>
        rows.map((row) => Array.from({ length: width }, (_, j) => pick(row[j])));
      return {
        name,
        visible: true,
        protected: false,
        top: 1,
        left: 1,
        values: grid((cell) => cell?.value ?? null),
        formats: grid((cell) => cell?.format ?? "General"),
        formulas: grid(() => ""),
      };
    }),
  };
}

/** Where each row's result cell stands now: `Biểu mẫu 3!20:4` by `3/3.3.1`. */
export function truthOf(book: LooseBook): ReadonlyMap<string, string> {
  return new Map(
    book.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row, i) =>
        row.flatMap(({ truth }, j) =>
          truth === null ? [] : [[truth, `${name}!${i + 1}:${j + 1}`] as const],
        ),
      ),
    ),
  );
}

/** True for rows of the form itself, false for captions, headers and whatever was put in. */
export function isFormRow(row: LooseRow): boolean {
  return row.some(({ truth }) => truth !== null);
}
