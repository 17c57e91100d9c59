import fc from "fast-check";
import { editionIds } from "../../src/forms/catalogue.js";
import { eachIndicator, indicatorKey, isFilled } from "../../src/forms/indicators.js";
import { findEdition } from "../../src/forms/library.js";
import type { Edition } from "../../src/forms/schema.js";
import type { Column, Table } from "../../src/forms/table-schema.js";
import { allTables } from "../../src/forms/tables.js";
import type { Report } from "../../src/report/report.js";
import { readTableCell } from "../../src/report/table-reading.js";
import type { RowCells, TableReport, TableRow } from "../../src/report/table-report.js";
import { roundHalfUp } from "../../src/values/tolerance.js";
import { buildReport, type TypedValues } from "../support/report-builder.js";

/** Reports of every edition, forms, tables and registers, right or wrong in whatever way. */

const editions = editionIds()
  .map((id) => findEdition(id))
  .filter((edition) => edition !== null);

/** Numbers near one another, so that parts fit their wholes, miss them by one, or are far too large. */
const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 99, 100, 3985, 4000, 89_999, 90_000),
  fc.integer({ min: 0, max: 120 }),
);
const share = fc.constantFrom(0, 50, 88, 98.16, 98.17, 99.63, 99.99, 100);

function formsOf(edition: Edition): fc.Arbitrary<TypedValues> {
  const rows = [...eachIndicator(edition)].filter(({ indicator }) => isFilled(indicator));
  const cells = rows.map(({ form, indicator }) => {
    const key = indicatorKey(form.number, indicator.code);
    const value =
      indicator.kind === "choice"
        ? fc.constantFrom(...indicator.choices.map((choice) => choice.value))
        : indicator.kind === "ratio"
          ? share
          : number;
    return fc.oneof(
      { weight: 4, arbitrary: value.map((typed): TypedValues => ({ [key]: typed })) },
      { weight: 1, arbitrary: fc.constant<TypedValues>({}) },
    );
  });
  return fc.tuple(...cells).map((typed) => Object.assign({}, ...typed));
}

type Typed = string | number | null;
type TypedRow = Readonly<Record<string, Typed>>;

/** Words without a digit: what stands in a sentence beside numbers is then a number's. */
const WORDS = [
  "Hộ tịch",
  "Chứng thực",
  "Đất đai",
  "Rà soát quy trình",
  "nâng cao chất lượng",
  "Về việc kiểm tra",
];

function typedIn(column: Column): fc.Arbitrary<Typed> {
  const blank = fc.constant<Typed>(null);
  switch (column.kind) {
    case "choice":
      return fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom<Typed>(...column.choices) },
        { weight: 1, arbitrary: blank },
      );
    case "date":
      return fc.oneof(fc.integer({ min: 45_000, max: 45_400 }), blank);
    case "percent":
      return fc.oneof(share, blank);
    case "text":
      if (column.role === "order") return blank;
      return column.id === "number"
        ? fc.constantFrom<Typed>("13", "21a", "61/2018", null)
        : column.id === "symbol"
          ? fc.constantFrom<Typed>("KH-UBND", "QC/TU", null)
          : fc.oneof(fc.constantFrom<Typed>(...WORDS), blank);
    default:
      return fc.oneof({ weight: 4, arbitrary: number }, { weight: 1, arbitrary: blank });
  }
}

/** Rows as an officer might fill them; `right` ones have their formulas' results and totals. */
function tableOf(table: Table, right: boolean): fc.Arbitrary<TableReport> {
  const row = fc.record(Object.fromEntries(table.columns.map((column) => [column.id, typedIn(column)])));
  const most = table.body.kind === "one" ? 1 : 5;
  return fc
    .tuple(fc.array(row, { minLength: 1, maxLength: most }), row)
    .map(([rows, total]) =>
      builtTable(table, right ? rows.map((each) => worked(table, each)) : rows, right ? null : total),
    );
}

/** A row with what its columns' formulas make of the others. */
function worked(table: Table, typed: TypedRow): TypedRow {
  const row: Record<string, Typed> = { ...typed };
  const sum = (ids: readonly string[]) => ids.reduce((all, id) => all + Number(row[id] ?? 0), 0);
  for (const column of table.columns) {
    const formula = "formula" in column ? column.formula : undefined;
    if (formula?.kind === "sum") row[column.id] = sum(formula.of);
    if (formula?.kind === "difference") {
      row[column.id] = Math.max(0, sum([formula.of]) - sum(formula.minus));
    }
  }
  for (const column of table.columns) {
    if (column.kind !== "percent" || column.formula === undefined) continue;
    const whole = sum(column.formula.denominator);
    row[column.id] = whole === 0 ? null : roundHalfUp((100 * sum(column.formula.numerator)) / whole, 2);
  }
  return row;
}

/** @param total what stands in the total row; null for the sums of the rows */
function builtTable(table: Table, rows: readonly TypedRow[], total: TypedRow | null): TableReport {
  const cells = (typed: TypedRow, at: number): RowCells =>
    new Map(
      table.columns.map((column, index) => {
        const cell = { value: typed[column.id] ?? null, format: "General", formula: "" };
        const address = { sheet: table.sheet, row: 10 + at, column: index + 1 };
        return [column.id, { address, cell, reading: readTableCell(cell, column, null) }];
      }),
    );
  const filled = rows.map(
    (typed, index): TableRow => ({ kind: "record", row: index + 1, cells: cells(typed, index + 1) }),
  );
  const sums = () => {
    const row: Record<string, Typed> = {};
    for (const column of table.columns) {
      if ("total" in column && column.total === "sum") {
        row[column.id] = rows.reduce((all, typed) => all + Number(typed[column.id] ?? 0), 0);
      }
    }
    return Object.fromEntries(
      Object.entries(worked(table, row)).filter(([id]) =>
        table.columns.some((column) => column.id === id && "total" in column && column.total !== "none"),
      ),
    );
  };
  return {
    table,
    sheet: table.sheet,
    rows: filled,
    total: table.total === undefined ? null : cells(total ?? sums(), rows.length + 1),
  };
}

function reportOf(edition: Edition, withTables: boolean): fc.Arbitrary<Report> {
  const info = { organization: "UBND xã A", superior: "UBND huyện B", year: 2024 };
  const tables = withTables
    ? fc
        .tuple(fc.subarray([...allTables()], { maxLength: 7 }), fc.boolean())
        .chain(([chosen, right]) => fc.tuple(...chosen.map((table) => tableOf(table, right))))
    : fc.constant<readonly TableReport[]>([]);
  return fc
    .tuple(fc.constantFrom("quarter-1", "half-year", "quarter-3", "year"), formsOf(edition), tables)
    .map(([period, forms, filled]) => ({
      ...buildReport(edition, forms, { ...info, period: period as "year" }),
      tables: new Map(filled.map((each) => [each.table.id, each])),
    }));
}

/** Any report of any edition, its forms alone. */
export const anyForms: fc.Arbitrary<Report> = fc
  .constantFrom(...editions)
  .chain((edition) => reportOf(edition, false));

/** Any report of any edition with up to seven of its tables and registers. */
export const anyReport: fc.Arbitrary<Report> = fc
  .constantFrom(...editions)
  .chain((edition) => reportOf(edition, true));
