import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { handsOf } from "../../tests/e2e/looks/excel-hands.js";
import { visitStates } from "../../tests/e2e/looks/states.js";
import { driveLocalExcel } from "../local-excel/driver.js";

const FOLDER = fileURLToPath(new URL("../../docs/huong-dan/images/", import.meta.url));

/** States of the pane that the officer's guide shows, with the names of their pictures. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ["insert", "insert"],
  ["tables", "tables"],
  ["inserted", "inserted"],
  ["check-filled", "check-filled"],
  ["confirm", "confirm"],
  ["cell", "cell"],
  ["trouble", "trouble"],
  ["report", "report"],
  ["report-view-suggestions", "report-suggestions"],
  ["report-draft", "report-draft"],
  ["next", "next"],
]);

/** Pictures of the pane for `docs/huong-dan`, from the running program. */
export async function pictureGuide(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const excel = await driveLocalExcel();
  const missing = new Set(SHOWN.values());
  try {
    await visitStates(handsOf(excel), "vi", async (state) => {
      const name = SHOWN.get(state);
      if (name === undefined) return;
      await excel.page.locator("#pane iframe").screenshot({ path: join(FOLDER, `${name}.png`) });
      missing.delete(name);
    });
  } finally {
    await excel.close();
  }
  if (missing.size > 0) throw new Error(`Not pictured: ${[...missing].join(", ")}`);
}
