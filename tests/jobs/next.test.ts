import { describe, expect, it } from "@jest/globals";
import { isBroken, nextChoices, periodKey, proposeNext } from "../../src/jobs/next.js";
import { type FormsBook, open } from "../../src/jobs/open.js";
import { perform } from "../../src/jobs/perform.js";
import { valueOfResult } from "../hosts/results.js";
import { filledBook } from "./books.js";
import { failing } from "./failing.js";

async function opened(host: Parameters<typeof open>[0]): Promise<FormsBook> {
  const book = valueOfResult(await open(host));
  if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
  return book;
}

function ready(book: FormsBook, period: string | null = null) {
  const proposal = proposeNext(book, period);
  if (proposal.kind !== "ready") throw new Error(proposal.message);
  return proposal;
}

describe("the next period", () => {
  it("follows the workbook's own; others that are later can be chosen", async () => {
    const { report } = await opened(await filledBook());
    const choices = nextChoices(report);
    expect(choices?.from).toEqual({ period: "quarter-3", year: 2023 });
    expect(choices?.to.map(periodKey).slice(0, 2)).toEqual(["2023-year", "2024-quarter-1"]);
  });

  it("is made in place: its numbers are kept as the earlier ones", async () => {
    const host = await filledBook();
    const { work, account } = ready(await opened(host));
    expect(account.next).toEqual({ period: "year", year: 2023 });
    expect((await perform(host, work)).kind).toBe("done");
    const { report, earlier } = await opened(host);
    expect(report.info).toMatchObject({ period: "year", year: 2023 });
    expect(report.values.get("3/1.4")?.cell.value).toBeNull();
    expect(earlier?.values.get("3/1.4")?.cell.value).toBe(139);
  });

  it("is refused where the period is none or not later, and says whose fault that is", async () => {
    const book = await opened(await filledBook());
    expect(proposeNext(book, "2023-half-year")).toMatchObject({ kind: "no-period", about: "period" });
    expect(proposeNext(book, "2023-month")).toMatchObject({ kind: "no-period", about: "period" });
    const unknown = { ...book, report: { ...book.report, info: { ...book.report.info, year: null } } };
    expect(proposeNext(unknown, null)).toMatchObject({ kind: "no-period", about: "workbook" });
    expect(nextChoices(unknown.report)).toBeNull();
  });

  it("half written, has lost no number as long as the cells were not cleared", async () => {
    const host = await filledBook();
    const before = await opened(host);
    const { work } = ready(before);
    expect((await perform(failing(host, { write: "protected" }), work)).kind).toBe("half");
    expect(isBroken(before, await opened(host))).toBe(false);
    valueOfResult(await host.write(work.edits));
    expect(isBroken(before, await opened(host))).toBe(true);
    expect(isBroken(before, null)).toBe(true);
  });
});
