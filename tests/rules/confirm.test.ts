import { describe, expect, it } from "@jest/globals";
import { confirmationFor, confirmationOf, isConfirmed } from "../../src/rules/confirm.js";
import type { Finding } from "../../src/rules/finding.js";
import { confirmationEdits } from "../../src/workbook/filling/place-confirmation.js";
import { planConfirmations } from "../../src/workbook/planning/plan-confirmations.js";
import { check, reportOf } from "../support/check.js";
import { thanhMienData } from "../support/report-data.js";
import { bookWith, reportFrom, snapshotFrom, typeInForms } from "../support/table-books.js";

const ID = "hai-duong-2022";
const WORDS = { place: "Biểu mẫu 3, dòng 1.4", sentence: "Tổng ghi 139" };

/** A workbook with 139 procedures above its 157 parts, and a list for confirmations. */
async function doubtful() {
  const book = await bookWith(ID, []);
  await typeInForms(ID, book, { "3/1.4": 139, "3/1.4.3": 157 });
  const applied = await book.apply(planConfirmations());
  expect(applied.ok).toBe(true);
  return book;
}

async function findingIn(book: Awaited<ReturnType<typeof doubtful>>): Promise<Finding> {
  const report = await reportFrom(ID, book);
  const found = check(report).findings.find(({ rule }) => rule === "total.mismatch");
  if (found === undefined) throw new Error("no total.mismatch");
  return found;
}

async function confirm(book: Awaited<ReturnType<typeof doubtful>>, reason: string): Promise<void> {
  const confirmation = confirmationFor(await findingIn(book), reason);
  const edits = confirmationEdits(await snapshotFrom(book), confirmation, WORDS);
  expect(edits).not.toBeNull();
  const written = await book.write(edits ?? []);
  expect(written.ok).toBe(true);
}

describe("a finding that the officer explained", () => {
  it("is confirmed with its reason, from the workbook itself, and no other is", async () => {
    const book = await doubtful();
    await confirm(book, "=Số theo quyết định 139 chưa tính ngành dọc");
    const report = await reportFrom(ID, book);
    const { findings } = check(report);
    expect(findings.filter((finding) => isConfirmed(finding, report)).map(({ rule }) => rule)).toEqual([
      "total.mismatch",
    ]);
    expect(confirmationOf(await findingIn(book), report)).toEqual({
      reason: "=Số theo quyết định 139 chưa tính ngành dọc",
      stale: false,
    });
  });

  it("counts no more, until a number of it changes or it is taken back", async () => {
    const book = await doubtful();
    const counts = async () => {
      const { errors, warnings, infos, unchecked } = check(await reportFrom(ID, book)).summary;
      return { errors, warnings, infos, unchecked };
    };
    const before = await counts();
    expect(before.errors).toBe(2);
    await confirm(book, "Đã xem");
    expect(await counts()).toEqual({ ...before, errors: 1 });
    await typeInForms(ID, book, { "3/1.4.3": 158 });
    expect(await counts()).toEqual(before);
    await confirm(book, "Đã xem");
    await confirm(book, "");
    expect(await counts()).toEqual(before);
  });

  it("comes back as soon as one of its numbers changes", async () => {
    const book = await doubtful();
    await confirm(book, "Đã xem");
    await typeInForms(ID, book, { "3/1.4.3": 158 });
    const report = await reportFrom(ID, book);
    const finding = await findingIn(book);
    expect(isConfirmed(finding, report)).toBe(false);
    expect(confirmationOf(finding, report)).toEqual({ reason: "Đã xem", stale: true });
  });

  it("is confirmed anew in its own row, and taken back by an empty reason", async () => {
    const book = await doubtful();
    await confirm(book, "Lần một");
    await confirm(book, "Lần hai");
    expect((await reportFrom(ID, book)).confirmations.map(({ reason }) => reason)).toEqual(["Lần hai"]);
    await confirm(book, "");
    expect((await reportFrom(ID, book)).confirmations).toEqual([]);
  });

  it("is told from others by its key, and the last word counts", () => {
    const { findings } = check(reportOf(ID, thanhMienData));
    const [first, second, third] = findings;
    if (first === undefined || second === undefined || third === undefined) throw new Error("too few");
    const confirmations = [
      confirmationFor(first, "một"),
      confirmationFor(second, "hai"),
      confirmationFor(first, "ba"),
      confirmationFor(second, "bốn"),
    ];
    const said = [first, second, third].map((one) => confirmationOf(one, { confirmations }));
    expect(said).toEqual([{ reason: "ba", stale: false }, { reason: "bốn", stale: false }, null]);
  });

  it("changes nothing in a workbook without such a list", () => {
    const report = reportOf(ID, thanhMienData);
    expect(report.confirmations).toEqual([]);
    expect(check(report).findings.some((finding) => isConfirmed(finding, report))).toBe(false);
  });
});
