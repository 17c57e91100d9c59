import { describe, expect, it } from "@jest/globals";
import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { insertReport, proposeInsertion } from "../../src/jobs/insert.js";
import { open } from "../../src/jobs/open.js";
import { perform } from "../../src/jobs/perform.js";
import { addsOnlyTables, isComplete, preview, refilledCells } from "../../src/jobs/preview.js";
import { survey } from "../../src/jobs/survey.js";
import { valueOfResult } from "../hosts/results.js";
import { edition } from "../support/report-data.js";
import { filledBook } from "./books.js";

const INFO = { organization: "UBND xã Phượng Kỳ", superior: "", period: "half-year", year: 2023 } as const;
const wanted = (tables: readonly string[] = []) => ({ edition: edition("tu-ky-2023"), info: INFO, tables });

describe("inserting a report", () => {
  it("puts all of it into an empty workbook, with what is known of it", async () => {
    const host = emptyWorkbook();
    expect(valueOfResult(await survey(host)).blank).toBe(true);
    const work = proposeInsertion(valueOfResult(await open(host)), wanted());
    if (work === null) throw new Error("nothing proposed");
    expect((await perform(host, work)).kind).toBe("done");
    const book = valueOfResult(await open(host));
    if (book.kind !== "forms") throw new Error(book.kind);
    expect(book.report.edition.id).toBe("tu-ky-2023");
    expect(book.report.info).toMatchObject(INFO);
    expect(valueOfResult(await survey(host)).blank).toBe(false);
  });

  it("adds what a workbook lacks and is complete after that", async () => {
    const host = await filledBook();
    const book = valueOfResult(await open(host));
    const work = proposeInsertion(book, wanted(["documents"]));
    if (work === null) throw new Error("nothing proposed");
    const before = valueOfResult(await preview(host, work.plan));
    expect(before.addedSheets).toContain("Văn bản đã ban hành");
    expect(isComplete(before)).toBe(false);
    await perform(host, work);
    const after = valueOfResult(await preview(host, work.plan));
    expect([isComplete(after), refilledCells(after), addsOnlyTables(after)]).toEqual([true, 0, false]);
    const again = valueOfResult(await open(host));
    expect(again.kind === "forms" && again.report.values.get("3/1.4")?.cell.value).toBe("139");
    expect(again.kind === "forms" && again.report.edition.id).toBe("hai-duong-2022");
    const tablesOnly = proposeInsertion(again, wanted(["fees"]));
    expect(
      addsOnlyTables(valueOfResult(await preview(host, tablesOnly?.plan ?? { sheets: [], names: [] }))),
    ).toBe(true);
  });

  it("takes its information as INFO.json has it, and leaves aside what no report has", async () => {
    const host = emptyWorkbook();
    const info = { organization: "UBND xã Phượng Kỳ", period: "half-year", year: 2023, nickname: "PK" };
    expect(await insertReport(host, edition("tu-ky-2023"), info)).toMatchObject({
      kind: "done",
      unknownInfo: ["nickname"],
    });
    expect(await insertReport(emptyWorkbook(), edition("tu-ky-2023"), { year: "mười" })).toMatchObject({
      kind: "unusable-info",
      faults: [{ key: "year" }],
    });
  });
});
