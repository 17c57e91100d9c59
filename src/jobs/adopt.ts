import { indicatorKey } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { planBinding } from "../recognition/plan-binding.js";
import { recognise } from "../recognition/recognise.js";
import type {
  Binding,
  Doubt,
  PlacedDoubt,
  Recognition,
  RecognitionOutcome,
} from "../recognition/recognition.js";
import { vietnamese } from "../recognition/words/vi.js";
import type { RecognitionWords } from "../recognition/words/wording.js";
import type { CellAddress } from "../values/address.js";
import { indicatorName } from "../workbook/layout/names.js";
import { withCarriedEdition } from "../workbook/planning/plan-edition.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import type { Work } from "./perform.js";
import { withoutCheckSheets } from "./without-check-sheets.js";

/*
 * Taking over forms that nobody inserted for us. Most workbooks are blank or have forms of ours: a
 * client that counts its bytes loads this module when one is neither.
 */

/**
 * What a workbook's own tables are. Nothing is written.
 *
 * @param edition the edition that was chosen, or null for all that come with the program
 */
export function recogniseForms(snapshot: WorkbookSnapshot, edition: Edition | null): RecognitionOutcome {
  const hers = withoutCheckSheets(snapshot);
  return edition === null ? recognise(hers) : recognise(hers, [edition]);
}

/** What would make recognised forms the workbook's forms. */
type AdoptionProposal =
  | { readonly kind: "ready"; readonly work: Work; readonly bound: number }
  /** Forms were seen, but no cell is sure enough to be bound. */
  | { readonly kind: "unsure" };

/**
 * The names that make recognised forms the workbook's forms; no cell that can be seen changes.
 *
 * @param confirmed cells of doubtful rows that somebody chose; one that is no candidate any more is left out
 */
export function proposeAdoption(
  recognition: Recognition,
  confirmed: readonly Binding[] = [],
): AdoptionProposal {
  const candidates = new Set(recognition.doubts.flatMap(candidatesOf).map(bindingKey));
  const sure = confirmed.filter((binding) => candidates.has(bindingKey(binding)));
  const bound = recognition.bindings.length + sure.length;
  if (bound === 0) return { kind: "unsure" };
  const plan = withCarriedEdition(planBinding(recognition, sure), recognition.edition);
  return { kind: "ready", work: { plan, edits: [] }, bound };
}

/** The cells that a doubtful row may have, the likeliest first; none for doubts about whole tables. */
export function candidatesOf(doubt: Doubt): readonly Binding[] {
  if (doubt.kind === "several") return doubt.candidates;
  return doubt.kind === "weak" ? [doubt] : [];
}

/** A doubt as one sentence: what, where, what to do. */
export function sentenceOfDoubt(doubt: PlacedDoubt, words: RecognitionWords = vietnamese): string {
  return words.doubt(doubt);
}

/** Where to look at a doubt. */
export function placeOfDoubt(doubt: PlacedDoubt): CellAddress {
  switch (doubt.kind) {
    case "weak":
    case "named-otherwise":
      return doubt.address;
    case "several":
      return doubt.candidates[0].address;
    case "value-columns":
      return { sheet: doubt.sheet, row: doubt.row, column: doubt.columns[0] ?? 1 };
    case "value-column-unheaded":
      return { sheet: doubt.sheet, row: doubt.row, column: doubt.column };
    case "no-value-column":
    case "number-for-label":
      return { sheet: doubt.sheet, row: doubt.row, column: 1 };
    case "repeated-code":
      return { sheet: doubt.sheet, row: doubt.rows[0] ?? 1, column: 1 };
  }
}

/** A key for one cell of one row. */
export function bindingKey({ form, code, address }: Binding): string {
  return `${indicatorKey(form, code)} ${address.sheet}!${address.row}:${address.column}`;
}

/** The name that a bound cell gets, and why the cell was taken for the row's. */
export function tellBinding({ form, code, signals }: Binding): {
  readonly name: string;
  readonly reasons: readonly string[];
} {
  return { name: indicatorName(form, code), reasons: vietnamese.reasons(signals) };
}

/** A doubt about a supplementary table as one sentence: what, where, what to do. */
export function sentenceOfTableDoubt(
  doubt: Recognition["tables"]["doubts"][number],
  words: RecognitionWords = vietnamese,
): string {
  return words.tableDoubt(doubt);
}

/** A table that is bound: its name and where its rows stand. */
export function tellTable(
  table: Recognition["tables"]["bound"][number],
  words: RecognitionWords = vietnamese,
): string {
  return words.table(table);
}

type ToldKey = Recognition["info"][number]["key"];

/** What the titles of the forms tell of the report, where they tell it in one way only. */
export function infoOfTitles({ info }: Recognition): ReadonlyMap<ToldKey, string> {
  const told = new Map<ToldKey, string>();
  const disputed = new Set<ToldKey>();
  for (const { key, value } of info) {
    if (told.has(key) && told.get(key) !== value) disputed.add(key);
    told.set(key, value);
  }
  for (const key of disputed) told.delete(key);
  return told;
}
