import type { Report } from "../report/report.js";
import type { Finding } from "../rules/finding.js";
import { describe } from "../rules/messages.js";
import { withAbbreviations } from "./abbreviations.js";
import { type Doubts, doubtsAbout, NO_DOUBTS } from "./doubts.js";
import { inSentence, onlyItem, plain, sayEach } from "./each.js";
import { sectionNumbers } from "./numbers.js";
import { withoutRepeatedOpening } from "./openings.js";
import { type Origin, originKey } from "./origin.js";
import { type Outline, type OutlineParagraph, type OutlineSection, sentencesOf } from "./outline.js";
import { type OwnText, type OwnTextPosition, readOwnText, UNREVIEWED_MARK } from "./own-text.js";
import type {
  DoubtfulSentence,
  Missing,
  Narrative,
  Paragraph,
  Run,
  Section,
  SentenceRef,
} from "./section.js";
import { capitalised, gatherMaterial, type Material, type Said, say, sayHeading } from "./speech.js";

/** What the officer and the check have decided about sentences before they are composed. */
export interface Decisions {
  /** Cells in error. */
  readonly doubts: Doubts;
  /** True for a copy to be signed: what rests on an error is left out instead of marked. */
  readonly clean: boolean;
  /** Sentences that she does not want, and suggestions that she wants, by their ids. */
  readonly declined: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  /** The report that this one is compared with. */
  readonly earlier: Report | null;
}

const NO_DECISIONS: Decisions = {
  doubts: NO_DOUBTS,
  clean: false,
  declined: new Set(),
  accepted: new Set(),
  earlier: null,
};

/**
 * The narrative of a report: the outline's sentences with the report's numbers, then the officer's
 * own text, section by section. A sentence whose facts are missing is left out and listed; one that
 * rests on a cell in error is marked, or left out of a clean copy, and listed; a suggestion waits for
 * her. A section with nothing in it is left out unless the outline prescribes its heading.
 */
export function compose(outline: Outline, report: Report, decisions: Partial<Decisions> = {}): Narrative {
  const { told: _, ...narrative } = composeWithTrace(outline, report, decisions);
  return narrative;
}

/** As `compose`, with the cells that the composed sentences tell. */
export function composeWithTrace(
  outline: Outline,
  report: Report,
  decisions: Partial<Decisions> = {},
): Narrative & { readonly told: readonly Origin[] } {
  const made = { ...NO_DECISIONS, ...decisions };
  const material = gatherMaterial(outline, report, made.earlier);
  const written = outline.sections.map((section) => ({
    section,
    ...new SectionWriter(section.id, report, material, made, regretted(outline, section, material)).write(
      section,
    ),
  }));
  const standing = written.filter(
    ({ section, paragraphs }, index) =>
      section.always || paragraphs.length > 0 || hasContentBelow(written, index),
  );
  const numbers = sectionNumbers(
    standing.map(({ section }) => section.level),
    outline.numbering,
  );
  const sections = standing.map(({ section, paragraphs }, index): Section => {
    const heading = sayHeading(section.heading, material.words);
    return {
      id: section.id,
      level: section.level,
      number: numbers[index] ?? "",
      heading: section.level === 1 ? heading.toLocaleUpperCase("vi") : heading,
      paragraphs,
    };
  });
  return {
    sections: withAbbreviations(sections, outline.abbreviations, String(material.words.get("unit") ?? "")),
    missing: written.flatMap((section) => section.missing),
    doubtful: written.flatMap((section) => section.doubtful),
    suggestions: written.flatMap((section) => section.suggestions),
    declined: written.flatMap((section) => section.declined),
    unreviewed: written.flatMap((section) => section.unreviewed),
    told: written.flatMap((section) => section.told),
  };
}

/** The cells that the section which another opposes would speak of, whether its sentences stand or not. */
function regretted(outline: Outline, { opposes }: OutlineSection, material: Material): ReadonlySet<string> {
  const other = outline.sections.find(({ id }) => id === opposes);
  const speeches = (other?.paragraphs ?? []).flatMap(sentencesOf).map((sentence) => say(sentence, material));
  return new Set(speeches.flatMap((speech) => (speech.kind === "said" ? speech.rests.map(originKey) : [])));
}

interface Written {
  readonly paragraphs: readonly Paragraph[];
  readonly missing: readonly Missing[];
  readonly told: readonly Origin[];
  readonly doubtful: readonly DoubtfulSentence[];
  readonly suggestions: readonly SentenceRef[];
  readonly declined: readonly SentenceRef[];
  readonly unreviewed: readonly string[];
}

/** Her text as it is printed: what she has not read again since an earlier period says so. */
function printedText({ paragraphs, reviewed }: OwnText): readonly Paragraph[] {
  if (reviewed) return paragraphs;
  const note: Run = { text: ` ${UNREVIEWED_MARK}`, fact: null, mark: "note" };
  return paragraphs.map((paragraph) => ({ ...paragraph, runs: [...paragraph.runs, note] }));
}

/** A sentence that may stand, with its id. */
interface Standing {
  readonly sentence: string;
  readonly runs: readonly Run[];
}

/** Writes one section and keeps account of what it leaves out. */
class SectionWriter {
  private readonly missing: Missing[] = [];
  private readonly told: Origin[] = [];
  private readonly doubtful: DoubtfulSentence[] = [];
  private readonly suggestions: SentenceRef[] = [];
  private readonly declined: SentenceRef[] = [];
  private readonly unreviewed: string[] = [];

  constructor(
    private readonly id: string,
    private readonly report: Report,
    private readonly material: Material,
    private readonly decisions: Decisions,
    /** Cells that the section opposed to this one speaks of. */
    private readonly against: ReadonlySet<string>,
  ) {}

  write(section: OutlineSection): Written {
    const composed = section.paragraphs.flatMap((paragraph, index) =>
      this.paragraphs(paragraph, `${section.id}.${index + 1}`),
    );
    const own = (section.texts ?? [section.id]).map((id) => this.ownText(id));
    const at = (position: OwnTextPosition) =>
      own.filter((text) => text.position === position).flatMap(printedText);
    const instead = at("instead");
    const told = instead.length > 0 ? [] : withoutRepeatedOpening(composed, this.material.words);
    const paragraphs = [...at("before"), ...told, ...instead, ...at("after")];
    if (section.ownText?.optional === false && paragraphs.length === 0) {
      this.missing.push({ kind: "own-text", section: section.id, prompt: section.ownText.prompt });
    }
    const { missing, doubtful, suggestions, declined, unreviewed } = this;
    // What she wrote in place of a section tells what its sentences would have told.
    const replaced = instead.length > 0;
    return {
      paragraphs,
      missing: replaced ? missing.filter(({ kind }) => kind === "own-text") : missing,
      told: this.told,
      doubtful: replaced ? [] : doubtful,
      suggestions: replaced ? [] : suggestions,
      declined,
      unreviewed,
    };
  }

  private ownText(place: string): OwnText {
    const text = readOwnText(this.report.texts.get(place) ?? "");
    if (!text.reviewed && text.paragraphs.length > 0) this.unreviewed.push(place);
    return text;
  }

  private paragraphs(paragraph: OutlineParagraph, id: string): readonly Paragraph[] {
    return "each" in paragraph ? this.list(paragraph, id) : this.sentences(paragraph, id);
  }

  /** The sentences that can be said, one after another; no paragraph when none can. */
  private sentences(
    paragraph: Extract<OutlineParagraph, { sentences: unknown }>,
    id: string,
  ): readonly Paragraph[] {
    const standing = paragraph.sentences.flatMap((sentence, index): readonly Standing[] => {
      const speech = say(sentence, this.material);
      if (speech.kind === "unsaid") {
        if (speech.missing.length > 0 && !paragraph.suggestion) {
          this.missing.push({ kind: "facts", section: this.id, indicators: speech.missing });
        }
        return [];
      }
      return this.decide(speech, `${id}.${index + 1}`, paragraph.suggestion);
    });
    if (standing.length === 0) return [];
    const runs = standing.flatMap(({ runs }, index) => (index === 0 ? runs : [plain(" "), ...runs]));
    const sentences = standing.map(({ sentence }) => sentence);
    return [{ origin: "composed", bullet: paragraph.bullet, runs: joined(runs), sentences }];
  }

  private list(paragraph: Extract<OutlineParagraph, { each: unknown }>, id: string): readonly Paragraph[] {
    const { each, bullet, suggestion } = paragraph;
    const list = sayEach(each, this.material, this.report);
    if (list.items.length === 0) return [];
    if (each.inline) {
      const whole: Said = {
        kind: "said",
        runs: capitalised(inSentence(list)),
        told: list.items.flatMap(({ told }) => told),
        rests: [...(list.lead?.rests ?? []), ...list.items.flatMap(({ rests }) => rests)],
      };
      return this.decide(whole, id, suggestion).map(
        ({ sentence, runs }): Paragraph => ({
          origin: "composed",
          bullet,
          runs: joined(runs),
          sentences: [sentence],
        }),
      );
    }
    const kept = list.items.flatMap((item) => this.decide(item, `${id}:${item.key}`, suggestion));
    const [only] = kept;
    if (only === undefined) return [];
    const leadRuns = list.lead === null ? [] : list.lead.runs;
    if (list.lead !== null) this.told.push(...list.lead.told);
    const one = (
      runs: readonly Run[],
      sentences: readonly string[],
      mark: Paragraph["bullet"],
    ): Paragraph => ({
      origin: "composed",
      bullet: mark,
      runs: joined(capitalised(runs)),
      sentences,
    });
    if (list.alone) return [one(only.runs, [only.sentence], bullet)];
    if (kept.length === 1) return [one(onlyItem(leadRuns, only.runs), [only.sentence], bullet)];
    const below = list.lead === null ? bullet : "plus";
    const between = list.lead === null && bullet !== "plus" ? "." : ";";
    return [
      ...(list.lead === null ? [] : [one(leadRuns, [id], bullet)]),
      ...kept.map(({ sentence, runs }, index) =>
        one([...runs, plain(index === kept.length - 1 ? "." : between)], [sentence], below),
      ),
    ];
  }

  /** Whether a sentence stands: not where it is declined, not accepted, or false in a clean copy. */
  private decide(speech: Said, sentence: string, suggestion: boolean): readonly Standing[] {
    const { doubts, clean, declined, accepted } = this.decisions;
    const ref = { section: this.id, sentence, text: speech.runs.map(({ text }) => text).join("") };
    const findings = doubtsAbout(speech.rests, doubts);
    if (suggestion && findings.length > 0) return [];
    if (suggestion && speech.rests.some((origin) => this.against.has(originKey(origin)))) return [];
    if (declined.has(sentence)) {
      this.declined.push(ref);
      return [];
    }
    if (suggestion && !accepted.has(sentence)) {
      this.suggestions.push(ref);
      return [];
    }
    if (findings.length > 0) {
      this.doubtful.push({ ...ref, findings });
      if (clean) return [];
    }
    this.told.push(...speech.told);
    return [{ sentence, runs: findings.length === 0 ? speech.runs : this.marked(speech.runs, findings) }];
  }

  /** A doubtful sentence with what is wrong beside it. */
  private marked(runs: readonly Run[], findings: readonly Finding[]): readonly Run[] {
    const notes = findings.map((finding) => describe(finding, this.report.edition)).join(" ");
    return [
      ...runs.map((run): Run => ({ ...run, mark: "doubtful" })),
      { text: ` [Cần sửa: ${notes}]`, fact: null, mark: "note" },
    ];
  }
}

/** Neighbouring stretches of plain text made one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && isPlain(last) && isPlain(run) && last.mark === run.mark) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else result.push(run);
  }
  return result;
}

function isPlain({ fact, cell }: Run): boolean {
  return fact === null && cell === undefined;
}

function hasContentBelow(
  written: readonly { readonly section: OutlineSection; readonly paragraphs: readonly Paragraph[] }[],
  index: number,
): boolean {
  const level = written[index]?.section.level ?? 1;
  for (const { section, paragraphs } of written.slice(index + 1)) {
    if (section.level <= level) return false;
    if (section.always || paragraphs.length > 0) return true;
  }
  return false;
}
