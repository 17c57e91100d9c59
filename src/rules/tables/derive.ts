import type { Column, ColumnFormula, NumberColumn, Table } from "../../forms/table-schema.js";
import { isNumberColumn, labelColumn } from "../../forms/tables.js";
import { type Check, type ColumnKey, columnKey, declare, type TableRule } from "../rule.js";

/** Every rule that follows from a table's declarations, column by column. */
export function deriveTableRules(table: Table): readonly TableRule[] {
  return table.columns.flatMap((column) =>
    [
      ...valueRules(column),
      ...(isNumberColumn(column) ? numberRules(column) : []),
      ...registerRules(table, column),
      ...agreementRules(table, column),
      ...wordRules(table, column),
    ].map((rule) => ({ ...rule, table: table.id, column: column.id })),
  );
}

type Declared = Pick<TableRule, "id" | "severity" | "check">;

function valueRules(column: Column): readonly Declared[] {
  if (column.kind === "text" && column.role === "order") return [];
  const rules: Declared[] = [declare("error", { kind: "readable" })];
  if (isNumberColumn(column)) {
    rules.push(declare("warning", { kind: "one-reading" }), declare("info", { kind: "stored-as-number" }));
    if (column.kind === "percent" && !column.unbounded) {
      rules.push(declare("error", { kind: "percent-range" }));
    } else {
      rules.push(declare("error", { kind: "not-negative" }));
    }
  }
  if (column.kind === "count") rules.push(declare("error", { kind: "whole" }));
  // Authorities have documents and fields that no list foresees.
  if (column.kind === "choice") {
    rules.push(declare("warning", { kind: "listed", choices: column.choices }));
  }
  if (column.required) rules.push(declare("warning", { kind: "filled", when: null }));
  return rules;
}

function numberRules(column: NumberColumn): readonly Declared[] {
  const rules: Declared[] = column.formula === undefined ? [] : [...formulaRules(column.formula)];
  if (column.kind === "percent") return rules;
  if (column.check !== undefined) {
    rules.push(declare("error", exactCheck(column.check)));
  }
  if (column.atMost !== undefined) {
    rules.push(declare("error", { kind: "within", whole: column.atMost }));
  }
  if (column.covers !== undefined) {
    rules.push(declare("error", { kind: "sum-within", parts: column.covers }));
  }
  if (column.total === "sum") rules.unshift(declare("error", { kind: "column-total" }));
  return rules;
}

function formulaRules(formula: ColumnFormula): readonly Declared[] {
  if (formula.kind !== "ratio") {
    return [declare("error", exactCheck(formula)), declare("warning", { kind: "computed" })];
  }
  const of = {
    kind: "share",
    numerator: columnKey(formula.numerator),
    denominator: columnKey(formula.denominator),
  } as const;
  return [
    declare("error", { kind: "ratio", of }),
    declare("warning", { kind: "ratio-undefined", of }),
    declare("warning", { kind: "ratio-filled", of }),
  ];
}

function exactCheck(formula: Exclude<ColumnFormula, { kind: "ratio" }>): Check<ColumnKey> {
  return formula.kind === "sum"
    ? { kind: "sum", parts: formula.of }
    : { kind: "difference", from: formula.of, minus: formula.minus };
}

function registerRules(table: Table, column: Column): readonly Declared[] {
  const { register } = table;
  switch (column.id) {
    case register?.number:
      return [declare("error", { kind: "number-once" }), declare("info", { kind: "number-in-reach" })];
    case register?.date:
      return [
        declare("warning", { kind: "date-order" }),
        declare("warning", { kind: "in-window" }),
        declare("info", { kind: "working-day" }),
        ...subjectRules(table),
      ];
    default:
      return [];
  }
}

function subjectRules(table: Table): readonly Declared[] {
  const subject = table.cites?.subject ?? labelColumn(table)?.id;
  return subject === undefined ? [] : [declare("info", { kind: "year-in-subject", subject })];
}

/** The finding stands at the first of the columns that are added up. */
function agreementRules(table: Table, column: Column): readonly Declared[] {
  return table.agrees
    .filter(({ columns }) => columns[0] === column.id)
    .map(({ columns, with: other, severity }) => declare(severity, { kind: "agrees", columns, with: other }));
}

function wordRules(table: Table, column: Column): readonly Declared[] {
  return table.rules
    .filter((rule) => rule.column === column.id)
    .map((rule) => declare(rule.severity, { kind: "said-beside", beside: rule.when.column, rule }));
}
