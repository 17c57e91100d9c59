import * as z from "zod/mini";
import type { Confirmation } from "../../report/confirmation.js";
import type { Report } from "../../report/report.js";

/*
 * Numbers, periods, years and days in the officer's own text that follow the workbook. The cell stays
 * plain readable text: a field is a quote kept apart from it, which finds its words again or is dropped.
 */

/** Where the words of a field come from. Rows of tables are known by what they are about, not by position. */
export type FieldSource =
  | { readonly kind: "row"; readonly form: number; readonly code: string }
  /** `row`: the record's label or citation; null for the total row. */
  | { readonly kind: "table"; readonly table: string; readonly row: string | null; readonly column: string }
  /** A remainder is the first less all the others, a share the first in the second. */
  | {
      readonly kind: "computed";
      readonly derivation: "remainder" | "sum" | "share";
      readonly of: readonly FieldSource[];
    }
  | { readonly kind: "period"; readonly which: "this" | "next" }
  /** Years after (or, negative, before) that of the report. */
  | { readonly kind: "year"; readonly offset: number }
  /** The first or the last day of the data. */
  | { readonly kind: "day"; readonly which: "from" | "to" };

/** Words of a text with those beside them, by which they are found again after an edit. */
export interface Anchor {
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

/**
 * How the text speaks of its source: as its number, as less than it ("trên 500 văn bản"), or by saying
 * that there is none ("không phát sinh").
 */
type FieldRelation = "equals" | "over" | "zero";

/** A field of one place for own text, or of the sentence that hers replaces. */
export type OwnField = { readonly place: string; readonly anchor: Anchor } & (
  | { readonly state: "linked"; readonly source: FieldSource; readonly relation: FieldRelation }
  /** She was asked: the number is no cell's (`asked`), or one of an earlier time that stays (`history`). */
  | { readonly state: "asked" | "history" }
);

export type LinkedField = Extract<OwnField, { readonly state: "linked" }>;

const sourceSchema: z.ZodMiniType<FieldSource> = z.lazy(() =>
  z.union([
    z.object({ kind: z.literal("row"), form: z.number(), code: z.string() }),
    z.object({
      kind: z.literal("table"),
      table: z.string(),
      row: z.nullable(z.string()),
      column: z.string(),
    }),
    z.object({
      kind: z.literal("computed"),
      derivation: z.enum(["remainder", "sum", "share"]),
      of: z.array(sourceSchema).check(z.minLength(1)),
    }),
    z.object({ kind: z.literal("period"), which: z.enum(["this", "next"]) }),
    z.object({ kind: z.literal("year"), offset: z.number().check(z.int()) }),
    z.object({ kind: z.literal("day"), which: z.enum(["from", "to"]) }),
  ]),
);

const anchor = z.object({ before: z.string(), exact: z.string().check(z.minLength(1)), after: z.string() });
const fieldSchema = z.union([
  z.object({
    place: z.string(),
    anchor,
    state: z.literal("linked"),
    source: sourceSchema,
    relation: z.enum(["equals", "over", "zero"]),
  }),
  z.object({ place: z.string(), anchor, state: z.enum(["asked", "history"]) }),
]);

const KEY = "narrative.field ";

/**
 * A field as the workbook keeps it, in the list of what the officer decided.
 *
 * @param reason for people who read the list: where the words come from
 */
export function fieldToKeep(field: OwnField, reason: string): Confirmation {
  const { before, exact, after } = field.anchor;
  // Cells lose the space at their end.
  const finding = `${KEY}${field.place}: ${before}[${exact}]${after}`.trim();
  return { finding, numbers: JSON.stringify(field), reason };
}

/** The same taken back: the list forgets the field. */
export function fieldToForget(field: OwnField): Confirmation {
  return { ...fieldToKeep(field, ""), numbers: "" };
}

/** The fields that a workbook keeps; a line that cannot be read, or that somebody changed, says nothing. */
export function keptFields({ confirmations }: Pick<Report, "confirmations">): readonly OwnField[] {
  return confirmations.flatMap(({ finding, numbers }) => {
    if (!finding.startsWith(KEY)) return [];
    try {
      const parsed = fieldSchema.safeParse(JSON.parse(numbers));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}
