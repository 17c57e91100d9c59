import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { emptyWorkbook } from "../../../src/hosts/xlsx/open.js";
import { formSheet, formsPlan, INPUT } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { captured, opened, packageOf, packageTexts, partOf } from "./packages.js";

const SHEET = "Biểu mẫu 3";

async function savedForms() {
  const book = emptyWorkbook();
  valueOfResult(await book.apply(formsPlan(1, 3)));
  return book;
}

describe("the XML of a new workbook", () => {
  it("names result cells, hidden, and repeats the header rows of each sheet", async () => {
    const xml = await partOf(await (await savedForms()).save(), "xl/workbook.xml");
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Biểu mẫu 1'!$3:$4</definedName>`,
    );
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Biểu mẫu 3'!$3:$4</definedName>`,
    );
    expect(xml).toContain(`<definedName name="CCHC_BM3_3_3_1" hidden="1">'Biểu mẫu 3'!$D$6</definedName>`);
    expect(xml).toMatch(
      /<\/sheets><definedNames>.*<\/definedNames><calcPr calcId="\d+" fullCalcOnLoad="1"\/>/s,
    );
  });

  it("prints on A4, one page wide, centred, with the planned margins", async () => {
    const xml = await partOf(await (await savedForms()).save(), "xl/worksheets/sheet2.xml");
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('<printOptions horizontalCentered="1"/>');
    expect(xml).toMatch(
      /<pageSetup paperSize="9" orientation="portrait"[^>]* fitToWidth="1" fitToHeight="0"/,
    );
    expect(xml).toMatch(/<pageMargins left="1\.181\d*" right="0\.590\d*" top="0\.787\d*" bottom="0\.787\d*"/);
    expect(xml).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<tabColor rgb="FF2E75B6"/>');
  });

  it("says what may be typed, area by area", async () => {
    const xml = await partOf(await (await savedForms()).save(), "xl/worksheets/sheet2.xml");
    expect(xml).toContain(
      '<dataValidation type="whole" errorStyle="warning" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Chưa đúng" error="Ô này chỉ nhận số nguyên từ 0 trở lên." promptTitle="Số hồ sơ" prompt="Nhập số nguyên, không âm.&#10;Để trống nếu chưa có số liệu." sqref="D6:D7"><formula1>0</formula1></dataValidation>',
    );
    expect(xml).toMatch(
      /type="decimal" operator="between"[^>]*sqref="D5"><formula1>0<\/formula1><formula2>100<\/formula2>/,
    );
    expect(xml).toMatch(
      /type="list"[^>]*sqref="D8"><formula1>&quot;Có &amp; đủ = 1,Không = 0&quot;<\/formula1>/,
    );
  });

  it("has its elements in the order that Excel demands", async () => {
    const xml = await partOf(await (await savedForms()).save(), "xl/worksheets/sheet2.xml");
    const order = [
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "mergeCells",
      "conditionalFormatting",
      "dataValidations",
      "printOptions",
      "pageMargins",
      "pageSetup",
    ];
    const found = [...xml.matchAll(/<(\w+)[\s>/]/g)].map(([, name]) => name ?? "");
    expect(order.map((name) => found.indexOf(name))).toEqual(
      order.map((name) => found.indexOf(name)).sort((a, b) => a - b),
    );
    expect(order.every((name) => found.includes(name))).toBe(true);
  });

  it("fixes the heights of rows, except of those that grow with their text", async () => {
    const rowHeights = [
      { row: 5, height: 30 },
      { row: 6, height: 45, grows: true as const },
    ];
    const book = emptyWorkbook();
    valueOfResult(await book.apply({ sheets: [{ ...formSheet(SHEET), rowHeights }], names: [] }));
    for (const bytes of [await book.save(), await (await opened(await book.save())).save()]) {
      const xml = await partOf(bytes, "xl/worksheets/sheet1.xml");
      expect(xml).toContain('<row r="5" ht="30" customHeight="1"');
      expect(xml).toMatch(/<row r="6" ht="45"(?! customHeight)/);
    }
  });

  it("makes each distinct style once", async () => {
    const xml = await partOf(await (await savedForms()).save(), "xl/styles.xml");
    expect(xml).toContain('<cellXfs count="6">');
    expect(xml).toContain('<protection locked="0"/>');
  });

  it("stores the results of formulas", async () => {
    const book = await savedForms();
    const at = (row: number) => ({ sheet: SHEET, row, column: 4 });
    valueOfResult(
      await book.write([
        { cell: at(6), value: 922 },
        { cell: at(7), value: 905 },
      ]),
    );
    const xml = await partOf(await book.save(), "xl/worksheets/sheet2.xml");
    expect(xml).toMatch(/<c r="D5"[^>]*><f>[^<]*<\/f><v>98\.16<\/v><\/c>/);
  });

  it("is the same however often it is read and saved", async () => {
    const first = await (await savedForms()).save();
    const second = await (await opened(first)).save();
    for (const part of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"]) {
      expect(await partOf(second, part)).toBe(await partOf(first, part));
    }
  });
});

describe("saving a workbook that others made", () => {
  const made = {
    sheets: [
      {
        name: "S",
        before:
          '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="17" customHeight="1"/>',
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>C1</f><v>0</v></c></row>',
        after:
          '<sheetProtection password="CC1A" sheet="1"/><dataValidations count="1"><dataValidation type="custom" xr:uid="{1}" sqref="A:A"><formula1>A1&gt;0</formula1></dataValidation></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="9" scale="80" r:id="rId9"/><colBreaks count="1" manualBreakCount="1"><brk id="3" man="1"/></colBreaks>',
      },
    ],
    strings: '<si><r><rPr><b/></rPr><t>đậm</t></r><r><t xml:space="preserve"> thường</t></r></si>',
    names:
      '<definedName name="rate">8%</definedName><definedName name="gone" comment="x">#REF!</definedName>',
  };

  /** One cell of another sheet is written: every element and attribute of this one stays. */
  async function savedAfterEdit(bytes: Uint8Array): Promise<Uint8Array> {
    const book = await opened(bytes);
    valueOfResult(await book.write([{ cell: { sheet: "S", row: 9, column: 9 }, value: "mới" }]));
    return book.save();
  }
  const unprotected = {
    ...made,
    sheets: made.sheets.map((sheet) => ({
      ...sheet,
      after: sheet.after.replace(/<sheetProtection[^>]*>/, ""),
    })),
  };

  it("keeps what it does not understand: validations, print set-up, names", async () => {
    const bytes = await savedAfterEdit(packageOf(unprotected));
    const before = await partOf(packageOf(unprotected), "xl/worksheets/sheet1.xml");
    expect(await partOf(bytes, "xl/worksheets/sheet1.xml")).toBe(
      before.replace("</sheetData>", '<row r="9"><c r="I9" t="s"><v>1</v></c></row></sheetData>'),
    );
    const names = await partOf(packageOf(unprotected), "xl/workbook.xml");
    expect(await partOf(bytes, "xl/workbook.xml")).toBe(
      names.replace("</workbook>", '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'),
    );
  });

  it("comes out byte for byte, part by part, where nothing was written", async () => {
    const bytes = packageOf(made);
    const saved = await (await opened(bytes)).save();
    for (const part of Object.keys(packageTexts(made))) {
      expect(await partOf(saved, part)).toBe(await partOf(bytes, part));
    }
  });

  it("keeps rich text, and the font of cells without a style", async () => {
    const bytes = await savedAfterEdit(packageOf(unprotected));
    expect(await partOf(bytes, "xl/sharedStrings.xml")).toMatch(
      /<r><rPr><b\/><\/rPr><t>đậm<\/t><\/r><r><t xml:space="preserve"> thường<\/t><\/r>/,
    );
    expect(await partOf(bytes, "xl/styles.xml")).toContain(
      '<font><sz val="13"/><name val="Times New Roman"/></font>',
    );
  });

  it("understands the words true and false, as LibreOffice writes them", async () => {
    const bytes = packageOf({
      sheets: [
        {
          name: "true",
          before: '<sheetPr><pageSetUpPr fitToPage="true"/></sheetPr>',
          rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>',
        },
      ],
      styles:
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/></font><font><b val="false"/><i val="true"/><sz val="12"/></font></fonts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" fontId="1" applyFont="true" applyProtection="true"><protection locked="false"/></xf></cellXfs></styleSheet>',
    });
    const before = await partOf(bytes, "xl/worksheets/sheet1.xml");
    const book = await opened(bytes);
    valueOfResult(await book.write([{ cell: { sheet: "true", row: 1, column: 1 }, value: 2 }]));
    const saved = await book.save();
    expect(await partOf(saved, "xl/worksheets/sheet1.xml")).toBe(before.replace("<v>1</v>", "<v>2</v>"));
    expect(await partOf(saved, "xl/styles.xml")).toBe(await partOf(bytes, "xl/styles.xml"));
  });

  it("writes into open cells of a sheet that LibreOffice protected", async () => {
    const sheet = {
      name: "S",
      rows: '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row>',
      after: '<sheetProtection sheet="true"/>',
    };
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" applyProtection="true"><protection locked="false"/></xf></cellXfs></styleSheet>';
    const book = await opened(packageOf({ sheets: [sheet], styles }));
    valueOfResult(await book.write([{ cell: { sheet: "S", row: 1, column: 1 }, value: 2 }]));
    expect(await book.write([{ cell: { sheet: "S", row: 1, column: 2 }, value: 2 }])).toMatchObject({
      ok: false,
      fault: { kind: "protected" },
    });
  });

  it("refuses to write into locked cells of a protected sheet", async () => {
    const book = await opened(packageOf(made));
    const result = await book.write([{ cell: { sheet: "S", row: 1, column: 1 }, value: 1 }]);
    expect(result).toMatchObject({
      ok: false,
      fault: { kind: "protected", message: expect.stringContaining("“S”") },
    });
    expect(cellOf(valueOfResult(await book.capture()), "S", 1, 1).value).toBe("đậm thường");
  });

  it("says what a saved file would lack: a signature alone", async () => {
    const withChart = packageOf({
      ...made,
      other: { "xl/charts/chart1.xml": "<c/>", "xl/vbaProject.bin": "" },
    });
    expect((await opened(withChart)).losses).toEqual([]);
    const signed = packageOf({ ...made, other: { "_xmlsignatures/sig1.xml": "<s/>" } });
    expect((await opened(signed)).losses).toEqual(["chữ ký số (cần ký lại)"]);
  });

  it("lets the first cell of a shared formula be overwritten", async () => {
    const book = await opened(
      packageOf({
        sheets: [
          {
            name: "S",
            rows: '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>4</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row>',
          },
        ],
      }),
    );
    valueOfResult(
      await book.write([
        { cell: { sheet: "S", row: 1, column: 2 }, value: 5 },
        { cell: { sheet: "S", row: 2, column: 1 }, value: 7 },
      ]),
    );
    const snapshot = valueOfResult(await (await opened(await book.save())).capture());
    expect(cellOf(snapshot, "S", 1, 2)).toEqual({ value: 5, format: "General", formula: "" });
    expect(cellOf(snapshot, "S", 2, 2)).toEqual({ value: 14, format: "General", formula: "=A2*2" });
  });
});

describe("text", () => {
  const sheet = {
    ...formSheet(SHEET),
    cells: [{ row: 1, column: 1, content: { kind: "text", text: "x" } as const, style: INPUT }],
    merges: [],
  };

  it("comes back from a file exactly as it was given", async () => {
    const xmlText = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom("=", " ", "\n", "\r", "\t", "<", "&", '"', "'", "_x0041_", "_x", "ế", "😀"),
          fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
        ),
        minLength: 1,
      })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no form for these
      .filter((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(xmlText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const book = emptyWorkbook();
        valueOfResult(await book.apply({ sheets: [sheet], names: [] }));
        valueOfResult(
          await book.write(
            texts.map((value, index) => ({ cell: { sheet: SHEET, row: index + 1, column: 1 }, value })),
          ),
        );
        const snapshot = valueOfResult(await (await opened(await book.save())).capture());
        expect(texts.map((_text, index) => cellOf(snapshot, SHEET, index + 1, 1).value)).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it("stays text in a cell with a number format, which is kept", async () => {
    const book = emptyWorkbook();
    const percent = {
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, style: { ...INPUT, numberFormat: "0.00" } })),
    };
    valueOfResult(await book.apply({ sheets: [percent], names: [] }));
    valueOfResult(await book.write([{ cell: { sheet: SHEET, row: 1, column: 1 }, value: "100" }]));
    const snapshot = valueOfResult(await (await opened(await book.save())).capture());
    expect(cellOf(snapshot, SHEET, 1, 1)).toEqual({ value: "100", format: "0.00", formula: "" });
  });

  it("longer than a cell can hold is refused", async () => {
    const book = emptyWorkbook();
    valueOfResult(await book.apply({ sheets: [sheet], names: [] }));
    const result = await book.write([{ cell: { sheet: SHEET, row: 1, column: 1 }, value: "x".repeat(8001) }]);
    expect(result).toMatchObject({
      ok: false,
      fault: { kind: "unsupported", message: expect.stringContaining("A1") },
    });
  });
});

describe("culture", () => {
  it("is not told by a file", async () => {
    expect((await captured({ sheets: [{ name: "S", rows: "" }] })).culture).toBeNull();
  });
});
