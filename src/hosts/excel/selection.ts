import { type CellAddress, parseReference } from "../../values/address.js";
import type { WorkbookMemory } from "./memory.js";
import type { ExcelRuntime } from "./runtime.js";

/**
 * Tells the cell in which the cursor stands, at once and after each move; of several selected cells
 * the first. Two round trips to begin with, none afterwards: the event says where.
 *
 * @returns the way to stop; it never fails and may be used twice
 */
export async function watchSelection(
  runtime: ExcelRuntime,
  memory: WorkbookMemory,
  listener: (cell: CellAddress) => void,
): Promise<() => Promise<void>> {
  const handlers = await runtime.run({}, async (context) => {
    const { workbook } = context;
    const handler = workbook.worksheets.onSelectionChanged.add(async ({ address, worksheetId }) => {
      const cell = firstCell(memory.sheet(worksheetId)?.name ?? null, address);
      if (cell !== null) listener(cell);
    });
    const active = workbook.getActiveCell();
    active.load("rowIndex,columnIndex,worksheet/name").untrack();
    await context.sync();
    listener({ sheet: active.worksheet.name, row: active.rowIndex + 1, column: active.columnIndex + 1 });
    return [handler];
  });
  return async () => {
    for (const handler of handlers.splice(0)) {
      handler.remove();
      // Where Excel is gone, so is the handler.
      await handler.context.sync().catch(() => undefined);
    }
  };
}

/** `D20:F25` on a sheet; null for a sheet that nobody has read yet, or an address of several areas. */
function firstCell(sheet: string | null, address: string): CellAddress | null {
  const area = sheet === null ? null : parseReference(`'${sheet.replaceAll("'", "''")}'!${address}`);
  return area === null ? null : { sheet: area.sheet, row: area.top, column: area.left };
}
