import * as z from "zod/mini";
import { rowRuleSchema } from "./rule-schema.js";

/**
 * The shape of a supplementary table (phụ biểu): a record table beside the forms, one JSON file
 * each. Invariants that span several columns stand in `table-invariants.ts`.
 */

const text = z.string().check(z.minLength(1), z.trim());
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "mã dạng received-total"));
const ids = z.array(id).check(z.minLength(1));

const sumSchema = z.strictObject({ kind: z.literal("sum"), of: ids });
const differenceSchema = z.strictObject({ kind: z.literal("difference"), of: id, minus: ids });
/** 100 x the sum of the numerators / the sum of the denominators. */
const ratioSchema = z.strictObject({ kind: z.literal("ratio"), numerator: ids, denominator: ids });

const gravity = z.enum(["error", "warning"]);

const coverSchema = z.strictObject({
  of: ids,
  /** How grave it is when they exceed it. */
  severity: z._default(gravity, "error"),
  /** How grave it is when all of them are filled and leave something over; absent where that may be. */
  fully: z.optional(gravity),
});

const common = {
  id,
  /** The header from its widest heading to the column's own: 1 to 3 labels. */
  path: z.array(text).check(z.minLength(1), z.maxLength(3)),
  /** Width in characters of the default font. */
  width: z.number().check(z.minimum(4), z.maximum(70)),
  /** True for cells that no filled row may leave blank. */
  required: z._default(z.boolean(), false),
  /** What the officer should write, beside the cell. */
  hint: z.optional(text),
  /** True for columns that workbooks made before them lack: nobody misses them there. */
  later: z._default(z.boolean(), false),
};

const amount = {
  ...common,
  unit: text,
  /** Written into the cell; the officer may write over it. */
  formula: z.optional(z.discriminatedUnion("kind", [sumSchema, differenceSchema])),
  /** A second way to the same number, checked only. */
  check: z.optional(z.discriminatedUnion("kind", [sumSchema, differenceSchema])),
  /** The columns that this one does not exceed: of which it is a part, or of which each of its things has one. */
  atMost: z.optional(ids),
  /** Groups of columns that together do not exceed this one. */
  covers: z.optional(z.array(coverSchema).check(z.minLength(1))),
  /** What the total row holds. */
  total: z._default(z.enum(["sum", "none"]), "none"),
};

const columnSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("text"),
    /** `order`: the row's number (STT). `label`: what the row is about. */
    role: z.optional(z.enum(["order", "label"])),
  }),
  z.strictObject({ ...amount, kind: z.literal("count") }),
  z.strictObject({
    ...amount,
    kind: z.literal("money"),
    /** Less than this, but not 0, was likely typed in a larger unit. */
    least: z.optional(z.number().check(z.positive())),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("percent"),
    unit: z.literal("%"),
    formula: z.optional(ratioSchema),
    /** `ratio`: the total row works the ratio out from its own cells. */
    total: z._default(z.enum(["ratio", "none"]), "none"),
    /** True where more than 100 is possible, as for revenue above its estimate. */
    unbounded: z._default(z.boolean(), false),
  }),
  z.strictObject({ ...common, kind: z.literal("date") }),
  /** One of these words; none holds a comma, at which Excel would split the list. */
  z.strictObject({
    ...common,
    kind: z.literal("choice"),
    choices: z.array(text.check(z.regex(/^[^,"]*$/, "lựa chọn không chứa dấu phẩy"))).check(z.minLength(2)),
  }),
]);

const bodySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("one") }),
  z.strictObject({
    kind: z.literal("many"),
    /** Rows that stand there from the beginning: texts by column id; an empty one is a blank row. */
    prefilled: z._default(z.array(z.record(id, text)), []),
    /** Blank rows after them. */
    spare: z.number().check(z.int(), z.minimum(1)),
    /** True where rows with nothing but their label head the rows below them. */
    groups: z._default(z.boolean(), false),
  }),
]);

export const tableSchema = z.strictObject({
  id,
  /** Name of its sheet. */
  sheet: text.check(z.maxLength(31), z.regex(/^[^[\]:*?/\\']+$/, "tên trang tính có ký tự Excel không cho")),
  title: text,
  /** The section of the common outline to which it belongs (`II.2`). */
  section: text,
  columns: z.array(columnSchema).check(z.minLength(2)),
  body: bodySchema,
  /** `year`: its rows go on from one period of a year to the next, as those of a year's plan do. */
  span: z._default(z.enum(["period", "year"]), "period"),
  /** Label of the total row; absent for tables without one. */
  total: z.optional(text),
  /** The columns that make the table a register of numbered documents. */
  register: z.optional(z.strictObject({ type: id, number: id, symbol: id, date: id, issuer: id })),
  /** The columns that say how a document is cited; present in every list of documents. */
  cites: z.optional(z.strictObject({ type: id, number: id, symbol: id, date: id, issuer: id, subject: id })),
  /** Totals that must equal totals of another table. */
  agrees: z._default(
    z.array(
      z.strictObject({
        columns: ids,
        with: z.strictObject({ table: id, columns: ids }),
        severity: z._default(gravity, "error"),
      }),
    ),
    [],
  ),
  /** Its rows as a picture in the report, a bar each, made up of columns: the first that shows anything. */
  charts: z._default(z.array(z.strictObject({ title: text, columns: ids })), []),
  /** What words in a row say of its numbers. */
  rules: z._default(z.array(rowRuleSchema), []),
});

/** Where a number of a form comes from a table. */
const feedSchema = z.strictObject({
  columns: ids,
  from: z.union([
    /** Sum of the columns' totals. */
    z.literal("total"),
    /** Number of rows with something in the first column. */
    z.literal("count"),
    /** The same, without rows whose date in this column lies outside the report's data window. */
    z.strictObject({ countInWindow: id }),
    /** 100 x total of the first column / total of the second. */
    z.literal("ratio"),
    /** Sum over prefilled rows, by their label. */
    z.strictObject({ rows: z.array(text).check(z.minLength(1)) }),
    /** Number of rows whose first column holds this number. */
    z.strictObject({ equals: z.number() }),
  ]),
  /** Factor between the table's unit and the form's: 0.000001 from đồng to triệu đồng. */
  scale: z.optional(z.number().check(z.positive())),
  to: z.strictObject({ form: z.number().check(z.int(), z.minimum(1)), code: text }),
  /** How grave it is when form and table differ. */
  severity: z._default(gravity, "error"),
});

/** What an edition says of one table: whether a new workbook has it, and which form rows it feeds. */
export const editionTableSchema = z.strictObject({
  id,
  insert: z._default(z.boolean(), false),
  feeds: z._default(z.array(feedSchema), []),
  /** Words of the table's title and headers that this edition prints otherwise, the longest first. */
  words: z._default(z.array(z.strictObject({ says: text, prints: text })), []),
});

export type Table = z.infer<typeof tableSchema>;
/** A table as its file writes it: what goes without saying may be left out. */
export type TableFile = z.input<typeof tableSchema>;
export type Column = z.infer<typeof columnSchema>;
export type AmountColumn = Extract<Column, { kind: "count" | "money" }>;
export type PercentColumn = Extract<Column, { kind: "percent" }>;
/** A column of numbers. */
export type NumberColumn = AmountColumn | PercentColumn;
export type ColumnFormula = NonNullable<AmountColumn["formula"] | PercentColumn["formula"]>;
export type Feed = z.infer<typeof feedSchema>;
