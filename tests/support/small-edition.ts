import { type Edition, editionSchema, type Indicator } from "../../src/forms/schema.js";
import { type Table, tableSchema } from "../../src/forms/table-schema.js";
import type { Report } from "../../src/report/report.js";
import { buildTable } from "./consistent.js";
import { buildReport, type TypedValues } from "./report-builder.js";

/** Editions and tables of a few rows, for tests that say one thing of each. */

/** As the files write them, without what they all say. */
type Row = { readonly code: string; readonly kind?: Indicator["kind"] } & Readonly<Record<string, unknown>>;
type Column = { readonly id: string; readonly kind?: string } & Readonly<Record<string, unknown>>;

/** An edition with one form of these rows, counts unless they say otherwise. */
export function smallEdition(
  rows: readonly Row[],
  { rules = [], tables = [] }: { rules?: readonly unknown[]; tables?: readonly unknown[] } = {},
): Edition {
  const words = ["code", "label", "labelNote", "result", "unit", "value", "note"];
  return editionSchema.parse({
    ...{ id: "small", name: "Bộ nhỏ", superior: "UBND huyện", outlines: ["periodic"] },
    source: { status: "proposed", basis: "các bài thử" },
    columns: Object.fromEntries(words.map((word) => [word, word])),
    periods: [
      {
        ...{ id: "quarter-1", name: "Quý I" },
        ...{ from: { day: 1, month: 1, year: 0 }, to: { day: 31, month: 3, year: 0 } },
      },
    ],
    forms: [
      {
        ...{ number: 1, title: "Biểu mẫu nhỏ" },
        indicators: rows.map(({ kind = "count", ...row }) => ({
          ...{ kind, label: `Dòng ${row.code}` },
          ...(kind === "heading" ? {} : { span: "period", optional: true }),
          ...(kind === "heading" || kind === "choice" ? {} : { unit: kind === "ratio" ? "%" : "số" }),
          ...row,
        })),
      },
    ],
    rules,
    tables,
  });
}

/** `relation("1/1", "<=", "1/2")`, an error unless it says otherwise. */
export function relation(left: string, operator: string, right: string, severity = "error") {
  const name = `${left} ${operator} ${right}`
    .replace("<=", "within")
    .replace(">=", "above")
    .replace("=", "equals")
    .replace(/[^a-z0-9]+/g, "-");
  const side = (sum: string) => ({ sum: sum.split(" + ") });
  return { name, left: side(left), operator, right: side(right), severity, says: "Vì thế." };
}

/** A table of these columns, counts unless they say otherwise, behind one that says what a row is about. */
export function smallTable(columns: readonly Column[], more: Readonly<Record<string, unknown>> = {}): Table {
  return tableSchema.parse({
    ...{ id: "small", sheet: "Bảng nhỏ", title: "Bảng nhỏ", section: "I.1", total: "Tổng" },
    body: { kind: "many", spare: 3 },
    columns: [
      { id: "name", kind: "text", role: "label", path: ["Tên"], width: 20 },
      ...columns.map(({ kind = "count", ...column }) => ({
        ...{ kind, path: [column.id], width: 10 },
        ...(kind === "text" ? {} : { unit: kind === "percent" ? "%" : "số" }),
        ...column,
      })),
    ],
    ...more,
  });
}

/** A report with these values and these rows in tables; sums, shares and totals of the tables by formulas where asked. */
export function smallReport(
  edition: Edition,
  values: TypedValues,
  tables: readonly (readonly [Table, Parameters<typeof buildTable>[1]])[] = [],
  formulas = false,
): Report {
  const built = tables.map(([table, rows]) => [table.id, buildTable(table, rows, formulas)] as const);
  return { ...buildReport(edition, values), tables: new Map(built) };
}
