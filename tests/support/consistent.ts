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
import type { TableRowValues } from "./chance.js";
import { furtherTables } from "./consistent-tables.js";
import { type Draws, FirstDraws, perCent, seldom, shares, size, within } from "./draws.js";
import { type Office, office } from "./office.js";
import { buildReport, type TypedValues } from "./report-builder.js";
import { edition } from "./report-data.js";

/** One consistent report: forms and tables that agree with one another as those of a careful office do. */
export interface Consistent {
  readonly values: TypedValues;
  readonly tables: Readonly<Record<string, readonly TableRowValues[]>>;
  /** The per cents of the forms that are worked out, each as it may be written: rounded or cut. */
  readonly written: readonly Written[];
}

/** Rows of the forms that say the same share of two numbers. */
export interface Written {
  readonly keys: readonly string[];
  readonly part: number;
  readonly whole: number;
}

/** The ways to write a share in per cent: rounded or cut, to so many decimals. */
export function writings(part: number, whole: number): readonly number[] {
  if (whole === 0) return [0];
  const exact = (100 * part) / whole;
  return [0, 1, 2].flatMap((decimals) => [roundHalfUp(exact, decimals), cut(exact, decimals)]);
}

/** Editions whose forms ask for tỷ đồng; the others have triệu. */
const BILLIONS: ReadonlySet<string> = new Set(["tu-ky-2023", "vinh-linh-2023"]);

function periodicRows(work: Office, draws: Draws, id: string): Record<string, number> {
  const [tasks1 = 0, tasks2 = 0, tasks3 = 0] = shares(draws, work.ordered, 3);
  const [self1, self2, self3] = [size(draws, 0, 2), size(draws, 0, 2), size(draws, 0, 1)];
  const own = size(draws, 0, 3);
  const problems = size(draws, 0, 12);
  const petitions = size(draws, 0, 9);
  const { higher, legal, procedures, staff } = work;
  const received = work.total("online") + work.total("direct") - work.offline;
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const leaders = seldom(draws, 5, 1, staff);
  const others = seldom(draws, 5, 1, staff - leaders);
  const recruited = size(draws, 0, 3, staff);
  const rows: Record<string, number> = {
    ...{ "1/2.1": work.plan, "1/2.2": work.planDone },
    ...{ "1/3.3.1": problems, "1/3.3.2": within(draws, problems) },
    ...{ "1/4.1": work.ordered, "1/4.2": tasks1, "1/4.3": tasks2, "1/4.4": tasks3 },
    ...{ "1/5": work.survey > 0 ? 1 : 0 },
    ...(work.survey > 0
      ? { "1/5.1": work.survey, "1/5.2": draws.int(0, 2) }
      : draws.yes()
        ? { "1/5.1": 0 }
        : {}),
    ...{ "3/1.1": size(draws, 0, 5, procedures), "3/1.2": size(draws, 0, 40), "3/1.3": size(draws, 0, 40) },
    ...{ "3/1.4": procedures, "3/1.4.3": work.own },
    ...(draws.yes() ? { "3/1": procedures } : {}),
    ...{ "3/2.1": size(draws, 0, 20, procedures), "3/2.2": size(draws, 0, 40, procedures) },
    ...{ "3/2.3": size(draws, 0, work.own, procedures) },
    ...{ "3/3.3.1": resolved, "3/3.3.2": resolved - work.total("late") },
    ...{ "3/3.4.1": petitions, "3/3.4.2": within(draws, petitions) },
    ...{ "4/2.1": staff, "4/2.2": work.present },
    ...{ "4/2.3": size(draws, 0, 3), "4/2.4": size(draws, 0, 3, staff) },
    ...{ "5/2.1": recruited, "5/2.2": size(draws, 0, 2, staff - recruited) },
    "5/2.3": size(draws, 0, 2, staff),
    ...{
      "6/2.2": own,
      "6/2.3": size(draws, 0, 2),
      "6/2.4": self1 + self2 + self3,
      "6/2.5": size(draws, 0, 4),
    },
    ...{ "6/2.4.1": self1, "6/2.4.2": self2, "6/2.4.3": self3, "6/2.6": size(draws, 0, 0) },
    ...{ "7/6.4.1": work.eligible3, "7/6.4.2": work.online3, "7/6.4.3": work.used3 },
    ...{ "7/6.5.1": work.eligible4, "7/6.5.2": work.online4, "7/6.5.3": work.used4 },
    ...{ "7/6.6.1": work.online3 + work.online4, "7/6.6.2": within(draws, work.online3 + work.online4) },
    ...{ "7/6.7.1": received, "7/6.7.2": work.total("online") },
    ...{ "7/6.8.1": work.fees, "7/6.8.2": work.payable },
  };
  for (const row of ["2/2.2", "2/3.2"]) {
    const due = size(draws, 0, 6);
    rows[`${row}.1`] = due;
    rows[`${row}.2`] = within(draws, due);
  }
  const autonomous =
    (rows["6/2.2"] ?? 0) + (rows["6/2.3"] ?? 0) + (rows["6/2.4"] ?? 0) + (rows["6/2.5"] ?? 0);
  if (id === "hai-duong-2022") {
    return {
      ...rows,
      ...{ "2/1": legal, "2/1.3": legal, "6/2.1": autonomous },
      ...{ "5/4": leaders + others, "5/4.3": leaders, "5/4.4": others },
    };
  }
  const approved = size(draws, Math.max(0, staff - 3), staff, staff);
  const [fitting = 0, other = 0] = shares(draws, Math.min(approved, work.present), 2);
  return {
    ...rows,
    ...(higher !== null && higherRows(draws, higher)),
    ...{ "2/1.2": legal, "6/2": autonomous },
    ...{ "1/3.1": size(draws, 0, 9), "1/3.2": size(draws, 0, 30), "4/1.2": size(draws, 0, 3) },
    ...{ "4/3.1": work.partTime, "4/3.2": work.partTimePresent },
    "4/3.3": size(draws, 0, 2, work.partTime),
    ...{ "5/1.1": approved, "5/1.2": fitting, "5/1.3": other },
    ...{ "5/3": leaders + others, "5/3.1": leaders, "5/3.2": others },
    ...sumRow("2/1", legal, higher === null ? null : size(draws, 0, 3)),
  };
}

/** A total with the part of the district, where the office fills that. */
function sumRow(row: string, own: number, district: number | null): Record<string, number> {
  return { [row]: own + (district ?? 0), ...(district !== null && { [`${row}.1`]: district }) };
}

/** The rows of the province and the district. */
function higherRows(draws: Draws, higher: NonNullable<Office["higher"]>): Record<string, number> {
  const [here, there] = [size(draws, 0, 0), size(draws, 1, 900)];
  return {
    ...{ "3/1.4.1": higher.province, "3/1.4.2": higher.district },
    ...{ "2/2.1": size(draws, 0, 0), "2/3.1": size(draws, 0, 9) },
    ...{ "3/3.1.1": here, "3/3.1.2": within(draws, here) },
    ...{ "3/3.2.1": there, "3/3.2.2": within(draws, there) },
  };
}

function dinhHoaRows(work: Office, draws: Draws): Record<string, number> {
  const { staff, own: procedures } = work;
  const problems = size(draws, 0, 12);
  const [tasks1 = 0, tasks2 = 0] = shares(draws, work.ordered, 2);
  const [self1, self2, self3] = [size(draws, 0, 2), size(draws, 0, 2), size(draws, 0, 1)];
  const units = [size(draws, 0, 3), size(draws, 0, 2), self1 + self2 + self3, size(draws, 0, 4)] as const;
  const received = work.total("online") + work.total("direct") - work.offline;
  const resolved = work.total("early") + work.total("onTime") + work.total("late");
  const due = size(draws, 0, 6);
  const leaders = seldom(draws, 5, 1, staff);
  const recruited = size(draws, 0, 3, staff);
  const [paid, programme] = [size(draws, 4, 20), size(draws, 5, 40)];
  return {
    // The programme of five years, not the plan of the year that the table follows.
    ...{ "1/1.1.a": programme, "1/1.1.b": within(draws, programme) },
    ...{ "1/1.2.3.a": problems, "1/1.2.3.b": within(draws, problems) },
    ...{ "1/1.3.1": work.ordered, "1/1.3.2": tasks1, "1/1.3.3": tasks2 },
    ...{ "1/1.4.1": work.survey, "1/1.4.2": 1 },
    ...{ "2/2.1": work.legal, "2/2.3": size(draws, 0, 9) },
    ...{ "2/2.4.a": due, "2/2.4.b": within(draws, due) },
    ...{ "3/3.1.1": size(draws, 0, 40), "3/3.1.2": size(draws, 0, 40) },
    ...{ "3/3.1.3": procedures, "3/3.1.3.b": procedures },
    ...{ "3/3.2.1.a": work.eligible3, "3/3.2.1.b": work.online3, "3/3.2.1.c": work.used3 },
    ...{ "3/3.2.2.a": work.eligible4, "3/3.2.2.b": work.online4, "3/3.2.2.c": work.used4 },
    ...{ "3/3.2.3.a": work.online3 + work.online4, "3/3.2.3.b": within(draws, work.online3 + work.online4) },
    ...{ "3/3.2.4.a": received, "3/3.2.4.b": work.total("online") },
    ...{ "3/3.2.5.a": work.fees, "3/3.2.5.b": work.payable },
    ...{ "3/3.3.1": size(draws, 0, 20, procedures), "3/3.3.2": size(draws, 0, 40, procedures) },
    "3/3.3.3": within(draws, procedures),
    ...{ "3/3.4.2.a": resolved, "3/3.4.2.b": resolved - work.total("late") },
    ...{ "4/4.2.1": staff, "4/4.2.2": work.present },
    ...{ "4/4.2.3": size(draws, 0, 3), "4/4.2.4": size(draws, 0, 3, staff) },
    // People of public units, whom no table counts.
    ...{ "4/4.3.1": paid, "4/4.3.2": size(draws, Math.max(0, paid - 3), paid, paid) },
    "4/4.3.3": size(draws, 0, 2, paid),
    ...{ "5/5.2.1": recruited, "5/5.2.2": size(draws, 0, 2, staff - recruited) },
    "5/5.2.3": size(draws, 0, 2, staff),
    ...{ "5/5.4": leaders + size(draws, 0, 1), "5/5.4.a": leaders },
    ...{ "6/6.2.1": units[0] + units[1] + units[2] + units[3], "6/6.2.2": units[0], "6/6.2.3": units[1] },
    ...{ "6/6.2.4": units[2], "6/6.2.4.a": self1, "6/6.2.4.b": self2, "6/6.2.4.c": self3 },
    "6/6.2.5": units[3],
  };
}

/** Money of the tables, in đồng, as the forms have it: in triệu or tỷ, rounded or cut. */
function moneyRows(work: Office, draws: Draws, id: string): Record<string, number> {
  const shorten = draws.of([roundHalfUp, cut]);
  const unit = BILLIONS.has(id) ? 1e9 : 1e6;
  const decimals = BILLIONS.has(id) ? 3 : draws.int(0, 3);
  const [plan, done] = id === "dinh-hoa-2025" ? ["6/6.1.a", "6/6.1.b"] : ["6/1.1", "6/1.2"];
  return {
    [plan]: shorten(work.invested / unit, decimals),
    [done]: shorten(work.investedDone / unit, decimals),
  };
}

/** The rows that say how many documents go out without paper, and with paper beside. */
function electronicShares(work: Office, id: string): readonly Written[] {
  const [part, whole] = [work.electronic, work.outgoing];
  if (id === "dinh-hoa-2025") {
    return [
      { keys: ["7/7.5.2.a"], part, whole },
      { keys: ["7/7.5.2.b"], part: whole - part, whole },
    ];
  }
  return [{ keys: ["7/5.2", id === "hai-duong-2022" ? "7/5.2.3" : "7/5.2.1"], part, whole }];
}

/** Fills what follows from the rows (ratios) and what stands by itself (choices, free ratios). */
function completed(
  of: Edition,
  rows: Record<string, number>,
  draws: Draws,
  shared: readonly Written[],
): Pick<Consistent, "values" | "written"> {
  const values: Record<string, number> = {};
  const written = [...shared];
  for (const { form, indicator } of eachIndicator(of)) {
    const key = indicatorKey(form.number, indicator.code);
    const known = rows[key];
    if (known !== undefined) values[key] = known;
    const parts = indicator.kind === "ratio" ? indicator.ratio : undefined;
    if (known !== undefined || shared.some(({ keys }) => keys.includes(key))) continue;
    if (indicator.subject !== "commune" && parts === undefined) continue;
    if (indicator.kind === "choice") values[key] = draws.of(indicator.choices).value;
    if (indicator.kind !== "ratio") continue;
    if (parts === undefined) {
      if (indicator.reduction === undefined) values[key] = perCent(draws, FREE_SHARES);
      continue;
    }
    const [part, whole] = [parts.numerator, parts.denominator].map(
      (code) => rows[indicatorKey(form.number, code)],
    );
    if (part !== undefined && whole !== undefined) written.push({ keys: [key], part, whole });
  }
  for (const { keys, part, whole } of written) {
    const [way, isBlank] = [draws.int(0, 5), draws.yes()];
    const ways = writings(part, whole);
    // A share of nothing is 0 or left blank.
    const value = ways[way % ways.length] ?? 0;
    if (whole !== 0 || !isBlank) for (const key of keys) values[key] = value;
  }
  return { values, written };
}

/** Per cents that nothing else tells of. */
const FREE_SHARES = [100, 100, 0, 97.5, 10.25, 66.67] as const;

/** A consistent report of an edition, its tables with it. */
export function consistentReport(id: string, seed: number): Consistent {
  return reportOf(id, new FirstDraws(seed));
}

/** The report of the office whose numbers are drawn so. */
export function reportOf(id: string, draws: Draws): Consistent {
  // Only these editions print the rows of all levels, which add up with the commune's.
  const allLevels = id === "tu-ky-2023" || id === "vinh-linh-2023";
  const work = office(draws, allLevels);
  const tables = tableRows(work, draws, id);
  const isPeriodic = id !== "dinh-hoa-2025";
  const rows: Record<string, number> = {
    ...(isPeriodic ? periodicRows(work, draws, id) : dinhHoaRows(work, draws)),
    ...moneyRows(work, draws, id),
    ...(isPeriodic && { "1/1": tables.documents?.length ?? 0 }),
  };
  const { values: all, written } = completed(edition(id), rows, draws, electronicShares(work, id));
  if (!isPeriodic || work.survey > 0) return { values: all, tables, written };
  const { "1/5.2": _way, ...values } = all;
  return { values, tables, written };
}

function tableRows(work: Office, draws: Draws, id: string): Consistent["tables"] {
  const split = (total: number) => {
    const first = within(draws, total);
    return [first, total - first] as const;
  };
  const received = work.total("online") + work.total("direct") - work.offline;
  // A service that was used brought a dossier at least.
  const more = work.total("online") - work.used3 - work.used4;
  const [least3, most3] = [work.used4 === 0 ? more : 0, work.used3 === 0 ? 0 : more];
  const more3 = draws.amount((chance) => chance.int(least3, most3), least3, most3);
  const more4 = more - more3;
  const online = [work.used3 + more3, work.used4 + more4] as const;
  const direct = split(received - work.total("online"));
  const used = [
    work.used3 + within(draws, Math.min(work.online3 - work.used3, direct[0])),
    work.used4 + within(draws, Math.min(work.online4 - work.used4, direct[1])),
  ] as const;
  const [very = 0, satisfied = 0, normal = 0] = shares(draws, work.survey, 3);
  return {
    "dossiers-by-field": work.fields.map((one) => ({
      ...{ field: one.field, "received-online": one.online, "received-direct": one.direct },
      ...{ "received-carried": one.carried, "resolved-early": one.early, "resolved-on-time": one.onTime },
      ...{ "resolved-late": one.late, "progress-in-time": one.inTime, "progress-late": one.overdue },
    })),
    "online-services": [
      {
        ...{ "level-3": work.online3, "level-4": work.online4 },
        ...{ "level-3-used": used[0], "level-4-used": used[1] },
        ...{ "level-3-online": work.used3, "level-4-online": work.used4 },
        ...{ "dossiers-3-online": online[0], "dossiers-3": online[0] + direct[0] },
        ...{ "dossiers-4-online": online[1], "dossiers-4": online[1] + direct[1] },
        "dossiers-all": work.total("online") + work.total("direct"),
      },
    ],
    // Not every office that asks the people keeps a table of the answers.
    ...(!draws.yes(4) && {
      satisfaction: [
        {
          ...{ form: "Phiếu giấy", "very-satisfied": very, satisfied, normal },
          "not-satisfied": work.survey - very - satisfied - normal,
        },
      ],
    }),
    documents: register(draws),
    ...furtherTables(work, draws, id),
  };
}

/** Documents as offices number them: decisions apart, the rest together or each type by itself. */
function register(draws: Draws): readonly TableRowValues[] {
  const together = draws.yes();
  const first = toSerial({ year: 2023, month: 6, day: 12 });
  const rows: TableRowValues[] = [];
  const next = new Map<string, number>();
  let day = first;
  const count = draws.int(4, 25);
  for (let i = 0; i < count; i++) {
    day += draws.int(0, 3);
    // Offices issue nothing on Sundays.
    if (day % 7 === 1) day += 1;
    const type = draws.yes(4) ? "Quyết định" : draws.of(TYPES);
    const series = type === "Quyết định" || !together ? type : "";
    const number = (next.get(series) ?? draws.int(1, 60)) + draws.int(1, 6);
    next.set(series, number);
    rows.push({
      ...{ type, number, symbol: type === "Quyết định" ? "QĐ-UBND" : "UBND" },
      ...{ date: day, subject: `Về việc ${i}` },
      ...(type === "Kế hoạch" && draws.yes(4) && { subject: `Kế hoạch CCHC năm ${draws.int(2023, 2024)}` }),
      ...(draws.yes(6) && { issuer: "Ban Chỉ đạo CCHC", symbol: `BCĐ-${type[0]}`, number: 1000 + i }),
    });
  }
  return rows;
}

const TYPES = ["Kế hoạch", "Công văn", "Báo cáo", "Thông báo"] as const;

export interface BuildOptions {
  /** True for ratios and sums as the sheets work them out; false for a report that somebody typed whole. */
  readonly formulas: boolean;
  readonly tables: boolean;
}

/** The report as the product would read it from a workbook. */
export function buildConsistent(
  id: string,
  { values, tables }: Pick<Consistent, "values" | "tables">,
  options: BuildOptions,
): Report {
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
