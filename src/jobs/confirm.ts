import type { Edition } from "../forms/schema.js";
import type { Confirmation } from "../report/confirmation.js";
import { confirmationFor } from "../rules/confirm.js";
import type { Finding } from "../rules/finding.js";
import { describe } from "../rules/messages.js";
import { rowWords } from "../rules/place-words.js";
import { a1 } from "../values/address.js";
import { confirmationEdits } from "../workbook/filling/place-confirmation.js";
import { planConfirmations } from "../workbook/planning/plan-confirmations.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import type { FormsBook } from "./open.js";
import type { Work } from "./perform.js";
import { placeOf } from "./tell-finding.js";

/** What confirming a finding writes. */
export type ConfirmationWork =
  /** The list is written first; then, with the workbook read again, ask once more. */
  { readonly kind: "list-first"; readonly work: Work } | { readonly kind: "ready"; readonly work: Work };

const NOTHING = { sheets: [], names: [] };

/** Keeps in the workbook that a finding was looked at and stays, with the reason; an empty one takes it back. */
export function confirmFinding(
  { report, snapshot }: Pick<FormsBook, "report" | "snapshot">,
  finding: Finding,
  reason: string,
): ConfirmationWork {
  const confirmation = confirmationFor(finding, reason);
  const words = wordsOfFinding(finding, report.edition);
  return keepInList(snapshot, confirmation, words);
}

/**
 * Keeps a decision in the list that the workbook has for them; one with an empty reason is taken back.
 *
 * @param words for people who read the list: where, and what
 */
export function keepInList(
  snapshot: WorkbookSnapshot,
  confirmation: Confirmation,
  words: { readonly place: string; readonly sentence: string },
): ConfirmationWork {
  const edits = confirmationEdits(snapshot, confirmation, words);
  if (edits === null) return { kind: "list-first", work: { plan: planConfirmations(), edits: [] } };
  return { kind: "ready", work: { plan: NOTHING, edits } };
}

/** A finding as it is confirmed; an empty reason takes it back. */
export function confirmationOfFinding(finding: Finding, reason: string): Confirmation {
  return confirmationFor(finding, reason);
}

/** Where a finding is and what it says, for people who read the list. */
export function wordsOfFinding(
  finding: Finding,
  edition: Edition,
): { readonly place: string; readonly sentence: string } {
  return { place: placeText(finding, edition), sentence: describe(finding, edition) };
}

function placeText(finding: Finding, edition: Edition): string {
  const { place } = finding;
  const cell = place.kind === "sheet" || place.address === null ? "" : `, ô ${a1(place.address)}`;
  switch (place.kind) {
    case "indicator":
      return `Biểu mẫu ${place.form}, dòng ${rowWords(place, edition)}${cell}`;
    case "table": {
      const told = placeOf(place, edition);
      if (told.kind !== "table") return "";
      return `${told.sheet}${told.row === "" ? "" : `, ${told.row}`}${cell}`;
    }
    case "info":
      return `Thông tin chung${cell}`;
    case "sheet":
      return place.sheet;
  }
}
