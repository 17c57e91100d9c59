import { describe, expect, it } from "@jest/globals";
import type { Edition } from "../../src/forms/schema.js";
import { emptyWorkbook, type XlsxWorkbook } from "../../src/hosts/xlsx/open.js";
import { carryWork, fittingEdition } from "../../src/jobs/mend-edition.js";
import { type ForeignBook, open } from "../../src/jobs/open.js";
import { perform } from "../../src/jobs/perform.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { valueOfResult } from "../hosts/results.js";
import { edition } from "../support/report-data.js";
import { newBook } from "./books.js";

/** An edition that does not come with the program. */
const OWN: Edition = { ...edition("tu-ky-2023"), id: "tinh-a-2031", name: "Biểu mẫu tỉnh A 2031" };

async function carrying(own: Edition): Promise<XlsxWorkbook> {
  const book = emptyWorkbook();
  valueOfResult(await book.apply(planReportWorkbook(own, new Map())));
  return book;
}

async function placeOf(book: XlsxWorkbook, called: string) {
  const { names } = valueOfResult(await book.capture());
  const area = names.find(({ name }) => name === called)?.area;
  if (!area) throw new Error(`no ${called}`);
  return { cell: { sheet: area.sheet, row: area.top, column: area.left }, rows: area.bottom - area.top + 1 };
}

async function nameEdition(book: XlsxWorkbook, id: string): Promise<void> {
  const { cell } = await placeOf(book, "CCHC_INFO_edition");
  valueOfResult(await book.write([{ cell, value: id }]));
}

async function foreign(book: XlsxWorkbook): Promise<ForeignBook> {
  const opened = valueOfResult(await open(book));
  if (opened.kind !== "foreign") throw new Error(`the workbook is ${opened.kind}`);
  return opened;
}

async function editionOf(book: XlsxWorkbook): Promise<string> {
  const opened = valueOfResult(await open(book));
  return opened.kind === "forms" ? opened.report.edition.id : opened.kind;
}

describe("a workbook that names an edition which the program does not have", () => {
  it.each([
    "hai-duong-2022",
    "tu-ky-2023",
    "dinh-hoa-2025",
  ])("is of %s by its rows, and named so again", async (id) => {
    const book = await carrying(edition(id));
    await nameEdition(book, "bo-bieu-mau-khac-2031");
    const fitting = await fittingEdition(await foreign(book));
    expect(fitting?.edition.id).toBe(id);
    valueOfResult(await book.write(fitting?.edits ?? []));
    expect(await editionOf(book)).toBe(id);
  });

  it("is given none whose rows are others", async () => {
    const [first, ...others] = OWN.forms;
    const book = await carrying({ ...OWN, forms: first === undefined ? [] : [first, ...others.slice(0, 1)] });
    const { cell, rows } = await placeOf(book, "CCHC_EDITION_DATA");
    const blanks = Array.from({ length: rows }, (_, index) => ({
      cell: { ...cell, row: cell.row + index },
      value: null,
    }));
    valueOfResult(await book.write(blanks));
    expect(await fittingEdition(await foreign(book))).toBeNull();
    expect(carryWork(await foreign(book), edition("vinh-linh-2023"))).toBeNull();
  });

  it("carries the edition that came as a file from then on", async () => {
    const book = await newBook("tu-ky-2023");
    await nameEdition(book, "tinh-a-2031");
    const work = carryWork(await foreign(book), OWN);
    if (work === null) throw new Error("no work");
    expect(work.edits).toEqual([]);
    expect((await perform(book, work)).kind).toBe("done");
    const opened = valueOfResult(await open(book));
    expect(opened.kind === "forms" && opened.report.edition).toEqual(OWN);
  });

  it("is named after the edition of the file, where that is another", async () => {
    const book = await newBook("tu-ky-2023");
    await nameEdition(book, "gõ nhầm");
    const work = carryWork(await foreign(book), OWN);
    if (work === null) throw new Error("no work");
    await perform(book, work);
    expect(await editionOf(book)).toBe("tinh-a-2031");
    const { cell } = await placeOf(book, "CCHC_INFO_edition");
    const { sheets } = valueOfResult(await book.capture());
    const sheet = sheets.find(({ name }) => name === cell.sheet);
    expect(sheet?.values[cell.row - sheet.top]?.[cell.column - sheet.left]).toBe("tinh-a-2031");
  });
});

describe("a workbook that carries a damaged edition", () => {
  async function damaged(): Promise<{ readonly book: XlsxWorkbook; readonly rows: number }> {
    const book = await carrying(OWN);
    const { cell, rows } = await placeOf(book, "CCHC_EDITION_DATA");
    valueOfResult(await book.write([{ cell, value: "{ hỏng" }]));
    return { book, rows };
  }

  it("is whole again with the same edition from its file", async () => {
    const { book, rows } = await damaged();
    const before = await foreign(book);
    expect(before.faults).not.toBeNull();
    const work = carryWork(before, OWN);
    expect(work?.plan).toEqual({ sheets: [], names: [] });
    expect(work?.edits).toHaveLength(rows);
    if (work !== null) await perform(book, work);
    const opened = valueOfResult(await open(book));
    expect(opened.kind === "forms" && opened.report.edition).toEqual(OWN);
  });

  it("takes no edition that is longer than its place", async () => {
    const { book } = await damaged();
    const longer = { ...OWN, source: { ...OWN.source, note: "a".repeat(40_000) } };
    expect(carryWork(await foreign(book), longer)).toBeNull();
  });
});
