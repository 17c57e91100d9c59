import { LONGEST_LIST, listLength } from "./choice-list.js";
import { type FileFault, onCircles, repeated } from "./faults.js";
import type { Column, ColumnFormula, Table } from "./table-schema.js";

/**
 * The invariants of a table that its schema cannot state: column ids and headers unique, every
 * reference resolves to a column that can carry it, no column that is made from itself, a total row
 * only where rows can be many.
 */
export function tableFaults(table: Table): readonly FileFault[] {
  const columns = new Map(table.columns.map((column) => [column.id, column]));
  const faults: FileFault[] = [];
  const add = (path: string, message: string) => faults.push({ path, message });
  for (const id of repeated(table.columns.map((column) => column.id))) add(id, "cột này khai hai lần");
  for (const path of repeated(table.columns.map((column) => column.path.join(" / ")))) {
    add("columns", `hai cột cùng tiêu đề "${path}"`);
  }
  for (const column of table.columns) {
    for (const message of columnFaults(column, columns)) add(column.id, message);
  }
  for (const id of circles(table)) add(id, "cột này, qua các cột khác, lại được tính từ chính nó");
  for (const message of rowFaults(table, columns)) add("body", message);
  for (const [role, id] of Object.entries(table.register ?? {})) {
    if (!columns.has(id)) add(`register.${role}`, `không có cột ${id}`);
  }
  for (const [role, id] of Object.entries(table.cites ?? {})) {
    if (!columns.has(id)) add(`cites.${role}`, `không có cột ${id}`);
  }
  for (const id of table.charts.flatMap((chart) => chart.columns)) {
    if (!isNumber(columns.get(id))) add("charts", `không có cột số ${id}`);
  }
  for (const name of repeated(table.rules.map((rule) => rule.name))) {
    add(`rules.${name}`, "hai quy tắc cùng tên");
  }
  for (const { name, column, when, must } of table.rules) {
    if (!columns.has(when.column)) add(`rules.${name}`, `không có cột ${when.column}`);
    const carrier = columns.get(column);
    if (carrier === undefined) add(`rules.${name}`, `không có cột ${column}`);
    else if (must !== "filled" && !isNumber(carrier))
      add(`rules.${name}`, `cột ${column} không phải là cột số`);
  }
  for (const { columns: own } of table.agrees) {
    for (const id of own) if (!isNumber(columns.get(id))) add("agrees", `không có cột số ${id}`);
  }
  return faults;
}

function columnFaults(column: Column, columns: ReadonlyMap<string, Column>): readonly string[] {
  const faults: string[] = [];
  for (const [role, id] of references(column)) {
    if (id === column.id) faults.push(`${role} trỏ về chính cột này`);
    else if (!columns.has(id)) faults.push(`${role} ${id} không có trong bảng`);
    else if (!isNumber(columns.get(id))) faults.push(`${role} ${id} không phải là cột số`);
  }
  if (column.kind === "percent" && column.total === "ratio" && column.formula === undefined) {
    faults.push("dòng tổng muốn có tỷ lệ thì cột phải khai công thức");
  }
  if (column.kind === "choice" && listLength(column.choices) > LONGEST_LIST) {
    faults.push(`danh sách lựa chọn dài quá ${LONGEST_LIST} ký tự`);
  }
  return faults;
}

function rowFaults(table: Table, columns: ReadonlyMap<string, Column>): readonly string[] {
  const faults: string[] = [];
  const label = table.columns.filter((column) => column.kind === "text" && column.role === "label");
  if (table.body.kind === "one") {
    if (table.total !== undefined) faults.push("bảng một dòng không có dòng tổng");
    return faults;
  }
  if (label.length !== 1) faults.push('bảng nhiều dòng cần đúng một cột "label"');
  for (const row of table.body.prefilled) {
    for (const id of Object.keys(row)) {
      if (columns.get(id)?.kind !== "text") faults.push(`cột ${id} của dòng ghi sẵn không phải là cột chữ`);
    }
  }
  const labels = table.body.prefilled.flatMap((row) => row[label[0]?.id ?? ""] ?? []);
  for (const twice of repeated(labels)) faults.push(`hai dòng ghi sẵn cùng tên "${twice}"`);
  const hasTotals = table.columns.some((column) => "total" in column && column.total !== "none");
  if (hasTotals !== (table.total !== undefined)) faults.push("dòng tổng và các cột có tổng phải đi với nhau");
  return faults;
}

/** The columns that a formula is made from. */
function formulaColumns(formula: ColumnFormula): readonly string[] {
  switch (formula.kind) {
    case "sum":
      return formula.of;
    case "difference":
      return [formula.of, ...formula.minus];
    case "ratio":
      return [...formula.numerator, ...formula.denominator];
  }
}

function references(column: Column): readonly (readonly [role: string, id: string])[] {
  if (!isNumber(column)) return [];
  const found: [string, string][] = [];
  const add = (role: string, ids: readonly string[]) => {
    for (const id of ids) found.push([role, id]);
  };
  if (column.formula !== undefined) add("thành phần", formulaColumns(column.formula));
  if (column.kind !== "percent") {
    if (column.check !== undefined) add("thành phần", formulaColumns(column.check));
    add("tổng", column.atMost ?? []);
    for (const { of } of column.covers ?? []) add("thành phần", of);
  }
  return found;
}

/** Columns whose formula reaches themselves, and those that bound themselves through `atMost`. */
function circles(table: Table): readonly string[] {
  const nexts: readonly ((column: Column) => readonly string[])[] = [
    (column) => (isNumber(column) && column.formula !== undefined ? formulaColumns(column.formula) : []),
    (column) => ("atMost" in column ? (column.atMost ?? []) : []),
  ];
  const found = nexts.flatMap((next) => {
    const edges = new Map(table.columns.map((column) => [column.id, next(column)]));
    return onCircles(edges);
  });
  return [...new Set(found)];
}

function isNumber(column: Column | undefined): column is Extract<Column, { unit: string }> {
  return column?.kind === "count" || column?.kind === "money" || column?.kind === "percent";
}
