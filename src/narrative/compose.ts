import type { Report } from "../report/report.js";
import type { Finding } from "../rules/finding.js";
import { describe } from "../rules/messages.js";
import { withAbbreviations } from "./abbreviations.js";
import { replacementPlace } from "./choices.js";
import { type Doubts, doubtsAbout, NO_DOUBTS } from "./doubts.js";
import { inSentence, onlyItem, plain, type SaidList, sayEach } from "./each.js";
import { sectionNumbers } from "./numbers.js";
import { withoutRepeatedOpening, withoutRepeatedSubject } from "./openings.js";
import { type Origin, originKey } from "./origin.js";
import {
  type Outline,
  type OutlineParagraph,
  type OutlineSection,
  type OutlineTable,
  sentencesOf,
} from "./outline.js";
import { keptFields, type OwnField } from "./own-fields/field.js";
import { type Woven, weave } from "./own-fields/weave.js";
import { type OwnText, type OwnTextPosition, readOwnText, UNREVIEWED_MARK } from "./own-text.js";
import { sayChanges } from "./say-changes.js";
import type {
  DoubtfulSentence,
  LostField,
  Missing,
  Narrative,
  OutdatedText,
  Paragraph,
  Run,
  Section,
  SectionTable,
  SentenceRef,
} from "./section.js";
import { capitalised, gatherMaterial, type Material, type Said, say, sayHeading } from "./speech.js";
import { recordsOf } from "./table-facts.js";

/** What the officer and the check have decided about sentences before they are composed. */
export interface Decisions {
  /** Cells in error. */
  readonly doubts: Doubts;
  /** True for a copy to be signed: what rests on an error is left out instead of marked. */
  readonly clean: boolean;
  /** Sentences that she does not want, and suggestions that she wants, by their ids. */
  readonly declined: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  /** Her own sentences in place of composed ones, by their ids. */
  readonly replaced: ReadonlyMap<string, string>;
  /** The report that this one is compared with, and that of the same period of the year before. */
  readonly earlier: Report | null;
  readonly lastYear: Report | null;
}

const NO_DECISIONS: Decisions = {
  doubts: NO_DOUBTS,
  clean: false,
  declined: new Set(),
  accepted: new Set(),
  replaced: new Map(),
  earlier: null,
  lastYear: null,
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
  const material = gatherMaterial(outline, report, made);
  const fields = keptFields(report);
  const written = outline.sections.map((section) => ({
    section,
    ...new SectionWriter(section.id, report, material, made, {
      against: regretted(outline, section, material),
      fields,
      compared: outline.compared,
    }).write(section),
  }));
  const standing = written.filter(
    (each, index) => each.section.always || saysAnything(each) || hasContentBelow(written, index),
  );
  const numbers = sectionNumbers(
    standing.map(({ section }) => section.level),
    outline.numbering,
  );
  const sections = standing.map(({ section, paragraphs, tables }, index): Section => {
    const heading = sayHeading(section.heading, material.words);
    return {
      id: section.id,
      level: section.level,
      number: numbers[index] ?? "",
      heading: section.level === 1 ? heading.toLocaleUpperCase("vi") : heading,
      paragraphs,
      ...(tables.length > 0 && { tables }),
    };
  });
  return {
    sections: withAbbreviations(sections, outline.abbreviations, String(material.words.get("unit") ?? "")),
    missing: written.flatMap((section) => section.missing),
    standing: written.flatMap((section) => section.standing),
    doubtful: written.flatMap((section) => section.doubtful),
    suggestions: written.flatMap((section) => section.suggestions),
    declined: written.flatMap((section) => section.declined),
    unreviewed: written.flatMap((section) => section.unreviewed),
    outdated: written.flatMap((section) => section.outdated),
    lost: written.flatMap((section) => section.lost),
    replaced: written.flatMap((section) => section.replaced),
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
  readonly tables: readonly SectionTable[];
  readonly missing: readonly Missing[];
  readonly told: readonly Origin[];
  readonly standing: readonly SentenceRef[];
  readonly doubtful: readonly DoubtfulSentence[];
  readonly suggestions: readonly SentenceRef[];
  readonly declined: readonly SentenceRef[];
  readonly unreviewed: readonly string[];
  readonly outdated: readonly OutdatedText[];
  readonly lost: readonly LostField[];
  readonly replaced: readonly string[];
}

/** What a section's writer knows besides the report. */
interface Surroundings {
  /** Cells that the section opposed to this one speaks of. */
  readonly against: ReadonlySet<string>;
  /** All fields of her own text. */
  readonly fields: readonly OwnField[];
  /** What the numbers count whose changes are named. */
  readonly compared: Outline["compared"];
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
  /** True for a sentence of hers, which ends as she ended it. */
  readonly hers?: true;
}

/** Writes one section and keeps account of what it leaves out. */
class SectionWriter {
  private readonly missing: Missing[] = [];
  private readonly told: Origin[] = [];
  private readonly standing: SentenceRef[] = [];
  private readonly doubtful: DoubtfulSentence[] = [];
  private readonly suggestions: SentenceRef[] = [];
  private readonly declined: SentenceRef[] = [];
  private readonly unreviewed: string[] = [];
  private readonly outdated: OutdatedText[] = [];
  private readonly lost: LostField[] = [];
  private readonly replaced: string[] = [];
  /** What her own text tells and leaves doubtful stands whatever becomes of the composed sentences. */
  private readonly ownTold: Origin[] = [];
  private readonly ownDoubtful: DoubtfulSentence[] = [];

  constructor(
    private readonly id: string,
    private readonly report: Report,
    private readonly material: Material,
    private readonly decisions: Decisions,
    private readonly around: Surroundings,
  ) {}

  write(section: OutlineSection): Written {
    const composed: Paragraph[] = [];
    const tables: SectionTable[] = [];
    section.paragraphs.forEach((paragraph, index) => {
      if ("table" in paragraph) tables.push(...this.table(paragraph, composed.length));
      else composed.push(...this.paragraphs(paragraph, `${section.id}.${index + 1}`));
    });
    const own = (section.texts ?? [section.id]).map((id) => this.ownText(id));
    const at = (position: OwnTextPosition) =>
      own.filter((text) => text.position === position).flatMap(printedText);
    const instead = at("instead");
    const { words } = this.material;
    const told =
      instead.length > 0 ? [] : withoutRepeatedSubject(withoutRepeatedOpening(composed, words), words);
    const before = at("before");
    const paragraphs = [...before, ...told, ...instead, ...at("after")];
    if (section.ownText?.optional === false && paragraphs.length + tables.length === 0) {
      this.missing.push({ kind: "own-text", section: section.id, prompt: section.ownText.prompt });
    }
    const { missing, standing, doubtful, suggestions, declined, unreviewed, outdated, lost } = this;
    // What she wrote in place of a section tells what its sentences would have told.
    const whole = instead.length > 0;
    return {
      paragraphs,
      tables: whole ? [] : tables.map((table) => ({ ...table, after: table.after + before.length })),
      missing: whole ? missing.filter(({ kind }) => kind === "own-text") : missing,
      told: whole ? this.ownTold : [...this.told, ...this.ownTold],
      standing: whole ? [] : standing,
      doubtful: whole ? this.ownDoubtful : [...doubtful, ...this.ownDoubtful],
      suggestions: whole ? [] : suggestions,
      declined,
      unreviewed,
      outdated,
      lost,
      replaced: whole ? [] : this.replaced,
    };
  }

  private ownText(place: string): OwnText {
    const text = readOwnText(this.report.texts.get(place) ?? "");
    if (text.paragraphs.length === 0) return text;
    if (!text.reviewed) this.unreviewed.push(place);
    return { ...text, paragraphs: this.woven(place, text.paragraphs).paragraphs };
  }

  /** Her words with what their fields say now; what cannot be vouched for is noted. */
  private woven(place: string, paragraphs: readonly Paragraph[]): Woven {
    const { doubts, clean } = this.decisions;
    const woven = weave(place, paragraphs, this.around.fields, { report: this.report, doubts, clean });
    this.ownTold.push(...woven.told);
    this.ownDoubtful.push(...woven.doubtful.map((each) => ({ section: this.id, sentence: place, ...each })));
    this.outdated.push(...woven.outdated.map((each) => ({ section: this.id, ...each })));
    this.lost.push(...woven.lost.map(({ anchor }) => ({ place, text: anchor.exact })));
    return woven;
  }

  /** Her own sentence in place of a composed one; null where she has written none. */
  private hers(sentence: string): Standing | null {
    const text = this.decisions.replaced.get(sentence);
    if (text === undefined) return null;
    this.replaced.push(sentence);
    const paragraph: Paragraph = { origin: "own", bullet: "plain", runs: [plain(text)] };
    const { paragraphs } = this.woven(replacementPlace(sentence), [paragraph]);
    return { sentence, runs: paragraphs.flatMap(({ runs }) => runs), hers: true };
  }

  /** A table that holds anything, with the cells that it tells. */
  private table({ table: id, columns, title }: OutlineTable, after: number): readonly SectionTable[] {
    const filled = this.report.tables.get(id);
    const records = filled === undefined ? [] : recordsOf(filled);
    if (filled === undefined || records.length === 0) return [];
    const printed = filled.table.columns.filter((column) => columns?.includes(column.id) ?? true);
    this.told.push(
      ...records.flatMap(({ row, cells }) =>
        printed.flatMap((column): readonly Origin[] =>
          cells.get(column.id)?.reading.kind === "number"
            ? [{ kind: "cell", table: id, row, column: column.id }]
            : [],
        ),
      ),
    );
    return [{ table: id, columns: columns ?? null, title: title ?? null, after }];
  }

  private paragraphs(paragraph: Exclude<OutlineParagraph, OutlineTable>, id: string): readonly Paragraph[] {
    if ("sentences" in paragraph) return this.sentences(paragraph, id);
    const inline = "changes" in paragraph || paragraph.each.inline;
    const list =
      "changes" in paragraph
        ? sayChanges(paragraph.changes, this.around.compared, this.material)
        : sayEach(paragraph.each, this.material, this.report);
    return this.list(list, { id, inline, ...paragraph });
  }

  /** The sentences that can be said, one after another; no paragraph when none can. */
  private sentences(
    paragraph: Extract<OutlineParagraph, { sentences: unknown }>,
    id: string,
  ): readonly Paragraph[] {
    const standing = paragraph.sentences.flatMap((sentence, index): readonly Standing[] => {
      const speech = say(sentence, this.material);
      if (speech.kind === "unsaid") {
        const hers = this.hers(`${id}.${index + 1}`);
        if (hers !== null) return [hers];
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

  private list(
    list: SaidList,
    how: Pick<Extract<OutlineParagraph, { each: unknown }>, "bullet" | "suggestion"> & {
      readonly id: string;
      readonly inline: boolean;
    },
  ): readonly Paragraph[] {
    const { id, inline, bullet, suggestion } = how;
    if (list.items.length === 0) return [];
    if (inline) {
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
    const kept = list.items
      .flatMap((item) => this.decide(item, `${id}:${item.key}`, suggestion))
      .map((item) => (item.hers === true ? { ...item, runs: withoutEnd(item.runs) } : item));
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
    const hers = declined.has(sentence) ? null : this.hers(sentence);
    if (hers !== null) return hers.runs.length === 0 ? [] : [hers];
    const findings = doubtsAbout(speech.rests, doubts);
    if (suggestion && findings.length > 0) return [];
    if (suggestion && speech.rests.some((origin) => this.around.against.has(originKey(origin)))) return [];
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
    this.standing.push(ref);
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

/** An item of a list gets its final mark with the others. */
function withoutEnd(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  return last === undefined
    ? runs
    : [...runs.slice(0, -1), { ...last, text: last.text.replace(/[.;\s]+$/u, "") }];
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
  written: readonly (Pick<Written, "paragraphs" | "tables"> & { readonly section: OutlineSection })[],
  index: number,
): boolean {
  const level = written[index]?.section.level ?? 1;
  for (const each of written.slice(index + 1)) {
    if (each.section.level <= level) return false;
    if (each.section.always || saysAnything(each)) return true;
  }
  return false;
}

function saysAnything({ paragraphs, tables }: Pick<Written, "paragraphs" | "tables">): boolean {
  return paragraphs.length + tables.length > 0;
}
