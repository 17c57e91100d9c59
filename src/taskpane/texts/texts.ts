import type { IndicatorKind, PeriodId } from "../../forms/schema.js";
import type { HostFault, PlanFeature } from "../../hosts/port.js";
import type { Counts, FindingClass } from "../../jobs/group-findings.js";
import type { Language, Wording } from "../../jobs/wording.js";
import type { ReportView } from "../report/report-view.js";
import type { Step, Watching } from "../session/state.js";
import type { LetterWords } from "../wide/letter.js";

/**
 * Every word of the pane, and in which words the core tells of findings. What the forms print and the
 * report itself are Vietnamese in every language of the pane, and marked so on the page.
 */
export interface Texts {
  /** BCP 47 tag, for the page and for times of day. */
  readonly language: string;
  /** How findings are told; absent for Vietnamese, which the rules bring along. */
  readonly wording?: Wording;
  /** The button that goes over to the other language: its language, two letters, and what it does. */
  readonly other: { readonly language: Language; readonly short: string; readonly label: string };
  /** A period by its name; `printed` is what the set of forms calls it. */
  readonly period: (id: PeriodId, printed: string) => string;
  /** A period of a year; absent where the core's words do. */
  readonly periodOfYear?: (id: PeriodId, year: number) => string;
  /** Why the workbook could not be read or written. */
  readonly fault: (fault: HostFault) => string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly stepsLabel: string;
  readonly opening: string;
  /** What the program does not know of what is inserted. */
  readonly lacks: (features: readonly PlanFeature[]) => string;
  readonly loadingStep: string;
  readonly dismiss: string;
  readonly code: (code: string) => string;
  readonly programTrouble: string;
  /** The program that holds the workbook failed without an answer. */
  readonly unexpected: string;
  readonly reload: string;
  readonly retry: string;
  /** The button that explains the step that is shown, and the one that leaves the explanation. */
  readonly help: { readonly open: string; readonly close: string };
  /** A button of the ribbon asked for a step that needs forms. */
  readonly unmet: Readonly<Record<Exclude<Step, "insert">, string>>;
  readonly insert: InsertTexts;
  readonly tables: TablesTexts;
  readonly next: NextTexts;
  /** Absent for Vietnamese, which that part brings along (`useDraftTexts`). */
  readonly draft?: DraftTexts;
  readonly adopt: AdoptTexts;
  readonly check: CheckTexts;
  readonly cell: CellTexts;
  /** Absent for Vietnamese, which the report step brings along (`useReportTexts`). */
  readonly report?: ReportTexts;
  readonly surroundings: SurroundingsTexts;
}

interface InsertTexts {
  readonly title: string;
  readonly intro: string;
  readonly edition: string;
  readonly source: (type: string, number: string, day: string, issuer: string) => string;
  readonly proposed: string;
  readonly proposedNote: string;
  readonly proposedMeans: string;
  readonly organization: string;
  /** `district`: of the time when communes reported to one. */
  readonly organizationHint: (district: boolean) => string;
  readonly superior: string;
  readonly superiorHint: (district: boolean) => string;
  readonly period: string;
  readonly year: string;
  readonly yearFault: string;
  readonly rest: string;
  readonly blank: string;
  readonly editOnSheet: string;
  readonly preparing: string;
  readonly willAdd: (count: number) => string;
  readonly alreadyThere: (count: number) => string;
  readonly willName: (count: number) => string;
  readonly kept: string;
  readonly nothingToAdd: string;
  readonly willFill: (count: number) => string;
  readonly lost: (count: number) => string;
  readonly insert: string;
  readonly addMissing: string;
  readonly insertAgain: string;
  readonly inserting: string;
  readonly insertingHint: string;
  readonly added: (count: number) => string;
  readonly addedNothing: string;
  readonly unsetPages: (sheets: readonly string[]) => string;
  readonly named: (count: number) => string;
  readonly next: string;
  readonly blankSheet: (sheet: string) => string;
  readonly removeSheet: (sheet: string) => string;
  readonly removedSheet: (sheet: string) => string;
  readonly toInfo: string;
  readonly toCheck: string;
  /** `damaged`: the workbook carries the edition itself, and it cannot be read. */
  readonly foreign: (edition: string, damaged: boolean) => string;
  readonly foreignFits: string;
  readonly useFitting: string;
  readonly foreignUnfit: string;
  readonly fromFile: string;
  readonly fileFaults: (file: string, count: number) => string;
}

interface TablesTexts {
  readonly title: string;
  readonly hint: string;
  readonly there: string;
  readonly add: string;
}

/** `done` is false in what is announced and true in what is told afterwards. */
interface NextTexts {
  readonly open: string;
  readonly title: string;
  readonly period: string;
  readonly unknown: string;
  readonly will: (from: string, to: string) => string;
  readonly cleared: (done: boolean, cells: number, notes: number) => string;
  readonly restored: (done: boolean, cells: number) => string;
  readonly clearedTables: (done: boolean, sheets: string) => string;
  readonly carriedTables: (sheets: string) => string;
  readonly kept: string;
  readonly earlier: (done: boolean, from: string, sheet: string) => string;
  readonly window: (from: string, to: string) => string;
  readonly ownWindow: string;
  readonly closed: (sheets: readonly string[]) => string;
  readonly opened: string;
  /** Before the period turns: what to do, how, and that it is done. */
  readonly keep: Readonly<
    Record<"save-as" | "copy", { readonly first: string; readonly how: string; readonly done: string }>
  >;
  readonly go: (to: string) => string;
  readonly cancel: string;
  readonly working: string;
  readonly done: (to: string) => string;
  readonly half: string;
  readonly broken: string;
  readonly review: string;
  readonly texts: (count: number) => string;
  readonly formulas: string;
  readonly lost: string;
  readonly lostInfo: (labels: string) => string;
  readonly row: (form: number, row: string) => string;
}

/** Forms that stand in the workbook and were not made by this program. */
interface AdoptTexts {
  readonly found: string;
  readonly edition: string;
  readonly counts: (bound: number, rows: number, doubts: number) => string;
  readonly tie: (editions: string) => string;
  readonly doubts: (count: number) => string;
  readonly tables: (count: number) => string;
  readonly doubtfulTables: (count: number) => string;
  readonly unrecognised: (count: number) => string;
  readonly missing: (count: number) => string;
  readonly notBound: string;
  readonly bindTo: (cell: string, sheet: string) => string;
  readonly choose: string;
  readonly row: (sheet: string, row: number, label: string) => string;
  readonly missingRow: (form: number, row: string, label: string) => string;
  readonly means: string;
  readonly nothingSure: string;
  readonly use: string;
  readonly again: string;
  readonly orInsert: string;
  readonly nothing: (sheets: readonly string[], tables: number) => string;
}

/** A set of forms made from the workbook's own tables. */
export interface DraftTexts {
  readonly open: string;
  readonly title: string;
  readonly intro: (forms: number, rows: number, doubts: number) => string;
  readonly name: string;
  readonly defaultName: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<IndicatorKind, string>>;
  readonly relation: string;
  readonly ratio: (numerator: string, denominator: string) => string;
  readonly reduction: (from: string, to: string) => string;
  readonly sum: (codes: string) => string;
  readonly atLeast: (codes: string) => string;
  readonly within: (code: string) => string;
  readonly alone: string;
  readonly doubtful: (reasons: string) => string;
  readonly form: (number: number, title: string, doubts: number) => string;
  readonly faults: (count: number) => string;
  readonly use: string;
  readonly save: string;
  readonly saved: (file: string) => string;
  readonly proposal: string;
  readonly cancel: string;
}

export interface CheckTexts {
  readonly title: string;
  readonly watching: Readonly<Record<Watching, string>>;
  readonly watchingHint: Readonly<Record<Watching, string>>;
  readonly checkedAt: (time: string) => string;
  readonly pause: string;
  readonly resume: string;
  readonly again: string;
  readonly classes: Readonly<Record<FindingClass, string>>;
  readonly filter: string;
  readonly listLabel: string;
  readonly group: (name: string, count: number) => string;
  /** What has become of the findings since the last printed check. */
  readonly isNew: string;
  readonly onlyNew: (count: number) => string;
  readonly since: (day: string, still: number, fixed: number) => string;
  /** A form as short as a button needs it. */
  /** Name of the list of forms that the findings can be narrowed to. */
  readonly subjects: string;
  readonly allSubjects: string;
  readonly subjectCount: (subject: string, count: number) => string;
  readonly why: string;
  readonly swap: (change: string) => string;
  readonly move: (change: string) => string;
  readonly propose: (change: string) => string;
  readonly printCheck: string;
  readonly printedCheck: (sheet: string, beside: boolean) => string;
  readonly toCell: (cell: string) => string;
  readonly toFirst: (cell: string) => string;
  readonly fixTo: (value: string) => string;
  readonly fixFormula: (value: string) => string;
  readonly fixAll: (count: number) => string;
  readonly fixNow: (count: number) => string;
  readonly change: (sheet: string, cell: string, from: string, to: string) => string;
  readonly andOthers: (count: number) => string;
  readonly mended: (count: number) => string;
  readonly undo: string;
  readonly explain: string;
  readonly reason: string;
  readonly reasonOutdated: (reason: string) => string;
  readonly confirm: string;
  readonly confirmed: (count: number) => string;
  readonly unconfirm: string;
  readonly cancel: string;
  readonly progress: (filled: number, required: number) => string;
  readonly mark: (count: number) => string;
  readonly markAgain: (count: number) => string;
  readonly unmark: string;
  readonly toReport: string;
  readonly announced: (counts: Counts) => string;
  readonly general: string;
  readonly form: (number: number) => string;
  readonly allFine: string;
  readonly allFineHint: string;
  readonly row: (code: string) => string;
  readonly cell: (cell: string) => string;
  readonly goTo: (sheet: string, cell: string) => string;
  readonly noForms: string;
  readonly toInsert: string;
}

/** The cell in which the cursor stands. */
interface CellTexts {
  readonly none: string;
  readonly open: string;
  readonly back: string;
  readonly title: (cell: string, sheet: string) => string;
  readonly other: string;
  readonly spans: Readonly<Record<"period" | "cumulative" | "moment", string>>;
  readonly madeFrom: string;
  readonly as: Readonly<Record<"numerator" | "denominator" | "part" | "whole", string>>;
  readonly part: (as: string, code: string, value: string) => string;
  readonly share: (percent: string) => string;
  readonly earlier: (value: string) => string;
  readonly lastYear: (value: string) => string;
  readonly compared: (before: string, now: string) => string;
  readonly rules: string;
  /** Begins a sentence about another row; `form` is null for one of the same form. */
  readonly about: (form: number | null, code: string) => string;
  readonly states: Readonly<Record<"fails" | "holds" | "unchecked", string>>;
  readonly told: string;
  readonly readTold: string;
  readonly value: string;
  readonly write: string;
  /** Which keys the field knows. */
  readonly keys: string;
  readonly writeAndNext: string;
  readonly next: string;
}

export interface ReportTexts {
  readonly title: string;
  readonly loading: string;
  readonly counts: (counts: Counts) => string;
  readonly countsHint: string;
  readonly sinceSigned: (signed: string, count: number) => string;
  readonly views: Readonly<Record<ReportView, string>>;
  readonly viewsLabel: string;
  /** Her own words, and what their numbers could be joined to. */
  readonly ownHint: string;
  readonly ownNone: string;
  readonly ownUnread: (count: number) => string;
  readonly ownStale: (was: string, now: string) => string;
  readonly ownUpdate: (count: number) => string;
  readonly ownAsk: (mention: string, source: string, says: string) => string;
  readonly ownTextTo: (says: string) => string;
  readonly ownCellTo: (cell: string, mention: string) => string;
  readonly ownBoth: string;
  readonly ownLink: (source: string, says: string) => string;
  readonly ownNoCell: string;
  readonly ownHistory: string;
  readonly ownStates: Readonly<Record<"linked" | "asked" | "history", string>>;
  readonly ownForget: string;
  readonly listFull: string;
  readonly ownMoved: string;
  /** By which outline the report is written. */
  readonly outline: string;
  readonly outlineFile: string;
  readonly outlineTooLong: string;
  readonly outlineOther: (file: string, base: string) => string;
  readonly outlineNone: string;
  readonly toSection: string;
  readonly wide: string;
  readonly wideWords: Omit<LetterWords, "language">;
  readonly toldBy: (cell: string, count: number) => string;
  readonly paragraph: string;
  readonly decline: string;
  readonly declineOne: (words: string) => string;
  readonly writeMore: string;
  readonly editOwn: string;
  readonly accept: string;
  readonly restore: string;
  readonly doubtfulHint: string;
  readonly suggestionsHint: string;
  readonly declinedHint: string;
  readonly draftAsk: (errors: number) => string;
  readonly draftPages: string;
  readonly draftMarked: (count: number) => string;
  readonly draftLeftOut: (count: number) => string;
  readonly draftClean: string;
  readonly exportDraft: string;
  readonly toErrors: string;
  readonly cancel: string;
  readonly export: string;
  readonly exporting: string;
  readonly copy: string;
  readonly saved: (file: string) => string;
  readonly copied: string;
  readonly copySelected: string;
  readonly copyFailed: string;
  readonly exportFailed: string;
  readonly macHint: string;
  readonly missingHint: string;
  readonly missingRow: (form: number, code: string, label: string) => string;
  readonly missingText: string;
  readonly empty: string;
  readonly own: string;
  readonly factGoTo: (text: string, sheet: string, cell: string) => string;
}

export interface Trouble {
  readonly title: string;
  readonly what: string;
  readonly steps: readonly string[];
}

interface SurroundingsTexts {
  readonly waiting: string;
  readonly noOffice: Trouble;
  readonly notExcel: Trouble;
  readonly tooOld: Trouble;
  readonly crashed: Trouble;
}
