import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { openWorkbook } from "../../src/hosts/xlsx/open.js";

/**
 * Inserts rows into the strangers' workbooks of the tests, once as we do it and once by LibreOffice, has
 * LibreOffice save both, and says where they differ, fact by fact: formulas, names, merged areas, rules,
 * validations, places of drawings, ranges of charts, tables, filters, notes, links, page breaks.
 *
 * `npx tsx tools/libreoffice/insert.ts`. Needs `soffice` and `python3-uno`; no test does.
 */

const FOLDER = "tests/fixtures/strangers";
/** Places that lie above, among and below what stands on each sheet. */
const PLACES = [
  ["xlsxwriter.xlsx", "Số liệu riêng", [1, 2, 5, 11, 30]],
  ["xlsxwriter.xlsx", "Định dạng", [1, 12, 28]],
  ["xlsxwriter.xlsx", "Biểu mẫu 3", [6, 12]],
  ["openpyxl.xlsx", null, [2, 5, 9]],
  ["libreoffice.xlsx", "Của LibreOffice", [2, 10, 30]],
  ["by-hand.xlsm", "Biểu mẫu 1", [6, 15]],
] as const;
const COUNT = 2;
/** Where the two are meant to differ, and why. */
const EXPLAINED: readonly (readonly [fact: RegExp, why: string])[] = [
  [/: link to /, "our links within the workbook follow; LibreOffice's and Excel's do not"],
  [/: x:Anchor /, "where the box of a note opens: LibreOffice places it anew"],
  [/name _xlnm\.Print_Titles/, "rows inserted among the titles are titles too, as in Excel"],
  [/pivotTables\/.*: location at /, "LibreOffice works a pivot table out anew when it opens a file"],
];
/** Differences of one insertion that are printed. */
const SHOWN = 12;

interface Job {
  readonly from: string;
  readonly to: string;
  readonly sheet?: string;
  readonly before?: number;
  readonly count?: number;
}

interface Insertion {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  readonly before: number;
}

const folder = await mkdtemp(join(tmpdir(), "cchc-insert-"));
let differences = 0;
try {
  const jobs: Job[] = [];
  const insertions: Insertion[] = [];
  for (const [name, only, rows] of PLACES) {
    const path = join(process.cwd(), FOLDER, name);
    for (const sheet of only === null ? await strangeSheets(path) : [only]) {
      for (const before of rows) {
        const at = String(insertions.length);
        const made = join(folder, `${at}-ours${name.slice(-5)}`);
        const refusal = await insertOurs(path, made, sheet, before);
        const what = `${name}, ${sheet}, above row ${before}`;
        if (refusal !== null) {
          console.log(`${what}: refused (${refusal})`);
          continue;
        }
        const [ours, theirs] = [join(folder, `${at}-a.xlsx`), join(folder, `${at}-b.xlsx`)];
        // LibreOffice leaves a lock beside a file that it opens.
        const copy = join(folder, `${at}-theirs${name.slice(-5)}`);
        await copyFile(path, copy);
        jobs.push({ from: made, to: ours }, { from: copy, to: theirs, sheet, before, count: COUNT });
        insertions.push({ what, ours, theirs, before });
      }
    }
  }
  const ran = spawnSync("/usr/bin/python3", ["tools/libreoffice/insert_rows.py"], {
    input: JSON.stringify(jobs),
    stdio: ["pipe", "inherit", "inherit"],
  });
  if (ran.status !== 0) throw new Error("LibreOffice did not save them all");
  for (const { what, ours, theirs, before } of insertions) {
    if (!existsSync(theirs) || !existsSync(ours)) {
      console.log(`${what}: refused or not opened by LibreOffice`);
      continue;
    }
    const [a, b] = [await factsOf(ours, before), await factsOf(theirs, before)];
    const all = [
      ...[...a].filter((fact) => !b.has(fact)).map((fact) => `ours alone:   ${fact}`),
      ...[...b].filter((fact) => !a.has(fact)).map((fact) => `theirs alone: ${fact}`),
    ];
    const whys = new Set(
      all.flatMap((fact) => EXPLAINED.filter(([one]) => one.test(fact)).map(([, why]) => why)),
    );
    const found = all.filter((fact) => !EXPLAINED.some(([one]) => one.test(fact)));
    differences += found.length;
    console.log(
      `${what}: ${found.length === 0 ? `${a.size} facts, the same` : `${found.length} differences of ${a.size} facts`}`,
    );
    for (const why of whys) console.log(`  but ${why}`);
    for (const line of found.slice(0, SHOWN)) console.log(`  ${line}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = differences === 0 ? 0 : 1;

/** The sheets of a workbook that are none of ours. */
async function strangeSheets(path: string): Promise<readonly string[]> {
  const opened = await openWorkbook(new Uint8Array(await readFile(path)), { codec: NODE_CODEC });
  if (!opened.ok) throw new Error(opened.fault.message);
  const captured = await opened.value.capture("whole");
  if (!captured.ok) throw new Error(captured.fault.message);
  return captured.value.sheets
    .map(({ name }) => name)
    .filter((name) => !/^(?:Biểu mẫu|Thông tin|Văn bản|Nội dung)/.test(name));
}

/** Inserts as we do; gives why not where that is refused. */
async function insertOurs(from: string, to: string, sheet: string, before: number): Promise<string | null> {
  const opened = await openWorkbook(new Uint8Array(await readFile(from)), { codec: NODE_CODEC });
  if (!opened.ok) throw new Error(opened.fault.message);
  const inserted = await opened.value.insertRows({ sheet, before, count: COUNT });
  if (!inserted.ok) return inserted.fault.message;
  await writeFile(to, await opened.value.save());
  return null;
}

/**
 * Everything in a saved workbook that tells a place or a formula, as lines. Not what stands in the new rows
 * themselves: ours go on with the formulas of a column, LibreOffice's are blank. Charts are numbered anew at
 * each saving.
 */
async function factsOf(path: string, before: number): Promise<ReadonlySet<string>> {
  const facts = new Set<string>();
  for (const [part, bytes] of Object.entries(unzipSync(new Uint8Array(await readFile(path))))) {
    if (!/^xl\/(?:workbook\.xml|worksheets\/|charts\/|drawings\/|tables\/|comments|pivot)/.test(part))
      continue;
    const xml = new TextDecoder().decode(bytes);
    const where = part.replace(/^xl\//, "").replace(/(charts\/.*?)\d+/, "$1");
    for (const fact of factsIn(xml)) {
      const row = Number(/^formula [A-Z]+(\d+) /.exec(fact)?.[1] ?? 0);
      if (row < before || row >= before + COUNT) facts.add(`${where}: ${fact}`);
    }
  }
  return facts;
}

/** Formulas with their cells, names, places in attributes and elements; no values, looks or identifiers. */
function* factsIn(xml: string): Generator<string> {
  for (const [, cell, formula] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f[^>]*>([^<]*)<\/f>/g)) {
    yield `formula ${cell} = ${formula}`;
  }
  for (const [, row, hidden] of xml.matchAll(/<row r="(\d+)"[^>]*?\shidden="(true|1)"/g)) {
    yield `row ${row} hidden ${hidden}`;
  }
  for (const [, name, text] of xml.matchAll(/<definedName [^>]*?name="([^"]+)"[^>]*>([^<]*)</g)) {
    yield `name ${name} = ${text}`;
  }
  for (const [, tag, places] of xml.matchAll(/<([\w:]+)[^>]*?\s(?:ref|sqref)="([^"]*)"/g)) {
    if (tag !== "dimension") yield `${tag} at ${places}`;
  }
  for (const [, tag, text] of xml.matchAll(
    /<(formula1?|formula2|c:f|xm:f|xm:sqref|xdr:row|xdr:col|x:Anchor|x:Row)>([^<]*)</g,
  )) {
    yield `${tag} ${text}`;
  }
  for (const [, id] of xml.matchAll(/<brk id="(\d+)"/g)) yield `break ${id}`;
  for (const [, location] of xml.matchAll(/<hyperlink [^>]*?location="([^"]*)"/g))
    yield `link to ${location}`;
}
