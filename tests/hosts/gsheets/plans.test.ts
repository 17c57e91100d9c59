import { describe, expect, it } from "@jest/globals";
import { additionRequests } from "../../../src/hosts/gsheets/apply.js";
import { bookOf } from "../../../src/hosts/gsheets/read-book.js";
import type { Request } from "../../../src/hosts/gsheets/wire.js";
import { compareWithPlan } from "../../../src/workbook/additions/compare-with-plan.js";
import type { WorkbookPlan } from "../../../src/workbook/plan.js";
import { UNITED_STATES, VIETNAM } from "../../../tools/grid/culture.js";
import { cellOf, valueOfResult } from "../results.js";
import { openOverApi, openOverScript } from "./local.js";
import { faultsIn, faultsInUpdate } from "./schema.js";
import { EDITIONS, wholePlan } from "./whole-plans.js";

/** What inserting a plan into a blank spreadsheet asks of Google. */
function requestsFor(plan: WorkbookPlan, locale: string): readonly Request[] {
  const book = bookOf({
    properties: { locale },
    sheets: [{ properties: { sheetId: 0, title: "Sheet1" }, data: [{ rowData: [] }] }],
    namedRanges: [],
    developerMetadata: [],
  });
  return additionRequests(compareWithPlan(plan, book.snapshot), book);
}

const LOCALES = [
  ["vi_VN", VIETNAM],
  ["en_US", UNITED_STATES],
] as const;

describe.each(EDITIONS)("the whole workbook of %s", (id) => {
  it.each(LOCALES)("is a valid batch of Google's requests under %s", (locale, _region) => {
    expect(faultsInUpdate({ requests: requestsFor(wholePlan(id), locale) })).toEqual([]);
  });

  it("says equal neighbouring sizes once", () => {
    const sizes = requestsFor(wholePlan(id), "vi_VN").flatMap((request) =>
      "updateDimensionProperties" in request ? [request.updateDimensionProperties] : [],
    );
    const doubled = sizes.filter((size, index) => {
      const before = sizes[index - 1];
      return (
        before !== undefined &&
        before.range.sheetId === size.range.sheetId &&
        before.range.dimension === size.range.dimension &&
        before.range.endIndex === size.range.startIndex &&
        before.properties.pixelSize === size.properties.pixelSize
      );
    });
    expect(doubled).toEqual([]);
  });

  it.each([
    ["vi_VN, by our server", VIETNAM, openOverScript],
    ["en_US, by our server", UNITED_STATES, openOverScript],
    ["vi_VN, by Google's API", VIETNAM, openOverApi],
  ] as const)("gives each formula back as it was planned: %s", async (_way, region, open) => {
    const plan = wholePlan(id);
    const { host } = open({ region });
    valueOfResult(await host.apply(plan));
    const snapshot = valueOfResult(await host.capture());
    const planned = plan.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }) =>
        content.kind === "formula"
          ? [{ at: `${name}!${row}:${column}`, formula: `=${content.formula}` }]
          : [],
      ),
    );
    const captured = plan.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }) =>
        content.kind === "formula"
          ? [{ at: `${name}!${row}:${column}`, formula: cellOf(snapshot, name, row, column).formula }]
          : [],
      ),
    );
    expect(captured).toEqual(planned);
  });
});

describe("the separators of a locale", () => {
  const separators = (locale: string) => {
    const texts = EDITIONS.flatMap((id) =>
      requestsFor(wholePlan(id), locale).flatMap((request) => {
        if ("updateCells" in request) {
          return request.updateCells.rows.flatMap(({ values }) =>
            values.flatMap(({ userEnteredValue: value }) =>
              value !== undefined && "formulaValue" in value ? [value.formulaValue] : [],
            ),
          );
        }
        if ("addConditionalFormatRule" in request) {
          const { values } = request.addConditionalFormatRule.rule.booleanRule.condition;
          return values.map(({ userEnteredValue }) => userEnteredValue);
        }
        return [];
      }),
    );
    const bare = texts.map((text) => text.replace(/"[^"]*"|'[^']*'/g, ""));
    return {
      formulas: texts.length > 0,
      semicolons: bare.some((text) => text.includes(";")),
      commasBetweenArguments: bare.some((text) => /,(?!\d)|[^\d],/.test(text)),
      decimalPoints: bare.some((text) => /\d\.\d/.test(text)),
    };
  };

  it("are semicolons and decimal commas in Vietnam", () => {
    expect(separators("vi_VN")).toEqual({
      formulas: true,
      semicolons: true,
      commasBetweenArguments: false,
      decimalPoints: false,
    });
  });

  it("are commas in the United States", () => {
    expect(separators("en_US")).toMatchObject({
      formulas: true,
      semicolons: false,
      commasBetweenArguments: true,
    });
  });
});

describe("Google's schema", () => {
  const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };

  it.each<[string, unknown]>([
    ["a request that does not exist", { drawPicture: {} }],
    ["two requests in one", { mergeCells: { range, mergeType: "MERGE_ALL" }, updateBorders: { range } }],
    ["a member that does not exist", { mergeCells: { range, mergeType: "MERGE_ALL", across: true } }],
    ["a value that does not exist", { mergeCells: { range, mergeType: "MERGE_SOME" } }],
    [
      "justified text",
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: { horizontalAlignment: "JUSTIFY" } },
          fields: "userEnteredFormat",
        },
      },
    ],
    [
      "a font size of half a point",
      {
        repeatCell: {
          range,
          cell: { userEnteredFormat: { textFormat: { fontSize: 10.5 } } },
          fields: "userEnteredFormat",
        },
      },
    ],
    ["a text for a number", { addSheet: { properties: { sheetId: "1", title: "Biểu mẫu 1" } } }],
    [
      "one thing for a list",
      {
        updateCells: {
          start: { sheetId: 1, rowIndex: 0, columnIndex: 0 },
          rows: {},
          fields: "userEnteredValue",
        },
      },
    ],
    [
      "a field mask with spaces",
      {
        updateCells: {
          start: { sheetId: 1, rowIndex: 0, columnIndex: 0 },
          rows: [],
          fields: "userEnteredValue, note",
        },
      },
    ],
  ])("refuses %s", (_what, request) => {
    expect(faultsInUpdate({ requests: [request] })).toHaveLength(1);
  });

  it("refuses an answer with a member of our own", () => {
    const answer = { properties: { locale: "vi_VN" }, sheets: [], stamp: "1" };
    expect(faultsIn("Spreadsheet", answer)).toEqual(["Spreadsheet.stamp: Spreadsheet has no such member"]);
  });
});
