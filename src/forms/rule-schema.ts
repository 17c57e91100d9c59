import * as z from "zod/mini";

/**
 * The shape of an explicit rule: a relation between cells that follows from no other declaration, as
 * data. Invariants stand in `rule-invariants.ts`.
 */

const text = z.string().check(z.minLength(1), z.trim());
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "mã dạng received-total"));

/** `3/1.4`: a row of a form. */
const row = z.string().check(z.regex(/^[1-9]\d*\/[0-9]+[a-z]?(\.[0-9a-z]+)*$/, "dòng dạng 3/1.4"));

const termSchema = z.union([
  row,
  /** The totals of columns of a table, added up; with `rows` only what stands in the rows of these printed labels. */
  z.strictObject({
    table: id,
    columns: z.array(id).check(z.minLength(1)),
    rows: z.optional(z.array(text).check(z.minLength(1))),
  }),
  z.strictObject({ number: z.number() }),
]);

const sideSchema = z.strictObject({
  sum: z.array(termSchema).check(z.minLength(1)),
  /** What a blank term means: the side cannot be told, only while all are blank, or 0. */
  missing: z._default(z.enum(["skip-any", "skip-all", "zero"]), "skip-any"),
  /** For the logical operators, when the side is true: something stands there, more than 0, that number. */
  is: z._default(
    z.union([z.literal("filled"), z.literal("positive"), z.strictObject({ equals: z.number() })]),
    "filled",
  ),
});

export const ruleSchema = z.strictObject({
  /** Unique in its edition; what faults and listings call the rule. */
  name: id,
  left: sideSchema,
  operator: z.enum(["=", "<=", ">=", "implies", "both-or-neither", "never-both"]),
  right: sideSchema,
  severity: z.enum(["error", "warning", "info"]),
  /** Why, as one Vietnamese sentence; says "thường" where real life can break it. */
  says: text,
});

/**
 * What a word in one column of a row says of a number in another: a task that is told as done is at
 * 100 %. The word is compared with the beginning of what stands there.
 */
export const rowRuleSchema = z.strictObject({
  name: id,
  /** The column that carries the finding. */
  column: id,
  when: z.strictObject({ column: id, begins: z.array(text).check(z.minLength(1)) }),
  must: z.union([
    z.literal("filled"),
    z.strictObject({ equal: z.number() }),
    z.strictObject({ below: z.number() }),
  ]),
  severity: z.enum(["error", "warning", "info"]),
  says: text,
});

export type ExplicitRule = z.infer<typeof ruleSchema>;
export type RuleOperator = ExplicitRule["operator"];
export type RuleSide = z.infer<typeof sideSchema>;
export type RuleTerm = z.infer<typeof termSchema>;
/** What a rule takes from a table. */
export interface TableTerm {
  readonly table: string;
  readonly columns: readonly string[];
  /** Printed labels of the rows that are meant; all rows where there are none. */
  readonly rows?: readonly string[] | undefined;
}
export type RowRule = z.infer<typeof rowRuleSchema>;
