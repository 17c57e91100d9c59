import { editionIds } from "../forms/catalogue.js";
import { loadEdition } from "../forms/library.js";
import type { ParsedEdition } from "../forms/parse-edition.js";
import type { Edition, IndicatorKind } from "../forms/schema.js";
import {
  type DraftMeta,
  type EditionDraft,
  type InferenceOutcome,
  inferEdition,
} from "../recognition/inference/infer-edition.js";
import { vietnamese } from "../recognition/words/vi.js";
import type { RecognitionWords } from "../recognition/words/wording.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { editionIdFrom } from "./editions.js";
import { withoutCheckSheets } from "./without-check-sheets.js";

/*
 * A set of forms made from the workbook's own tables: what was inferred, what she corrected in it, and
 * the edition that comes of both.
 */

/** A set of forms made from a workbook's own tables, or the sheets that were searched in vain. */
export function inferForms(snapshot: WorkbookSnapshot, meta: DraftMeta): InferenceOutcome {
  return inferEdition(withoutCheckSheets(snapshot), meta);
}

/** A doubt of a draft as one sentence: where, what, what to do. */
export function sentenceOfDraftDoubt(
  doubt: EditionDraft["doubts"][number],
  words: RecognitionWords = vietnamese,
): string {
  return words.draftDoubt(doubt);
}

/** Why a property of a row was inferred, in words. */
export function sentenceOfInference({ reason }: EditionDraft["inferences"][number]): string {
  return vietnamese.inferred(reason);
}

/** A row of the draft as an edition file has it. */
export interface DraftRow {
  readonly code: string;
  readonly label: string;
  readonly kind: IndicatorKind;
  readonly span?: unknown;
  readonly unit?: unknown;
  readonly uncoded?: unknown;
  readonly choices?: unknown;
  readonly ratio?: { readonly numerator: string; readonly denominator: string };
  readonly reduction?: { readonly from: string; readonly to: string };
  readonly parts?: { readonly codes: readonly string[]; readonly relation: "equal" | "at-most" };
  readonly atMost?: string;
}

export interface DraftForm {
  readonly number: number;
  readonly title: string;
  readonly indicators: readonly DraftRow[];
}

/** What she changed in one row. */
export interface Correction {
  readonly kind?: IndicatorKind;
  /** True to take back how the row follows from others: a ratio's parts, a total's. */
  readonly alone?: boolean;
}

export type Corrections = ReadonlyMap<string, Correction>;

/** A row's key in `Corrections` and in `doubtsOf`. */
export function rowKey(form: number, code: string): string {
  return `${form}/${code}`;
}

/** The forms of a draft, each row with what she changed. */
export function correctedForms({ json }: EditionDraft, corrections: Corrections): readonly DraftForm[] {
  return formsOf(json).map((form) => ({
    ...form,
    indicators: form.indicators.map((row) => corrected(row, corrections.get(rowKey(form.number, row.code)))),
  }));
}

/** The forms as `inferEdition` made them; `editionFrom` checks every row of theirs. */
function formsOf(json: object): readonly DraftForm[] {
  return "forms" in json && Array.isArray(json.forms) ? json.forms : [];
}

function corrected(row: DraftRow, correction: Correction = {}): DraftRow {
  const { code, label, uncoded, choices, ratio, reduction, parts, atMost } = row;
  const kind = correction.kind ?? row.kind;
  const common = { code, label, kind, ...(uncoded === undefined ? {} : { uncoded }) };
  if (kind === "heading") return common;
  const filled = { ...common, span: row.span ?? "period" };
  if (kind === "choice") return { ...filled, choices };
  const valued = { ...filled, unit: row.unit ?? null };
  if (correction.alone === true || kind === "text") return valued;
  return kind === "ratio"
    ? { ...valued, ...(ratio && { ratio }), ...(reduction && { reduction }) }
    : { ...valued, ...(parts && { parts }), ...(atMost !== undefined && { atMost }) };
}

/** The kinds that a row can be given: a choice only where the table prints one. */
export function kindsFor({ choices }: DraftRow): readonly IndicatorKind[] {
  const printed = Array.isArray(choices) && choices.length > 1;
  return ["heading", "count", "money", "ratio", ...(printed ? (["choice"] as const) : []), "text"];
}

/** Why rows are doubtful, in words, by row. */
export function doubtsOf(
  { doubts }: EditionDraft,
  words: RecognitionWords = vietnamese,
): ReadonlyMap<string, readonly string[]> {
  const byRow = new Map<string, string[]>();
  for (const doubt of doubts) {
    if (!("property" in doubt)) continue;
    const key = rowKey(doubt.form, doubt.code);
    const reason = words.inferred(doubt.reason);
    const known = byRow.get(key) ?? [];
    if (!known.includes(reason)) byRow.set(key, [...known, reason]);
  }
  return byRow;
}

/**
 * The edition that a draft has become, or every fault that is left. Its narrative is her own text:
 * sentences about numbers belong to forms that the program knows.
 */
export function editionFrom(draft: EditionDraft, name: string, corrections: Corrections): ParsedEdition {
  const id = idFrom(name);
  return loadEdition(`${id}.json`, {
    ...draft.json,
    id,
    name: name.normalize("NFC").trim(),
    outlines: ["own-text"],
    forms: correctedForms(draft, corrections),
  });
}

/** Never the id of an edition that comes with the program. */
function idFrom(name: string): string {
  const id = editionIdFrom(name) || "bo-bieu-mau";
  return editionIds().includes(id) ? `${id}-rieng` : id;
}

/** The edition as a file. */
export function editionFile(edition: Edition): { readonly name: string; readonly bytes: Uint8Array } {
  const text = `${JSON.stringify(edition, null, 2)}\n`;
  return { name: `${edition.id}.json`, bytes: new TextEncoder().encode(text) };
}
