import { describe, expect, it } from "@jest/globals";
import type { WorkbookHost } from "../../src/hosts/port.js";
import { type CheckedForms, check } from "../../src/jobs/check.js";
import { printReport } from "../../src/jobs/print.js";
import { printWord } from "../../src/jobs/print-word.js";
import { sentencesAbout, type WrittenReport, writeReport } from "../../src/jobs/report.js";
import { paragraphText } from "../../src/narrative/section.js";
import { valueOfResult } from "../hosts/results.js";
import { filledBook, newBook } from "./books.js";

async function opened(host: WorkbookHost): Promise<CheckedForms> {
  const book = valueOfResult(await check(host));
  if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
  return book;
}

async function written(host: WorkbookHost): Promise<WrittenReport> {
  const outcome = writeReport(await opened(host));
  if (outcome.kind !== "written") throw new Error(outcome.kind);
  return outcome.written;
}

describe("writing a report", () => {
  it("prints it as a page, as text, as data and as a Word file", async () => {
    const report = await written(await filledBook());
    expect(printReport(report, "text")).toContain("922");
    expect(printReport(report, "html")).toMatch(/^<!doctype html>/i);
    const { sections } = JSON.parse(printReport(report, "json"));
    expect(sections.map(({ id }: { id: string }) => id)).toEqual(
      report.narrative.sections.map(({ id }) => id),
    );
    expect([...(await printWord(report)).slice(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it("lists what each section lacks, with the cell where she writes her own text", async () => {
    const { gaps } = await written(await newBook());
    const plan = gaps.find(({ section }) => section === "plan");
    expect(plan?.missing.map(({ kind }) => kind)).toContain("own-text");
    expect(plan?.place?.heading).toBe("Xây dựng và thực hiện kế hoạch cải cách hành chính");
    const shown = new Set(gaps.map(({ section }) => section));
    expect(shown.size).toBe(gaps.length);
  });

  it("says of a section that lacks something what is printed around it, once its number does not", async () => {
    const { gaps } = await written(await newBook());
    const told = gaps.map(({ number, around }) => [...around.map((one) => one.number), number].join(" > "));
    expect(told).toEqual([
      ...["I > 1", "I > 2", "I > 3", "I > 4", "I > 5", "I > "],
      ...["II > 1", "II > 2.1", "II > 2.2", "II > 2.3", "II > 2.4", "II > 2.5", "II > 2.6", "II > 2.7"],
      ...["II > 3", "II > 4", "II > 5", "II > 6.1", "II > 6.2", "II > 6.3", "II > 6.4", "II > 6.5"],
      ...["III > 1", "III > 2", "III > 3", "IV", "V"],
    ]);
  });

  it("is a draft while errors stand: what rests on them is marked, or left out of a clean copy", async () => {
    const book = await opened(await filledBook());
    const draft = writeReport(book);
    const clean = writeReport(book, { clean: true });
    if (draft.kind !== "written" || clean.kind !== "written") throw new Error("not written");
    const told = ({ narrative }: WrittenReport) =>
      narrative.sections.flatMap(({ paragraphs }) => paragraphs.map(paragraphText)).join("\n");
    expect(draft.written.errors.map(({ rule }) => rule)).toEqual(["total.mismatch", "part.exceeds"]);
    expect(draft.written.content.draft).toBe(true);
    expect(clean.written.narrative.doubtful).toEqual(draft.written.narrative.doubtful);
    for (const { text } of draft.written.narrative.doubtful) expect(told(clean.written)).not.toContain(text);
  });

  it("leads from a cell to the sentences that tell it, and to those that tell a number made from it", async () => {
    const host = await filledBook();
    const book = await opened(host);
    const report = await written(host);
    const cell = book.report.values.get("7/6.4.3")?.address;
    if (cell == null) throw new Error("no cell");
    expect(sentencesAbout(report, cell)).toEqual([
      // 16 in itself, and within the number of procedures that had files.
      expect.stringMatching(/^.*TTHC phát sinh hồ sơ trực tuyến/),
      expect.stringContaining("TTHC có phát sinh hồ sơ nộp trực tuyến"),
    ]);
  });

  it("refuses an outline that is none, or none of the edition, and names those that can be used", async () => {
    const book = await opened(await newBook());
    expect(writeReport(book, { outline: "nope" })).toEqual({
      kind: "no-outline",
      known: false,
      outlines: book.report.edition.outlines,
      unbound: [],
    });
    expect(writeReport(book, { outline: "summary" })).toMatchObject({ kind: "no-outline", known: true });
  });
});
