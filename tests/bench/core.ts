import { Bench } from "tinybench";
import { contentOf } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { findTable, isNumberColumn } from "../../src/forms/tables.js";
import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { emptyWorkbook, openWorkbook } from "../../src/hosts/xlsx/open.js";
import { judge } from "../../src/jobs/check.js";
import { compose } from "../../src/narrative/compose.js";
import { framing } from "../../src/narrative/framing.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { ownTextPlaces } from "../../src/narrative/own-text-places.js";
import type { Report } from "../../src/report/report.js";
import type { RowCells } from "../../src/report/table-report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../src/rules/evaluate.js";
import { localize } from "../../src/rules/localize/localize.js";
import type { Day } from "../../src/values/day.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import { reportOf } from "../support/check.js";
import { buildTable } from "../support/consistent.js";
import { filledReport, thanhMienReal } from "../support/real-report.js";
import { edition, thanhMienData } from "../support/report-data.js";
import { line } from "./lines.js";

/** What officers wait for: rules, sentences, workbooks and Word files. Medians. */

const BOOKS = 200;

/** Prints the medians in milliseconds. */
export async function benchCore(): Promise<void> {
  const haiDuong = edition("hai-duong-2022");
  const outline = defaultOutline(haiDuong);
  const rules = ruleSetOf(haiDuong);
  const report = reportOf("hai-duong-2022", thanhMienData);
  const plan = planReportWorkbook(haiDuong, new Map(), ownTextPlaces(outline.id));

  const write = async () => {
    const book = emptyWorkbook();
    await book.apply(plan);
    return book.save();
  };
  const read = async (bytes: Uint8Array) => {
    const opened = await openWorkbook(bytes, { codec: NODE_CODEC });
    if (!opened.ok) throw new Error(opened.fault.message);
    const captured = await opened.value.capture();
    if (!captured.ok) throw new Error(captured.fault.message);
    return readReport(haiDuong, captured.value);
  };

  const bytes = await write();
  const content = contentOf(report, compose(outline, report), framing(report, outline));

  // A full report: all forms, seventeen tables and both registers of documents.
  const full = await filledReport(thanhMienReal);
  const fullContent = contentOf(full, compose(outline, full), framing(full, outline));

  const evaluation = evaluate(rules, { report, earlier: null });
  const findings = findingsOf(evaluation);
  const fullEvaluation = evaluate(rules, { report: full, earlier: null });
  const fullFindings = findingsOf(fullEvaluation);
  const long = withRegisterOf(full, LONG_REGISTER);
  const longEvaluation = evaluate(rules, { report: long, earlier: null });
  const mixed = mixedUp(long);
  const longTables = LONG_TABLES.map((id) => withRowsOf(full, id, LONG_REGISTER));
  const longEdits: readonly (readonly [string, Report, Report])[] = [
    ["the date in such a register", long, withAnotherDay(long)],
    ["the same with a tenth out of order: a number", mixed, withOneEdit(mixed, "documents")],
    ["the same with a tenth out of order: a date", mixed, withAnotherDay(mixed)],
    ...longTables.map((report, at) => {
      const id = LONG_TABLES[at] ?? "";
      return [`${LONG_REGISTER} rows of ${id}`, report, withOneEdit(report, id)] as const;
    }),
  ];
  const judgement = judge(full, null);
  const edits = ["documents", "dossiers-by-field", "staff"].map((id) => [id, withOneEdit(full, id)] as const);
  const longEdited = withOneEdit(long, "documents");
  const readAnew = structuredCopy(withOneEdit(full, "dossiers-by-field"));

  const bench = new Bench({ time: 2000, warmupTime: 500 });
  bench
    .add("evaluate all rules on all forms", () => {
      evaluate(rules, { report, earlier: null });
    })
    .add("evaluate all rules on forms, tables and registers", () => {
      evaluate(rules, { report: full, earlier: null });
    })
    .add("evaluate after one edit of a form", () => {
      reevaluate(fullEvaluation, { report: full, earlier: null }, ["3/1.4"]);
    })
    .add(`evaluate after one edit of a register of ${LONG_REGISTER} documents`, () => {
      reevaluate(longEvaluation, { report: longEdited, earlier: null }, []);
    })
    .add("judge after one edit, all read anew", () => {
      judge(readAnew, judgement);
    })
    .add("localize all findings", () => {
      localize(evaluation, findings);
    })
    .add("localize all findings, tables and registers too", () => {
      localize(fullEvaluation, fullFindings);
    })
    .add("compose a full report with tables", () => {
      compose(outline, full);
    })
    .add("make the Word file of a full report", async () => {
      await toDocx(fullContent);
    })
    .add("compose the narrative", () => {
      compose(outline, report);
    })
    .add("write a workbook", async () => {
      await write();
    })
    .add("read a workbook", async () => {
      await read(bytes);
    })
    .add("make the Word file", async () => {
      await toDocx(content);
    });
  // The register of documents, and the tables with the most numbers.
  for (const [id, edited] of edits) {
    bench.add(`evaluate after one edit of ${id}`, () => {
      reevaluate(fullEvaluation, { report: edited, earlier: null }, []);
    });
  }
  for (const [name, report, edited] of longEdits) {
    const known = evaluate(rules, { report, earlier: null });
    bench.add(`evaluate after one edit of ${name}`, () => {
      reevaluate(known, { report: edited, earlier: null }, []);
    });
  }
  await bench.run();

  for (const task of bench.tasks) {
    const { result } = task;
    const median = result.state === "completed" ? `${result.latency.p50.toFixed(3)} ms` : result.state;
    line(task.name, median);
  }

  const started = performance.now();
  for (let count = 0; count < BOOKS; count++) judge(await read(bytes), null);
  const each = (performance.now() - started) / BOOKS;
  line(`check, each of ${BOOKS} workbooks`, `${each.toFixed(3)} ms`);
}

/** As many documents as a busy office issues in a year. */
const LONG_REGISTER = 300;

/** The report with another number in the first row of a table; in a register, of a document. */
function withOneEdit(report: Report, id: string): Report {
  const table = report.tables.get(id);
  const [first, ...others] = table?.rows ?? [];
  if (table === undefined || first === undefined) throw new Error(`no rows in ${id}`);
  const cells = new Map(first.cells);
  for (const [column, cell] of cells) {
    if (cell.cell.formula !== "") continue;
    if (cell.reading.kind === "number") {
      cells.set(column, { ...cell, reading: { ...cell.reading, value: cell.reading.value + 1 } });
      break;
    }
    if (column !== table.table.register?.number || cell.reading.kind !== "text") continue;
    cells.set(column, { ...cell, reading: { kind: "text", text: `${cell.reading.text}1` } });
    break;
  }
  const changed = { ...table, rows: [{ ...first, cells }, ...others] };
  return { ...report, tables: new Map(report.tables).set(id, changed) };
}

/** The report with a register of so many documents, numbered and dated one after the other. */
function withRegisterOf(report: Report, count: number): Report {
  const table = report.tables.get("documents");
  if (table === undefined) throw new Error("no register");
  const rows = Array.from({ length: count }, (_, position) => {
    const like = table.rows[position % table.rows.length];
    if (like === undefined) throw new Error("an empty register");
    const month = Math.floor((position * 8) / count);
    const day = 1 + (Math.floor((position * 8 * 28) / count) % 28);
    const cells = new Map(
      [...like.cells].map(([column, cell]) => {
        const address = { ...cell.address, row: table.rows.length + position };
        if (column === "number") {
          return [
            column,
            { ...cell, address, reading: { kind: "text", text: String(position + 1) } },
          ] as const;
        }
        if (column !== "date") return [column, { ...cell, address }] as const;
        const reading = { kind: "date", day: { year: 2023, month: month + 1, day } } as const;
        return [column, { ...cell, address, reading }] as const;
      }),
    );
    return { ...like, row: position + 1, cells };
  });
  return { ...report, tables: new Map(report.tables).set("documents", { ...table, rows }) };
}

/** Tables that may have a row for each field, service or task. */
const LONG_TABLES = ["dossiers-by-field", "online-services", "task-progress", "satisfaction"] as const;

/** The report with so many rows in a table, like those that it has or, where it has none, one of numbers. */
function withRowsOf(report: Report, id: string, count: number): Report {
  const table = findTable(id);
  if (table === null) throw new Error(`no table ${id}`);
  const like = (position: number) =>
    Object.fromEntries(
      table.columns.flatMap((column): readonly (readonly [string, string | number])[] => {
        if (column.kind === "text") return [[column.id, `Việc ${position}`]];
        const typed = isNumberColumn(column) && column.formula === undefined && column.kind !== "percent";
        return typed ? [[column.id, 10 + (position % 7)]] : [];
      }),
    );
  const built = buildTable(
    table,
    Array.from({ length: count }, (_, position) => like(position)),
  );
  return { ...report, tables: new Map(report.tables).set(id, built) };
}

/** The report with each tenth document of its register some weeks too early. */
function mixedUp(report: Report): Report {
  return withDays(report, (day, position) =>
    position % 10 === 9 && day.month > 1 ? { ...day, month: day.month - 1 } : day,
  );
}

/** The report with another day in the middle of its register. */
function withAnotherDay(report: Report): Report {
  const middle = LONG_REGISTER / 2;
  return withDays(report, (day, position) =>
    position === middle ? { ...day, day: 1 + (day.day % 28) } : day,
  );
}

function withDays(report: Report, dayAt: (day: Day, position: number) => Day): Report {
  const table = report.tables.get("documents");
  if (table === undefined) throw new Error("no register");
  const rows = table.rows.map((row, position) => {
    const known = row.cells.get("date");
    if (known?.reading.kind !== "date") return row;
    const day = dayAt(known.reading.day, position);
    if (day === known.reading.day) return row;
    return { ...row, cells: new Map(row.cells).set("date", { ...known, reading: { kind: "date", day } }) };
  });
  return { ...report, tables: new Map(report.tables).set("documents", { ...table, rows }) };
}

/** The same with no object of the other: as a workbook is read again. */
function structuredCopy(report: Report): Report {
  const cellsOf = (cells: RowCells): RowCells => structuredClone(cells) as RowCells;
  const tables = [...report.tables].map(([id, table]) => {
    const rows = table.rows.map((row) => ({ ...row, cells: cellsOf(row.cells) }));
    return [id, { ...table, rows, total: table.total === null ? null : cellsOf(table.total) }] as const;
  });
  return { ...report, values: structuredClone(report.values), tables: new Map(tables) };
}
