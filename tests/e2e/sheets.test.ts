import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { driveLocalSheets, type LocalSheetsDriver } from "../../tools/local-sheets/driver.js";
import { breakPane } from "./looks/states.js";
import {
  findingIn,
  insertThanhMien,
  place,
  THANH_MIEN,
  THANH_MIEN_SHEETS,
  untilCount,
  wordFile,
} from "./thanh-mien.js";

/**
 * The whole job of an officer in Google Sheets: the very files that a deployer installs, the pane in
 * a sandboxed frame of 300 px, the server over the strict services, and 700 ms for each call.
 */
let sheets: LocalSheetsDriver;

const pane = (id: string) => sheets.pane.getByTestId(id);
const finding = (rule: string, cell: string) => findingIn(sheets.pane, rule, cell);
const untilErrors = (count: number) => untilCount(sheets.pane, "error", count);

beforeAll(async () => {
  sheets = await driveLocalSheets({ query: { delay: "700" }, ownClock: true });
});
afterAll(() => sheets?.close());

describe("an officer with quarter III of Thanh Miện, in Google Sheets", () => {
  it("inserts the forms, and is told what Sheets cannot do", async () => {
    await pane("lacks").getByText("căn đều hai bên").waitFor();
    await insertThanhMien(sheets.pane);
    expect(await sheets.sheetNames()).toEqual(THANH_MIEN_SHEETS);
  });

  it("types every number by keyboard and sees the mistakes within five seconds, pressing nothing", async () => {
    await pane("to-check").click();
    await untilErrors(0);
    // The browser's hands are quicker than hers, the machine slower: on the clock a number takes 60 ms.
    await sheets.stopClock();
    for (const { sheet, cell, text } of THANH_MIEN) {
      await sheets.type(sheet, cell, text, () => sheets.pass(30, 30));
    }
    const lastly = finding("ratio.mismatch", place(7, "6.7").cell);
    expect(await sheets.passUntil(lastly)).toBeLessThanOrEqual(5_000);
    await finding("total.mismatch", place(3, "1.4").cell).waitFor();
    await sheets.page.clock.resume();
    // Two relations fail through one cell: told once.
    await finding("part.exceeds", place(3, "1.4.3").cell).waitFor({ state: "detached" });
    await untilErrors(1);
  });

  it("clicks a finding, lands on its cell, mends it by keyboard and sees the finding go", async () => {
    const { sheet, cell } = place(3, "1.4");
    await finding("total.mismatch", cell).click();
    await sheets.untilSelected(`${sheet}!${cell}`);
    await sheets.type(sheet, cell, "157");
    await finding("total.mismatch", cell).waitFor({ state: "detached" });
    await untilErrors(0);
  });

  it("downloads the report as a Word file", async () => {
    await pane("step-report").click();
    await pane("report-preview").waitFor();
    const { name, xml, text } = await wordFile(sheets.page, () => pane("export").click());
    expect(name).toBe("Bao-cao-CCHC-quy-III-2023-thi-tran-Thanh-Mien.docx");
    expect(xml).toContain("THỊ TRẤN THANH MIỆN");
    // Each number is a bookmark of its own.
    expect(text).toContain("922/922");
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
