import { confirmationOf, findingKey, isConfirmed } from "../rules/confirm.js";
import type { Finding, RuleId } from "../rules/finding.js";
import { isExplained } from "../rules/localize/defect.js";
import type { Judgement } from "./check.js";
import type { Defect } from "./defects.js";
import { type Counts, classOf, type FindingClass, findingClasses } from "./group-findings.js";

/** One line of the list of what there is to do. */
export type MendItem =
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly name: FindingClass;
      readonly finding: Finding;
      /** What is known of its cause, where that was asked for. */
      readonly defect: Defect | null;
    }
  /** The same defect in many places: told once. */
  | {
      readonly kind: "group";
      readonly key: string;
      readonly name: FindingClass;
      readonly rule: RuleId;
      /** The form that all of them are in; null where they are spread. */
      readonly form: number | null;
      readonly findings: readonly Finding[];
    };

/** The findings as the officer works through them. */
export interface MendList {
  /** In the order in which to mend them: what makes others wrong comes before them. */
  readonly items: readonly MendItem[];
  /** Findings that she explained, none of whose numbers has changed since. */
  readonly confirmed: readonly Finding[];
}

/**
 * Rules in the order of mending: a cell that is lost before one that cannot be read, that before
 * relations which need its number; a total before the ratio made from it.
 */
const RULE_ORDER: readonly (RuleId | `${string}.`)[] = [
  "layout.",
  "info.",
  "value.type",
  "value.ambiguous",
  "value.choice",
  "value.negative",
  "value.integer",
  "value.percent-range",
  "row.",
  "part.exceeds",
  "total.mismatch",
  "cross.mismatch",
  "ratio.",
  "period.",
  "value.",
];

/** From so many equal findings of a form on, they are told as one. Blanks and notes are never urgent. */
const GROUP_FROM: Readonly<Record<FindingClass, number>> = { error: 4, warning: 4, missing: 2, info: 2 };

/**
 * The list of what there is to do, with what was explained apart.
 *
 * @param defects what belongs together (`defectsOf`), where that was worked out: the others of a defect are
 * then told with its first finding
 */
export function mendList({ findings, report }: Judgement, defects: readonly Defect[] = []): MendList {
  const confirmed = findings.filter((finding) => isConfirmed(finding, report));
  const explained = new Set(confirmed);
  const defectOf = new Map(defects.map((defect) => [defect.finding, defect]));
  const toldElsewhere = new Set(defects.flatMap(({ finding, also }) => (explained.has(finding) ? [] : also)));
  const open = findings.filter((finding) => !explained.has(finding) && !toldElsewhere.has(finding));
  const byClass = findingClasses.flatMap((name) => {
    const own = open.filter((finding) => gravest(finding, defectOf.get(finding)) === name);
    // Array.sort keeps the order of the sheets among equals.
    own.sort((a, b) => orderOf(a.rule) - orderOf(b.rule));
    return grouped(own, name, defectOf);
  });
  return { items: byClass, confirmed };
}

/** The findings that are told: one for each defect, and none that she explained. */
export function toldFindings({ items }: MendList): readonly Finding[] {
  return items.flatMap((item) => (item.kind === "finding" ? [item.finding] : item.findings));
}

/** How many there are of each class: a defect counts once, as the gravest of its findings. */
export function toldCounts({ items }: MendList): Counts {
  const counts: Record<FindingClass, number> = { error: 0, warning: 0, missing: 0, info: 0 };
  for (const item of items) counts[item.name] += item.kind === "finding" ? 1 : item.findings.length;
  return counts;
}

/** Why she keeps what a finding is about; empty where she said nothing. */
export function reasonOf(finding: Finding, report: Judgement["report"]): string {
  return confirmationOf(finding, report)?.reason ?? "";
}

/** What she said of a finding whose numbers have changed since; null where she said nothing. */
export function outdatedReason(finding: Finding, { report }: Judgement): string | null {
  const said = confirmationOf(finding, report);
  return said?.stale === true ? said.reason : null;
}

/** The class of a finding, or of the gravest that comes from the same cause. */
function gravest(finding: Finding, defect: Defect | undefined): FindingClass {
  const all = [finding, ...(defect?.also ?? [])].map(classOf);
  return findingClasses.find((name) => all.includes(name)) ?? classOf(finding);
}

function orderOf(rule: RuleId): number {
  const place = RULE_ORDER.findIndex((one) => rule === one || (one.endsWith(".") && rule.startsWith(one)));
  return place === -1 ? RULE_ORDER.length : place;
}

/** Notes are grouped over all forms, since one press can mend them all; the others form by form. */
function grouped(
  findings: readonly Finding[],
  name: FindingClass,
  defectOf: ReadonlyMap<Finding, Defect>,
): readonly MendItem[] {
  const together = new Map<string, Finding[]>();
  for (const finding of findings) {
    // A cause that was found is told by itself, and what is told with it.
    const defect = defectOf.get(finding);
    const alone = defect !== undefined && isExplained(defect);
    const key = alone ? findingKey(finding) : groupKeyOf(finding, name);
    const known = together.get(key);
    if (known === undefined) together.set(key, [finding]);
    else known.push(finding);
  }
  return [...together].flatMap(([key, equal]): readonly MendItem[] => {
    const [first] = equal;
    if (first === undefined) return [];
    if (equal.length >= GROUP_FROM[name]) {
      const { rule, place } = first;
      const form = name !== "info" && "form" in place ? place.form : null;
      return [{ kind: "group", key: `${name} ${key}`, name, rule, form, findings: equal }];
    }
    return equal.map((finding) => ({
      kind: "finding",
      key: findingKey(finding),
      name,
      finding,
      defect: defectOf.get(finding) ?? null,
    }));
  });
}

function groupKeyOf({ rule, place }: Finding, name: FindingClass): string {
  if (name === "info") return rule;
  const where = place.kind === "table" ? place.table : place.kind === "info" ? "info" : String(place.form);
  return `${rule} ${where}`;
}
