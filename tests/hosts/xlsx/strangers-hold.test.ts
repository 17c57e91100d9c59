import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";

/*
 * What an officer's workbook may hold and an edit must keep stands in the workbooks of other programs on
 * which that is tried (strangers.test.ts, tests/cli/strangers.test.ts): each thing in one of them at least.
 */

const FILES = [
  "xlsxwriter.xlsx",
  "xlsxwriter-macro.xlsm",
  "openpyxl.xlsx",
  "libreoffice.xlsx",
  "by-hand.xlsm",
];
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const BOOK = /^xl\/workbook\.xml$/;

const packages = FILES.map((name) => ({
  name,
  parts: Object.entries(unzipSync(new Uint8Array(readFileSync(`tests/fixtures/strangers/${name}`)))),
}));

describe("the workbooks of other programs hold", () => {
  it.each<readonly [thing: string, part: RegExp, text: RegExp | null]>([
    ["charts", /^xl\/charts\/chart/, /<c:f>/],
    ["pictures", /^xl\/media\/.+\.png$/, null],
    ["pictures in headers and footers", SHEET, /<legacyDrawingHF /],
    ["macros", /^xl\/vbaProject\.bin$/, null],
    ["sparklines", SHEET, /<x14:sparkline>/],
    ["pivot tables", /^xl\/pivotTables\/pivotTable/, /<pivotTableDefinition/],
    ["their caches", /^xl\/pivotCache\/pivotCacheRecords/, /<r>/],
    ["slicers", /^xl\/slicers\//, /<slicer /],
    ["old comments", /^xl\/comments/, /<comment /],
    ["threaded comments", /^xl\/threadedComments\//, /<threadedComment /],
    ["links within with a tooltip", SHEET, /<hyperlink [^>]*location="[^>]*tooltip="/],
    ["links without", /^xl\/worksheets\/_rels\//, /TargetMode="External"/],
    ["criteria of an autofilter", SHEET, /<filterColumn/],
    ["hidden rows with cells", SHEET, /<row [^>]*hidden="1"[^>/]*>/],
    ["hidden rows without any", SHEET, /<row [^>]*hidden="1"[^>]*\/>/],
    ["tables with calculated columns", /^xl\/tables\//, /<calculatedColumnFormula>/],
    ["data bars with automatic ends", SHEET, /<x14:cfvo type="autoMin"/],
    ["rules on duplicates", SHEET, /type="duplicateValues"/],
    ["rules that stop others", SHEET, /stopIfTrue="1"/],
    ["rules on texts", SHEET, /type="containsText"/],
    ["dynamic arrays", SHEET, /<c [^>]*cm="1"/],
    ["their metadata", /^xl\/metadata\.xml$/, /XLDAPR/],
    ["custom properties", /^docProps\/custom\.xml$/, /<property /],
    ["external links", /^xl\/externalLinks\/externalLink/, /<externalBook/],
    ["chart sheets", /^xl\/chartsheets\/sheet/, /<chartsheet/],
    ["a mode of calculation", BOOK, /calcMode="manual"/],
    ["the advice to read only", BOOK, /readOnlyRecommended="1"/],
    ["rich text", /^xl\/sharedStrings\.xml$/, /<r><rPr>/],
    ["named styles", /^xl\/styles\.xml$/, /<cellStyle [^>]*name="(?!Normal)/],
    ["lists in the extension part", SHEET, /<x14:dataValidations? /],
    ["print settings", SHEET, /<pageSetup [^>]*orientation="landscape"/],
    ["print areas and titles", BOOK, /_xlnm\.Print_(?:Area|Titles)/],
    ["page breaks", SHEET, /<rowBreaks [^>]*manualBreakCount/],
    ["protected sheets", SHEET, /<sheetProtection /],
    ["a protected workbook", BOOK, /<workbookProtection/],
  ])("%s", (_thing, part, text) => {
    const holders = packages.filter(({ parts }) =>
      parts.some(([path, bytes]) => part.test(path) && (text === null || text.test(strFromU8(bytes)))),
    );
    expect(holders.map(({ name }) => name)).not.toEqual([]);
  });
});
