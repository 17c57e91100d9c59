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

  const bench = new Bench({ time: 2000, warmupTime: 500 });
  bench
    .add("evaluate all rules on a full report", () => {
      evaluate(rules, { report, earlier: null });
    })
    .add("evaluate after one edit", () => {
      reevaluate(evaluation, { report, earlier: null }, ["3/1.4"]);
    })
    .add("localize all findings", () => {
      localize(evaluation, findings);
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
