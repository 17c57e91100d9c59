import { fingerprint } from "../../values/fingerprint.js";
import type { CellPlan } from "../plan.js";
import type { SheetSnapshot } from "../snapshot.js";
import { cellAt, cellText } from "../snapshot-index.js";

/** What a plan writes to a sheet, as one short text. */
export function printedKey(cells: readonly CellPlan[]): string {
  return keyOf(
    cells.flatMap(({ row, column, content }) =>
      content.kind === "text" ? [{ row, column, text: content.text }] : [],
    ),
  );
}

/** What stands on a sheet: the same text as `printedKey` gave as long as nobody has typed there. */
export function standingKey(sheet: SheetSnapshot): string {
  const { top, left, values } = sheet;
  return keyOf(
    values.flatMap((line, i) =>
      line.flatMap((_, j) => {
        const [row, column] = [top + i, left + j];
        const text = cellText(cellAt(sheet, row, column));
        return text === "" ? [] : [{ row, column, text }];
      }),
    ),
  );
}

interface Written {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function keyOf(written: readonly Written[]): string {
  const sorted = [...written].sort((a, b) => a.row - b.row || a.column - b.column);
  return fingerprint(sorted.map(({ row, column, text }) => `${row}:${column}:${text.trim()}`).join("\n"));
}
