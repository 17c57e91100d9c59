import * as z from "zod/mini";
import type { FileFault } from "../forms/faults.js";
import type { Result } from "../forms/result.js";
import { type Outline, outlineSchema, paragraphShape, sectionId, sentenceShape } from "./outline.js";
import { unusedNames } from "./outline-faults.js";
import { schemaFaults } from "./schema-faults.js";

/**
 * An outline made from another: the facts and sentences of the base, under sections of its own. An
 * office or a province changes as little as it wants: a heading, a sentence, a threshold.
 */

/** A section that takes paragraphs of the base: all of a section's, or those in these places (from 1). */
const takeSchema = z.union([
  sectionId,
  z.strictObject({ section: sectionId, paragraphs: z.array(z.number().check(z.int(), z.minimum(1))) }),
]);

const { framing, thresholds, facts, remainders, sums, shares, changes, compared } = outlineSchema.shape;

const derivedSchema = z.strictObject({
  id: outlineSchema.shape.id,
  name: outlineSchema.shape.name,
  from: sectionId,
  numbering: outlineSchema.shape.numbering,
  framing: z.optional(z.partial(framing)),
  thresholds,
  facts: z.optional(facts),
  remainders,
  sums,
  shares,
  changes,
  compared,
  /** Sentences of the base told otherwise, by section, paragraph and place: `plan.1.2`. */
  sentences: z._default(
    z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]*\.\d+\.\d+$/, "mã câu dạng plan.1.2")), sentenceShape),
    {},
  ),
  /** In printed order; a word alone is that section of the base as it is. Absent: all of the base. */
  sections: z.optional(
    z.array(
      z.union([
        sectionId,
        z.strictObject({
          id: sectionId,
          level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
          heading: z.string().check(z.minLength(1)),
          always: z._default(z.boolean(), true),
          opposes: z.optional(sectionId),
          take: z._default(z.array(takeSchema), []),
          paragraphs: z._default(z.array(paragraphShape), []),
          /** Places of the base whose text of hers prints here too. */
          texts: z._default(z.array(sectionId), []),
          /** What the officer may write there. */
          prompt: z.optional(z.string().check(z.minLength(1))),
        }),
      ]),
    ),
  ),
});

type Derived = z.infer<typeof derivedSchema>;
type OwnSection = Exclude<NonNullable<Derived["sections"]>[number], string>;
type BaseSection = Outline["sections"][number];

/** True for a file that is made from another outline. */
export function isDerived(json: unknown): boolean {
  return typeof json === "object" && json !== null && "from" in json;
}

type DerivedOutline = Result<Outline, readonly FileFault[]>;

/**
 * The whole outline that a derived file stands for.
 *
 * @param findBase the outline of that id, or null
 */
export function deriveOutline(json: unknown, findBase: (id: string) => Outline | null): DerivedOutline {
  const parsed = derivedSchema.safeParse(json);
  if (!parsed.success) return { ok: false, fault: schemaFaults(json, parsed.error.issues) };
  const derived = parsed.data;
  const base = findBase(derived.from);
  if (base === null) return failed("from", `không có đề cương ${derived.from}`);
  const faults: FileFault[] = [];
  const told = withSentences(base, derived, faults);
  const sections = (derived.sections ?? base.sections.map(({ id }) => id)).flatMap((entry) => {
    if (typeof entry !== "string") return [ownSection(entry, told, faults)];
    const section = told.get(entry);
    if (section === undefined)
      faults.push({ path: `sections.${entry}`, message: `${base.id} không có mục ${entry}` });
    return section === undefined ? [] : [section];
  });
  if (faults.length > 0) return { ok: false, fault: faults };
  const outline: Outline = {
    id: derived.id,
    name: derived.name,
    numbering: derived.numbering,
    facts: { ...base.facts, ...derived.facts },
    remainders: { ...base.remainders, ...derived.remainders },
    sums: { ...base.sums, ...derived.sums },
    shares: { ...base.shares, ...derived.shares },
    changes: { ...base.changes, ...derived.changes },
    compared: sections.some(({ paragraphs }) => paragraphs.some((each) => "changes" in each))
      ? { ...base.compared, ...derived.compared }
      : {},
    thresholds: { ...base.thresholds, ...derived.thresholds },
    units: base.units,
    abbreviations: base.abbreviations,
    framing: {
      subject: derived.framing?.subject ?? base.framing.subject,
      dataWindow: derived.framing?.dataWindow ?? base.framing.dataWindow,
      opening: derived.framing?.opening ?? base.framing.opening,
      closing: derived.framing?.closing ?? base.framing.closing,
    },
    sections,
  };
  return { ok: true, value: withoutUnused(outline) };
}

function failed(path: string, message: string): DerivedOutline {
  return { ok: false, fault: [{ path, message }] };
}

/** The base's sections by id, with the sentences that the file tells otherwise. */
function withSentences(base: Outline, { sentences }: Derived, faults: FileFault[]): Map<string, BaseSection> {
  const sections = new Map(base.sections.map((section) => [section.id, section]));
  for (const [place, sentence] of Object.entries(sentences)) {
    const [id = "", paragraph = "", position = ""] = place.split(".");
    const section = sections.get(id);
    const there = section?.paragraphs[Number(paragraph) - 1];
    if (
      section === undefined ||
      there === undefined ||
      !("sentences" in there) ||
      there.sentences[Number(position) - 1] === undefined
    ) {
      faults.push({ path: `sentences.${place}`, message: `${base.id} không có câu ${place}` });
      continue;
    }
    const changed = there.sentences.map((old, at) => (at === Number(position) - 1 ? sentence : old));
    const paragraphs = section.paragraphs.map((old, at) =>
      at === Number(paragraph) - 1 ? { ...there, sentences: changed } : old,
    );
    sections.set(id, { ...section, paragraphs });
  }
  return sections;
}

/** A section of the file's own, with what it takes from the base: her text for those sections too. */
function ownSection(
  entry: OwnSection,
  base: ReadonlyMap<string, BaseSection>,
  faults: FileFault[],
): BaseSection {
  const { take, paragraphs, prompt, texts: more, ...section } = entry;
  const texts: string[] = [...more];
  const taken = take.flatMap((wanted) => {
    const id = typeof wanted === "string" ? wanted : wanted.section;
    const from = base.get(id);
    const path = `sections.${entry.id}.take`;
    if (from === undefined) {
      faults.push({ path, message: `đề cương gốc không có mục ${id}` });
      return [];
    }
    if (typeof wanted === "string") {
      texts.push(...(from.texts ?? [id]));
      return from.paragraphs;
    }
    return wanted.paragraphs.flatMap((position) => {
      const found = from.paragraphs[position - 1];
      if (found === undefined) faults.push({ path, message: `mục ${id} không có đoạn ${position}` });
      return found === undefined ? [] : [found];
    });
  });
  return {
    ...section,
    paragraphs: [...taken, ...paragraphs],
    ...(texts.length > 0 && { texts: [...texts, entry.id] }),
    ...(prompt !== undefined && {
      ownText: { heading: withoutWords(entry.heading), prompt, optional: true },
    }),
  };
}

/** A heading for the officer's sheet, which knows no words of a report. */
function withoutWords(heading: string): string {
  return heading.replace(/\s*\{[^{}]*\}/g, "").trim();
}

/** The outline without the numbers that its own sections no longer tell. */
function withoutUnused(outline: Outline): Outline {
  const unused = new Set(unusedNames(outline));
  if (unused.size === 0) return outline;
  const kept = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !unused.has(name)));
  const { facts, remainders, sums, shares, thresholds } = outline;
  return withoutUnused({
    ...outline,
    facts: kept(facts),
    remainders: kept(remainders),
    sums: kept(sums),
    shares: kept(shares),
    thresholds: kept(thresholds),
    changes: Object.fromEntries(Object.entries(outline.changes).filter(([name]) => !unused.has(name))),
    units: Object.fromEntries(
      Object.entries(outline.units).filter(([, names]) => names.some((name) => !unused.has(name))),
    ),
  });
}
