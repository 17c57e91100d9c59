import { eachIndicator, indicatorKey } from "../../src/forms/indicators.js";
import type { Edition } from "../../src/forms/schema.js";
import type { Table } from "../../src/forms/table-schema.js";
import { findTable, isNumberColumn, labelColumn } from "../../src/forms/tables.js";
import type { Report } from "../../src/report/report.js";
import { readTableCell } from "../../src/report/table-reading.js";
import type { RowCells, TableCell, TableReport } from "../../src/report/table-report.js";
import type { CellValue } from "../../src/values/cell.js";
import { toSerial } from "../../src/values/day.js";
import { cut, roundHalfUp } from "../../src/values/tolerance.js";
import { Chance, shares, type TableRowValues, within } from "./chance.js";
import { furtherTables } from "./consistent-tables.js";
import { type Office, office } from "./office.js";
import { buildReport, type TypedValues } from "./report-builder.js";
import { edition } from "./report-data.js";

/** One consistent report: forms and tables that agree with one another as those of a careful office do. */
export interface Consistent {
  readonly values: TypedValues;
  readonly tables: Readonly<Record<string, readonly TableRowValues[]>>;
}

function periodicRows(work: Office, chance: Chance, id: string): Record<string, number> {
  const [tasks1 = 0, tasks2 = 0, tasks3 = 0] = shares(chance, work.ordered, 3);
  const [self1 = 0, self2 = 0, self3 = 0] = shares(chance, 4, 3);
  const own = chance.int(0, 3);
  const problems = within(chance, 12);
  const petitions = within(chance, 9);
  const { higher } = work;
  // Only this edition prints the rows of all levels, which add up with the commune's.
  const addsUp = higher !== null && id !== "hai-duong-2022" && id !== "two-tier-2025";
  const allProcedures = work.procedures + (addsUp ? higher.province + higher.district : 0);
  const received = work.total("online") + work.total("direct") - work.offline;
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const punished = chance.yes(5) ? [1, within(chance, 1)] : [0, 0];
  const rows: Record<string, number> = {
    ...{ "1/2.1": work.plan, "1/2.2": work.planDone },
    ...{ "1/3.3.1": problems, "1/3.3.2": within(chance, problems) },
    ...{ "1/4.1": work.ordered, "1/4.2": tasks1, "1/4.3": tasks2, "1/4.4": tasks3 },
    ...{ "1/5": work.survey > 0 ? 1 : 0 },
    ...(work.survey > 0
      ? { "1/5.1": work.survey, "1/5.2": chance.int(0, 2) }
      : chance.yes()
        ? { "1/5.1": 0 }
        : {}),
    ...{ "3/1.1": within(chance, 5), "3/1.2": within(chance, 40), "3/1.3": within(chance, 40) },
    ...{ "3/1.4": allProcedures, "3/1.4.3": work.procedures },
    ...(chance.yes() ? { "3/1": allProcedures } : {}),
    ...{ "3/2.1": within(chance, 20), "3/2.2": within(chance, 40), "3/2.3": within(chance, work.procedures) },
    ...{ "3/3.3.1": resolved, "3/3.3.2": resolved - work.total("late") },
    ...{ "3/3.4.1": petitions, "3/3.4.2": within(chance, petitions) },
    ...{ "4/2.1": work.staff, "4/2.2": work.present, "4/2.3": within(chance, 3), "4/2.4": within(chance, 3) },
    ...{ "5/2.1": within(chance, 3), "5/2.2": within(chance, 2), "5/2.3": within(chance, 2) },
    ...{ "6/1.1": work.invested, "6/1.2": work.investedDone },
    ...{ "6/2.2": own, "6/2.3": chance.int(0, 2), "6/2.4": self1 + self2 + self3, "6/2.5": chance.int(0, 4) },
    ...{ "6/2.4.1": self1, "6/2.4.2": self2, "6/2.4.3": self3, "6/2.6": 0 },
    ...{ "7/6.4.1": work.eligible3, "7/6.4.2": work.online3, "7/6.4.3": work.used3 },
    ...{ "7/6.5.1": work.eligible4, "7/6.5.2": work.online4, "7/6.5.3": work.used4 },
    ...{ "7/6.6.1": work.online3 + work.online4, "7/6.6.2": within(chance, work.online3 + work.online4) },
    ...{ "7/6.7.1": received, "7/6.7.2": work.total("online") },
    ...{ "7/6.8.1": work.fees, "7/6.8.2": work.payable },
    "7/5.2": work.electronic,
  };
  const autonomous =
    (rows["6/2.2"] ?? 0) + (rows["6/2.3"] ?? 0) + (rows["6/2.4"] ?? 0) + (rows["6/2.5"] ?? 0);
  const { legal } = work;
  const duties = ["2.2", "3.2"].map((row) => [row, within(chance, 6)] as const);
  for (const [row, due] of duties) {
    rows[`2/${row}.1`] = due;
    rows[`2/${row}.2`] = within(chance, due);
  }
  if (id === "hai-duong-2022") {
    const [leaders = 0, others = 0] = punished;
    Object.assign(rows, {
      ...{ "2/1": legal, "2/1.3": legal, "6/2.1": autonomous, "7/5.2.3": work.electronic },
      ...{ "5/4": leaders + others, "5/4.3": leaders, "5/4.4": others },
    });
  } else {
    const approved = chance.int(work.staff - 3, work.staff);
    const [fitting = 0, other = 0] = shares(chance, Math.min(approved, work.present), 2);
    const [leaders = 0, others = 0] = punished;
    if (addsUp) {
      const [resolvedThere, inTime] = [chance.int(1, 900), chance.int(0, 900)];
      Object.assign(rows, {
        ...{ "3/1.4.1": higher.province, "3/1.4.2": higher.district, "2/2.1": 0, "2/3.1": within(chance, 9) },
        ...{ "3/3.2.1": resolvedThere, "3/3.2.2": Math.min(resolvedThere, inTime) },
        ...{ "2/1.1": 2, "3/3.1.1": 0, "3/3.1.2": 0, "3/3.1": 0 },
      });
    }
    Object.assign(rows, {
      ...{
        "2/1": legal + (rows["2/1.1"] ?? 0),
        "2/1.2": legal,
        "6/2": autonomous,
        "7/5.2.1": work.electronic,
      },
      ...{ "1/3.1": within(chance, 9), "1/3.2": within(chance, 30), "4/1.2": within(chance, 3) },
      ...{ "4/3.1": work.partTime, "4/3.2": work.partTimePresent, "4/3.3": within(chance, 2) },
      ...{ "5/1.1": approved, "5/1.2": fitting, "5/1.3": other },
      ...{ "5/3": leaders + others, "5/3.1": leaders, "5/3.2": others },
    });
  }
  return rows;
}

function dinhHoaRows(work: Office, chance: Chance): Record<string, number> {
  const problems = within(chance, 12);
  const [tasks1 = 0, tasks2 = 0] = shares(chance, work.ordered, 2);
  const [self1 = 0, self2 = 0, self3 = 0] = shares(chance, 4, 3);
  const units = [chance.int(0, 3), chance.int(0, 2), self1 + self2 + self3, chance.int(0, 4)] as const;
  const received = work.total("online") + work.total("direct") - work.offline;
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const due = within(chance, 6);
  const leaders = chance.yes(5) ? 1 : 0;
  return {
    ...{
      "1/1.1.a": work.plan,
      "1/1.1.b": work.planDone,
      "1/1.2.3.a": problems,
      "1/1.2.3.b": within(chance, problems),
    },
    ...{
      "1/1.3.1": work.ordered,
      "1/1.3.2": tasks1,
      "1/1.3.3": tasks2,
      "1/1.4.1": work.survey,
      "1/1.4.2": 1,
    },
    ...{
      "2/2.1": work.legal,
      "2/2.3": within(chance, 9),
      "2/2.4.a": due,
      "2/2.4.b": within(chance, due),
    },
    ...{ "3/3.1.1": within(chance, 40), "3/3.1.2": within(chance, 40), "3/3.1.3": work.procedures },
    ...{ "3/3.1.3.b": work.procedures },
    ...{ "3/3.2.1.a": work.eligible3, "3/3.2.1.b": work.online3, "3/3.2.1.c": work.used3 },
    ...{ "3/3.2.2.a": work.eligible4, "3/3.2.2.b": work.online4, "3/3.2.2.c": work.used4 },
    ...{ "3/3.2.3.a": work.online3 + work.online4, "3/3.2.3.b": within(chance, work.online3 + work.online4) },
    ...{ "3/3.2.4.a": received, "3/3.2.4.b": work.total("online") },
    ...{ "3/3.2.5.a": work.fees, "3/3.2.5.b": work.payable },
    ...{
      "3/3.3.1": within(chance, 20),
      "3/3.3.2": within(chance, 40),
      "3/3.3.3": within(chance, work.procedures),
    },
    ...{ "3/3.4.2.a": resolved, "3/3.4.2.b": resolved - work.total("late") },
    ...{
      "4/4.2.1": work.staff,
      "4/4.2.2": work.present,
      "4/4.2.3": within(chance, 3),
      "4/4.2.4": within(chance, 3),
    },
    ...{ "4/4.3.1": work.partTime, "4/4.3.2": work.partTimePresent, "4/4.3.3": within(chance, 2) },
    ...{ "5/5.2.1": within(chance, 3), "5/5.2.2": within(chance, 2), "5/5.2.3": within(chance, 2) },
    ...{ "5/5.4": leaders + within(chance, 1), "5/5.4.a": leaders },
    ...{ "6/6.1.a": work.invested, "6/6.1.b": work.investedDone },
    ...{ "6/6.2.1": units[0] + units[1] + units[2] + units[3], "6/6.2.2": units[0], "6/6.2.3": units[1] },
    ...{
      "6/6.2.4": units[2],
      "6/6.2.4.a": self1,
      "6/6.2.4.b": self2,
      "6/6.2.4.c": self3,
      "6/6.2.5": units[3],
    },
    ...{ "7/7.5.2.a": work.electronic, "7/7.5.2.b": roundHalfUp(100 - work.electronic, 2) },
  };
}

/** Fills what follows from the rows (ratios) and what stands by itself (choices, free ratios). */
function completed(of: Edition, rows: Record<string, number>, chance: Chance): TypedValues {
  const values: Record<string, number> = {};
  for (const { form, indicator } of eachIndicator(of)) {
    const key = indicatorKey(form.number, indicator.code);
    const known = rows[key];
    if (known !== undefined) values[key] = known;
    const given = indicator.kind === "ratio" && indicator.ratio !== undefined;
    if (known !== undefined || (indicator.subject !== "commune" && !given)) continue;
    if (indicator.kind === "choice") values[key] = chance.of(indicator.choices).value;
    if (indicator.kind !== "ratio") continue;
    const parts = indicator.ratio;
    if (parts === undefined) {
      if (indicator.reduction === undefined) values[key] = chance.of([100, 100, 0, 97.5, 10.25, 66.67]);
      continue;
    }
    const part = (code: string) => rows[indicatorKey(form.number, code)];
    const [numerator, denominator] = [part(parts.numerator), part(parts.denominator)];
    if (numerator === undefined || denominator === undefined) continue;
    if (denominator === 0) {
      if (chance.yes()) values[key] = 0;
    } else {
      const shorten = chance.yes() ? roundHalfUp : cut;
      values[key] = shorten((100 * numerator) / denominator, chance.int(0, 2));
    }
  }
  return values;
}

/** A consistent report of an edition, its tables with it. */
export function consistentReport(id: string, seed: number): Consistent {
  const chance = new Chance(seed);
  const work = office(chance);
  const tables = tableRows(work, chance);
  if (id === "dinh-hoa-2025") {
    return { values: completed(edition(id), dinhHoaRows(work, chance), chance), tables };
  }
  const rows: Record<string, number> = {
    ...periodicRows(work, chance, id),
    "1/1": tables.documents?.length ?? 0,
  };
  // Thousands of triệu đồng; the forms of Tứ Kỳ ask for tỷ.
  if (id === "tu-ky-2023" || id === "vinh-linh-2023") {
    rows["6/1.1"] = work.invested / 1000;
    rows["6/1.2"] = roundHalfUp((rows["6/1.2"] ?? 0) / 1000, 3);
  }
  const { "1/5.2": way, ...values } = completed(edition(id), rows, chance);
  return { values: work.survey > 0 && way !== undefined ? { ...values, "1/5.2": way } : values, tables };
}

function tableRows(work: Office, chance: Chance): Consistent["tables"] {
  const split = (total: number) => {
    const first = within(chance, total);
    return [first, total - first] as const;
  };
  const received = work.total("online") + work.total("direct") - work.offline;
  // A service that was used brought a dossier at least.
  const [more3, more4] = split(work.total("online") - work.used3 - work.used4);
  const online = [work.used3 + more3, work.used4 + more4] as const;
  const direct = split(received - work.total("online"));
  const used = [
    chance.int(work.used3, Math.min(work.online3, work.used3 + direct[0])),
    chance.int(work.used4, Math.min(work.online4, work.used4 + direct[1])),
  ] as const;
  const answers = shares(chance, work.survey, 2);
  const [very = 0, satisfied = 0] = answers;
  return {
    "dossiers-by-field": work.fields.map((one) => ({
      ...{ field: one.field, "received-online": one.online, "received-direct": one.direct },
      ...{ "received-carried": one.carried, "resolved-early": one.early, "resolved-on-time": one.onTime },
      ...{ "resolved-late": one.late, "progress-in-time": one.inTime, "progress-late": one.overdue },
    })),
    "online-services": [
      {
        ...{
          "level-3": work.online3,
          "level-4": work.online4,
          "level-3-used": used[0],
          "level-4-used": used[1],
        },
        ...{ "level-3-online": work.used3, "level-4-online": work.used4 },
        ...{ "dossiers-3-online": online[0], "dossiers-3": online[0] + direct[0] },
        ...{ "dossiers-4-online": online[1], "dossiers-4": online[1] + direct[1] },
        "dossiers-all": work.total("online") + work.total("direct"),
      },
    ],
    ...(work.survey > 0 && {
      satisfaction: [
        {
          ...{ form: "Phiếu giấy", "very-satisfied": very, satisfied },
          ...{ normal: work.survey - very - satisfied, "not-satisfied": 0 },
        },
      ],
    }),
    documents: register(chance),
    ...furtherTables(work, chance),
  };
}

/** Documents as offices number them: decisions apart, the rest together or each type by itself. */
function register(chance: Chance): readonly TableRowValues[] {
  const types = ["Kế hoạch", "Công văn", "Báo cáo", "Thông báo"];
  const together = chance.yes();
  const first = toSerial({ year: 2023, month: 6, day: 12 });
  const rows: TableRowValues[] = [];
  const next = new Map<string, number>();
  let day = first;
  for (let i = 0; i < chance.int(4, 25); i++) {
    day += chance.int(0, 3);
    // Offices issue nothing on Sundays.
    if (day % 7 === 1) day += 1;
    const type = chance.yes(4) ? "Quyết định" : chance.of(types);
    const series = type === "Quyết định" || !together ? type : "";
    const number = (next.get(series) ?? chance.int(1, 60)) + chance.int(1, 6);
    next.set(series, number);
    rows.push({
      ...{ type, number, symbol: type === "Quyết định" ? "QĐ-UBND" : "UBND" },
      ...{ date: day, subject: `Về việc ${i}` },
      ...(type === "Kế hoạch" && chance.yes(4) && { subject: `Kế hoạch CCHC năm ${chance.int(2023, 2024)}` }),
      ...(chance.yes(6) && { issuer: "Ban Chỉ đạo CCHC", symbol: `BCĐ-${type[0]}`, number: 1000 + i }),
    });
  }
  return rows;
}

export interface BuildOptions {
  /** True for ratios and sums as the sheets work them out; false for a report that somebody typed whole. */
  readonly formulas: boolean;
  readonly tables: boolean;
}

/** The report as the product would read it from a workbook. */
export function buildConsistent(id: string, { values, tables }: Consistent, options: BuildOptions): Report {
  const info = { from: { year: 2023, month: 6, day: 10 }, to: { year: 2023, month: 9, day: 9 }, year: 2023 };
  const report = buildReport(id, values, info);
  const cells = new Map(report.values);
  if (options.formulas) {
    for (const { form, indicator } of eachIndicator(report.edition)) {
      const key = indicatorKey(form.number, indicator.code);
      const cell = cells.get(key);
      const parts = indicator.kind === "ratio" ? indicator.ratio : undefined;
      if (cell === undefined || parts === undefined) continue;
      const number = (code: string) => values[indicatorKey(form.number, code)];
      const [numerator, denominator] = [number(parts.numerator), number(parts.denominator)];
      const known = typeof numerator === "number" && typeof denominator === "number" && denominator !== 0;
      const value = known ? roundHalfUp((100 * numerator) / denominator, 2) : null;
      cells.set(key, {
        ...cell,
        cell: { value, format: "General", formula: "ROUND(1,2)" },
        reading:
          value === null
            ? { kind: "blank" }
            : { kind: "number", value, decimals: 2, typed: null, alternative: null },
      });
    }
  }
  const filled = options.tables
    ? Object.entries(tables).flatMap(([table, rows]) => {
        const known = findTable(table);
        return known === null ? [] : [[table, buildTable(known, rows, options.formulas)] as const];
      })
    : [];
  return { ...report, values: cells, tables: new Map(filled) };
}

/** A table with these rows; its sums, differences, ratios and totals as its formulas work them out. */
export function buildTable(table: Table, rows: readonly TableRowValues[], formulas = true): TableReport {
  const built = rows.map((values, index) => ({
    kind: "record" as const,
    row: index + 1,
    cells: rowCells(table, values, 8 + index, false, formulas),
  }));
  if (table.total === undefined) return { table, sheet: table.sheet, rows: built, total: null };
  const totals: Record<string, number> = {};
  for (const column of table.columns) {
    if (!("total" in column) || column.total !== "sum") continue;
    const numbers = built.flatMap(({ cells }) => {
      const reading = cells.get(column.id)?.reading;
      return reading?.kind === "number" ? [reading.value] : [];
    });
    if (numbers.length > 0) totals[column.id] = numbers.reduce((sum, number) => sum + number, 0);
  }
  return { table, sheet: table.sheet, rows: built, total: rowCells(table, totals, 99, true, formulas) };
}

function rowCells(
  table: Table,
  values: TableRowValues,
  row: number,
  total: boolean,
  formulas: boolean,
): RowCells {
  const known: Record<string, CellValue> = { ...values };
  const number = (id: string) => (typeof known[id] === "number" ? Number(known[id]) : 0);
  const sum = (ids: readonly string[]) => ids.reduce((all, id) => all + number(id), 0);
  const computed = new Set<string>();
  for (let pass = 0; pass < 2; pass++) {
    for (const column of table.columns) {
      if (!isNumberColumn(column) || column.formula === undefined) continue;
      if (total && (!("total" in column) || column.total === "none")) continue;
      const { formula } = column;
      computed.add(column.id);
      if (formula.kind === "ratio") {
        const whole = sum(formula.denominator);
        known[column.id] = whole === 0 ? null : roundHalfUp((100 * sum(formula.numerator)) / whole, 2);
      } else if (!total) {
        known[column.id] = formula.kind === "sum" ? sum(formula.of) : number(formula.of) - sum(formula.minus);
      }
    }
  }
  const cells = new Map<string, TableCell>();
  table.columns.forEach((column, index) => {
    if (column.kind === "text" && column.role === "order") return;
    const value = known[column.id] ?? null;
    const formula =
      formulas && (computed.has(column.id) || (total && isNumberColumn(column))) ? "SUM(A1)" : "";
    const cell = { value, format: "General", formula };
    cells.set(column.id, {
      address: { sheet: table.sheet, row, column: index + 1 },
      cell,
      reading: readTableCell(cell, column, null),
    });
  });
  return total && labelColumn(table) === null ? new Map() : cells;
}
