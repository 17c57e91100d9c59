/// <reference types="google-apps-script" />
import { localFormula } from "../locale.js";
import type { CellData, ReadCell, Request } from "../wire.js";
import { execute } from "./execute.js";
import { stamp } from "./messages.js";
import { readSpreadsheet } from "./read-spreadsheet.js";
import type { Book } from "./sheets-by-id.js";

/** The scratch sheet; it is deleted in the end. */
const TITLE = "CCHC tự kiểm tra";
const KEY = "CCHC_SELF_CHECK";
/** No sheet of anybody's has this id; the added sheet gets its own. */
const SCRATCH = 2_000_000_001;

interface Probe {
  readonly what: string;
  readonly write: (locale: string) => CellData;
  readonly expect: (cell: ReadCell, locale: string) => boolean;
}

const text = (stringValue: string, pattern: "@" | null): Probe => ({
  what: `văn bản ${stringValue}${pattern === null ? "" : " (ô văn bản)"}`,
  write: () => ({
    userEnteredValue: { stringValue },
    ...(pattern === null ? {} : { userEnteredFormat: { numberFormat: { type: "TEXT", pattern } } }),
  }),
  expect: ({ effectiveValue: value, userEnteredValue }) =>
    userEnteredValue === undefined &&
    value !== undefined &&
    "stringValue" in value &&
    value.stringValue === stringValue,
});

const number = (what: string, numberValue: number, pattern: string | null): Probe => ({
  what,
  write: () => ({
    userEnteredValue: { numberValue },
    ...(pattern === null
      ? {}
      : { userEnteredFormat: { numberFormat: { type: "NUMBER", pattern } as const } }),
  }),
  expect: ({ effectiveValue: value, userEnteredFormat }) =>
    value !== undefined &&
    "numberValue" in value &&
    Math.abs(value.numberValue - numberValue) < 1e-9 &&
    (userEnteredFormat?.numberFormat.pattern ?? null) === pattern,
});

const formula = (plain: string, expected: number): Probe => ({
  what: `công thức ${plain}`,
  write: (locale) => ({ userEnteredValue: { formulaValue: localFormula(plain, locale) } }),
  expect: ({ effectiveValue: value, userEnteredValue }) =>
    userEnteredValue !== undefined &&
    value !== undefined &&
    "numberValue" in value &&
    Math.abs(value.numberValue - expected) < 1e-9,
});

/** What the add-in rests on and nobody could try at Google when it was built. */
const PROBES: readonly Probe[] = [
  ...["00012", "=1+1", "1.500", "1/2", "+84", "'a"].map((one) => text(one, "@")),
  ...["00012", "=1+1", "1.500", "1/2", "+84"].map((one) => text(one, null)),
  number("số 12,5", 12.5, null),
  number("88 %", 0.88, "0%"),
  number("ngày 19/7/2023", 45_126, "dd/mm/yyyy"),
  formula("ROUND(905/922*100,2)", 98.16),
  formula("IF(0.5>0.25,1.5,2)", 1.5),
];

/** One line for the person who asked: that all is well, or what differs. */
export function selfCheckLine(): string {
  const book = SpreadsheetApp.getActive();
  try {
    const differences = differencesIn(book);
    if (differences.length === 0) {
      return `Đạt cả ${PROBES.length + 4} phép thử. Trang tính nháp đã được xóa.`;
    }
    return `Khác ${differences.length} chỗ: ${differences.join("; ")}. Gửi dòng này cho người cài đặt.`;
  } catch (error) {
    return `Không thử xong: ${error instanceof Error ? error.message : String(error)}. Gửi dòng này cho người cài đặt.`;
  } finally {
    cleanUp(book);
  }
}

function differencesIn(book: Book): readonly string[] {
  cleanUp(book);
  const locale = book.getSpreadsheetLocale();
  execute(requests(locale), () => Date.now());
  const { sheets, namedRanges, developerMetadata } = readSpreadsheet(book, {
    kind: "ours",
    titles: [TITLE],
    prefix: TITLE,
  });
  const sheet = sheets.find(({ properties }) => properties.title === TITLE);
  const rows = sheet?.data?.[0].rowData ?? [];
  const named = namedRanges.find(({ name }) => name === KEY)?.range;
  return [
    ...PROBES.filter(({ expect }, row) => !expect(rows[row]?.values[0] ?? {}, locale)).map(
      ({ what }) => what,
    ),
    ...(named?.startRowIndex === 1 && named.endRowIndex === 3 ? [] : ["tên vùng"]),
    ...(developerMetadata.some(
      ({ metadataKey, metadataValue }) => metadataKey === KEY && metadataValue === "x",
    )
      ? []
      : ["siêu dữ liệu"]),
    ...(stamp().cursor === null ? ["ô đang chọn"] : []),
    ...(takesBack(book) ? [] : ["gỡ phần thêm dở"]),
  ];
}

function requests(locale: string): readonly Request[] {
  const range = {
    sheetId: SCRATCH,
    startRowIndex: 1,
    endRowIndex: 3,
    startColumnIndex: 0,
    endColumnIndex: 1,
  };
  return [
    { addSheet: { properties: { sheetId: SCRATCH, title: TITLE } } },
    {
      updateCells: {
        start: { sheetId: SCRATCH, rowIndex: 0, columnIndex: 0 },
        rows: PROBES.map(({ write }) => ({ values: [write(locale)] })),
        fields: "userEnteredValue,userEnteredFormat.numberFormat",
      },
    },
    { addNamedRange: { namedRange: { name: KEY, range } } },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: KEY,
          metadataValue: "x",
          visibility: "DOCUMENT",
          location: { spreadsheet: true },
        },
      },
    },
  ];
}

/** Whether an update that fails in the end leaves nothing behind. */
function takesBack(book: Book): boolean {
  const title = `${TITLE} 2`;
  try {
    execute(
      [
        { addSheet: { properties: { sheetId: SCRATCH, title } } },
        { addSheet: { properties: { sheetId: SCRATCH + 1, title } } },
      ],
      () => Date.now(),
    );
    return false;
  } catch {
    return !book.getSheets().some((sheet) => sheet.getName() === title);
  }
}

function cleanUp(book: Book): void {
  for (const sheet of book.getSheets()) if (sheet.getName().startsWith(TITLE)) book.deleteSheet(sheet);
  for (const named of book.getNamedRanges()) if (named.getName() === KEY) named.remove();
  for (const metadata of book.getDeveloperMetadata()) if (metadata.getKey() === KEY) metadata.remove();
}
