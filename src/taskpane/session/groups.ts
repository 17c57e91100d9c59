import { indicatorKey } from "../../forms/indicators.js";
import type { Form } from "../../forms/schema.js";
import type { Finding } from "../../rules/finding.js";
import { isAsked } from "../../rules/runners.js";
import { infoFields } from "../../values/info-fields.js";
import type { Judgement } from "./judgement.js";

const REQUIRED_INFO = infoFields.filter((field) => field.required).length;

/**
 * How the pane sorts findings. `missing` are the rows and information not filled yet: warnings by
 * rule, but at the start there are a hundred of them, and they must not bury the real ones.
 */
export const findingClasses = ["error", "warning", "missing", "info"] as const;
export type FindingClass = (typeof findingClasses)[number];

export type Counts = Readonly<Record<FindingClass, number>>;

/** The findings of one form, or (form null) those about the information and the sheets as a whole. */
export interface FindingGroup {
  readonly form: Pick<Form, "number" | "title"> | null;
  /** By class, each in the order of the rows. */
  readonly findings: Readonly<Record<FindingClass, readonly Finding[]>>;
  readonly counts: Counts;
  /** Required rows (or pieces of information) that hold something, and all that are required. */
  readonly filled: number;
  readonly required: number;
}

export function classOf(finding: Finding): FindingClass {
  return finding.rule === "value.missing" || finding.rule === "info.missing" ? "missing" : finding.severity;
}

/** Counts of all findings by class. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts: Record<FindingClass, number> = { error: 0, warning: 0, missing: 0, info: 0 };
  for (const finding of findings) counts[classOf(finding)] += 1;
  return counts;
}

/** One group for the information and the sheets, then one per form, also those without findings. */
export function groupFindings(judgement: Judgement): readonly FindingGroup[] {
  const { report, findings } = judgement;
  const byForm = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const key = finding.place.kind === "info" ? null : finding.place.form;
    byForm.set(key, [...(byForm.get(key) ?? []), finding]);
  }
  const filling = formFilling(judgement);
  const forms = report.edition.forms.map(({ number, title }) => {
    const { filled, required } = filling.get(number) ?? { filled: 0, required: 0 };
    return groupOf({ number, title }, byForm.get(number) ?? [], filled, required);
  });
  const general = byForm.get(null) ?? [];
  const blank = general.filter((finding) => finding.rule === "info.missing").length;
  return [groupOf(null, general, REQUIRED_INFO - blank, REQUIRED_INFO), ...forms];
}

function groupOf(
  form: FindingGroup["form"],
  findings: readonly Finding[],
  filled: number,
  required: number,
): FindingGroup {
  const of = (wanted: FindingClass) => findings.filter((finding) => classOf(finding) === wanted);
  return {
    form,
    findings: { error: of("error"), warning: of("warning"), missing: of("missing"), info: of("info") },
    counts: countFindings(findings),
    filled,
    required,
  };
}

/** Required and filled rows of each form, counted as `summarize` counts them for the whole. */
function formFilling({
  evaluation,
}: Judgement): ReadonlyMap<number, { readonly filled: number; readonly required: number }> {
  const filling = new Map<number, { filled: number; required: number }>();
  evaluation.set.rules.forEach((rule, position) => {
    if (rule.check.kind !== "filled" || !isAsked(rule.check, evaluation.context)) return;
    const form = filling.get(rule.form) ?? { filled: 0, required: 0 };
    form.required += 1;
    if (evaluation.outcomes[position]?.kind === "holds") form.filled += 1;
    filling.set(rule.form, form);
  });
  return filling;
}

/** A key for lists that stays with a finding from one reading to the next. */
export function findingKey(finding: Finding): string {
  const { place } = finding;
  switch (place.kind) {
    case "indicator":
      return `${finding.rule} ${indicatorKey(place.form, place.code)}`;
    case "info":
      return `${finding.rule} ${place.key}`;
    case "sheet":
      return `${finding.rule} ${place.sheet}`;
    case "table":
      return `${finding.rule} ${place.table} ${place.row} ${place.column}`;
  }
}
