import { BUTTON, type ExcelRuntime } from "./runtime.js";

/**
 * Removes a sheet on which nothing stands at all: no value, no look, no drawing, chart, table or pivot.
 * False where something does, or where it is gone. Two round trips.
 */
export async function removeBlankSheet(runtime: ExcelRuntime, name: string): Promise<boolean> {
  return runtime.run(BUTTON, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const used = sheet.getUsedRangeOrNullObject(false);
    const counts = [sheet.shapes, sheet.charts, sheet.tables, sheet.pivotTables].map((things) =>
      things.getCount(),
    );
    sheet.load("name");
    used.load("address");
    await context.sync();
    if (sheet.isNullObject || !used.isNullObject || counts.some(({ value }) => value > 0)) return false;
    sheet.delete();
    await context.sync();
    return true;
  });
}
