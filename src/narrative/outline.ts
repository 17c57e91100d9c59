import * as z from "zod/mini";

/**
 * The shape of an outline file: the narrative's section tree and its sentences, as data. What the
 * shape alone cannot say (names resolve, messages are sound) stands in `outline-faults.ts`; both
 * are checked by `parseOutline`.
 */

const text = z.string().check(z.minLength(1), z.trim());
const name = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, "tên dạng planDone"));
const names = z.array(name).check(z.minLength(1));
const row = z.string().check(z.regex(/^\d+\/[0-9]+[a-z]?(\.[0-9a-z]+)*$/, "chỉ tiêu dạng 3/3.3.1"));
const id = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "mã dạng assigned-tasks"));
/** Rows of a table whose column holds one of these words; an empty word is a blank cell. */
const where = z.record(id, z.array(z.string()).check(z.minLength(1)));

/**
 * What can carry a fact. A form row: `says` are words of its label, since two editions may give one
 * number to different rows. A table's column: its total, the sum of the rows with that label, or how
 * many rows hold something in it.
 */
const source = z.union([
  row,
  z.strictObject({ row, says: text }),
  z.strictObject({ table: id, column: id, rows: z.optional(z.array(text).check(z.minLength(1))) }),
  z.strictObject({ table: id, count: id, where: z.optional(where) }),
]);

const wording = {
  /** An ICU message in Vietnamese, with optional clauses (see `clauses.ts`); it names facts and words of the report. */
  text,
  /** Conditions that must all hold (see `condition.ts`). */
  when: z.optional(z.array(text)),
  /** Facts that this wording covers without printing or comparing them. */
  tells: z.optional(z.array(name)),
};

const wordingSchema = z.strictObject(wording);

/** True: nobody misses the sentence when its facts are blank. */
const optional = z._default(z.boolean(), false);

/** One sentence: a single wording, or the first that can be said of several. */
const sentenceSchema = z.union([
  z.strictObject({ ...wording, optional }),
  z.strictObject({ first: z.array(wordingSchema).check(z.minLength(2)), optional }),
]);

const computed = {
  /** Remainders, which no cell holds: one fact less others. */
  remainders: z._default(z.record(name, z.strictObject({ from: name, less: names })), {}),
  /** Sums that no cell holds. */
  sums: z._default(z.record(name, names), {}),
  /** Shares that no cell holds: 100 x part / whole. */
  shares: z._default(z.record(name, z.strictObject({ part: name, whole: name })), {}),
};

/** A list made from the rows of a table. */
const eachSchema = z.strictObject({
  table: id,
  where: z.optional(where),
  /** Rows with more than 0 in this column only. */
  above: z.optional(id),
  /** Rows in which this column of words holds something only. */
  filled: z.optional(id),
  /** Rows with a number under this value only. */
  below: z.optional(z.strictObject({ column: id, value: z.number() })),
  /** Largest first by this column; otherwise as the rows stand. */
  largest: z.optional(id),
  /** The rows beyond these are left to the table itself. */
  most: z.optional(z.number().check(z.int(), z.minimum(1))),
  /** Not told where there are fewer rows. */
  least: z.optional(z.number().check(z.int(), z.minimum(2))),
  /** Numbers of the row by name: the column that holds each. */
  facts: z._default(z.record(name, id), {}),
  /** Words of the row by name; `document` is the citation of a list of documents. */
  words: z._default(z.record(name, id), {}),
  ...computed,
  /** What leads to the list, ending in a colon; `{items}` is how many rows are told. */
  lead: z.optional(wordingSchema),
  /** Said instead of lead and list where there is one row only. */
  alone: z.optional(wordingSchema),
  /** One row, without its final mark. */
  item: z.array(wordingSchema).check(z.minLength(1)),
  /** True for a list within its sentence. */
  inline: z._default(z.boolean(), false),
});

/** `suggestion`: judgement or a plan, which stands only where the officer accepts it. */
const suggestion = z._default(z.boolean(), false);
const bullet = z._default(z.enum(["plain", "dash", "plus"]), "dash");

/** The largest changes against an earlier period, of the numbers that `compared` names. */
const changesSchema = z.strictObject({
  /** The report before this one, or that of the same period of the year before. */
  against: z.enum(["earlier", "last-year"]),
  /** At most as many are named. */
  most: z.number().check(z.int(), z.minimum(1)),
  /** Smaller ones are not: per cent of the earlier number, or points of a rate. */
  least: z.number().check(z.minimum(0)),
  /** What leads to them, ending in a colon. */
  lead: wordingSchema,
  /** One of them, with `{what}`, `{way}`, `{change}`, `{unit}` and, where there is one, `{rate}`. */
  item: z.array(wordingSchema).check(z.minLength(1)),
});

const paragraphSchema = z.union([
  z.strictObject({ bullet, suggestion, sentences: z.array(sentenceSchema).check(z.minLength(1)) }),
  z.strictObject({ bullet, suggestion, each: eachSchema }),
  // A table between the paragraphs: those of its columns, which must fit an upright page.
  z.strictObject({
    table: id,
    columns: z.optional(z.array(id).check(z.minLength(2))),
    title: z.optional(text),
  }),
  z.strictObject({ bullet, suggestion, changes: changesSchema }),
]);

const sectionSchema = z.strictObject({
  id,
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** As printed, level 1 before it is put in capitals; may hold words of the report. */
  heading: text,
  /** True for the headings that the authority prescribes: they stand even with nothing under them. */
  always: z._default(z.boolean(), false),
  /** A section whose sentences this one's suggestions may not share a cell with: praise of what is regretted. */
  opposes: z.optional(id),
  /**
   * A place for the officer's own text. `heading` names it where the printed heading holds words of the
   * report; an `optional` one may stay empty.
   */
  ownText: z.optional(
    z.strictObject({ heading: z.optional(text), prompt: text, optional: z._default(z.boolean(), false) }),
  ),
  /** The places whose text of hers prints here; by default the section's own. */
  texts: z.optional(z.array(id)),
  paragraphs: z._default(z.array(paragraphSchema), []),
});

/** Parts of the shape for files that are made from another outline. */
export { id as sectionId, paragraphSchema as paragraphShape, sentenceSchema as sentenceShape };

export const outlineSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "mã dạng periodic")),
  name: text,
  /** `roman`: I, 1, 1.1. `parts`: Phần thứ nhất, A, 1, 1.1. */
  numbering: z._default(z.enum(["roman", "parts"]), "roman"),
  /** Each fact by name: what can carry it; the first that the edition and the workbook have is taken. */
  facts: z.record(name, z.array(source).check(z.minLength(1))),
  ...computed,
  /**
   * Changes against an earlier report: for `filesChange` of `files` there are `{filesChange}` (how
   * many), `{filesChangeRate}` (of the earlier number) and `{filesChangeWay}` (tăng, giảm); and the
   * same of the same period of the year before, as `{filesChangeYear}`, `{filesChangeYearRate}`,
   * `{filesChangeYearWay}`.
   */
  changes: z._default(z.record(name, name), {}),
  /** Numbers whose changes are worth naming, by their names: what each counts, and its unit. */
  compared: z._default(z.record(name, z.strictObject({ says: text, unit: z.optional(text) })), {}),
  /** Numbers that conditions compare with, by name: what is high, what is low. */
  thresholds: z._default(z.record(name, z.number()), {}),
  /** Words for units of money: that of the first of these facts whose row prints one. */
  units: z._default(z.record(name, names), {}),
  /** Short forms that are written out at their first use: `TTHC` and what it stands for. */
  abbreviations: z._default(
    z.record(z.string().check(z.regex(/^[\p{Lu}]{2,}$/u, "chữ viết tắt dạng TTHC")), text),
    {},
  ),
  framing: z.strictObject({
    /** Trích yếu under BÁO CÁO. */
    subject: sentenceSchema,
    /** The line under it that states the data window. */
    dataWindow: sentenceSchema,
    opening: sentenceSchema,
    closing: sentenceSchema,
  }),
  sections: z.array(sectionSchema).check(z.minLength(1)),
});

export type Outline = z.infer<typeof outlineSchema>;
export type OutlineSection = z.infer<typeof sectionSchema>;
export type OutlineParagraph = z.infer<typeof paragraphSchema>;
export type OutlineTable = Extract<OutlineParagraph, { readonly table: string }>;
export type ChangesList = z.infer<typeof changesSchema>;
export type Each = z.infer<typeof eachSchema>;
export type Sentence = z.infer<typeof sentenceSchema>;
export type Wording = z.infer<typeof wordingSchema>;
export type FactSource = z.infer<typeof source>;
export type Computed = Pick<Outline, "remainders" | "sums" | "shares">;
export type RowsWhere = z.infer<typeof where>;

/** The wordings of a sentence, the preferred first. */
export function wordingsOf(sentence: Sentence): readonly Wording[] {
  return "first" in sentence ? sentence.first : [sentence];
}

/** The sentences of a paragraph that is no list. */
export function sentencesOf(paragraph: OutlineParagraph): readonly Sentence[] {
  return "sentences" in paragraph ? paragraph.sentences : [];
}

/** Names that an outline's declarations give to numbers, those of changes included. */
export function numberNames(outline: Outline): readonly string[] {
  return [
    ...Object.keys(outline.facts),
    ...Object.keys(outline.remainders),
    ...Object.keys(outline.sums),
    ...Object.keys(outline.shares),
    ...Object.keys(outline.changes).flatMap((change) => [
      change,
      `${change}Rate`,
      `${change}Year`,
      `${change}YearRate`,
    ]),
  ];
}

/** Names of words that the outline itself makes. */
export function wordNames(outline: Outline): readonly string[] {
  return [
    ...Object.keys(outline.units),
    ...Object.keys(outline.changes).flatMap((change) => [`${change}Way`, `${change}YearWay`]),
  ];
}
