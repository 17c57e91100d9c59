import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { openWorkbook } from "../../src/hosts/xlsx/open.js";
import { a1 } from "../../src/values/address.js";
import { type CellValue, isCellError } from "../../src/values/cell.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";

/**
 * Opens workbooks in LibreOffice, has it save them, and says where its values differ from ours:
 * `npx tsx tools/libreoffice/compare.ts BOOK.xlsx...`. Needs `soffice` (Debian: libreoffice-calc); no
 * test does.
 */

/** Differences of one workbook that are printed. */
const SHOWN = 10;

const files = process.argv.slice(2);
let differences = 0;
const folder = await mkdtemp(join(tmpdir(), "cchc-libreoffice-"));
try {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await promisify(execFile)("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "xlsx:Calc MS Excel 2007 XML",
    "--outdir",
    folder,
    ...files,
  ]);
  for (const file of files) {
    const ours = await read(file);
    const theirs = await read(join(folder, basename(file).replace(/\.\w+$/, ".xlsx")));
    const found = [...differencesOf(ours, theirs)];
    differences += found.length;
    console.log(`${file}: ${found.length === 0 ? "the same values" : `${found.length} differences`}`);
    for (const line of found.slice(0, SHOWN)) console.log(`  ${line}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = differences === 0 ? 0 : 1;

async function read(path: string): Promise<WorkbookSnapshot> {
  const opened = await openWorkbook(new Uint8Array(await readFile(path)), { codec: NODE_CODEC });
  if (!opened.ok) throw new Error(`${path}: ${opened.fault.message}`);
  const captured = await opened.value.capture();
  if (!captured.ok) throw new Error(`${path}: ${captured.fault.message}`);
  return captured.value;
}

function* differencesOf(ours: WorkbookSnapshot, theirs: WorkbookSnapshot): Generator<string> {
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find(({ name }) => name === sheet.name);
    if (other === undefined) {
      yield `no sheet ${sheet.name}`;
      continue;
    }
    for (const [i, values] of sheet.values.entries()) {
      for (const [j, value] of values.entries()) {
        const [row, column] = [sheet.top + i, sheet.left + j];
        const found = other.values[row - other.top]?.[column - other.left] ?? null;
        if (!isSame(value, found)) {
          const formula = sheet.formulas[i]?.[j] ?? "";
          yield `${sheet.name}!${a1({ row, column })} ${formula}: ${show(value)} is ${show(found)}`;
        }
      }
    }
  }
  for (const { name, area } of ours.names) {
    const other = theirs.names.find((one) => one.name === name);
    if (area !== null && JSON.stringify(other?.area) !== JSON.stringify(area)) yield `the name ${name}`;
  }
}

/** An empty text and nothing look alike; a number may differ in its last digits. */
function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return (a === "" ? null : a) === (b === "" ? null : b);
}

function show(value: CellValue): string {
  return JSON.stringify(value);
}
