import type { Edition } from "../forms/schema.js";
import { columnNumbers } from "../forms/table-header.js";
import type { Column, Table } from "../forms/table-schema.js";
import { allTables, feedsOf, insertedTables, isNumberColumn, printedTable } from "../forms/tables.js";
import { tableName } from "../workbook/layout/names.js";

/** The supplementary tables as data for a reader outside, with what this edition does with each. */
export function describeTables(edition: Edition) {
  const inserted = insertedTables(edition);
  const feeds = feedsOf(edition);
  return allTables()
    .map((table) => printedTable(edition, table))
    .map((table) => ({
      id: table.id,
      title: table.title,
      sheet: table.sheet,
      name: tableName(table.id),
      section: table.section,
      insert: inserted.includes(table.id),
      rows: table.body.kind,
      groups: table.body.kind === "many" && table.body.groups,
      total: table.total ?? null,
      prefilled: table.body.kind === "many" ? table.body.prefilled : [],
      columns: describeColumns(table),
      feeds: feeds
        .filter((feed) => feed.table === table.id)
        .map(({ columns, from, scale, to, severity }) => ({
          columns,
          from,
          scale: scale ?? 1,
          to,
          severity,
        })),
      agrees: table.agrees,
    }));
}

function describeColumns(table: Table) {
  const numbers = columnNumbers(table);
  return table.columns.map((column, index) => ({
    id: column.id,
    path: column.path,
    kind: column.kind,
    unit: isNumberColumn(column) ? column.unit : null,
    required: column.required,
    number: numbers[index],
    formula: isNumberColumn(column) ? (column.formula ?? null) : null,
    ...describeBounds(column),
    total: "total" in column ? column.total : "none",
    choices: column.kind === "choice" ? column.choices : null,
    hint: column.hint ?? null,
  }));
}

function describeBounds(column: Column) {
  if (column.kind !== "count" && column.kind !== "money") return {};
  const { check, atMost, covers } = column;
  return { check: check ?? null, atMost: atMost ?? null, covers: covers ?? null };
}
