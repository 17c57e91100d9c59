import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Keyboard } from "../../tools/driver/keyboard.js";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import { findingIn, place, THANH_MIEN } from "./thanh-mien.js";

/**
 * Where the keyboard goes (docs/focus.md), as Excel on the web leads it: Microsoft's library takes Tab,
 * Esc, F2 and F6 from the pane and moves through its own list of tabbable elements.
 */
let excel: LocalExcelDriver;
let keys: Keyboard;

const pane = (id: string) => excel.pane.getByTestId(id);
/** The row of the list that has the focus: the cell of its finding. */
const row = (cell: string) =>
  excel.pane.locator(`[data-testid=finding][data-rule="value.type"][data-cell="${cell}"]:focus`);

beforeAll(async () => {
  excel = await driveLocalExcel();
  keys = new Keyboard(excel.page, excel.pane);
  await pane("edition").selectOption("hai-duong-2022");
  await pane("preview").waitFor();
  await pane("insert").click();
  await pane("inserted").waitFor();
});
afterAll(() => excel?.close());

describe("the keyboard", () => {
  it("stands on the next thing to do after inserting, and Tab goes on from there", async () => {
    await keys.untilOn("to-info");
    expect(await keys.move("Tab")).toBe("to-check");
  });

  it("goes to the step's tab when the button that was pressed is gone with its step", async () => {
    await keys.press("Enter");
    await keys.untilOn("step-check");
  });

  it("reaches the first finding by three Tabs from the cells at most, and the next ones by arrow keys", async () => {
    await excel.type("Biểu mẫu 3", "D10", "nhiều");
    await excel.type("Biểu mẫu 3", "D11", "ít");
    await findingIn(excel.pane, "value.type", "D11").waitFor();
    await keys.press("F6");
    await keys.untilOn("step-check");
    expect(await keys.moveTo("finding")).toBeLessThanOrEqual(2);
    await row("D10").waitFor();
    await keys.move("ArrowDown");
    await row("D11").waitFor();
    await keys.move("ArrowUp");
    await row("D10").waitFor();
  });

  it("comes back to the cells by Esc, and into the cell by F2", async () => {
    await keys.press("Escape");
    await keys.untilOnGrid();
    await keys.press("F6");
    await keys.untilOn("step-check");
    const [, cell = ""] = (await excel.selection()).split("!");
    await keys.press("F2");
    await keys.untilOnGrid();
    // What is typed now is typed into the cell.
    await excel.page.keyboard.type("7");
    await keys.press("Enter");
    await excel.untilElsewhere(`Biểu mẫu 3!${cell}`);
    expect(await excel.value("Biểu mẫu 3", cell)).toBe(7);
  });

  it("leaves the pane by Shift+Tab before its first element, and by Tab after its last, and comes back", async () => {
    await keys.press("F6");
    await keys.untilOn("step-check");
    expect(await keys.move("Shift+Tab")).toBe("side-close");
    expect(await keys.moveTo("step-check", "Tab")).toBeLessThanOrEqual(1);
    await keys.moveTo("open-help");
    expect(await keys.move("Tab")).toBe("side-close");
  });

  it("takes the row in its place when the finding that had it vanishes", async () => {
    await keys.press("F6");
    await keys.untilOn("step-check");
    await keys.moveTo("finding");
    await row("D10").waitFor();
    // A co-author mends it: the officer's keyboard is in the pane.
    await excel.act((local) => local.coauthor.type("Biểu mẫu 3", "D10", "5"), null);
    await findingIn(excel.pane, "value.type", "D10").waitFor({ state: "detached" });
    await row("D11").waitFor();
  });

  it("never takes the keyboard from the cells when a finding vanishes", async () => {
    await excel.type("Biểu mẫu 3", "D11", "4");
    await findingIn(excel.pane, "value.type", "D11").waitFor({ state: "detached" });
    expect(await keys.focused()).toBe("the grid");
  });

  it("goes into the field of the cell card and back to the line that opened it", async () => {
    await excel.select("Biểu mẫu 3", "D10");
    await pane("open-cell").filter({ hasText: "D10" }).waitFor();
    await keys.press("F6");
    await keys.untilOn("step-check");
    await keys.moveTo("open-cell");
    await keys.press("Enter");
    await keys.untilOn("cell-value");
    await keys.moveTo("close-cell", "Shift+Tab");
    await keys.press("Enter");
    await keys.untilOn("open-cell");
  });

  it("goes through the report by arrow keys, and never stands on what Tab cannot reach", async () => {
    await excel.act((local, all) => {
      for (const { sheet, cell, text } of all) local.officer.type(sheet, cell, text);
    }, THANH_MIEN);
    await findingIn(excel.pane, "total.mismatch", place(3, "1.4").cell).waitFor();
    await keys.moveTo("step-check", "Shift+Tab");
    await keys.press("ArrowRight");
    await keys.untilOn("step-report");
    await pane("paragraph").nth(3).waitFor();
    await keys.moveTo("paragraph");
    const last = (await pane("paragraph").count()) - 1;
    for (const [key, position] of [
      ["ArrowDown", 1],
      ["End", last],
      ["Home", 0],
    ] as const) {
      await keys.press(key);
      await pane("paragraph").nth(position).and(excel.pane.locator('[tabindex="0"]:focus')).waitFor();
    }
  });

  it("stays in the pane when the button that was pressed is gone with its view", async () => {
    await keys.moveTo("step-report", "Shift+Tab");
    await keys.press("ArrowLeft");
    await keys.press("ArrowLeft");
    await keys.untilOn("step-insert");
    await keys.moveTo("next");
    await keys.press("Enter");
    await keys.untilOn("next-choice");
    await keys.moveTo("next-cancel");
    await keys.press("Enter");
    await excel.pane.locator("#screen :focus").waitFor();
    await keys.moveTo("next");
  });
});
