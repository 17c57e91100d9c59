import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
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
 * `npx tsx tools/libreoffice/compare.ts BOOK.xlsx...`. A workbook that was written over another one is
 * given as `BOOK.xlsx=BEFORE.xlsx`: where LibreOffice differed before in the same way, it is not our
 * doing. Needs `soffice` (Debian: libreoffice-calc); no test does.
 */

/** Differences of one workbook that are printed. */
const SHOWN = 10;

interface Books {
  readonly book: string;
  readonly before: string | null;
}

const books: readonly Books[] = process.argv.slice(2).map((argument) => {
  const [book = "", before = null] = argument.split("=");
  return { book, before };
});
let differences = 0;
const folder = await mkdtemp(join(tmpdir(), "cchc-libreoffice-"));
try {
  const saved = await saveAgain([
    ...new Set(books.flatMap(({ book, before }) => (before === null ? [book] : [book, before]))),
  ]);
  for (const { book, before } of books) {
    const [ours, theirs] = [await read(book), await saved(book)];
    const was = before === null ? null : ([await read(before), await saved(before)] as const);
    if (theirs === null) {
      if (was?.[1] !== null) differences += 1;
      console.log(`${book}: LibreOffice opens it not${was?.[1] === null ? ", nor what it was before" : ""}`);
      continue;
    }
    const known = new Set(was === null || was[1] === null ? [] : differencesOf(was[0], was[1]));
    const found = [...differencesOf(ours, theirs)];
    const fresh = found.filter((line) => !known.has(line));
    differences += fresh.length;
    const old = found.length - fresh.length;
    const besides = old === 0 ? "" : ` (${old} values that LibreOffice works out otherwise before, too)`;
    console.log(
      `${book}: ${fresh.length === 0 ? "the same values" : `${fresh.length} differences`}${besides}`,
    );
    for (const line of fresh.slice(0, SHOWN)) console.log(`  ${line}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = differences === 0 ? 0 : 1;

/** What LibreOffice makes of workbooks; null for one that it does not open. */
async function saveAgain(
  files: readonly string[],
): Promise<(file: string) => Promise<WorkbookSnapshot | null>> {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const filter = ["--convert-to", "xlsx:Calc MS Excel 2007 XML"];
  await promisify(execFile)("soffice", [profile, "--headless", ...filter, "--outdir", folder, ...files]);
  return async (file) => {
    const path = join(folder, basename(file).replace(/\.\w+$/, ".xlsx"));
    return existsSync(path) ? read(path) : null;
  };
}

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
