import { fetchEdition } from "../../forms/fetch-edition.js";
import { eachIndicator, indicatorKey } from "../../forms/indicators.js";
import { askedBefore } from "../../forms/shipped.js";
import type { CellEdit, CellMark, WorkbookHost } from "../../hosts/port.js";
import { blankStarter } from "../../jobs/blank-starter.js";
import type { CheckedForms } from "../../jobs/check.js";
import type { ConfirmationWork } from "../../jobs/confirm.js";
import type { SentenceDecision } from "../../jobs/decide-sentence.js";
import { asked, type JobFault } from "../../jobs/guard.js";
import { inverseOf } from "../../jobs/inverse.js";
import { marksOf } from "../../jobs/marks.js";
import type { Performed, Work } from "../../jobs/perform.js";
import { preview } from "../../jobs/preview.js";
import { type Survey, survey } from "../../jobs/survey.js";
import { type After, type Freshness, watch } from "../../jobs/watch.js";
import type { SentenceRef } from "../../narrative/section.js";
import type { Finding } from "../../rules/finding.js";
import type { CellAddress } from "../../values/address.js";
import { type Day, dayOf } from "../../values/day.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { changeDraft, suggestedDraft } from "./draft.js";
import { loadCheckSheet, loadConfirm, loadDecisions, loadDefects } from "./late.js";
import type { Book, Draft, SessionState, Step, Trouble } from "./state.js";

/** The work of one opening of the pane, without its looks: what is shown, and all that can be done. */
export interface Session {
  /** Calls back after every change of `state()`. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  state(): SessionState;
  /** Reads the workbook, starts to follow it and goes to the step that fits. */
  open(step: Step | null): Promise<void>;
  /** Reads the workbook again. */
  check(): Promise<void>;
  /** Stops following changes; `resume` reads the workbook and follows it again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Asks what writing a plan would do; the answer comes as `preview`. */
  inspect(plan: WorkbookPlan): Promise<void>;
  /** Writes a plan, then edits of cells that are there, and reads the workbook again. */
  insert(plan: WorkbookPlan, edits?: readonly CellEdit[]): Promise<void>;
  /** The same without counting as an insertion: for work whose own screen tells what it did. A refusal is told as trouble too; null while other work is under way. */
  perform(work: Work): Promise<Performed | null>;
  /** A job that writes by itself over the forms that were read last, then reads the workbook again. A refusal is told as trouble; null then, and while other work is under way. */
  act<T extends Outcome>(job: (host: WorkbookHost, book: CheckedForms) => Promise<T>): Promise<T | null>;
  /** The whole workbook, the sheets of others too; null when it cannot be read, which is told as trouble. */
  survey(): Promise<Survey | null>;
  /** Goes to a cell. */
  select(cell: CellAddress): Promise<void>;
  /** Writes cells that are there, and offers the way back as `undo`. True when it was done. */
  mend(edits: readonly CellEdit[]): Promise<boolean>;
  /** Takes back what was mended last. */
  undo(): Promise<void>;
  /** Keeps with the workbook why a finding stays; an empty reason takes it back. True when it was done. */
  confirm(finding: Finding, reason: string): Promise<boolean>;
  /** Keeps with the workbook whether a composed sentence is wanted. True when it was done. */
  decide(sentence: SentenceRef, decision: SentenceDecision): Promise<boolean>;
  /** Marks the cells of errors and of what is to be reviewed on their sheets, in place of marks laid before. */
  mark(): Promise<void>;
  /** Takes the marks off. */
  unmark(): Promise<void>;
  /** The blank sheet with which the workbook began; null where there is none or it cannot be removed. */
  starter(): Promise<string | null>;
  /** Removes a sheet on which nothing stands. True when it was done. */
  removeSheet(name: string): Promise<boolean>;
  /** Makes the printed sheet of findings, anew where there is one, and goes to it. What it is called; null when it was not made. */
  printCheck(): Promise<{ readonly sheet: string; readonly beside: boolean } | null>;
  show(step: Step): void;
  /** Goes to the sentences of the report that tell a cell. */
  showTold(cell: CellAddress): void;
  /** Notes that she wants a draft although there are errors: she is not asked again. */
  agreeToDraft(): void;
  change(draft: Partial<Draft>): void;
  /** Tells of a failure outside the workbook, and how to try again what could not be done. */
  fail(code: string, again?: () => void): void;
  dismiss(): void;
}

/** What a job that writes by itself came to. */
type Outcome = { readonly kind: string } | { readonly kind: "refused"; readonly fault: JobFault };

interface SessionParts {
  readonly host: WorkbookHost;
  readonly now: () => Date;
  readonly after: After;
}

/** After a pause in typing the search for the causes begins. Milliseconds. */
const SEARCH_AFTER = 250;

const NOTHING: WorkbookPlan = { sheets: [], names: [] };

/** A session over a workbook. Nothing happens before `open`. */
export function createSession({ host, now, after }: SessionParts): Session {
  let current: SessionState = {
    phase: "opening",
    step: "insert",
    book: { kind: "unread" },
    unmet: null,
    causes: null,
    watching: "off",
    checkedAt: null,
    busy: "none",
    trouble: null,
    again: null,
    preview: null,
    inserted: null,
    cell: null,
    marksCells: host.acts?.mark !== undefined,
    drawsCharts: host.acts?.drawChart !== undefined,
    sought: null,
    draftAgreed: false,
    tellsSelection: host.capabilities.tellsSelection,
    keepsBy: host.capabilities.keepsBy,
    undo: null,
    draft: suggestedDraft(now()),
    edition: null,
  };
  const listeners = new Set<() => void>();
  let inspections = 0;
  let selectionFollowed = false;
  let stopSearch = (): void => undefined;

  const set = (change: Partial<SessionState>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener();
  };
  const report = (trouble: Trouble | null): void => set({ trouble });
  const hostTrouble = (fault: JobFault | null): Trouble | null =>
    fault === null ? null : { kind: "host", fault };

  const workbook = watch(
    host,
    (event) => {
      if (event.kind === "read") {
        set({ book: event.book, checkedAt: now() });
        searchLater();
        void bringEdition();
      } else become(event.freshness);
    },
    after,
  );

  /** Works out which findings have one cause, once she pauses: it takes longer than judging. */
  const searchLater = (): void => {
    stopSearch();
    const { book } = current;
    if (book.kind !== "forms" || book.judgement === current.causes?.of) return;
    const { judgement } = book;
    stopSearch = after(SEARCH_AFTER, async () => {
      // What is told of a finding needs it too, and tells when it cannot be fetched.
      const found = await loadDefects().catch(() => null);
      const { book: now } = current;
      if (found === null || now.kind !== "forms" || now.judgement !== judgement) return;
      set({ causes: { of: judgement, defects: found.defectsOf(judgement) } });
    });
  };

  /** Brings the edition that the draft names. Forms that stand are of an edition that came with them. */
  const bringEdition = async (): Promise<void> => {
    const { book, draft, edition } = current;
    if (book.kind === "forms" || book.kind === "unread" || edition?.id === draft.edition) return;
    const own = draft.own?.id === draft.edition ? draft.own : askedBefore(draft.edition);
    if (own !== null) return set({ edition: own });
    const brought = await fetchEdition(draft.edition).catch(() => null);
    if (current.draft.edition !== draft.edition) return;
    if (brought === null) report({ kind: "program", code: `edition ${draft.edition}` });
    else set({ edition: brought });
  };

  /** What the last reading says of the truth of the findings, while they are followed. */
  const become = (freshness: Freshness): void => {
    if (current.watching === "paused" || current.watching === "off") return;
    set({ watching: freshness.kind });
    if (freshness.kind === "lost") report(hostTrouble(freshness.fault));
    else if (freshness.kind === "live" && current.trouble?.kind === "host") report(null);
  };

  const follow = async (): Promise<void> => {
    const following = await workbook.follow();
    if (following.kind === "on") set({ watching: "live" });
    else if (following.kind === "refused") set({ watching: "off", trouble: hostTrouble(following.fault) });
  };

  /** Where the cursor stands is worth having, not worth a complaint. */
  const followSelection = async (): Promise<void> => {
    if (!host.capabilities.tellsSelection || selectionFollowed) return;
    selectionFollowed = true;
    const registered = await asked(() => host.onSelect((cell) => set({ cell })));
    if (!registered.ok) selectionFollowed = false;
  };

  const checkNow = async (): Promise<void> => {
    set({ busy: "checking", trouble: null });
    const fault = await workbook.read();
    set({ busy: "none", trouble: hostTrouble(fault) });
  };

  const perform = async (work: Work): Promise<Performed | null> => {
    if (current.busy !== "none") return null;
    set({ busy: "inserting", trouble: null, preview: null, inserted: null });
    const { performed, unread } = await workbook.perform(work);
    const fault = performed.kind === "done" ? unread : performed.fault;
    set({ busy: "none", trouble: hostTrouble(fault) });
    if (performed.kind !== "refused" && unread === null && current.watching === "off") await follow();
    return performed;
  };

  /** Writes small things beside the typing; a refusal is told as trouble. */
  const write = async (work: Work): Promise<boolean> => {
    if (current.busy !== "none") return false;
    set({ busy: "mending", trouble: null });
    const { performed, unread } = await workbook.perform(work);
    const fault = performed.kind === "done" ? unread : performed.fault;
    set({ busy: "none", trouble: hostTrouble(fault) });
    return performed.kind === "done";
  };

  const layMarks = async (marks: readonly CellMark[]): Promise<void> => {
    const mark = host.acts?.mark;
    if (mark === undefined || current.busy !== "none") return;
    set({ busy: "mending", trouble: null });
    const laid = await asked(() => mark(marks));
    // The name that tells of marks came or went.
    const unread = laid.ok ? await workbook.read() : null;
    set({ busy: "none", trouble: hostTrouble(laid.ok ? unread : laid.fault) });
  };

  /** A part of the program that few need; a failure to load it is told. */
  const late = async <T>(load: () => Promise<T>): Promise<T | null> => {
    const loaded = await load().catch(() => null);
    if (loaded === null) report({ kind: "program", code: "confirm" });
    return loaded;
  };

  /** Puts something into the list of decisions. It is laid out first where the workbook has none, and found by the next reading. */
  const keep = async (next: (book: CheckedForms) => ConfirmationWork): Promise<boolean> => {
    for (let turn = 0; turn < 2; turn += 1) {
      const { book } = current;
      if (book.kind !== "forms") return false;
      const { kind, work } = next(book);
      if (!(await write(work))) return false;
      if (kind === "ready") return true;
    }
    return false;
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => current,
    open: async (step) => {
      await checkNow();
      const { kind } = current.book;
      const unmet = kind === "empty" && step !== "insert" ? step : null;
      set({ phase: "ready", step: kind === "forms" ? (step ?? "check") : "insert", unmet });
      if (current.trouble === null) {
        await follow();
        await followSelection();
      }
    },
    check: async () => {
      if (current.busy !== "none") return;
      await checkNow();
      if (current.trouble === null && current.watching === "off") await follow();
    },
    pause: async () => {
      set({ watching: "paused" });
      await workbook.stop();
    },
    resume: async () => {
      if (current.busy !== "none") return;
      await checkNow();
      if (current.trouble === null) await follow();
    },
    inspect: async (plan) => {
      inspections += 1;
      const mine = inspections;
      const inspected = await preview(host, plan);
      if (mine !== inspections || current.busy === "inserting") return;
      if (inspected.ok) set({ preview: inspected.value });
      else set({ preview: null, trouble: hostTrouble(inspected.fault) });
    },
    insert: async (plan, edits = []) => {
      const performed = await perform({ plan, edits });
      if (performed?.kind !== "done") return;
      set({ inserted: performed.report });
      const cell = performed.report.addedSheets.length > 0 ? firstCell(current.book) : null;
      // Where it cannot be shown, the forms are there all the same.
      if (cell !== null) await asked(() => host.select(cell));
    },
    perform,
    act: async (job) => {
      const { book } = current;
      if (current.busy !== "none" || book.kind !== "forms") return null;
      set({ busy: "mending", trouble: null });
      const { done, unread } = await workbook.during(() => job(host, book));
      const fault = done.kind === "refused" && "fault" in done ? done.fault : unread;
      set({ busy: "none", trouble: hostTrouble(fault) });
      return fault === null ? done : null;
    },
    survey: async () => {
      const surveyed = await survey(host);
      if (surveyed.ok) return surveyed.value;
      report(hostTrouble(surveyed.fault));
      return null;
    },
    select: async (cell) => {
      const selected = await asked(() => host.select(cell));
      report(selected.ok ? null : hostTrouble(selected.fault));
    },
    mend: async (edits) => {
      const { book } = current;
      if (current.busy !== "none" || book.kind === "unread" || edits.length === 0) return false;
      const back = inverseOf(edits, book.snapshot);
      const done = await write({ plan: NOTHING, edits });
      if (done) set({ undo: { cells: back.length, edits: back } });
      return done;
    },
    undo: async () => {
      const { undo } = current;
      if (undo !== null && (await write({ plan: NOTHING, edits: undo.edits }))) set({ undo: null });
    },
    confirm: async (finding, reason) => {
      const loaded = await late(loadConfirm);
      return loaded !== null && keep((book) => loaded.confirmFinding(book, finding, reason));
    },
    decide: async (sentence, decision) => {
      const [confirm, decisions] = [await late(loadConfirm), await late(loadDecisions)];
      const { book: now } = current;
      if (confirm === null || decisions === null || now.kind !== "forms") return false;
      for (const { confirmation, words } of decisions.decisionsAbout(now.report, sentence, decision)) {
        if (!(await keep(({ snapshot }) => confirm.keepInList(snapshot, confirmation, words)))) return false;
      }
      return true;
    },
    mark: async () => {
      if (current.book.kind === "forms") await layMarks(marksOf(current.book.judgement.findings));
    },
    unmark: () => layMarks([]),
    starter: async () => {
      if (host.acts?.removeBlankSheet === undefined) return null;
      const surveyed = await survey(host);
      return surveyed.ok ? blankStarter(surveyed.value.snapshot) : null;
    },
    removeSheet: async (name) => {
      const remove = host.acts?.removeBlankSheet;
      if (remove === undefined || current.busy !== "none") return false;
      set({ busy: "mending", trouble: null });
      const removed = await asked(() => remove(name));
      set({ busy: "none", trouble: removed.ok ? null : hostTrouble(removed.fault) });
      return removed.ok && removed.value;
    },
    printCheck: async () => {
      const { book } = current;
      const loaded = await late(loadCheckSheet);
      const day = dayOfClock(now());
      if (loaded === null || book.kind !== "forms" || day === null) return null;
      const { work, sheet, beside } = loaded.checkSheetWork(book, day);
      if (!(await write(work))) return null;
      await asked(() => host.select({ sheet, row: 1, column: 1 }));
      return { sheet, beside };
    },
    show: (step) => set({ step, unmet: null, inserted: null, trouble: null, again: null, sought: null }),
    showTold: (cell) => set({ step: "report", inserted: null, trouble: null, again: null, sought: cell }),
    agreeToDraft: () => set({ draftAgreed: true }),
    change: (draft) => {
      set({ draft: changeDraft(current.draft, draft) });
      void bringEdition();
    },
    fail: (code, again) => {
      report({ kind: "program", code });
      const before = current.again;
      if (again === undefined) return;
      set({
        again: () => {
          set({ trouble: null, again: null });
          before?.();
          again();
        },
      });
    },
    dismiss: () => report(null),
  };
}

/** The cell with which filling the forms begins. */
function firstCell(book: Book): CellAddress | null {
  if (book.kind !== "forms") return null;
  const { edition, values } = book.report;
  for (const { form, indicator } of eachIndicator(edition)) {
    const address = values.get(indicatorKey(form.number, indicator.code))?.address ?? null;
    if (indicator.kind !== "heading" && indicator.subject === "commune" && address !== null) return address;
  }
  return null;
}

/** The day on this machine's clock. */
function dayOfClock(now: Date): Day | null {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
