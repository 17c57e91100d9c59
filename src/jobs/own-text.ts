import type { WorkbookHost } from "../hosts/port.js";
import { compose } from "../narrative/compose.js";
import { originKey } from "../narrative/origin.js";
import { anchorAt, findAnchor, type Span } from "../narrative/own-fields/anchor.js";
import {
  type FieldSource,
  fieldToForget,
  fieldToKeep,
  keptFields,
  type LinkedField,
  type OwnField,
} from "../narrative/own-fields/field.js";
import { type Mention, mentionsIn } from "../narrative/own-fields/mentions.js";
import { moneyUnitOf } from "../narrative/own-fields/money-unit.js";
import { someInstead } from "../narrative/own-fields/none.js";
import {
  contradictionOf,
  type MentionPlace,
  type Offer,
  offerBook,
  offersFor,
} from "../narrative/own-fields/offers.js";
import { sourceOfFact, writtenLike } from "../narrative/own-fields/resolve.js";
import { sourceWords } from "../narrative/own-fields/source-words.js";
import type { Narrative } from "../narrative/section.js";
import type { Report } from "../report/report.js";
import type { CellAddress } from "../values/address.js";
import { roundHalfUp } from "../values/tolerance.js";
import { findTextCells } from "../workbook/reading/read-texts.js";
import { cellText, indexSnapshot } from "../workbook/snapshot-index.js";
import { asked, type JobFault } from "./guard.js";
import { type Kept, keepConfirmation } from "./keep-confirmation.js";
import type { FormsBook } from "./open.js";
import { ownTexts, withLine } from "./own-text-lines.js";
import type { WrittenReport } from "./report.js";

/*
 * Numbers, periods, years and days in the officer's own text: what each could be joined to, what it
 * seems to contradict, and what she decides. Nothing is joined without her.
 */

/** A source that a mention may be joined to, in words. */
interface OfferedSource {
  readonly source: FieldSource;
  /** `Biểu mẫu 1, dòng 4.2 (Số nhiệm vụ đã hoàn thành đúng hạn)` */
  readonly words: string;
  /** What it says now, as the text would read. */
  readonly text: string;
  /** Where it stands; null for what is worked out. */
  readonly cell: CellAddress | null;
}

/** A mention in her own text and what is known about it. */
export interface OwnMention {
  /** Id of the place of her text, or of the sentence that hers replaces. */
  readonly place: string;
  /** Where she reads of it: the section's heading. */
  readonly heading: string;
  /** The text's own cell; null for a sentence that replaces one of the program's. */
  readonly cell: CellAddress | null;
  /** The whole line that it stands in, and its position among the lines of the text. */
  readonly line: string;
  readonly index: number;
  readonly mention: Mention;
  /** `open`: nothing was decided yet. */
  readonly state: OwnField["state"] | "open";
  /** What was decided; null while it is open. */
  readonly field: OwnField | null;
  /** At most three, the best first; what a linked one is joined to stands in its field. */
  readonly offers: readonly OfferedSource[];
  /**
   * The cell that seems to hold the same and says otherwise, while nothing is decided: to be asked, with
   * the ways that `answerMention` takes. Null where nothing of the kind is seen.
   */
  readonly question: OfferedSource | null;
}

/** Every mention of her own text in printed order. Costs some milliseconds a page: ask when it is to be shown. */
export function ownMentions(
  book: FormsBook,
  { narrative, outline }: Pick<WrittenReport, "narrative" | "outline">,
): readonly OwnMention[] {
  const { report, snapshot, earlier } = book;
  const fields = keptFields(report);
  const cells = findTextCells(indexSnapshot(snapshot));
  const computed = computedSources(narrative, report);
  const now = offerBook(report, computed);
  const before = earlier === null ? now : offerBook(report, computed, earlier);
  // What a section would tell counts also where her text stands in its place.
  const composed = compose(outline, { ...report, texts: new Map() });
  return ownTexts(report, narrative, outline).flatMap(({ place, section, heading, lines, reviewed }) => {
    const told = toldIn(composed, section);
    const here = fields.filter((field) => field.place === place);
    const placed = here.flatMap((field) => {
      const found = findAnchor(lines, field.anchor);
      return found === null ? [] : [{ field, ...found }];
    });
    const offered = reviewed ? now : before;
    return lines.flatMap((line, index) => {
      const mentions = mentionsIn(line);
      return mentions.flatMap((mention): readonly OwnMention[] => {
        const around: MentionPlace = {
          line,
          mention,
          others: mentions.filter((other) => other !== mention),
          heading,
          told,
        };
        const field = placed.find((each) => each.line === index && overlaps(each, mention))?.field ?? null;
        const against = field === null ? contradictionOf(around, now) : null;
        const offers = offersFor(around, offered);
        // Most of what there is none of has nothing to do with the workbook.
        if (mention.kind === "none" && field === null && against === null && offers.length === 0) return [];
        return [
          {
            place,
            heading,
            cell: cells.get(place) ?? null,
            line,
            index,
            mention,
            state: field?.state ?? "open",
            field,
            offers: offers.map((offer) => inWords(offer, mention, report)),
            question: against === null ? null : inWords(against, mention, report),
          },
        ];
      });
    });
  });
}

/** What the officer answers about a mention. */
export type MentionAnswer =
  /** Join it: from now on the text says what the source says. */
  | { readonly kind: "link"; readonly source: FieldSource }
  /** The text is wrong: write the source's number into it, and join it. */
  | { readonly kind: "text"; readonly source: FieldSource; readonly text: string }
  /** The cell is wrong: write her number into it, and join it. */
  | { readonly kind: "cell"; readonly source: FieldSource; readonly cell: CellAddress }
  /** No cell holds it (`asked`), or it tells of an earlier time and stays (`history`). */
  | { readonly kind: "asked" | "history" }
  /** Forget what was decided. */
  | { readonly kind: "open" };

/** What came of an answer. */
type Answered = Kept | { readonly kind: "not-found" };

/** Writes what she answered into the workbook. Her words change only where she says that they are wrong. */
export async function answerMention(
  host: WorkbookHost,
  { report, snapshot }: Pick<FormsBook, "report" | "snapshot">,
  about: OwnMention,
  answer: MentionAnswer,
): Promise<Answered> {
  const { place, line, mention, field } = about;
  const keep = (decided: OwnField) => {
    const reason =
      decided.state === "linked"
        ? `Lấy theo ${sourceWords(decided.source, report.edition)}`
        : decided.state === "history"
          ? "Số của thời điểm trước, giữ nguyên"
          : "Số riêng của lời văn, không có ô";
    const words = { place: about.heading, sentence: line };
    return keepConfirmation(host, fieldToKeep(decided, reason), words);
  };
  const linked = (
    source: FieldSource,
    anchor = anchorAt(line, mention),
    relation = relationOf(line, mention),
  ): OwnField => ({
    place,
    anchor,
    state: "linked",
    source,
    relation,
  });
  switch (answer.kind) {
    case "open":
      if (field === null) return { kind: "kept" };
      return keepConfirmation(host, fieldToForget(field), { place: "", sentence: "" });
    case "asked":
    case "history":
      return keep({ place, anchor: field?.anchor ?? anchorAt(line, mention), state: answer.kind });
    case "link":
      return keep(linked(answer.source, field?.anchor));
    case "cell": {
      const value = valueFor(mention, answer.source, report);
      if (value === null) return { kind: "not-found" };
      const written = await asked(() => host.write([{ cell: answer.cell, value }]));
      if (!written.ok) return refused(written.fault);
      return keep(linked(answer.source));
    }
    case "text": {
      const { cell, index } = about;
      const fresh = correctedLine(about, answer.text);
      const old = cell === null ? "" : cellText(indexSnapshot(snapshot).cell(cell));
      const value = withLine(old, index, line, fresh.line);
      if (cell === null || value === null) return { kind: "not-found" };
      const written = await asked(() => host.write([{ cell, value }]));
      if (!written.ok) return refused(written.fault);
      return keep(linked(answer.source, anchorAt(fresh.line, fresh.span), fresh.relation));
    }
  }
}

/** Her number as the cell of a source holds it; null for what is no number. */
function valueFor(mention: Mention, source: FieldSource, { edition }: Report): number | null {
  switch (mention.kind) {
    case "number":
    case "percent":
    case "none":
      return mention.value;
    case "money": {
      const unit = moneyUnitOf(source, edition);
      // Đồng are whole, whatever binary fractions say.
      return unit === null ? null : roundHalfUp(mention.value / unit, 9);
    }
    default:
      return null;
  }
}

/** The line with a source's words in place of the mention, and where its number then stands. */
function correctedLine({ line, mention }: OwnMention, text: string) {
  const before = line.slice(0, mention.start);
  if (mention.kind !== "none") {
    const span = { start: mention.start, end: mention.start + text.length };
    return { line: before + text + line.slice(mention.end), span, relation: relationOf(line, mention) };
  }
  const { words, after } = someInstead(mention.text, text, line.slice(mention.end));
  const end = before.length + words.length;
  return {
    line: before + words + after,
    span: { start: end - text.length, end },
    relation: "equals" as const,
  };
}

function refused(fault: JobFault): Answered {
  return { kind: "refused", fault };
}

/** "trên 500", "hơn 828" speak of less than the number itself; "không phát sinh" of nothing. */
function relationOf(line: string, { kind, start }: Mention): LinkedField["relation"] {
  if (kind === "none") return "zero";
  return /(?:^|[^\p{L}])(?:trên|hơn|quá)\s+$/iu.test(line.slice(0, start)) ? "over" : "equals";
}

/** Keys of the cells that a section's composed sentences tell. */
function toldIn({ sections }: Narrative, id: string): ReadonlySet<string> {
  const paragraphs = sections.find((section) => section.id === id)?.paragraphs ?? [];
  return new Set(
    paragraphs.flatMap(({ runs }) =>
      runs.flatMap(({ fact }) => (fact === null ? [] : [originKey(fact.origin)])),
    ),
  );
}

/** The remainders, sums and shares that the narrative tells, each once. */
function computedSources({ sections }: Narrative, report: Report): readonly FieldSource[] {
  const found = new Map<string, FieldSource>();
  for (const { fact } of sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs))) {
    const source = fact === null || fact.derivedFrom === undefined ? null : sourceOfFact(fact, report);
    if (source !== null) found.set(JSON.stringify(source), source);
  }
  return [...found.values()];
}

function inWords({ source, state }: Offer, mention: Mention, { edition }: Report): OfferedSource {
  const cell = state.kind === "words" ? state.cell : state.fact.argument.fact.address;
  return { source, words: sourceWords(source, edition), text: writtenLike(mention.text, state), cell };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
