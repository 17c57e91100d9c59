import { additionRequests } from "../../../src/hosts/gsheets/apply.js";
import { ours } from "../../../src/hosts/gsheets/messages.js";
import { bookOf } from "../../../src/hosts/gsheets/read-book.js";
import type { Request } from "../../../src/hosts/gsheets/wire.js";
import { compareWithPlan } from "../../../src/workbook/additions/compare-with-plan.js";
import type { WorkbookPlan } from "../../../src/workbook/plan.js";
import { takeSnapshot } from "../../../tools/grid/snapshot.js";
import { performAll } from "../../../tools/local-sheets/api-messages.js";
import { readBook } from "../../../tools/local-sheets/api-reading.js";
import type { SheetsBook } from "../../../tools/local-sheets/book.js";
import { bindScript } from "../../../tools/local-sheets/script.js";
import { byClock, scriptFunctions } from "./local.js";
import { createTape } from "./tape.js";

/** Everything that an insertion could leave behind, as one text. */
export function stateOf(book: SheetsBook): string {
  return JSON.stringify([
    takeSnapshot(book.grid),
    book.metadata,
    [...book.protections].filter(([, list]) => list.length > 0),
  ]);
}

/** What became of an insertion that was made to fail at each of its writings. */
export interface EachFailure {
  /** How many writings the insertion takes, and so how often it failed. */
  readonly writings: number;
  /** The writings, counted from 1, whose failure left anything else than there was before. */
  readonly leftovers: readonly number[];
}

/**
 * Inserts a plan by our server and lets a second run of the server fail at every writing. The second
 * run begins anew each time; up to the writing it is answered from a tape, so that trying all of some
 * two thousand takes as long as trying a hundred. What it takes back it takes back from the spreadsheet.
 */
export function failEachByScript(book: SheetsBook, plan: WorkbookPlan): EachFailure {
  const tape = createTape();
  const script = bindScript(book, (services) => scriptFunctions(tape.wrap(services)));
  const requests = requestsFor(plan, script.call("read", ours()));
  const update = () => script.call("update", requests, null);
  const tryEach = () =>
    failEach(
      book,
      () => {
        tape.record();
        update();
      },
      () => tape.replay(update),
    );
  // All the second runs happen within the first one, which would run out of its time.
  return byClock(() => 0, tryEach);
}

/** The same by Google's API: the second run begins in the spreadsheet as it was and is put on to the writing. */
export function failEachByApi(book: SheetsBook, plan: WorkbookPlan): EachFailure {
  const requests = requestsFor(plan, readBook(book, ours()));
  const start = book.remember();
  const update = () => performAll(book, requests);
  return failEach(book, update, (forward) => {
    start();
    book.beforeWriting = forward;
    update();
  });
}

function requestsFor(plan: WorkbookPlan, spreadsheet: Parameters<typeof bookOf>[0]): readonly Request[] {
  const read = bookOf(spreadsheet);
  return additionRequests(compareWithPlan(plan, read.snapshot), read);
}

/**
 * @param first the whole insertion, which succeeds
 * @param second begins the insertion again; `forward` brings the spreadsheet to where the first one is
 */
function failEach(book: SheetsBook, first: () => void, second: (forward: () => void) => void): EachFailure {
  const before = stateOf(book);
  const begun = book.writings;
  const leftovers: number[] = [];
  const tryHere = () => {
    const { writings } = book;
    const forward = book.remember();
    book.beforeWriting = () => {};
    book.failAt = writings + 1;
    const told = failureOf(() => second(forward));
    if (!told.startsWith("Service Spreadsheets failed") && !told.startsWith("Invalid requests[0]: Service"))
      throw new Error(`Writing ${writings + 1 - begun} failed otherwise: ${told}`);
    if (stateOf(book) !== before) leftovers.push(writings + 1 - begun);
    forward();
    book.writings = writings;
    book.beforeWriting = tryHere;
  };
  book.beforeWriting = tryHere;
  first();
  book.beforeWriting = () => {};
  return { writings: book.writings - begun, leftovers };
}

/** The message with which work fails. */
function failureOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "it did not fail";
}
