import { describe, expect, it } from "@jest/globals";
import type { WorkbookHost } from "../../src/hosts/port.js";
import { fill, prepareFill } from "../../src/jobs/fill.js";
import { bookOf, type FormsBook, open } from "../../src/jobs/open.js";
import { valueOfResult } from "../hosts/results.js";
import { newBook } from "./books.js";
import { failing } from "./failing.js";

async function opened(host: WorkbookHost): Promise<FormsBook> {
  const book = valueOfResult(await open(host));
  if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
  return book;
}

function prepared(book: FormsBook, json: unknown) {
  const data = prepareFill(book, json);
  if (!data.ok) throw new Error(JSON.stringify(data.fault));
  return data.value;
}

const dossiers = (count: number) =>
  Array.from({ length: count }, (_, row) => ({ field: `Lĩnh vực ${row + 1}`, "received-online": 1 }));

describe("filling a workbook", () => {
  it("writes information, forms, own texts and tables, and counts the cells", async () => {
    const host = await newBook();
    const before = await opened(host);
    const data = prepared(before, {
      info: { organization: "UBND xã Phượng Kỳ", nickname: "PK" },
      forms: { "3": { "3.3.1": 922, "3.3": "100" } },
      texts: {},
      tables: { "dossiers-by-field": dossiers(2) },
    });
    expect(data.unknownInfo).toEqual(["nickname"]);
    expect(await fill(host, before, data)).toEqual({ kind: "done", cells: 3 + 4 });
    const { report } = await opened(host);
    expect(report.info.organization).toBe("UBND xã Phượng Kỳ");
    expect(report.values.get("3/3.3.1")?.cell.value).toBe(922);
    expect(report.values.get("3/3.3")?.cell.value).toBe("100");
    expect(report.tables.get("dossiers-by-field")?.rows.slice(0, 2)).toHaveLength(2);
  });

  it.each(["03", "0x3", "3e0", " 3 ", "3.0", "+3", ""])("takes form %j for no form", async (form) => {
    const book = await opened(await newBook());
    expect(prepareFill(book, { forms: { [form]: { "3.3.1": 1 } } })).toEqual({
      ok: false,
      fault: [{ kind: "no-row", form, code: "3.3.1" }],
    });
  });

  it.each([
    [32_766, []],
    [32_767, []],
    [32_768, [{ kind: "too-long", path: "forms.3.3.3.1", length: 32_768, limit: 32_767 }]],
  ])("finds a text of %i characters too long for a cell, or not", async (length, faults) => {
    const book = await opened(await newBook());
    const data = prepareFill(book, { forms: { "3": { "3.3.1": "x".repeat(length) } } });
    expect(data.ok ? [] : data.fault).toEqual(faults);
  });

  it("lists every value that has no place, by kind, and writes nothing", async () => {
    const host = await newBook();
    const before = await opened(host);
    const data = prepareFill(before, {
      info: { year: "mười" },
      forms: { "3": { "9.9": 1 }, "9": { "1": 1 } },
      texts: { nowhere: "..." },
      tables: { petitions: [{}], documents: [{ nummer: 3 }], fees: [{}, {}] },
    });
    expect(data.ok ? [] : data.fault.map(({ kind }) => kind)).toEqual([
      ...["no-row", "no-row", "no-text-place", "no-table", "no-column", "one-row", "info"],
    ]);
    expect(prepareFill(before, { forms: { "3": [1] } })).toEqual({
      ok: false,
      fault: [{ kind: "shape", paths: ["forms.3"] }],
    });
    expect((await opened(host)).snapshot).toEqual(before.snapshot);
  });

  it("lets a given value stand where an added table would feed the cell a formula", async () => {
    const host = await newBook();
    const before = await opened(host);
    const tables = { "dossiers-by-field": dossiers(1) };
    await fill(host, before, prepared(before, { forms: { "7": { "6.7.1": 5 } }, tables }));
    const { report } = await opened(host);
    expect(report.values.get("7/6.7.1")?.cell).toMatchObject({ value: 5, formula: "" });
    expect(report.values.get("3/3.3.1")?.cell.formula).not.toBe("");
  });

  it("inserts the rows that a table lacks", async () => {
    const host = await newBook();
    const start = await opened(host);
    await fill(host, start, prepared(start, { tables: { "dossiers-by-field": dossiers(1) } }));
    const book = await opened(host);
    const data = prepared(book, { tables: { "dossiers-by-field": dossiers(40) } });
    expect(await fill(host, book, data)).toEqual({ kind: "done", cells: 80 });
    const filled = (await opened(host)).report.tables.get("dossiers-by-field");
    expect(filled?.rows.length).toBe(40);
    expect(await fill(host, await opened(host), data)).toEqual({ kind: "done", cells: 80 });
    expect((await opened(host)).report.tables.get("dossiers-by-field")?.rows.length).toBe(40);
  });

  it("says that a column is gone before anything is written", async () => {
    const host = await newBook();
    const start = await opened(host);
    await fill(host, start, prepared(start, { tables: { "dossiers-by-field": dossiers(1) } }));
    const book = await opened(host);
    // As after deleting the last column: the table's name is narrower and its heading is gone.
    const narrower = await bookOf({
      ...book.snapshot,
      names: book.snapshot.names.map((name) =>
        name.name === "CCHC_TBL_dossiers_by_field" && name.area !== null
          ? { ...name, area: { ...name.area, right: name.area.right - 1 } }
          : name,
      ),
    });
    if (narrower.kind !== "forms") throw new Error("no forms");
    const data = prepared(narrower, {
      tables: { "dossiers-by-field": [{ field: "Đất đai", "progress-late": 1 }] },
    });
    expect(await fill(failing(host, { write: new Error("written") }), narrower, data)).toEqual({
      kind: "unfit",
      obstacle: { kind: "columns-lost", sheet: "Hồ sơ theo lĩnh vực", columns: ["progress-late"] },
    });
  });

  it("tells whether anything is in the workbook when the host fails", async () => {
    const host = await newBook();
    const book = await opened(host);
    const data = prepared(book, { tables: { "dossiers-by-field": dossiers(1) } });
    expect(await fill(failing(host, { apply: "protected" }), book, data)).toMatchObject({
      kind: "refused",
      begun: false,
    });
    expect(await fill(failing(host, { write: "protected" }), book, data)).toMatchObject({
      kind: "refused",
      begun: true,
    });
  });
});
