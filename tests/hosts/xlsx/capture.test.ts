import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { CellValue } from "../../../src/values/cell.js";
import { cellOf, valueOfResult } from "../results.js";
import { captured, opened, packageOf, styles } from "./packages.js";

/** Cells of one sheet, each a `<c>` element, in the rows 1, 2, 3 ... of column A. */
async function column(cells: readonly string[], more: { strings?: string; styles?: string } = {}) {
  const rows = cells.map(
    (cell, index) => `<row r="${index + 1}">${cell.replace("<c", `<c r="A${index + 1}"`)}</row>`,
  );
  const snapshot = await captured({ sheets: [{ name: "S", rows: rows.join("") }], ...more });
  return cells.map((_cell, index) => cellOf(snapshot, "S", index + 1, 1));
}

describe("values of cells", () => {
  it.each<[string, string, CellValue]>([
    ["a number", "<c><v>98.16</v></c>", 98.16],
    ["zero", "<c><v>0</v></c>", 0],
    ["true", '<c t="b"><v>1</v></c>', true],
    ["false", '<c t="b"><v>0</v></c>', false],
    ["an error", '<c t="e"><v>#DIV/0!</v></c>', { error: "#DIV/0!" }],
    ["shared text", '<c t="s"><v>0</v></c>', "Không"],
    ["rich text", '<c t="s"><v>1</v></c>', "Số hồ sơ đúng hạn"],
    ["an escaped character", '<c t="s"><v>2</v></c>', "a\tb"],
    ["inline text", '<c t="inlineStr"><is><t>00012</t></is></c>', "00012"],
    ["inline rich text", '<c t="inlineStr"><is><r><t>3</t></r><r><t>.000</t></r></is></c>', "3.000"],
    ["empty text", '<c t="s"><v>3</v></c>', null],
  ])("%s", async (_what, cell, expected) => {
    const strings =
      "<si><t>Không</t></si><si><r><t>Số hồ sơ </t></r><r><rPr><b/></rPr><t>đúng hạn</t></r></si><si><t>a_x0009_b</t></si><si><t></t></si>";
    const [read] = await column([cell], { strings });
    expect(read).toEqual({ value: expected, format: "General", formula: "" });
  });

  it("formulas with their last results, of every kind", async () => {
    const cells = await column([
      "<c><f>1+1</f><v>2</v></c>",
      "<c><f>0*FOREIGN(1)</f><v>0</v></c>",
      '<c t="str"><f>FOREIGN(2)</f><v>chữ</v></c>',
      '<c t="b"><f>FOREIGN(3)</f><v>0</v></c>',
      '<c t="e"><f>FOREIGN(4)</f><v>#N/A</v></c>',
      "<c><f>FOREIGN(5)</f></c>",
    ]);
    expect(cells.map(({ value }) => value)).toEqual([2, 0, "chữ", false, { error: "#N/A" }, null]);
    expect(cells[0]?.formula).toBe("=1+1");
  });

  it("formulas that their program left without a result are worked out", async () => {
    const cells = await column([
      "<c><v>800</v></c>",
      "<c><f>A1/4</f></c>",
      '<c t="str"><f>IF(A1=0,1,"")</f><v></v></c>',
    ]);
    expect(cells.map(({ value }) => value)).toEqual([800, 200, ""]);
  });

  it("shared formulas are spelled out for each cell", async () => {
    const snapshot = await captured({
      sheets: [
        {
          name: "Bảng A1",
          rows: `<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2+$A$1+'Bảng A1'!A1</f><v>20</v></c></row><row r="2"><c r="A2"><v>6</v></c><c r="B2"><f t="shared" si="0"/><v>23</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>5</v></c></row>`,
        },
      ],
    });
    expect([1, 2, 3].map((row) => cellOf(snapshot, "Bảng A1", row, 2))).toEqual([
      { value: 20, format: "General", formula: "=A1*2+$A$1+'Bảng A1'!A1" },
      { value: 23, format: "General", formula: "=A2*2+$A$1+'Bảng A1'!A2" },
      { value: 5, format: "General", formula: "=A3*2+$A$1+'Bảng A1'!A3" },
    ]);
  });

  it("dates come back as their serial numbers with their format", async () => {
    const cells = await column(
      [
        '<c s="1"><v>45183</v></c>',
        '<c s="1"><v>1</v></c>',
        '<c s="2"><v>45183.51</v></c>',
        '<c s="1"><f>A1</f><v>45183</v></c>',
      ],
      { styles: styles(["dd/mm/yyyy", "hh:mm"]) },
    );
    expect(cells).toEqual([
      { value: 45183, format: "dd/mm/yyyy", formula: "" },
      { value: 1, format: "dd/mm/yyyy", formula: "" },
      { value: 45183.51, format: "hh:mm", formula: "" },
      { value: 45183, format: "dd/mm/yyyy", formula: "=A1" },
    ]);
  });

  it("dates written out, as Strict files have them, are serial numbers", async () => {
    const cells = await column(
      ['<c s="1" t="d"><v>2023-09-14</v></c>', '<c s="1" t="d"><v>2023-09-14T12:00:00</v></c>'],
      { styles: styles(["dd/mm/yyyy"]) },
    );
    expect(cells.map(({ value }) => value)).toEqual([45183, 45183.5]);
  });

  it("a number under a date format is exact to five decimals", async () => {
    const numbers = fc.array(
      fc.integer({ min: 0, max: 9_999_900_000 }).map((hundredThousandths) => hundredThousandths / 100_000),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        const cells = await column(
          values.map((value) => `<c s="1"><v>${value}</v></c>`),
          { styles: styles(["d/m/yyyy"]) },
        );
        expect(cells.map(({ value }) => value)).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });

  it("a text or error result under a date format stays what it is", async () => {
    const [text, error] = await column(
      ['<c s="1" t="str"><f>IF(TRUE,"")</f><v></v></c>', '<c s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
      { styles: styles(["dd/mm/yyyy"]) },
    );
    expect(text?.value).toBe("");
    expect(error?.value).toEqual({ error: "#DIV/0!" });
  });

  it("a workbook that counts from 1904 gives serial numbers of the 1900 system", async () => {
    const parts = {
      sheets: [
        { name: "S", rows: '<row r="1"><c r="A1" s="1"><v>43721</v></c><c r="B1"><v>43721</v></c></row>' },
      ],
      styles: styles(["dd/mm/yyyy"]),
      workbookProperties: '<workbookPr date1904="1"/>',
    };
    const snapshot = await captured(parts);
    expect(cellOf(snapshot, "S", 1, 1).value).toBe(45183);
    expect(cellOf(snapshot, "S", 1, 2).value).toBe(43721);
    const again = await opened(await (await opened(packageOf(parts))).save());
    expect(valueOfResult(await again.capture())).toEqual(snapshot);
  });
});

describe("sheets", () => {
  it("tell whether they are hidden or protected", async () => {
    const { sheets } = await captured({
      sheets: [
        { name: "Mở", rows: "" },
        { name: "Ẩn", rows: "", state: "hidden" },
        { name: "Rất ẩn", rows: "", state: "veryHidden" },
        { name: "Khóa", rows: "", after: '<sheetProtection password="CC1A" sheet="1" objects="1"/>' },
      ],
    });
    expect(sheets.map(({ name, visible, protected: locked }) => [name, visible, locked])).toEqual([
      ["Mở", true, false],
      ["Ẩn", false, false],
      ["Rất ẩn", false, false],
      ["Khóa", true, true],
    ]);
  });

  it("show the used part: from the first to the last cell with content", async () => {
    const { sheets } = await captured({
      sheets: [
        {
          name: "S",
          rows: '<row r="3"><c r="C3"><v>1</v></c><c r="D3" s="1"/></row><row r="5"><c r="B5"><v>2</v></c><c r="F5" s="1"/></row>',
        },
      ],
      styles: styles(["0%"]),
    });
    expect(sheets).toEqual([
      {
        name: "S",
        visible: true,
        protected: false,
        top: 3,
        left: 2,
        values: [
          [null, 1],
          [null, null],
          [2, null],
        ],
        formats: [
          ["General", "General"],
          ["General", "General"],
          ["General", "General"],
        ],
        formulas: [
          ["", ""],
          ["", ""],
          ["", ""],
        ],
      },
    ]);
  });

  it("give a blank cell inside the used part its format", async () => {
    const snapshot = await captured({
      sheets: [
        { name: "S", rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1"><v>2</v></c></row>' },
      ],
      styles: styles(["0%"]),
    });
    expect(cellOf(snapshot, "S", 1, 2)).toEqual({ value: null, format: "0%", formula: "" });
  });

  it("carry a merged area's value in its first cell only", async () => {
    const snapshot = await captured({
      sheets: [
        {
          name: "S",
          rows: '<row r="1"><c r="A1"><v>7</v></c><c r="B1"/></row><row r="2"><c r="B2"><v>1</v></c></row>',
          after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
        },
      ],
    });
    expect(snapshot.sheets[0]?.values).toEqual([
      [7, null],
      [null, 1],
    ]);
  });

  it("with a stray entry in the last cell are still read", async () => {
    const snapshot = await captured({
      sheets: [
        {
          name: "S",
          rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        },
      ],
    });
    expect(cellOf(snapshot, "S", 1_048_576, 16_384).value).toBe(2);
  });
});

describe("names", () => {
  it("refer to one area, or to nothing that can be used", async () => {
    const { names } = await captured({
      sheets: [
        { name: "Biểu mẫu 1", rows: "" },
        { name: "An's", rows: "" },
      ],
      names: [
        '<definedName name="CCHC_BM1_1" hidden="1">\'Biểu mẫu 1\'!$D$5</definedName>',
        "<definedName name=\"CCHC_TBL_x\">'An''s'!$A$2:$F$9</definedName>",
        '<definedName name="gone">#REF!</definedName>',
        "<definedName name=\"half_gone\">'Biểu mẫu 1'!#REF!</definedName>",
        "<definedName name=\"two\">'Biểu mẫu 1'!$A$1,'Biểu mẫu 1'!$C$1</definedName>",
        '<definedName name="constant">8%</definedName>',
        "<definedName name=\"elsewhere\">'Không có'!$A$1</definedName>",
        '<definedName name="local" localSheetId="0">\'Biểu mẫu 1\'!$A$1</definedName>',
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Biểu mẫu 1\'!$3:$4</definedName>',
      ].join(""),
    });
    expect(names).toEqual([
      { name: "CCHC_BM1_1", area: { sheet: "Biểu mẫu 1", top: 5, left: 4, bottom: 5, right: 4 } },
      { name: "CCHC_TBL_x", area: { sheet: "An's", top: 2, left: 1, bottom: 9, right: 6 } },
      { name: "gone", area: null },
      { name: "half_gone", area: null },
      { name: "two", area: null },
      { name: "constant", area: null },
      { name: "elsewhere", area: null },
    ]);
  });
});

describe("packages of other programs", () => {
  it("with the namespace as a prefix", async () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const snapshot = await captured({
      sheets: [{ name: "S", rows: "" }],
      other: {
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        "xl/sharedStrings.xml": `<x:sst xmlns:x="${main}"><x:si><x:t>Có</x:t></x:si></x:sst>`,
      },
    });
    expect(cellOf(snapshot, "S", 1, 1).value).toBe("Có");
  });

  it("with parts under other names", async () => {
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const snapshot = await captured({
      sheets: [],
      other: {
        "_rels/.rels": `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook2.xml"/></Relationships>`,
        "xl/workbook2.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="S" sheetId="7" r:id="x"/></sheets></workbook>`,
        "xl/_rels/workbook2.xml.rels": `<Relationships><Relationship Id="x" Type="${office}/worksheet" Target="worksheets/Bang.xml"/></Relationships>`,
        "xl/worksheets/Bang.xml": `<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>4</v></c></row></sheetData></worksheet>`,
      },
    });
    expect(cellOf(snapshot, "S", 1, 1).value).toBe(4);
  });
});
