import type { CellEdit, WorkbookHost } from "../hosts/port.js";
import { replacementOf } from "../narrative/choices.js";
import { doubtsOf } from "../narrative/doubts.js";
import { fieldToKeep, keptFields } from "../narrative/own-fields/field.js";
import { type FreshLine, weave } from "../narrative/own-fields/weave.js";
import type { Confirmation } from "../report/confirmation.js";
import type { CellAddress } from "../values/address.js";
import { confirmationEdits } from "../workbook/filling/place-confirmation.js";
import { findTextCells } from "../workbook/reading/read-texts.js";
import { cellText, indexSnapshot } from "../workbook/snapshot-index.js";
import { asked, type JobFault } from "./guard.js";
import type { FormsBook } from "./open.js";
import { ownTexts, type PrintedText, withLine } from "./own-text-lines.js";
import type { WrittenReport } from "./report.js";

/*
 * A joined number of her own text prints as the workbook has it, while the cell of her text still shows
 * what she once wrote. She is told, and where she wishes the cell is brought up to date.
 */

/** A line of her own text that says otherwise in its cell than in the report. */
export interface StaleLine {
  /** Id of the place of her text, or of the sentence that hers replaces. */
  readonly place: string;
  /** Where she reads of it: the section's heading. */
  readonly heading: string;
  /** The text's own cell; null for a sentence that replaces one of the program's. */
  readonly cell: CellAddress | null;
  /** As it stands in the cell. */
  readonly was: string;
  /** As the report prints it. */
  readonly now: string;
}

/** The lines of her text that the report prints with other numbers than their cells show, in printed order. */
export function staleLines(book: FormsBook, written: WrittenReport): readonly StaleLine[] {
  return freshTexts(book, written).flatMap(({ text: { place, heading }, cell, fresh }) =>
    fresh.map(({ was, now }) => ({ place, heading, cell, was, now })),
  );
}

/** What came of bringing her texts up to date. */
type TextsUpdated =
  | { readonly kind: "updated"; readonly lines: readonly StaleLine[] }
  /** The workbook is no longer what was read. */
  | { readonly kind: "not-found" }
  | { readonly kind: "refused"; readonly fault: JobFault };

/**
 * Writes into the cells of her texts what the report prints of them, in one go, and keeps every number
 * joined. Sentences that are marked to be mended, or rest on errors, stay as she wrote them.
 */
export async function updateTexts(
  host: WorkbookHost,
  book: FormsBook,
  written: WrittenReport,
): Promise<TextsUpdated> {
  const texts = freshTexts(book, written);
  const edits = texts.map((text) => editsOf(text, book));
  if (edits.includes(null)) return { kind: "not-found" };
  const found = edits.flatMap((each) => each ?? []);
  if (found.length > 0) {
    const outcome = await asked(() => host.write(found));
    if (!outcome.ok) return { kind: "refused", fault: outcome.fault };
  }
  return { kind: "updated", lines: staleLines(book, written) };
}

/** Her words anew, and the fields with the words that they now stand beside; null where one is gone. */
function editsOf(
  { text, cell, fresh }: FreshText,
  { report, snapshot }: FormsBook,
): readonly CellEdit[] | null {
  const put = (confirmation: Confirmation, sentence: string, over?: string) =>
    confirmationEdits(snapshot, confirmation, { place: text.heading, sentence }, over);
  const reasonOf = (key: string) => report.confirmations.find(({ finding }) => finding === key)?.reason ?? "";
  const words = (): readonly CellEdit[] | null => {
    const now = fresh[0]?.now ?? "";
    if (text.replaces !== null) return put(replacementOf(text.replaces, now), now);
    const value = cell === null ? null : withLines(cellText(indexSnapshot(snapshot).cell(cell)), fresh);
    return cell === null || value === null ? null : [{ cell, value }];
  };
  const fields = fresh.flatMap(({ now, fields: moved }) =>
    moved.map(({ old, fresh: field }) => {
      const { finding } = fieldToKeep(old, "");
      return put(fieldToKeep(field, reasonOf(finding)), now, finding);
    }),
  );
  const all: readonly (readonly CellEdit[] | null)[] = [words(), ...fields];
  return all.includes(null) ? null : all.flatMap((each) => each ?? []);
}

interface FreshText {
  readonly text: PrintedText;
  readonly cell: CellAddress | null;
  readonly fresh: readonly FreshLine[];
}

/** Her texts with lines that print otherwise than they stand. */
function freshTexts(
  { report, snapshot }: FormsBook,
  { narrative, outline, errors }: WrittenReport,
): readonly FreshText[] {
  const fields = keptFields(report);
  if (fields.length === 0) return [];
  const index = indexSnapshot(snapshot);
  const cells = findTextCells(index);
  const options = { report, doubts: doubtsOf(errors), clean: false };
  return ownTexts(report, narrative, outline).flatMap((text): readonly FreshText[] => {
    const cell = cells.get(text.place) ?? null;
    // What a formula of hers makes is not ours to write over.
    if (cell !== null && index.cell(cell).formula !== "") return [];
    const { fresh } = weave(text.place, text.paragraphs, fields, options);
    return fresh.length === 0 ? [] : [{ text, cell, fresh }];
  });
}

function withLines(text: string, fresh: readonly FreshLine[]): string | null {
  return fresh.reduce<string | null>(
    (whole, { line, was, now }) => (whole === null ? null : withLine(whole, line, was, now)),
    text,
  );
}
