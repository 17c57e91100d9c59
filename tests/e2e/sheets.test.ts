import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { a1 } from "../../src/values/address.js";
import { valueCell } from "../../src/workbook/layout/form-layout.js";
import { driveLocalSheets, type LocalSheetsDriver } from "../../tools/local-sheets/driver.js";
import { part } from "../document/zip.js";
import { edition, thanhMienData } from "../support/report-data.js";
import { breakPane } from "./looks/states.js";

/**
 * The whole job of an officer in Google Sheets: the very files that a deployer installs, the pane in
 * a sandboxed frame of 300 px, the server over the strict services, and 700 ms for each call.
 */
const haiDuong = edition("hai-duong-2022");

let sheets: LocalSheetsDriver;

const pane = (id: string) => sheets.pane.getByTestId(id);
const count = async (name: string) => Number((await pane(`count-${name}`).textContent())?.match(/\d+/)?.[0]);
const finding = (rule: string, cell: string) =>
  sheets.pane.locator(`[data-testid=finding][data-rule="${rule}"][data-cell="${cell}"]`);

/** Where a row's value stands on its sheet. */
function place(form: number, code: string): { readonly sheet: string; readonly cell: string } {
  const found = haiDuong.forms.find((candidate) => candidate.number === form);
  if (found === undefined) throw new Error(`no form ${form}`);
  const address = valueCell(haiDuong, found, code);
  return { sheet: address.sheet, cell: a1(address) };
}

const typings = Object.entries(thanhMienData.forms).flatMap(([form, rows]) =>
  Object.entries(rows).map(([code, value]) => ({ ...place(Number(form), code), text: String(value) })),
);

beforeAll(async () => {
  sheets = await driveLocalSheets({ query: { delay: "700" }, ownClock: true });
});
afterAll(() => sheets?.close());

describe("an officer with quarter III of Thanh Miện, in Google Sheets", () => {
  it("inserts the forms, and is told what Sheets cannot do", async () => {
    await pane("edition").selectOption("hai-duong-2022");
    await pane("organization").fill("UBND thị trấn Thanh Miện");
    await pane("superior").fill("UBND huyện Thanh Miện");
    await pane("period").selectOption("quarter-3");
    await pane("year").fill("2023");
    await pane("preview").getByText("Sẽ thêm 9 trang tính").waitFor();
    expect(await pane("lacks").textContent()).toContain("căn đều hai bên");
    await pane("insert").click();
    await pane("inserted").waitFor();
    expect(await sheets.sheetNames()).toEqual([
      "Sheet1",
      "Thông tin chung",
      ...[1, 2, 3, 4, 5, 6, 7].map((form) => `Biểu mẫu ${form}`),
      "Nội dung bổ sung",
    ]);
  });

  it("types every number by keyboard and sees the mistakes within five seconds, pressing nothing", async () => {
    await pane("to-check").click();
    expect(await count("error")).toBe(0);
    // The browser's hands are quicker than hers, the machine slower: on the clock a number takes 60 ms.
    await sheets.stopClock();
    for (const { sheet, cell, text } of typings) {
      await sheets.type(sheet, cell, text, () => sheets.pass(30, 30));
    }
    const lastly = finding("ratio.mismatch", place(7, "6.7").cell);
    expect(await sheets.passUntil(lastly)).toBeLessThanOrEqual(5_000);
    expect(await finding("total.mismatch", place(3, "1.4").cell).isVisible()).toBe(true);
    expect(await finding("part.exceeds", place(3, "1.4.3").cell).isVisible()).toBe(true);
    expect(await count("error")).toBe(2);
    await sheets.page.clock.resume();
  });

  it("clicks a finding, lands on its cell, mends it by keyboard and sees the finding go", async () => {
    const { sheet, cell } = place(3, "1.4");
    await finding("total.mismatch", cell).click();
    await sheets.untilSelected(`${sheet}!${cell}`);
    await sheets.type(sheet, cell, "157");
    await finding("total.mismatch", cell).waitFor({ state: "detached" });
    expect(await count("error")).toBe(0);
  });

  it("downloads the report as a Word file", async () => {
    await pane("step-report").click();
    await pane("report-preview").waitFor();
    const [download] = await Promise.all([sheets.page.waitForEvent("download"), pane("export").click()]);
    expect(download.suggestedFilename()).toBe("Bao-cao-CCHC-quy-III-2023-thi-tran-Thanh-Mien.docx");
    const word = part(new Uint8Array(await readFile(await download.path())), "word/document.xml");
    expect(word).toContain("THỊ TRẤN THANH MIỆN");
    // Each number is a bookmark of its own.
    expect(word.replace(/<[^>]+>/g, "")).toContain("922/922");
  });

  it("cost at most eight readings and one update", async () => {
    const calls = await sheets.calls();
    expect(calls.read).toBeLessThanOrEqual(8);
    expect(calls.update).toBe(1);
  });

  it("asks nothing while the pane is hidden, and at once when it is seen again", async () => {
    await sheets.show(false);
    // What was asked before still comes.
    await sheets.quiet();
    const before = await sheets.calls();
    const { sheet, cell } = place(3, "1.4");
    await sheets.act((local, at) => local.coauthor.type(at.sheet, at.cell, "139"), { sheet, cell });
    await sheets.stopClock();
    await sheets.pass(60_000, 1_000);
    expect(await sheets.calls()).toEqual(before);
    await sheets.page.clock.resume();
    await sheets.show(true);
    await pane("step-check").click();
    await finding("total.mismatch", cell).waitFor();
  });

  it("tells a quota of Google's in a sentence, and goes on", async () => {
    await sheets.act((local) => {
      const text = "Exception: Service invoked too many times for one day: read.";
      local.sidebar.failing = { call: "read", text };
    }, null);
    await pane("check-again").click();
    await sheets.pane.getByText("Google tạm ngừng").waitFor();
    await sheets.act((local) => {
      local.sidebar.failing = null;
    }, null);
    await pane("check-again").click();
    await sheets.pane.getByText("Google tạm ngừng").waitFor({ state: "detached" });
  });

  it("opens the pane anew after a failure of its own", async () => {
    await breakPane(sheets.pane);
    await pane("trouble-crashed").waitFor();
    await pane("reload").click();
    await pane("step-check").waitFor();
    await pane("trouble-crashed").waitFor({ state: "detached" });
    await finding("total.mismatch", place(3, "1.4").cell).waitFor();
  });

  it("fits into 300 pixels", async () => {
    const wide = await sheets.pane
      .locator("body")
      .evaluate((body) => [body.ownerDocument.documentElement.scrollWidth, body.clientWidth]);
    expect(wide[0]).toBeLessThanOrEqual(300);
  });

  it("never leaves its own origin", () => {
    expect(sheets.outsideRequests).toEqual([]);
  });
});
