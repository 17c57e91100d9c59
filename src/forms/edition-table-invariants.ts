import { type FileFault, repeated } from "./faults.js";
import { findIndicator } from "./indicators.js";
import type { Edition } from "./schema.js";
import { reservedSheets } from "./sheet-names.js";
import type { Feed, Table } from "./table-schema.js";
import { allTables, findColumn, findTable, isNumberColumn, printedLabels } from "./tables.js";

/**
 * Faults in what an edition says of sheets and tables: names of sheets free, ids and columns known,
 * form rows there and fed once.
 */
export function editionTableFaults(edition: Edition): readonly FileFault[] {
  const uses = edition.tables ?? [];
  const faults: FileFault[] = [...sheetFaults(edition)];
  const ids = uses.map((use) => use.id);
  for (const id of repeated(ids)) faults.push({ path: `tables.${id}`, message: "bảng này khai hai lần" });
  for (const use of uses) {
    const table = findTable(use.id);
    if (table === null) {
      faults.push({ path: `tables.${use.id}`, message: "không có bảng này" });
      continue;
    }
    for (const feed of use.feeds) {
      for (const message of feedFaults(feed, table, edition)) {
        faults.push({ path: `tables.${use.id}.feeds`, message });
      }
    }
  }
  const targets = uses.flatMap((use) => use.feeds.map(({ to }) => `${to.form}/${to.code}`));
  for (const target of repeated(targets)) {
    faults.push({ path: "tables", message: `dòng ${target} nhận số liệu từ hai chỗ` });
  }
  return faults;
}

function sheetFaults({ layout }: Edition): readonly FileFault[] {
  if (layout.kind !== "continuous") return [];
  const { sheet } = layout;
  const taken = [...reservedSheets, ...allTables().map((table) => table.sheet)];
  const isTaken = taken.some((name) => name.toLowerCase() === sheet.toLowerCase());
  return isTaken
    ? [{ path: "layout.sheet", message: `tên trang tính "${sheet}" đã dùng cho việc khác` }]
    : [];
}

function feedFaults(feed: Feed, table: Table, edition: Edition): readonly string[] {
  const faults: string[] = [];
  const { from, to, columns } = feed;
  const inWindow = typeof from === "object" && "countInWindow" in from ? from.countInWindow : null;
  const counts = from === "count" || inWindow !== null;
  for (const id of columns) {
    const column = findColumn(table, id);
    if (column === null) faults.push(`bảng không có cột ${id}`);
    else if (!counts && !isNumberColumn(column)) faults.push(`cột ${id} không phải là cột số`);
  }
  if (inWindow !== null && findColumn(table, inWindow)?.kind !== "date") {
    faults.push(`cột ${inWindow} không phải là cột ngày`);
  }
  if (from === "ratio" && columns.length !== 2) faults.push("tỷ lệ cần đúng hai cột: tử số, mẫu số");
  if (typeof from === "object" && "rows" in from) {
    const known = printedLabels(table);
    for (const row of from.rows) if (!known.includes(row)) faults.push(`bảng không ghi sẵn dòng "${row}"`);
  }
  const target = findIndicator(edition, to);
  if (target === null) faults.push(`không có dòng ${to.form}/${to.code}`);
  else if (target.kind !== "count" && target.kind !== "money" && target.kind !== "ratio") {
    faults.push(`dòng ${to.form}/${to.code} không phải là dòng số`);
  }
  return faults;
}
