import type { Edition } from "../../forms/schema.js";
import { insertedTables } from "../../forms/tables.js";
import type { KnownInfo } from "../../jobs/insert.js";
import type { Work } from "../../jobs/perform.js";
import { asksInfo, makeUpOf, tablesOf } from "../../jobs/preview.js";
import type { Book, Draft, SessionState } from "./state.js";

/** The module of the insertion, which is loaded late (see `parts.ts`). */
type Planner = typeof import("../../jobs/insert.js");

/** The edition that the first step is about: the workbook's own, or the one chosen last that is at hand. */
export function proposedEdition({ book, edition }: Pick<SessionState, "book" | "edition">): Edition | null {
  return book.kind === "forms" ? book.report.edition : edition;
}

/** True when the fields of the first step are asked: a workbook with its information needs none. */
export function asksFields(book: Book): boolean {
  return book.kind !== "unread" && asksInfo(book);
}

/** Ids of the supplementary tables that the workbook has. */
export function presentTables(book: Book): ReadonlySet<string> {
  return book.kind === "unread" ? new Set() : tablesOf(book);
}

/** Ids of the supplementary tables that inserting is to see to: those there, and those ticked. */
export function wantedTables(edition: Edition, book: Book, draft: Draft): ReadonlySet<string> {
  return new Set([...presentTables(book), ...(draft.tables ?? insertedTables(edition))]);
}

/** What the fields of the first step tell of the report. */
export function knownInfo({ organization, superior, period, year }: Draft): KnownInfo {
  return { organization, superior, period, year: Number(year) };
}

/** What inserting would write; null while the workbook could not be read or is not ours to fill, or the edition is on its way. */
export function propose(
  planner: Planner,
  { book, edition: chosen, draft }: Pick<SessionState, "book" | "edition" | "draft">,
): Work | null {
  const edition = proposedEdition({ book, edition: chosen });
  if (book.kind !== "forms" && edition?.id !== draft.edition) return null;
  if (edition === null || book.kind === "unread") return null;
  const tables = wantedTables(edition, book, draft);
  return planner.proposeInsertion(book, { edition, info: knownInfo(draft), tables });
}

/** Changes when there may be something else to insert. */
export function makeUp(book: Book): string {
  return book.kind === "unread" ? "" : makeUpOf(book);
}
