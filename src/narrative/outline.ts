import * as z from "zod/mini";

/**
 * The shape of an outline file: the narrative's section tree and its sentences, as data. What the
 * shape alone cannot say (names resolve, messages are sound) stands in `outline-faults.ts`; both
 * are checked by `parseOutline`.
 */

const text = z.string().check(z.minLength(1), z.trim());
const name = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, "tên dạng planDone"));
const row = z.string().check(z.regex(/^\d+\/[0-9]+[a-z]?(\.[0-9a-z]+)*$/, "chỉ tiêu dạng 3/3.3.1"));

/**
 * A row that can carry a fact. `says`: only where the row's label holds these words, since two
 * editions may give one number to different rows.
 */
const source = z.union([row, z.strictObject({ row, says: text })]);

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

const paragraphSchema = z.strictObject({
  bullet: z._default(z.enum(["plain", "dash", "plus"]), "dash"),
  sentences: z.array(sentenceSchema).check(z.minLength(1)),
});

const sectionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "mã dạng assigned-tasks")),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** As printed, level 1 before it is put in capitals; may hold words of the report. */
  heading: text,
  /** True for the headings that the authority prescribes: they stand even with nothing under them. */
  always: z._default(z.boolean(), false),
  /** A place for the officer's own text. `heading` names it where the printed heading holds words of the report. */
  ownText: z.optional(z.strictObject({ heading: z.optional(text), prompt: text })),
  paragraphs: z._default(z.array(paragraphSchema), []),
});

export const outlineSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "mã dạng periodic")),
  name: text,
  /** Each fact by name: the rows that can carry it; the first that the edition has is taken. */
  facts: z.record(name, z.array(source).check(z.minLength(1))),
  /** Remainders, which no row holds: one fact less others. */
  remainders: z._default(
    z.record(name, z.strictObject({ from: name, less: z.array(name).check(z.minLength(1)) })),
    {},
  ),
  /** Words for units of money: that of the first of these facts whose row prints one. */
  units: z._default(z.record(name, z.array(name).check(z.minLength(1))), {}),
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
export type Sentence = z.infer<typeof sentenceSchema>;
export type Wording = z.infer<typeof wordingSchema>;
export type FactSource = z.infer<typeof source>;

/** The wordings of a sentence, the preferred first. */
export function wordingsOf(sentence: Sentence): readonly Wording[] {
  return "first" in sentence ? sentence.first : [sentence];
}
