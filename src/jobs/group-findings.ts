import { infoFields } from "../report/info-fields.js";
import type { Finding } from "../rules/finding.js";
import { asksNow } from "../rules/run-form.js";
import type { Judgement } from "./check.js";

export { findingKey } from "../rules/confirm.js";

const REQUIRED_INFO = infoFields.filter((field) => field.required).length;

/**
 * How the pane sorts findings. `missing` are the rows and information not filled yet: warnings by
 * rule, but at the start there are a hundred of them, and they must not bury the real ones.
 */
export const findingClasses = ["error", "warning", "missing", "info"] as const;
export type FindingClass = (typeof findingClasses)[number];

export type Counts = Readonly<Record<FindingClass, number>>;

/** What a group of findings is about. */
export type GroupSubject =
  /** The information, and the sheets as a whole. */
  | { readonly kind: "general" }
  | { readonly kind: "form"; readonly number: number; readonly title: string }
  /** A supplementary table, told by the sheet it stands on. */
  | { readonly kind: "table"; readonly id: string; readonly sheet: string };

export interface FindingGroup {
  readonly subject: GroupSubject;
  /** By class, each in the order of the rows. */
  readonly findings: Readonly<Record<FindingClass, readonly Finding[]>>;
  readonly counts: Counts;
  /** Null for a table, which has as many rows as it has. */
  readonly filling: Filling | null;
}

/** Required rows (or pieces of information) that hold something, and all that are required. */
interface Filling {
  readonly filled: number;
  readonly required: number;
}

export function classOf({ rule, severity }: Pick<Finding, "rule" | "severity">): FindingClass {
  return rule === "value.missing" || rule === "info.missing" ? "missing" : severity;
}

/** Counts of all findings by class. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts: Record<FindingClass, number> = { error: 0, warning: 0, missing: 0, info: 0 };
  for (const finding of findings) counts[classOf(finding)] += 1;
  return counts;
}

/** One group for the information and the sheets, then one per form and one per table, also those without findings. */
export function groupFindings(judgement: Judgement): readonly FindingGroup[] {
  const { report, findings } = judgement;
  const bySubject = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = subjectKey(finding);
    const known = bySubject.get(key);
    if (known === undefined) bySubject.set(key, [finding]);
    else known.push(finding);
  }
  const group = (subject: GroupSubject, filling: Filling | null) =>
    groupOf(subject, bySubject.get(groupKey(subject)) ?? [], filling);
  const filling = formFilling(judgement);
  const blank = findings.filter((finding) => finding.rule === "info.missing").length;
  return [
    group({ kind: "general" }, { filled: REQUIRED_INFO - blank, required: REQUIRED_INFO }),
    ...report.edition.forms.map(({ number, title }) =>
      group({ kind: "form", number, title }, filling.get(number) ?? { filled: 0, required: 0 }),
    ),
    ...[...report.tables].map(([id, { sheet }]) => group({ kind: "table", id, sheet }, null)),
  ];
}

/** A key for lists, and the group's mark on the page. */
export function groupKey(subject: GroupSubject): string {
  switch (subject.kind) {
    case "general":
      return "general";
    case "form":
      return `form-${subject.number}`;
    case "table":
      return `table-${subject.id}`;
  }
}

/** The key of the group that a finding is in. */
export function subjectKey({ place }: Finding): string {
  if (place.kind === "table") return `table-${place.table}`;
  return place.kind === "info" || place.form === null ? "general" : `form-${place.form}`;
}

function groupOf(subject: GroupSubject, findings: readonly Finding[], filling: Filling | null): FindingGroup {
  const of = (wanted: FindingClass) => findings.filter((finding) => classOf(finding) === wanted);
  return {
    subject,
    findings: { error: of("error"), warning: of("warning"), missing: of("missing"), info: of("info") },
    counts: countFindings(findings),
    filling,
  };
}

/** Required and filled rows of each form, counted as `summarize` counts them for the whole. */
function formFilling({ evaluation }: Judgement): ReadonlyMap<number, Filling> {
  const filling = new Map<number, { filled: number; required: number }>();
  evaluation.set.rules.forEach((rule, position) => {
    if (!asksNow(rule, evaluation.context)) return;
    const form = filling.get(rule.form) ?? { filled: 0, required: 0 };
    form.required += 1;
    if (evaluation.outcomes[position]?.kind === "holds") form.filled += 1;
    filling.set(rule.form, form);
  });
  return filling;
}
