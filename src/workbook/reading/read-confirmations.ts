import type { Confirmation } from "../../report/confirmation.js";
import { confirmationLayout } from "../layout/confirmation-layout.js";
import { cellText, type SnapshotIndex } from "../snapshot-index.js";

/** What the officer confirmed, in the order of the sheet; rows without a reason say nothing. */
export function readConfirmations(index: SnapshotIndex): readonly Confirmation[] {
  return confirmationRows(index).flatMap(({ confirmation }) =>
    confirmation === null || confirmation.reason === "" ? [] : [confirmation],
  );
}

/** One row of the sheet; null where it is blank. */
interface ConfirmationRow {
  readonly row: number;
  readonly confirmation: Confirmation | null;
}

/** The rows of the list, blank ones too; none while the workbook has no such sheet. */
export function confirmationRows(index: SnapshotIndex): readonly ConfirmationRow[] {
  const area = index.area({ kind: "confirmations" });
  if (area === null) return [];
  const { columns } = confirmationLayout;
  const text = (row: number, column: number) =>
    cellText(index.cell({ sheet: area.sheet, row, column: area.left + column - 1 }));
  return Array.from({ length: area.bottom - area.top + 1 }, (_, i) => {
    const row = area.top + i;
    const finding = text(row, columns.finding);
    const confirmation =
      finding === ""
        ? null
        : { finding, numbers: text(row, columns.numbers), reason: text(row, columns.reason) };
    return { row, confirmation };
  });
}
