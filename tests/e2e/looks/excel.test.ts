import { describe, expect, it } from "@jest/globals";
import { driveLocalExcel, type LocalExcelDriver } from "../../../tools/local-excel/driver.js";
import { insertThanhMien, THANH_MIEN } from "../thanh-mien.js";
import { openWindow } from "../window.js";
import { handsOf } from "./excel-hands.js";
import { visitHardStates } from "./hard-states.js";
import { lookerAt, paneSight, windowSight } from "./look.js";
import { type Visit, visitStates } from "./states.js";

/**
 * Widths at which Excel shows its pane; a laptop of 1366 x 768 leaves it 380 pixels of height. The last
 * is the narrowest at a zoom of 200 %: half the pixels of CSS in both directions.
 */
const SIZES = [...[320, 350, 600].map((width) => ({ width, height: 380 })), { width: 160, height: 190 }];

/** The window shows paper as wide as it is: what is narrower scrolls, as a page of Word does. */
const WINDOWS = [{ width: 1000, height: 700 }];

/** Milliseconds for all states: each is looked at in the browser's own time. */
const PATIENCE = 900_000;

describe.each([
  ["vi", "light"],
  ["vi", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const)("the pane in Excel, in %s, %s", (language, colorScheme) => {
  /** What is wrong with the states that a walk brings the pane into. */
  const wrongOn = async (walk: (excel: LocalExcelDriver, visit: Visit) => Promise<void>) => {
    const excel = await driveLocalExcel({ context: { colorScheme } });
    try {
      const look = lookerAt(paneSight(excel.page), `excel-${language}-${colorScheme}`, SIZES);
      const wrong: string[] = [];
      await walk(excel, async (state, shown) => {
        wrong.push(...(await look(state, shown)));
      });
      return wrong;
    } finally {
      await excel.close();
    }
  };

  it(
    "is whole and accessible in every state at 320, 350 and 600 pixels, and at 320 with 200 % zoom",
    async () => {
      expect(await wrongOn((excel, visit) => visitStates(handsOf(excel), language, visit))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "is so when the workbook, Excel or the network is in trouble",
    async () => {
      expect(await wrongOn((excel, visit) => visitHardStates(excel, language, visit))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "is so where it cannot work",
    async () => {
      const wrong: string[] = [];
      for (const [state, options] of [
        ["too-old", { query: { excelApi: "1.7" } }],
        ["no-office", { network: "blocked" }],
      ] as const) {
        const excel = await driveLocalExcel({
          context: { colorScheme, locale: language === "en" ? "en-US" : "vi-VN" },
          ...options,
        });
        try {
          await excel.pane.getByTestId(`trouble-${state}`).waitFor();
          const look = lookerAt(paneSight(excel.page), `excel-${language}-${colorScheme}`, SIZES);
          wrong.push(...(await look(state)));
        } finally {
          await excel.close();
        }
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "is so in the window with the report's pages",
    async () => {
      const excel = await driveLocalExcel({ context: { colorScheme } });
      try {
        await excel.pane.getByTestId("preview").waitFor();
        await insertThanhMien(excel.pane);
        await handsOf(excel).typeAll(THANH_MIEN);
        if (language === "en") await excel.pane.getByTestId("language").click();
        await excel.pane.getByTestId("step-report").click();
        await excel.pane.getByTestId("fact").filter({ hasText: "922" }).first().waitFor();
        const look = lookerAt(
          windowSight(await openWindow(excel)),
          `window-${language}-${colorScheme}`,
          WINDOWS,
        );
        expect(await look("pages")).toEqual([]);
      } finally {
        await excel.close();
      }
    },
    PATIENCE,
  );
});
