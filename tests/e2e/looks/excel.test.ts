import { describe, expect, it } from "@jest/globals";
import { driveLocalExcel } from "../../../tools/local-excel/driver.js";
import { handsOf } from "./excel-hands.js";
import { lookerAt } from "./look.js";
import { visitStates } from "./states.js";

/** Widths at which Excel shows its pane; a laptop of 1366 x 768 leaves it 380 pixels of height. */
const SIZES = [320, 350, 600].map((width) => ({ width, height: 380 }));

/** Milliseconds for all states: each is looked at in the browser's own time. */
const PATIENCE = 900_000;

describe.each([
  ["vi", "light"],
  ["vi", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const)("the pane in Excel, in %s, %s", (language, colorScheme) => {
  it(
    "is whole and accessible in every state at 320, 350 and 600 pixels",
    async () => {
      const excel = await driveLocalExcel({ context: { colorScheme } });
      try {
        const look = lookerAt(excel.page, excel.pane, `excel-${language}-${colorScheme}`, SIZES);
        const wrong: string[] = [];
        await visitStates(handsOf(excel), language, async (state) => {
          wrong.push(...(await look(state)));
        });
        expect(wrong).toEqual([]);
      } finally {
        await excel.close();
      }
    },
    PATIENCE,
  );
});
