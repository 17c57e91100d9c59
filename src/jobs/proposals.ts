import { indicatorKey, rowName } from "../forms/indicators.js";
import type { CellEdit } from "../hosts/port.js";
import type { Report } from "../report/report.js";
import { cellId } from "../rules/behind.js";
import type { CellRef } from "../rules/finding.js";
import { placeRef } from "../rules/localize/place-ref.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { moveText } from "../rules/move-words.js";
import { nameOfColumn, tableSheet } from "../rules/place-words.js";
import { changeText, tellsNumbers } from "../rules/suggest.js";
import type { CellAddress } from "../values/address.js";
import type { Defect } from "./defects.js";

/** Numbers that would make all rules hold that fail together: hers to take, since more than one may be meant. */
interface Proposal {
  /** A number is put right, numbers change places, or go where they belong. */
  readonly by: "propose" | "swap" | "move";
  /** `ô này: 15 → 22`, `dòng 1.4.3: 157 → 139`, `12 ở ô này ⇄ 34 ở dòng 1.2` */
  readonly words: string;
  readonly edits: readonly CellEdit[];
}

/** The proposals of a defect, the likeliest first; none where a formula makes the number, or too much is possible. */
export function proposalsOf(
  defect: Defect,
  report: Report,
  wording: Wording = vietnamese,
): readonly Proposal[] {
  if (!tellsNumbers(defect)) return [];
  const own = placeRef(defect.finding.place);
  const place = (cell: CellRef) => placeWords(cell, own, report, wording);
  const typed = defect.explanations.flatMap((set): readonly Proposal[] => {
    const edits = set.flatMap(({ cell, repairs: [repair] }): readonly CellEdit[] => {
      const found = cellOf(cell, report);
      return found === null || repair === undefined ? [] : [{ cell: found, value: repair }];
    });
    if (edits.length < set.length || edits.length === 0) return [];
    const { swaps, text } = changeText(set, wording, place);
    return [{ by: swaps ? "swap" : "propose", words: text, edits }];
  });
  const moved = defect.moves.flatMap((move): readonly Proposal[] => {
    const edits = move.puts.flatMap(({ ref, value }): readonly CellEdit[] => {
      const cell = cellOf(ref, report);
      return cell === null ? [] : [{ cell, value }];
    });
    if (edits.length < move.puts.length) return [];
    const words = moveText(move, report.edition, own, wording, place);
    return [{ by: move.kind === "shift" ? "move" : "swap", words, edits }];
  });
  return [...typed, ...moved];
}

/** Where a cell stands, if a number is typed there. */
function cellOf(ref: CellRef, report: Report): CellAddress | null {
  if ("form" in ref) {
    const value = report.values.get(indicatorKey(ref.form, ref.code));
    return value === undefined || value.cell.formula !== "" ? null : value.address;
  }
  const table = report.tables.get(ref.table);
  const cells = ref.row === null ? table?.total : table?.rows.find(({ row }) => row === ref.row)?.cells;
  const found = cells?.get(ref.column);
  return found === undefined || found.cell.formula !== "" ? null : found.address;
}

function placeWords(ref: CellRef, own: CellRef | null, report: Report, wording: Wording): string {
  const { places, suggestions } = wording;
  if (own !== null && cellId(own) === cellId(ref)) return suggestions.thisCell;
  if ("form" in ref) {
    const near = own !== null && "form" in own && own.form === ref.form;
    return places.row(rowName(report.edition, ref), near ? null : ref.form);
  }
  const { table, row, column } = ref;
  const named = `${places.tableRow(row)}, ${places.column(nameOfColumn(table, column))}`;
  const near = own !== null && !("form" in own) && own.table === table;
  return near ? named : places.ofSheet(named, tableSheet(table));
}
