import { describe, expect, it } from "@jest/globals";
import { NODE_CODEC } from "../../../src/hosts/xlsx/node-codec.js";
import { openWorkbook } from "../../../src/hosts/xlsx/open.js";
import { ZIP_LIMITS } from "../../../src/hosts/xlsx/zip/limits.js";
import { cellOf, valueOfResult } from "../results.js";
import {
  opened,
  type PackageParts,
  pack,
  packageOf,
  packageTexts,
  packBytes,
  partOf,
  styles,
} from "./packages.js";

/** Files that programs, people and damage make: each is read right, or refused with its true reason. */

const ANY_RATIO = { ...ZIP_LIMITS, ratio: Number.POSITIVE_INFINITY };

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const result = await openWorkbook(bytes, { codec: NODE_CODEC, limits: ANY_RATIO });
  return result.ok ? "opened" : result.fault.kind;
}

const sheetOf = (rows: string, after = ""): PackageParts => ({ sheets: [{ name: "S", rows, after }] });
const times = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_zero, index) => make(index + 1)).join("");

describe("more than any form needs", () => {
  it.each<[string, PackageParts, string]>([
    ["a merge to the last cell, with $", sheetOf("", merge("$A$200:$XFD$1048576")), "too-many-cells"],
    ["a merge to the last cell, in small letters", sheetOf("", merge("a200:xfd1048576")), "too-many-cells"],
    ["a row that no sheet has", sheetOf('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'), "broken"],
    ["a column that no sheet has", sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "broken"],
    ["a million rows without cells", sheetOf("<row/>".repeat(1_000_000)), "opened"],
    [
      "300,000 rows of blank formatted cells",
      {
        ...sheetOf(times(300_000, (row) => `<row r="${row}"><c r="A${row}" s="1"/></row>`)),
        styles: styles(["0%"]),
      },
      "opened",
    ],
    [
      "long formulas shared by 60,000 cells",
      sheetOf(
        `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A60001">${"B1+".repeat(500)}1</f></c></row>${times(
          60_000,
          (row) => `<row r="${row + 1}"><c r="A${row + 1}"><f t="shared" si="0"/></c></row>`,
        )}`,
      ),
      "too-many-cells",
    ],
    ["elements a million deep", sheetOf("", "<a>".repeat(1_000_000)), "broken"],
  ])("%s", async (_what, parts, expected) => {
    expect(await outcomeOf(packageOf(parts))).toBe(expected);
  });

  function merge(area: string): string {
    return `<mergeCells><mergeCell ref="${area}"/></mergeCells>`;
  }

  it("60,000 formulas in a chain, none with a result, are worked out to the end", async () => {
    const rows = times(60_000, (row) =>
      row === 1
        ? '<row r="1"><c r="A1"><v>1</v></c></row>'
        : `<row r="${row}"><c r="A${row}"><f>A${row - 1}+1</f></c></row>`,
    );
    const book = bookOf(
      await openWorkbook(packageOf(sheetOf(rows)), { codec: NODE_CODEC, limits: ANY_RATIO }),
    );
    expect(cellOf(valueOfResult(await book.capture()), "S", 60_000, 1).value).toBe(60_000);
  });

  it("is told with what to do", async () => {
    const result = await openWorkbook(packageOf(sheetOf("", merge("A1:XFD1048576"))));
    expect(result).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining("quá nhiều ô, dòng hoặc vùng gộp ô") },
    });
  });
});

describe("forms that programs rarely write", () => {
  const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>7</v></c></row>';
  const strings = "<si><t>Số hồ sơ</t></si>";

  async function read(texts: Record<string, string>, name = "S") {
    const book = await opened(pack(texts));
    const snapshot = valueOfResult(await book.capture());
    return [cellOf(snapshot, name, 1, 1).value, cellOf(snapshot, name, 1, 2).value];
  }

  it("text in CDATA, alone and between other text", async () => {
    const texts = packageTexts({ ...sheetOf(cells), strings: "<si><t>Số <![CDATA[<hồ> & ]]>sơ</t></si>" });
    expect(await read(texts)).toEqual(["Số <hồ> & sơ", 7]);
  });

  it("targets that go up and down, from the root, percent-encoded", async () => {
    const texts = packageTexts({ ...sheetOf(cells), strings });
    const links = texts["xl/_rels/workbook.xml.rels"] ?? "";
    for (const target of [
      "../xl/worksheets/sheet1.xml",
      "./../xl/./worksheets/sheet1.xml",
      "worksheets/%73heet1.xml",
    ]) {
      const changed = links.replace('"worksheets/sheet1.xml"', `"${target}"`);
      expect(await read({ ...texts, "xl/_rels/workbook.xml.rels": changed })).toEqual(["Số hồ sơ", 7]);
    }
  });

  it("parts whose names differ in case from what refers to them", async () => {
    const { "xl/worksheets/sheet1.xml": sheet = "", ...texts } = packageTexts({ ...sheetOf(cells), strings });
    expect(await read({ ...texts, "xl/Worksheets/Sheet1.xml": sheet })).toEqual(["Số hồ sơ", 7]);
  });

  it.each([
    "utf-16le",
    "utf-16be",
  ])("parts in %s, which stay as they are and are written as UTF-8", async (encoding) => {
    const texts = packageTexts({ ...sheetOf(cells), strings });
    const coded = (xml: string) =>
      utf16(`<?xml version="1.0" encoding="UTF-16"?>${xml}`, encoding === "utf-16be");
    const encoder = new TextEncoder();
    const bytes = packBytes(
      Object.entries(texts).map(([name, xml]) => [
        name,
        /sheet1|sharedStrings/.test(name) ? coded(xml) : encoder.encode(xml),
      ]),
    );
    const book = await opened(bytes);
    const snapshot = valueOfResult(await book.capture());
    expect(cellOf(snapshot, "S", 1, 1).value).toBe("Số hồ sơ");
    valueOfResult(await book.write([{ cell: { sheet: "S", row: 1, column: 2 }, value: 8 }]));
    const saved = await book.save();
    expect(await partOf(saved, "xl/worksheets/sheet1.xml")).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?><worksheet.*<v>8<\/v>/,
    );
    expect(cellOf(valueOfResult(await (await opened(saved)).capture()), "S", 1, 1).value).toBe("Số hồ sơ");
  });

  it("Strict files", async () => {
    const strict = Object.fromEntries(
      Object.entries(packageTexts({ ...sheetOf(cells), strings })).map(([name, xml]) => [
        name,
        xml
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );
    expect(await read(strict)).toEqual(["Số hồ sơ", 7]);
  });

  it("a sheet whose shared texts were lost is damaged, not blank", async () => {
    const { "xl/sharedStrings.xml": _lost, ...texts } = packageTexts({ ...sheetOf(cells), strings });
    expect(await outcomeOf(pack(texts))).toBe("damaged");
  });

  it("a workbook without shared texts at all gets them with its first", async () => {
    const { "xl/sharedStrings.xml": _none, ...texts } = packageTexts(
      sheetOf('<row r="1"><c r="A1"><v>7</v></c></row>'),
    );
    const links =
      texts["xl/_rels/workbook.xml.rels"]?.replace(/<Relationship [^>]*sharedStrings[^>]*>/, "") ?? "";
    const book = await opened(pack({ ...texts, "xl/_rels/workbook.xml.rels": links }));
    valueOfResult(await book.write([{ cell: { sheet: "S", row: 2, column: 1 }, value: "mới" }]));
    const saved = await book.save();
    expect(cellOf(valueOfResult(await (await opened(saved)).capture()), "S", 2, 1).value).toBe("mới");
    expect(await partOf(saved, "[Content_Types].xml")).toContain('PartName="/xl/sharedStrings.xml"');
    expect(await book.save()).toEqual(saved);
  });

  it("characters that XML has no form for are left out of what is written", async () => {
    const book = await opened(packageOf(sheetOf("")));
    const value = "a\ufffeb\uffffc\u0001d\ud800e😀";
    valueOfResult(await book.write([{ cell: { sheet: "S", row: 1, column: 1 }, value }]));
    const again = valueOfResult(await (await opened(await book.save())).capture());
    expect(cellOf(again, "S", 1, 1).value).toBe("abcde😀");
  });
});

describe("one flipped bit", () => {
  it("is never told as a file that is too large or encrypted", async () => {
    const bytes = packageOf({
      ...sheetOf(times(30, (row) => `<row r="${row}"><c r="A${row}"><v>${row * 7}</v></c></row>`)),
      strings: "<si><t>Số hồ sơ</t></si>",
    });
    const whole = await opened(bytes);
    const expected = JSON.stringify(valueOfResult(await whole.capture()));
    const kinds = new Set<string>();
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const result = await openWorkbook(flipped, { codec: NODE_CODEC });
      if (!result.ok) kinds.add(result.fault.kind);
      // What opens says what it said before.
      else expect(JSON.stringify(valueOfResult(await result.value.capture()))).toBe(expected);
    }
    expect([...kinds].sort()).toEqual(["damaged", "not-xlsx", "truncated"]);
  });
});

function bookOf<T>(outcome: { ok: true; value: T } | { ok: false; fault: { message: string } }): T {
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

/** Text as UTF-16 with its byte order mark. */
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), !bigEndian);
  return bytes;
}
