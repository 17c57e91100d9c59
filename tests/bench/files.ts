import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { Bench } from "tinybench";
import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { emptyWorkbook, openWorkbook } from "../../src/hosts/xlsx/open.js";
import { check } from "../../src/jobs/check.js";
import { defectsOf } from "../../src/jobs/defects.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { edition } from "../support/report-data.js";
import { line } from "./lines.js";

/** Files: reading, writing, changing and checking beside exceljs in one run; many files. */

const FOLDER = "tests/fixtures/strangers";
const MANY = 400;
const EDIT = { sheet: "Biểu mẫu 3", row: 8, column: 4 };

/** Prints medians in milliseconds, and what each is of the same with exceljs. */
export async function benchFiles(): Promise<void> {
  const bytes = new Uint8Array(await readFile(join(FOLDER, "base.xlsx")));
  const loaded = await load(bytes);
  const plan = planReportWorkbook(edition("hai-duong-2022"));
  const bench = new Bench({ time: 2000, warmupTime: 500 });
  bench
    .add("exceljs: read a workbook", async () => {
      await load(bytes);
    })
    .add("read a workbook", async () => {
      await (await open(bytes)).capture();
    })
    .add("read and check a workbook", async () => {
      await check(await open(bytes));
    })
    .add("read a workbook, check it and look for the wrong cells", async () => {
      const checked = await check(await open(bytes));
      if (checked.ok && checked.value.kind === "forms") defectsOf(checked.value.judgement);
    })
    .add("exceljs: write a workbook", async () => {
      await loaded.xlsx.writeBuffer();
    })
    .add("write a workbook", async () => {
      const book = emptyWorkbook({ codec: NODE_CODEC });
      await book.apply(plan);
      await book.save();
    })
    .add("exceljs: change one cell", async () => {
      const book = await load(bytes);
      const cell = book.getWorksheet(EDIT.sheet)?.getCell(EDIT.row, EDIT.column);
      if (cell) cell.value = 7;
      await book.xlsx.writeBuffer();
    })
    .add("change one cell", async () => {
      const book = await open(bytes);
      await book.write([{ cell: EDIT, value: 7 }]);
      await book.save();
    });
  await bench.run();
  const median = (name: string) => {
    const result = bench.getTask(name)?.result;
    return result?.state === "completed" ? result.latency.p50 : Number.NaN;
  };
  const beside = (name: string, other: string) => {
    const share = (100 * median(name)) / median(other);
    line(
      name,
      `${median(name).toFixed(3)} ms, ${share.toFixed(0)} % of exceljs (${median(other).toFixed(3)} ms)`,
    );
  };
  beside("read a workbook", "exceljs: read a workbook");
  beside("read and check a workbook", "exceljs: read a workbook");
  beside("read a workbook, check it and look for the wrong cells", "exceljs: read a workbook");
  beside("write a workbook", "exceljs: write a workbook");
  beside("change one cell", "exceljs: change one cell");
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // The library takes any byte array; its declaration names a type that no runtime has.
  const input: unknown = bytes;
  await book.xlsx.load(input as ArrayBuffer);
  return book;
}

async function open(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes, { codec: NODE_CODEC });
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

/** `cchc check` over many files, in a process of its own, its start counted. */
export async function benchMany(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cchc-bench-"));
  try {
    const paths = Array.from({ length: MANY }, (_zero, index) => join(folder, `${index}.xlsx`));
    for (const path of paths) await copyFile(join(FOLDER, "base.xlsx"), path);
    const started = performance.now();
    await new Promise((resolve) => {
      const args = ["src/cli/main.ts", "check", ...paths, "--json"];
      execFile("node_modules/.bin/tsx", args, { maxBuffer: 512 * 1024 * 1024 }, resolve);
    });
    const seconds = (performance.now() - started) / 1000;
    line(`cchc check, ${MANY} workbooks on all cores`, `${(MANY / seconds).toFixed(0)} files a second`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
