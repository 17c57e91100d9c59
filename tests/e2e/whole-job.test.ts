import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Locator } from "playwright-core";
import { launchBrowser } from "../../tools/driver/browser.js";
import { Keyboard } from "../../tools/driver/keyboard.js";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import { place, THANH_MIEN, THANH_MIEN_INFO, THANH_MIEN_SHEETS, wordFile } from "./thanh-mien.js";

/**
 * The whole job from an empty workbook to the Word file with Thanh Miện's numbers: once by keyboard
 * alone, as Microsoft's library leads it in Excel on the web, and once by mouse, every press counted
 * but typing.
 */
const VALUES = new Map(THANH_MIEN.map(({ sheet, cell, text }) => [`${sheet}!${cell}`, text]));

/** Milliseconds for typing everything: each number is read by the pane before the next. */
const PATIENCE = 900_000;

let browser: Browser;
let excel: LocalExcelDriver;
let keys: Keyboard;

const pane = (id: string) => excel.pane.getByTestId(id);

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function open(): Promise<void> {
  excel = await driveLocalExcel({ browser });
  keys = new Keyboard(excel.page, excel.pane);
  await pane("preview").waitFor();
}

/** Waits until the card shows the cell that is selected and has the keyboard. Where that is. */
async function untilOnCard(): Promise<string> {
  const here = await excel.selection();
  const [sheet = "", cell = ""] = here.split("!");
  await pane("cell-title")
    .filter({ hasText: `Ô ${cell}, ${sheet}` })
    .waitFor();
  await excel.pane.locator("[data-testid=cell-value]:focus, [data-testid=next-blank]:focus").waitFor();
  return here;
}

/**
 * Goes from cell to cell by a key of the card, and types into each what belongs there and is not typed
 * yet, until it comes to a cell or for the second time to any.
 */
async function typeOnTheWay(
  key: "Enter" | "PageDown" | "PageUp",
  typed: Set<string>,
  end = "",
): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const here = await untilOnCard();
    const text = VALUES.get(here);
    if (text !== undefined && !typed.has(here) && (await pane("cell-value").count()) > 0) {
      await keys.type(text);
      typed.add(here);
    }
    if (here === end || seen.has(here)) break;
    seen.add(here);
    await keys.press(key);
    await excel.untilElsewhere(here);
  }
}

const cellOf = (form: number, code: string) => {
  const { sheet, cell } = place(form, code);
  return `${sheet}!${cell}`;
};
const FIRST = cellOf(1, "1");
const LAST = cellOf(7, "6.8.2");

/** Every printed number was typed, or is worked out by the sheet's own formula. */
async function expectAllNumbers(typed: ReadonlySet<string>): Promise<void> {
  for (const where of VALUES.keys()) {
    if (typed.has(where)) continue;
    const [sheet = "", cell = ""] = where.split("!");
    expect([where, await excel.formula(sheet, cell)]).toEqual([where, expect.stringMatching(/^=/)]);
  }
  const surveys = place(3, "3.3.1");
  expect(await excel.value(surveys.sheet, surveys.cell)).toBe(922);
}

describe("the whole job by keyboard alone", () => {
  beforeAll(open);
  afterAll(() => excel?.close());

  it("inserts the forms", async () => {
    await keys.press("F6");
    await keys.untilOn("step-insert");
    await keys.moveTo("edition");
    await keys.choose("edition", "hai-duong-2022");
    await keys.moveTo("organization");
    await keys.type(THANH_MIEN_INFO.organization);
    await keys.moveTo("superior");
    await keys.type(THANH_MIEN_INFO.superior);
    await keys.moveTo("period");
    await keys.choose("period", THANH_MIEN_INFO.period);
    await keys.moveTo("year");
    await keys.type(THANH_MIEN_INFO.year);
    await excel.pane.locator("[data-testid=insert]:enabled").waitFor();
    await keys.moveTo("insert");
    await keys.press("Enter");
    await pane("inserted").waitFor();
    expect(await excel.sheetNames()).toEqual(THANH_MIEN_SHEETS);
  });

  it(
    "fills row after row from the card of the cell",
    async () => {
      await keys.moveTo("to-check");
      await keys.press("Enter");
      await keys.untilOn("step-check");
      await keys.moveTo("open-cell");
      await keys.press("Enter");
      await keys.untilOn("cell-value");
      const typed = new Set<string>();
      await typeOnTheWay("PageDown", typed, LAST);
      // What was typed last is written by going on.
      await keys.press("Enter");
      await excel.untilElsewhere(LAST);
      await expectAllNumbers(typed);
    },
    PATIENCE,
  );

  it("comes back from the cell to the list, and to the cells and back by Esc and F6", async () => {
    await keys.moveTo("close-cell", "Shift+Tab");
    await keys.press("Enter");
    await keys.untilOn("open-cell");
    await keys.press("Escape");
    await keys.untilOnGrid();
    await keys.press("F6");
    await keys.untilOn("step-check");
  });

  it("exports the Word file", async () => {
    await keys.move("ArrowRight");
    await keys.untilOn("step-report");
    await pane("report-preview").waitFor();
    await keys.moveTo("export");
    await keys.press("Enter");
    await keys.untilOn("export-draft");
    const { xml, text } = await wordFile(excel.page, () => keys.press("Enter"));
    expect(xml).toContain("THỊ TRẤN THANH MIỆN");
    expect(text).toContain("922");
  });
});

describe("the whole job by mouse", () => {
  let presses = 0;

  async function click(target: Locator): Promise<void> {
    presses += 1;
    await target.click();
  }
  /** Opens a list and takes a choice of it. */
  async function choose(id: string, value: string): Promise<void> {
    presses += 2;
    await pane(id).selectOption(value);
  }
  async function fill(id: string, text: string): Promise<void> {
    await click(pane(id));
    await keys.type(text);
  }

  beforeAll(open);
  afterAll(() => excel?.close());

  it(
    "takes fewer than fifteen presses from an empty workbook to the Word file",
    async () => {
      await choose("edition", "hai-duong-2022");
      await fill("organization", THANH_MIEN_INFO.organization);
      await fill("superior", THANH_MIEN_INFO.superior);
      await choose("period", THANH_MIEN_INFO.period);
      await fill("year", THANH_MIEN_INFO.year);
      await excel.pane.locator("[data-testid=insert]:enabled").waitFor();
      await click(pane("insert"));
      await click(pane("to-check"));
      await click(pane("open-cell"));
      await keys.untilOn("cell-value");
      // The cells that are asked for by Enter, the others by the keys for the row above and below.
      const typed = new Set<string>();
      await typeOnTheWay("Enter", typed);
      await typeOnTheWay("PageUp", typed, FIRST);
      await typeOnTheWay("PageDown", typed, LAST);
      await expectAllNumbers(typed);
      await click(pane("step-report"));
      await pane("report-preview").waitFor();
      await click(pane("export"));
      const { xml, text } = await wordFile(excel.page, () => click(pane("export-draft")));
      expect(xml).toContain("THỊ TRẤN THANH MIỆN");
      expect(text).toContain("922");
      expect(presses).toBeLessThan(15);
    },
    PATIENCE,
  );
});
