import type { ExplicitRule, RowRule, RuleOperator, TableTerm } from "../../forms/rule-schema.js";
import type { Column, Table } from "../../forms/table-schema.js";
import type { TableFeed } from "../../forms/tables.js";
import type { Reading } from "../../values/reading.js";
import { nearlyEqual } from "../../values/tolerance.js";
import { plainWords } from "../../values/words.js";
import type { Severity, Stated, Term, ToldBy } from "../facts.js";
import { fails, HOLDS, type OutcomeOf, UNCHECKED } from "../outcome.js";
import type { Declared, Kind } from "./kind.js";
import type { Scope } from "./scope.js";

/** What a table gives to another place: the sum of columns, a rate of two, a count of rows. */
export interface TableGives extends TableTerm {
  readonly from: TableFeed["from"];
}

/** What the rules between forms, tables and words know when they do not hold. */
export interface CrossingFacts {
  /** Numbers, or words where a row's words and its number contradict each other. */
  "cross.mismatch": Stated<number | null, number | string | null> & {
    readonly by: /** What the columns of a table give: their sum, or a count of their rows. */
      | ({ readonly kind: "table" } & TableGives)
      /** A relation that the edition declares. */
      | {
          readonly kind: "relation";
          readonly name: string;
          readonly operator: RuleOperator;
          readonly left: readonly Term[];
          readonly right: readonly Term[];
          readonly says: string;
        }
      /** What the words beside say. */
      | { readonly kind: "words"; readonly name: string; readonly says: string };
  };
}

/** While the words beside begin so, the cell is filled, or holds that number, or a smaller one. */
export interface BesideCheck<K extends string> {
  readonly kind: "said-beside";
  readonly beside: K;
  readonly rule: RowRule;
}

/** What a row of the forms owes to tables, and to rows of other forms. */
export type FormCrossing =
  /** Equals what a table says, as long as the workbook has the table. */
  | { readonly kind: "fed"; readonly feed: TableFeed }
  /** An edition's own relation between rows, and between rows and tables. */
  | { readonly kind: "relation"; readonly rule: ExplicitRule };

/** The total of a column equals a total of another table. */
export interface AgreesCheck {
  readonly kind: "agrees";
  readonly columns: readonly string[];
  readonly with: { readonly table: string; readonly columns: readonly string[] };
}

const KINDS = {
  "said-beside": { rule: "cross.mismatch" },
  relation: { rule: "cross.mismatch", numbers: "bound" },
  fed: { rule: "cross.mismatch", numbers: "equation" },
  agrees: { rule: "cross.mismatch", numbers: "equation" },
} as const satisfies Readonly<
  Record<(BesideCheck<string> | FormCrossing | AgreesCheck)["kind"], Kind<keyof CrossingFacts>>
>;

export const CROSSING_KINDS: Readonly<Record<keyof typeof KINDS, Kind<keyof CrossingFacts>>> = KINDS;

type Owed<C> = Declared<C, keyof CrossingFacts>;

function owed<C extends BesideCheck<string> | FormCrossing | AgreesCheck>(
  severity: Severity,
  check: C,
): Owed<C> {
  return { id: KINDS[check.kind].rule, severity, check };
}

/** What a row owes to the tables that feed it. */
export function feedRules(feeds: readonly TableFeed[]): readonly Owed<FormCrossing>[] {
  return feeds.map((feed) => owed(feed.severity, { kind: "fed", feed }));
}

/** What an edition demands in its own words. */
export function relationRule(rule: ExplicitRule): Owed<FormCrossing> {
  return owed(rule.severity, { kind: "relation", rule });
}

/** The finding stands at the first of the columns that are added up. */
export function agreementRules(table: Table, column: Column): readonly Owed<AgreesCheck>[] {
  return table.agrees
    .filter(({ columns }) => columns[0] === column.id)
    .map(({ columns, with: other, severity }) => owed(severity, { kind: "agrees", columns, with: other }));
}

/** What a column owes to the words beside it. */
export function wordRules(table: Table, column: Column): readonly Owed<BesideCheck<string>>[] {
  return table.rules
    .filter((rule) => rule.column === column.id)
    .map((rule) => owed(rule.severity, { kind: "said-beside", beside: rule.when.column, rule }));
}

/** True where the words beside begin as the rule says: elsewhere it demands nothing of the cell. */
export function isSaid({ when }: RowRule, said: Reading): boolean {
  const words = said.kind === "text" ? plainWords(said.text) : "";
  return when.begins.some((beginning) => words.startsWith(plainWords(beginning)));
}

/** Runs a rule that words beside a cell give it. */
export function runBeside<K extends string>(
  { beside, rule }: BesideCheck<K>,
  severity: Severity,
  scope: Scope<K>,
): OutcomeOf<ToldBy<CrossingFacts>> {
  const { own } = scope;
  if (!isSaid(rule, scope.read(beside))) return HOLDS;
  const by = { kind: "words", name: rule.name, says: rule.says } as const;
  const { must } = rule;
  if (must === "filled") {
    return own.kind === "blank"
      ? fails(severity, { rule: "cross.mismatch", actual: null, expected: null, by })
      : HOLDS;
  }
  if (own.kind === "blank") return HOLDS;
  if (own.kind !== "number") return UNCHECKED;
  const holds = "equal" in must ? nearlyEqual(own.value, must.equal) : own.value < must.below;
  const expected = "equal" in must ? must.equal : null;
  return holds ? HOLDS : fails(severity, { rule: "cross.mismatch", actual: own.value, expected, by });
}
