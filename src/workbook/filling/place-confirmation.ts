import type { Confirmation } from "../../report/confirmation.js";
import { confirmationLayout } from "../layout/confirmation-layout.js";
import { confirmationRows } from "../reading/read-confirmations.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot } from "../snapshot-index.js";

const { columns } = confirmationLayout;

/** Text for one cell, as a host's `write` takes it. */
interface TextEdit {
  readonly cell: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly value: string | null;
  readonly format: string;
}

/**
 * The edits that put a confirmation into the list: over an earlier one of the same finding (or of the
 * finding `over`, which it takes the place of), else into the first blank row. An empty reason takes it back. Null where the workbook has no list yet
 * (`planConfirmations` comes first) or the list is full.
 *
 * @param place and `sentence` are for people to read; they are never read back
 */
export function confirmationEdits(
  snapshot: WorkbookSnapshot,
  confirmation: Confirmation,
  { place, sentence }: { readonly place: string; readonly sentence: string },
  over: string = confirmation.finding,
): readonly TextEdit[] | null {
  const index = indexSnapshot(snapshot);
  const area = index.area({ kind: "confirmations" });
  if (area === null) return null;
  const rows = confirmationRows(index);
  const known = rows.findLast((row) => row.confirmation?.finding === over);
  const target = known ?? rows.find((row) => row.confirmation === null);
  if (target === undefined) return null;
  const kept = confirmation.reason !== "";
  if (!kept && known === undefined) return [];
  const edit = (column: number, value: string): TextEdit => ({
    cell: { sheet: area.sheet, row: target.row, column: area.left + column - 1 },
    value: kept ? value : null,
    // Text is text: a reason that begins with "=" is no formula.
    format: "@",
  });
  return [
    edit(columns.place, place),
    edit(columns.sentence, sentence),
    edit(columns.reason, confirmation.reason),
    edit(columns.finding, confirmation.finding),
    edit(columns.numbers, confirmation.numbers),
  ];
}
