import { Bench } from "tinybench";
import { contentOf } from "../../src/document/content.js";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { emptyWorkbook, openWorkbook } from "../../src/hosts/xlsx/open.js";
import { judge } from "../../src/jobs/check.js";
import { compose } from "../../src/narrative/compose.js";
import { framing } from "../../src/narrative/framing.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { ownTextPlaces } from "../../src/narrative/own-text-places.js";
import type { Report } from "../../src/report/report.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../src/rules/evaluate.js";
import { localize } from "../../src/rules/localize/localize.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import { reportOf } from "../support/check.js";
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
  const edited = withOneEdit(full, "dossiers-by-field");

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
    .add("evaluate after one edit of a table", () => {
      reevaluate(fullEvaluation, { report: edited, earlier: null }, []);
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

/** The report with another number in the first row of a table. */
function withOneEdit(report: Report, id: string): Report {
  const table = report.tables.get(id);
  const [first, ...others] = table?.rows ?? [];
  if (table === undefined || first === undefined) throw new Error(`no rows in ${id}`);
  const cells = new Map(first.cells);
  for (const [column, cell] of cells) {
    if (cell.reading.kind !== "number" || cell.cell.formula !== "") continue;
    cells.set(column, { ...cell, reading: { ...cell.reading, value: cell.reading.value + 1 } });
    break;
  }
  const changed = { ...table, rows: [{ ...first, cells }, ...others] };
  return { ...report, tables: new Map(report.tables).set(id, changed) };
}
