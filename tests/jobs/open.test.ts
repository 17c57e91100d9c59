import { describe, expect, it } from "@jest/globals";
import { INFO_SHEET } from "../../src/forms/sheet-names.js";
import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { open } from "../../src/jobs/open.js";
import { valueOfResult } from "../hosts/results.js";
import { filledBook, newBook } from "./books.js";
import { failing } from "./failing.js";

/** Writes another id into the cell `Bộ biểu mẫu`. */
async function named(edition: string) {
  const book = await newBook();
  const { names } = valueOfResult(await book.capture());
  const area = names.find(({ name }) => name === "CCHC_INFO_edition")?.area;
  if (!area) throw new Error("no cell for the edition");
  valueOfResult(
    await book.write([{ cell: { sheet: area.sheet, row: area.top, column: area.left }, value: edition }]),
  );
  return book;
}

describe("opening a workbook", () => {
  it("finds the forms, their report and no earlier period", async () => {
    const book = valueOfResult(await open(await filledBook()));
    if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
    expect(book.standing).toBe(true);
    expect(book.report.edition.id).toBe("hai-duong-2022");
    expect(book.report.info.organization).toBe("UBND thị trấn Thanh Miện");
    expect(book.report.values.get("3/1.4")?.reading).toMatchObject({ kind: "number", value: 139 });
    expect(book.earlier).toBeNull();
  });

  it("finds nothing in a workbook of somebody else's", async () => {
    const book = valueOfResult(await open(emptyWorkbook()));
    expect(book).toMatchObject({ kind: "empty", standing: false });
  });

  it("tells the id of an edition that the program does not have", async () => {
    const book = valueOfResult(await open(await named("tinh-khac-2030")));
    expect(book).toMatchObject({ kind: "foreign", standing: true, edition: "tinh-khac-2030", faults: null });
  });

  it("reads a workbook whose sheet of information says nothing of its edition by its rows", async () => {
    const book = valueOfResult(await open(await named("")));
    expect(book.kind).toBe("forms");
    expect(book.snapshot.sheets.map(({ name }) => name)).toContain(INFO_SHEET);
  });

  it("hands on why the workbook cannot be read, and makes a fault of what a host throws", async () => {
    const book = await newBook();
    expect(await open(failing(book, { capture: "session-lost" }))).toMatchObject({
      ok: false,
      fault: { kind: "session-lost" },
    });
    expect(await open(failing(book, { capture: new Error("boom") }))).toMatchObject({
      ok: false,
      fault: { kind: "unexpected", code: "Error: boom" },
    });
  });
});
