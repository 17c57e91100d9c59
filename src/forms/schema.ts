import * as z from "zod/mini";
import { periodIds } from "./period-ids.js";
import { ruleSchema } from "./rule-schema.js";
import { editionTableSchema } from "./table-schema.js";

/**
 * The shape of an edition file (DESIGN section 4). Invariants that span several rows stand in
 * `invariants.ts`; both are checked by `parseEdition`.
 */

const text = z.string().check(z.trim(), z.minLength(1));
const code = z.string().check(z.regex(/^[0-9]+[a-z]?(\.[0-9a-z]+)*$/, "số thứ tự dạng 3.3.1"));
/** Excel takes up to 31 characters, and none of these in a sheet's name. */
const sheetName = text.check(
  z.maxLength(31),
  z.regex(/^[^'[\]:*?/\\]+$/, "tên trang tính không có các dấu ' [ ] : * ? / \\"),
);
const isoDate = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "ngày dạng 2023-03-13"));

/** Whose work an indicator counts. Only the commune's own rows are ever required of a commune. */
const subject = z.enum(["commune", "district", "province"]);

/**
 * What a value covers: the reporting period alone, everything since the year began (so it cannot
 * fall from one period of a year to the next), or the state at the moment of reporting.
 */
const span = z.enum(["period", "cumulative", "moment"]);

const common = {
  code,
  /** As printed; `{superior}` stands where the authority's text names the superior. */
  label: text,
  /** True for rows that print no STT (`Trong đó` rows); their code serves names and references only. */
  uncoded: z.optional(z.boolean()),
  subject: z._default(subject, "commune"),
  /** What the printed form gets wrong or leaves open in this row. */
  remark: z.optional(text),
};

const filled = {
  ...common,
  span,
  /** True for rows that the form lets stand blank. */
  optional: z._default(z.boolean(), false),
  /** Required only while another row of the form holds this value. */
  requiredWhen: z.optional(z.object({ code, equals: z.number() })),
};

const unit = z.nullable(text);

const amount = {
  ...filled,
  /** As printed; null where the print leaves the unit's cell empty. */
  unit,
  /** Rows that add up to this one (`equal`), or that together do not exceed it (`at-most`). */
  parts: z.optional(
    z.object({ codes: z.array(code).check(z.minLength(1)), relation: z.enum(["equal", "at-most"]) }),
  ),
  /** The row of which this one is a part or subset. */
  atMost: z.optional(code),
};

const headingSchema = z.strictObject({ ...common, kind: z.literal("heading") });
const countSchema = z.strictObject({ ...amount, kind: z.literal("count") });
const moneySchema = z.strictObject({ ...amount, kind: z.literal("money") });
const ratioSchema = z.strictObject({
  ...filled,
  kind: z.literal("ratio"),
  /** As printed; the value is in per cent also where the print says otherwise. */
  unit,
  /** 100 x numerator / denominator; absent where the parts are no rows of the form. */
  ratio: z.optional(z.strictObject({ numerator: code, denominator: code })),
  /** 100 x (from - to) / from. */
  reduction: z.optional(z.strictObject({ from: code, to: code })),
});
const choiceSchema = z.strictObject({
  ...filled,
  kind: z.literal("choice"),
  choices: z.array(z.strictObject({ value: z.number(), label: text })).check(z.minLength(2)),
});
const textSchema = z.strictObject({ ...filled, kind: z.literal("text"), unit });

const indicatorSchema = z.discriminatedUnion("kind", [
  headingSchema,
  countSchema,
  moneySchema,
  ratioSchema,
  choiceSchema,
  textSchema,
]);

const formSchema = z.strictObject({
  number: z.number().check(z.int(), z.minimum(1)),
  title: text,
  indicators: z.array(indicatorSchema).check(z.minLength(1)),
});

/** A day of the reporting calendar; `year` counts from the year of the report (-1: the year before). */
const boundary = z.strictObject({
  day: z.number().check(z.int(), z.minimum(1), z.maximum(31)),
  month: z.number().check(z.int(), z.minimum(1), z.maximum(12)),
  year: z.number().check(z.int()),
});

const periodSchema = z.strictObject({
  id: z.enum(periodIds),
  name: text,
  /** The data window that applies unless the superior sets other days. */
  from: boundary,
  to: boundary,
});

/** Where the forms come from. What nobody has issued carries no document that says so. */
const sourceSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("issued"),
    /** The document that prescribes the forms: `Công văn`, `271/UBND-NV`, ... */
    type: text,
    number: text,
    date: isoDate,
    issuer: text,
    subject: text,
  }),
  z.strictObject({
    status: z.literal("proposed"),
    /** What the proposal was made from. */
    basis: text,
  }),
]);

/** How the forms stand in the workbook and in the printed appendix. */
const layoutSchema = z.discriminatedUnion("kind", [
  /** `Biểu mẫu 1`, `Biểu mẫu 2`, ...: a sheet and a page for each. */
  z.strictObject({ kind: z.literal("sheet-per-form") }),
  /** All forms one below the other in a single table, each headed by its own group row. */
  z.strictObject({
    kind: z.literal("continuous"),
    sheet: sheetName,
    title: text,
    /** What stands in place of an STT beside the first row that has none: `Trong đó`. */
    detail: text,
  }),
]);

export const editionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "mã dạng tu-ky-2023")),
  name: text,
  source: sourceSchema,
  /** The superior as the printed labels name it, where the report's information gives none. */
  superior: text,
  layout: z._default(layoutSchema, { kind: "sheet-per-form" }),
  columns: z.strictObject({
    code: text,
    label: text,
    labelNote: text,
    result: text,
    unit: text,
    value: text,
    note: text,
  }),
  periods: z.array(periodSchema).check(z.minLength(1)),
  outlines: z.array(text).check(z.minLength(1)),
  forms: z.array(formSchema).check(z.minLength(1)),
  /** What this edition does with the supplementary tables; those not named feed nothing. */
  tables: z.optional(z.array(editionTableSchema)),
  /** Relations between rows, and between rows and tables, that follow from no declaration. */
  rules: z.optional(z.array(ruleSchema)),
});

export type Edition = z.infer<typeof editionSchema>;
/** An edition as its file writes it: what goes without saying may be left out. */
export type EditionFile = z.input<typeof editionSchema>;
/** Where an edition's forms come from; `proposed`: no authority has issued them, and every user is told so. */
export type EditionSource = Edition["source"];
export type Form = z.infer<typeof formSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
type HeadingIndicator = z.infer<typeof headingSchema>;
export type AmountIndicator = z.infer<typeof countSchema> | z.infer<typeof moneySchema>;
export type RatioIndicator = z.infer<typeof ratioSchema>;
export type ChoiceIndicator = z.infer<typeof choiceSchema>;
/** An indicator that the officer fills: every kind but a heading. */
export type FilledIndicator = Exclude<Indicator, HeadingIndicator>;
export type IndicatorKind = Indicator["kind"];
export type PeriodDefinition = z.infer<typeof periodSchema>;
export type PeriodId = (typeof periodIds)[number];
