import { rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { columnName, findColumn, findTable } from "../forms/tables.js";
import type { CellRef } from "./finding.js";
import { type Defect, placeRef, type Suspect } from "./localize/localize.js";
import { cellId } from "./localize/trial.js";
import { show } from "./show.js";

/** So many possibilities are told; with more of them a sentence helps nobody. */
const MOST_TOLD = 3;

/**
 * Which cell may be wrong, in one Vietnamese sentence: `Có thể ô này: 15 → 22 làm khớp cả 2 quy tắc.`
 * An empty string where the search found nothing, or too much to say anything.
 */
export function suggestion({ finding, also, explanations }: Defect, edition: Edition): string {
  if (explanations.length === 0 || explanations.length > MOST_TOLD) return "";
  const own = placeRef(finding.place);
  const rules = also.length + 1;
  const fits = rules === 1 ? "thì khớp" : `làm khớp cả ${rules} quy tắc`;
  const told = explanations.map((set) =>
    set.map((suspect) => suspectText(suspect, own, edition)).join(" và "),
  );
  const [only, ...others] = told;
  return others.length === 0
    ? `Có thể ${only} ${fits}.`
    : `Một trong các khả năng ${fits}: ${told.join("; ")}.`;
}

function suspectText(
  { cell, value, repairs: [repair] }: Suspect,
  own: CellRef | null,
  edition: Edition,
): string {
  const change = `${show(value)} → ${show(repair ?? null)}`;
  if (own !== null && cellId(own) === cellId(cell)) return `ô này: ${change}`;
  return `${cellText(cell, own, edition)}: ${change}`;
}

function cellText(cell: CellRef, own: CellRef | null, edition: Edition): string {
  if ("form" in cell) {
    const name = `dòng ${rowName(edition, cell)}`;
    return own !== null && "form" in own && own.form === cell.form
      ? name
      : `${name} của biểu mẫu ${cell.form}`;
  }
  const table = findTable(cell.table);
  const column = table === null ? null : findColumn(table, cell.column);
  const row = cell.row === null ? "dòng tổng cộng" : `dòng ${cell.row}`;
  return `${row}, cột "${column === null ? cell.column : columnName(column)}" của sheet "${table?.sheet ?? cell.table}"`;
}
