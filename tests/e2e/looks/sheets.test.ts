import { describe, expect, it } from "@jest/globals";
import { driveLocalSheets, type LocalSheetsDriver } from "../../../tools/local-sheets/driver.js";
import { lookerAt, paneSight } from "./look.js";
import { type Hands, handsOn, visitStates } from "./states.js";

/** Google's sidebar has one width. */
const SIZES = [{ width: 300, height: 500 }];

function handsOf(sheets: LocalSheetsDriver): Hands {
  return {
    ...handsOn(sheets),
    loseReadings: (lost) =>
      sheets.act((local, on) => {
        local.sidebar.failing = on ? { call: "read", text: "NetworkError: HTTP 0" } : null;
      }, lost),
  };
}

/** Milliseconds for all states: each is looked at in the browser's own time. */
const PATIENCE = 900_000;

describe.each([
  ["vi", "light"],
  ["vi", "dark"],
  ["en", "light"],
  ["en", "dark"],
] as const)("the pane in Google Sheets, in %s, %s", (language, colorScheme) => {
  it(
    "is whole and accessible in every state at 300 pixels",
    async () => {
      const sheets = await driveLocalSheets({ query: { delay: "50" }, context: { colorScheme } });
      try {
        const look = lookerAt(paneSight(sheets.page), `sheets-${language}-${colorScheme}`, SIZES);
        const wrong: string[] = [];
        await visitStates(handsOf(sheets), language, async (state, shown) => {
          wrong.push(...(await look(state, shown)));
        });
        expect(wrong).toEqual([]);
      } finally {
        await sheets.close();
      }
    },
    PATIENCE,
  );
});
