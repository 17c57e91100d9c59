import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";

/**
 * Where the keyboard goes (docs/focus.md), as Excel on the web leads it: Microsoft's library takes Tab,
 * Esc, F2 and F6 from the pane and moves through its own list of tabbable elements.
 */
let excel: LocalExcelDriver;

const pane = (id: string) => excel.pane.getByTestId(id);
const press = (key: string) => excel.page.keyboard.press(key);

/** What has the keyboard: an element of the pane by its mark, or the page around it. */
async function focused(): Promise<string> {
  const inFrame = await excel.pane
    .locator(":focus")
    .first()
    .getAttribute("data-testid", { timeout: 500 })
    .catch(() => null);
  if (inFrame !== null) return inFrame;
  return excel.page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement?.closest("#grid")) return "the grid";
    return activeElement?.id || activeElement?.tagName.toLowerCase() || "nothing";
  });
}

const untilFocused = (id: string) => excel.pane.locator(`[data-testid="${id}"]:focus`).waitFor();

beforeAll(async () => {
  excel = await driveLocalExcel();
  await pane("edition").selectOption("hai-duong-2022");
  await pane("preview").waitFor();
  await pane("insert").click();
});
afterAll(() => excel?.close());

describe("the keyboard", () => {
  it("stands on the next thing to do after inserting, and Tab goes on from there", async () => {
    await untilFocused("to-info");
    await press("Tab");
    await untilFocused("to-check");
  });

  it("goes to the step's tab when the button that was pressed is gone with its step", async () => {
    await press("Enter");
    await untilFocused("step-check");
  });

  it("reaches the first finding by Tab, and the next ones by arrow keys", async () => {
    await excel.type("Biểu mẫu 3", "D10", "nhiều");
    await excel.type("Biểu mẫu 3", "D11", "ít");
    await excel.pane.locator("[data-testid=finding][data-rule='value.type']").first().waitFor();
    await press("F6");
    await untilFocused("step-check");
    let tabs = 0;
    while (!(await focused()).startsWith("finding") && tabs < 8) {
      await press("Tab");
      tabs += 1;
    }
    expect(await focused()).toMatch(/^finding/);
    await press("ArrowDown");
    expect(await focused()).toMatch(/^finding/);
  });

  it("comes back to the cells by Esc, and into the cell by F2", async () => {
    await press("Escape");
    await excel.page.waitForFunction(() => document.activeElement?.closest("#grid") != null);
    await press("F6");
    await untilFocused("step-check");
    await press("F2");
    await excel.page.waitForFunction(() => document.activeElement?.closest("#grid") != null);
    await press("Escape");
  });

  it("leaves the pane by Tab after its last element, and before its first", async () => {
    await press("F6");
    await untilFocused("step-check");
    await press("Shift+Tab");
    // The first element of the pane, or the page's own button around it.
    let back = 0;
    while ((await focused()) !== "side-close" && back < 4) {
      await press("Shift+Tab");
      back += 1;
    }
    expect(await focused()).toBe("side-close");
  });

  it("takes the row in its place when the finding that had it vanishes", async () => {
    await pane("step-check").focus();
    const first = excel.pane.locator("[data-testid=finding][data-rule='value.type']").first();
    await first.focus();
    const cell = await first.getAttribute("data-cell");
    // A co-author mends it: the officer's keyboard is in the pane.
    await excel.page.evaluate(
      (address) => window.localBook?.coauthor.type("Biểu mẫu 3", address ?? "", "5"),
      cell,
    );
    await excel.pane.locator(`[data-rule='value.type'][data-cell='${cell}']`).waitFor({ state: "detached" });
    expect(await focused()).toMatch(/^finding/);
  });

  it("goes into the cell card and back to the line that opened it", async () => {
    await pane("open-cell").focus();
    await press("Enter");
    await untilFocused("close-cell");
    await press("Enter");
    await untilFocused("open-cell");
  });

  it("goes through the report by arrow keys, and never stands on what Tab cannot reach", async () => {
    await pane("step-report").click();
    await pane("paragraph").first().waitFor();
    await pane("paragraph").first().focus();
    for (const key of ["ArrowDown", "End", "Home"]) {
      await press(key);
      expect(await focused()).toBe("paragraph");
      expect(await excel.pane.locator(":focus").getAttribute("tabindex")).toBe("0");
    }
  });
});
