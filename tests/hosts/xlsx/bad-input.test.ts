import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { BookFaultKind } from "../../../src/hosts/xlsx/faults.js";
import { NODE_CODEC } from "../../../src/hosts/xlsx/node-codec.js";
import { emptyWorkbook, openWorkbook } from "../../../src/hosts/xlsx/open.js";
import { WEB_CODEC } from "../../../src/hosts/xlsx/zip/codec.js";
import { ZIP_LIMITS } from "../../../src/hosts/xlsx/zip/limits.js";
import { formsPlan } from "../plans.js";
import { pack, packageTexts } from "./packages.js";

const codecs = [
  ["fflate", WEB_CODEC],
  ["zlib", NODE_CODEC],
] as const;

async function faultOf(
  bytes: Uint8Array,
  codec = NODE_CODEC,
  limits = ZIP_LIMITS,
): Promise<BookFaultKind | "opened"> {
  const result = await openWorkbook(bytes, { codec, limits });
  if (result.ok) return "opened";
  // One sentence or two in Vietnamese, and nothing of the machinery.
  expect(result.fault.message).toMatch(/^[A-ZĐ][^\n]+\. Hãy [^\n]+\.$/u);
  expect(result.fault.message).not.toMatch(/Error|undefined|null|\bat\s/);
  return result.fault.kind;
}

async function workbook(): Promise<Uint8Array> {
  const book = emptyWorkbook();
  await book.apply(formsPlan(1, 3));
  return book.save();
}

/** A compound file ([MS-CFB]) with these streams in its directory. */
function compoundFile(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512 + 128 * streams.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of ["Root Entry", ...streams].entries()) {
    const at = 512 + index * 128;
    for (const [place, letter] of [...name].entries()) bytes[at + place * 2] = letter.charCodeAt(0);
    bytes[at + 64] = name.length * 2 + 2;
  }
  return bytes;
}

/** A zip file of one deflated part whose directory declares `declared` bytes. */
function zipDeclaring(content: Uint8Array, declared: number): Uint8Array {
  const name = new TextEncoder().encode("xl/workbook.xml");
  const data = deflateRawSync(content);
  const bytes = new Uint8Array(30 + name.length + data.length + 46 + name.length + 22);
  const view = new DataView(bytes.buffer);
  const directory = 30 + name.length + data.length;
  for (const [signature, at, fields] of [
    [0x04034b50, 0, 4],
    [0x02014b50, directory, 6],
  ] as const) {
    view.setUint32(at, signature, true);
    view.setUint16(at + fields + 4, 8, true);
    view.setUint32(at + fields + 14, data.length, true);
    view.setUint32(at + fields + 18, declared, true);
    view.setUint16(at + fields + 22, name.length, true);
  }
  bytes.set(name, 30);
  bytes.set(data, 30 + name.length);
  bytes.set(name, directory + 46);
  view.setUint32(bytes.length - 22, 0x06054b50, true);
  view.setUint16(bytes.length - 14, 1, true);
  view.setUint16(bytes.length - 12, 1, true);
  view.setUint32(bytes.length - 10, 46 + name.length, true);
  view.setUint32(bytes.length - 6, directory, true);
  return bytes;
}

const text = (value: string) => new TextEncoder().encode(value);

describe("files that are no workbook", () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, BookFaultKind]>([
    ["an empty file", () => new Uint8Array(), "empty"],
    ["plain text", () => text("STT;Nội dung;Kết quả\n1;Số văn bản;12\n"), "not-xlsx"],
    ["a web page named .xls", () => text("<html><table></table></html>"), "not-xlsx"],
    ["a PDF", () => text("%PDF-1.7\n"), "not-xlsx"],
    ["an Excel 97-2003 file", () => compoundFile(["Workbook", "SummaryInformation"]), "legacy-xls"],
    ["an Excel 5 file", () => compoundFile(["Book"]), "legacy-xls"],
    ["a workbook with a password", () => compoundFile(["EncryptionInfo", "EncryptedPackage"]), "encrypted"],
    ["an old Word file", () => compoundFile(["WordDocument"]), "not-xlsx"],
    ["a zip file without parts", () => pack({}), "not-workbook"],
    ["a zip file of other things", () => pack({ "readme.txt": "chào" }), "not-workbook"],
    ["a Word file", () => pack({ "[Content_Types].xml": "", "word/document.xml": "<w/>" }), "not-workbook"],
    [
      "an .ods file",
      () => pack({ mimetype: "application/vnd.oasis", "content.xml": "<x/>" }),
      "not-workbook",
    ],
    ["a binary workbook", () => pack({ "xl/workbook.bin": "..." }), "not-workbook"],
  ])("%s", async (_what, make, kind) => {
    expect(await faultOf(await make())).toBe(kind);
  });

  it("says which program's file it is", async () => {
    const word = await openWorkbook(pack({ "word/document.xml": "<w/>" }));
    expect(word).toMatchObject({ ok: false, fault: { message: expect.stringContaining("Word") } });
  });
});

describe("broken files", () => {
  it("cut off anywhere", async () => {
    const bytes = await workbook();
    for (const share of [0.01, 0.3, 0.6, 0.9, 0.999]) {
      expect(await faultOf(bytes.slice(0, Math.floor(bytes.length * share)))).toBe("truncated");
    }
  });

  it.each(codecs)("with a damaged part (%s)", async (_name, codec) => {
    const bytes = await workbook();
    for (let at = 60; at < 90; at += 5) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(await faultOf(bytes, codec)).toBe("damaged");
  });

  const sheet = { name: "S", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' };
  const base = packageTexts({ sheets: [sheet] });
  it.each<[string, Readonly<Record<string, string>>]>([
    ["a sheet's XML", { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row></sheetData></worksheet>" }],
    ["a sheet that ends too early", { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'>" }],
    ["the workbook part", { "xl/workbook.xml": "<workbook><sheets>" }],
    ["the shared strings", { "xl/sharedStrings.xml": "<sst><si><t>a" }],
    [
      "a text that is not there",
      { "xl/worksheets/sheet1.xml": base["xl/worksheets/sheet1.xml"]?.replace("<c ", '<c t="s" ') ?? "" },
    ],
    ["the styles", { "xl/styles.xml": "<styleSheet><fonts><font></styleSheet>" }],
    [
      "an entity",
      { "xl/worksheets/sheet1.xml": '<!DOCTYPE w [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>' },
    ],
    [
      "a link to a sheet that is not there",
      { "xl/_rels/workbook.xml.rels": "<Relationships></Relationships>" },
    ],
    [
      "a date that is none",
      {
        "xl/worksheets/sheet1.xml":
          '<worksheet><sheetData><row r="1"><c r="A1" t="d"><v>2023-19-14</v></c></row></sheetData></worksheet>',
      },
    ],
  ])("%s", async (_what, changed) => {
    expect(await faultOf(pack(base))).toBe("opened");
    expect(await faultOf(pack({ ...base, ...changed }))).toBe("broken");
  });

  it("of any kind give a fault, never an exception", async () => {
    const bytes = await workbook();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const damaged = new Uint8Array(bytes);
          for (const [at, value] of changes) damaged[at] = value;
          await faultOf(damaged);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("files made to exhaust the machine", () => {
  const zeros = (size: number) => new Uint8Array(size);

  it("a part that swells too much", async () => {
    expect(await faultOf(zipDeclaring(zeros(8_000_000), 8_000_000))).toBe("too-large");
  });

  it.each(codecs)("a part that holds more than it declares (%s)", async (_name, codec) => {
    expect(await faultOf(zipDeclaring(zeros(8_000_000), 1000), codec)).toBe("damaged");
  });

  it("parts that are too much together, although each is small", async () => {
    const part = "a".repeat(900);
    const bytes = pack({ a: part, b: part, c: part });
    expect(await faultOf(bytes, NODE_CODEC, { ...ZIP_LIMITS, totalBytes: 2000 })).toBe("too-large");
  });

  it("too many parts", async () => {
    const many = Object.fromEntries(
      Array.from({ length: ZIP_LIMITS.entries + 1 }, (_zero, index) => [`p${index}`, ""]),
    );
    expect(await faultOf(pack(many))).toBe("too-large");
  });

  it("a file that is too large itself", async () => {
    expect(await faultOf(await workbook(), NODE_CODEC, { ...ZIP_LIMITS, fileBytes: 1000 })).toBe("too-large");
  });

  it("merged areas of millions of cells", async () => {
    const texts = packageTexts({
      sheets: [{ name: "S", rows: "", after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }],
    });
    expect(await faultOf(pack(texts))).toBe("too-many-cells");
  });

  it("columns without end", async () => {
    const sheet = { name: "S", rows: "", before: '<cols><col min="1" max="2000000000" width="9"/></cols>' };
    expect(await faultOf(pack(packageTexts({ sheets: [sheet] })))).toBe("broken");
  });

  it.each([
    "<dataValidations >",
    "<mergeCell ",
    "<col <c <",
    "<definedName>",
  ])("a hundred thousand %s", async (tag) => {
    const texts = packageTexts({
      sheets: [{ name: "S", rows: "", after: tag.repeat(100_000) }],
      names: tag.repeat(1000),
    });
    const limits = { ...ZIP_LIMITS, ratio: Number.POSITIVE_INFINITY };
    expect(await faultOf(pack(texts), NODE_CODEC, limits)).toBe("broken");
  });

  it("names and validations of whole sheets are harmless", async () => {
    const texts = packageTexts({
      sheets: [
        {
          name: "S",
          rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
          after:
            '<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>0</formula1></dataValidation></dataValidations>',
        },
      ],
      names: '<definedName name="all">S!$A$1:$XFD$1048576</definedName>',
    });
    expect(await faultOf(pack(texts))).toBe("opened");
  });
});
