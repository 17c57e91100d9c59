import type { IndicatorKey } from "../../forms/indicators.js";
import { columnNumbers } from "../../forms/table-header.js";
import type { Table } from "../../forms/table-schema.js";
import type { Report } from "../../report/report.js";
import type { Area } from "../../values/address.js";
import { nameKey, tableName } from "../layout/names.js";
import { feedFormulas } from "../planning/tables/feeds.js";
import type { TableLayout } from "../planning/tables/layout.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellText, indexSnapshot, type SnapshotIndex } from "../snapshot-index.js";

/**
 * The formulas that take form rows from the tables of a workbook, as these stand now. A table whose
 * rows or columns do not lie as they were planned feeds nothing: the cells may mean something else.
 */
export function presentFeeds(report: Report, snapshot: WorkbookSnapshot): ReadonlyMap<IndicatorKey, string> {
  const index = indexSnapshot(snapshot);
  const areas = new Map(snapshot.names.map(({ name, area }) => [nameKey(name), area]));
  const layouts = [...report.tables.values()].flatMap(({ table, total }) => {
    const area = areas.get(nameKey(tableName(table.id)));
    const totalRow = [...(total?.values() ?? [])][0]?.address.row ?? null;
    return area ? (presentLayout(index, table, area, totalRow) ?? []) : [];
  });
  const feeds = [...feedFormulas(report.edition, layouts)];
  return new Map(feeds.map(([key, { formula }]) => [key, formula]));
}

function presentLayout(
  index: SnapshotIndex,
  table: Table,
  area: Area,
  totalRow: number | null,
): TableLayout | null {
  const many = table.body.kind === "many";
  const closingRow = many ? area.bottom : null;
  const numberRow = area.top - 1;
  const numbered = columnNumbers(table).every(
    (text, i) => cellText(index.cell({ sheet: area.sheet, row: numberRow, column: i + 1 })) === text,
  );
  const totalled = table.total === undefined ? totalRow === null : totalRow === area.bottom + 1;
  if (!numbered || !totalled || area.left !== 1 || area.right !== table.columns.length) return null;
  return {
    table: { ...table, sheet: area.sheet },
    titleRow: 1,
    unitRow: 2,
    headerRow: 3,
    numberRow,
    firstRow: area.top,
    lastRow: many ? area.bottom - 1 : area.bottom,
    closingRow,
    totalRow,
  };
}
