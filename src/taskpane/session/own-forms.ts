import { indicatorKey } from "../../forms/indicators.js";
import { type Edition, periodIds } from "../../forms/schema.js";
import { planBinding } from "../../recognition/plan-binding.js";
import { recognise } from "../../recognition/recognise.js";
import type { Binding, Doubt, Recognition, RecognitionOutcome } from "../../recognition/recognition.js";
import type { CellAddress } from "../../values/address.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import { withCarriedEdition } from "../../workbook/planning/plan-edition.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import type { Draft } from "./state.js";

/*
 * Recognising forms that nobody inserted for her. Most workbooks are blank or have forms of ours:
 * this module is loaded when one is neither.
 */

/** What a workbook's own tables are, by the edition that was chosen or by all that there are. */
export function recogniseForms(snapshot: WorkbookSnapshot, edition: Edition | null): RecognitionOutcome {
  return edition === null ? recognise(snapshot) : recognise(snapshot, [edition]);
}

/** The cells that a doubtful row may have, the likeliest first; none for doubts about whole tables. */
export function candidatesOf(doubt: Doubt): readonly Binding[] {
  if (doubt.kind === "several") return doubt.candidates;
  return doubt.kind === "weak" ? [doubt] : [];
}

/** Where to look at a doubt, or null for one about the workbook as a whole. */
export function placeOfDoubt(doubt: Doubt): CellAddress | null {
  switch (doubt.kind) {
    case "weak":
    case "named-otherwise":
      return doubt.address;
    case "several":
      return doubt.candidates[0]?.address ?? null;
    case "value-columns":
      return { sheet: doubt.sheet, row: doubt.row, column: doubt.columns[0] ?? 1 };
    case "value-column-unheaded":
      return { sheet: doubt.sheet, row: doubt.row, column: doubt.column };
    case "no-value-column":
    case "number-for-label":
      return { sheet: doubt.sheet, row: doubt.row, column: 1 };
    case "repeated-code":
      return { sheet: doubt.sheet, row: doubt.rows[0] ?? 1, column: 1 };
    case "edition-tie":
      return null;
  }
}

/**
 * The names that make recognised forms the workbook's forms.
 *
 * @param confirmed cells of doubtful rows that she chose; one that is no candidate any more is left out
 */
export function bindingPlan(recognition: Recognition, confirmed: readonly Binding[]): WorkbookPlan {
  const candidates = new Set(recognition.doubts.flatMap(candidatesOf).map(bindingKey));
  const sure = confirmed.filter((binding) => candidates.has(bindingKey(binding)));
  return withCarriedEdition(planBinding(recognition, sure), recognition.edition);
}

/** A key for one cell of one row. */
export function bindingKey({ form, code, address }: Binding): string {
  return `${indicatorKey(form, code)} ${address.sheet}!${address.row}:${address.column}`;
}

/** What the titles of the forms tell of the report, where they tell it in one way only. */
export function draftFromTitles({ edition, info }: Recognition): Partial<Draft> {
  const told = (key: (typeof info)[number]["key"]): string | null => {
    const [only, ...others] = new Set(info.filter((item) => item.key === key).map(({ value }) => value));
    return only === undefined || others.length > 0 ? null : only;
  };
  const [organization, superior, year] = [told("organization"), told("superior"), told("year")];
  const period = periodIds.find((id) => id === told("period"));
  return {
    edition: edition.id,
    ...(organization === null ? {} : { organization }),
    ...(superior === null ? {} : { superior }),
    ...(year === null ? {} : { year }),
    ...(period === undefined ? {} : { period }),
  };
}
