import type { Edition, EditionFile } from "./schema.js";
import type { Feed, Table, TableFile } from "./table-schema.js";

/*
 * The files that come with the program, with what they leave unsaid. The tests hold that this gives what
 * parsing them gives, so whoever opens the pane need not load the schemas, nor ask them each time.
 */

/** An edition's file with every default in its place. */
export function completedEdition(file: EditionFile): Edition {
  const { forms, tables, rules, ...said } = file;
  return {
    ...said,
    layout: file.layout ?? { kind: "sheet-per-form" },
    forms: forms.map((form) => ({ ...form, indicators: form.indicators.map(completedRow) })),
    ...(tables && { tables: tables.map(completedUse) }),
    ...(rules && { rules: rules.map(completedRule) }),
  };
}

/** A table's file with every default in its place. */
export function completedTable(file: TableFile): Table {
  return {
    ...file,
    columns: file.columns.map(completedColumn),
    body:
      file.body.kind === "one"
        ? file.body
        : { ...file.body, prefilled: file.body.prefilled ?? [], groups: file.body.groups ?? false },
    span: file.span ?? "period",
    agrees: (file.agrees ?? []).map((other) => ({ ...other, severity: other.severity ?? "error" })),
    charts: file.charts ?? [],
    rules: file.rules ?? [],
  };
}

type Unsaid<T> = T extends readonly (infer One)[] ? One : never;

function completedRow(row: Unsaid<EditionFile["forms"][number]["indicators"]>) {
  const subject = row.subject ?? "commune";
  return row.kind === "heading" ? { ...row, subject } : { ...row, subject, optional: row.optional ?? false };
}

function completedUse(use: Unsaid<NonNullable<EditionFile["tables"]>>) {
  const feeds = (use.feeds ?? []).map((feed): Feed => ({ ...feed, severity: feed.severity ?? "error" }));
  return { ...use, insert: use.insert ?? false, feeds, words: use.words ?? [] };
}

type RuleFile = Unsaid<NonNullable<EditionFile["rules"]>>;

function completedRule(rule: RuleFile) {
  const side = (one: RuleFile["left"]) => ({
    ...one,
    missing: one.missing ?? "skip-any",
    is: one.is ?? "filled",
  });
  return { ...rule, left: side(rule.left), right: side(rule.right) };
}

function completedColumn(column: Unsaid<TableFile["columns"]>): Unsaid<Table["columns"]> {
  const said = { required: column.required ?? false, later: column.later ?? false };
  switch (column.kind) {
    case "count":
    case "money": {
      const { covers, ...rest } = column;
      const whole = covers?.map((cover) => ({ ...cover, severity: cover.severity ?? ("error" as const) }));
      return { ...rest, ...said, total: column.total ?? "none", ...(whole && { covers: whole }) };
    }
    case "percent":
      return { ...column, ...said, total: column.total ?? "none", unbounded: column.unbounded ?? false };
    default:
      return { ...column, ...said };
  }
}
