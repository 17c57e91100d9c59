import { findIndicator, type IndicatorKey, indicatorKey, labelOf, printedUnit } from "../forms/indicators.js";
import type { Indicator } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { show } from "../rules/show.js";
import type { CellAddress } from "../values/address.js";
import type { Reading } from "../values/reading.js";
import { cellAt } from "../workbook/snapshot-index.js";
import type { CheckedForms } from "./check.js";
import { comparedWith } from "./compared-with.js";
import { classOf, type FindingClass, findingClasses } from "./group-findings.js";
import { type RowAt, rowAt } from "./row-at.js";

/** All that is known of the row whose result cell it is. */
export interface CellStory extends RowAt {
  readonly form: number;
  readonly unit: string;
  /** The numbers that this one is made from or belongs to, with what they are now. */
  readonly parts: readonly StoryPart[];
  /** What the row had in the period before; null where that is not known. */
  readonly earlier: number | null;
  /** What it had in the same period of the year before, where that is another report; null where that is not known. */
  readonly lastYear: number | null;
  /** Rules that look at the cell, each once: broken ones first. */
  readonly rules: readonly StoryRule[];
}

export interface StoryPart {
  readonly as: "numerator" | "denominator" | "part" | "whole";
  readonly code: string;
  readonly label: string;
  readonly value: number | null;
  readonly address: CellAddress | null;
}

interface StoryRule {
  /** The row that owes it, where that is another one. `form` is null for a row of the same form. */
  readonly about: { readonly form: number | null; readonly code: string } | null;
  /** What the rule asks for, as a sentence about that row. */
  readonly asks: string;
  readonly state: "fails" | "holds" | "unchecked";
  /** How grave it is that it fails; null where it does not. */
  readonly fails: FindingClass | null;
}

/** The story of the row whose result cell stands at an address; null for any other cell. */
export function cellStory(
  book: CheckedForms,
  address: CellAddress,
  wording: Wording = vietnamese,
): CellStory | null {
  const { earlier, lastYear } = comparedWith(book);
  const row = rowAt(book, address);
  if (row === null) return null;
  const { indicator, value } = row;
  const { form, code } = value;
  const key = indicatorKey(form, code);
  return {
    ...row,
    form,
    unit: printedUnit(indicator),
    parts: partsOf(book, form, indicator),
    earlier: numberOf(earlier?.values.get(key)?.reading),
    lastYear: numberOf(lastYear?.values.get(key)?.reading),
    rules: rulesAbout(book, key, value, wording),
  };
}

function partsOf(book: CheckedForms, form: number, indicator: Indicator): readonly StoryPart[] {
  const { report } = book;
  const part = (as: StoryPart["as"], code: string): StoryPart => {
    const value = report.values.get(indicatorKey(form, code));
    const row = findIndicator(report.edition, { form, code });
    const label =
      row === null ? "" : labelOf(row, superiorInLabels(report.info.superior, report.edition.superior));
    return { as, code, label, value: numberOf(value?.reading), address: value?.address ?? null };
  };
  switch (indicator.kind) {
    case "ratio": {
      const { ratio, reduction } = indicator;
      if (ratio !== undefined)
        return [part("numerator", ratio.numerator), part("denominator", ratio.denominator)];
      return reduction === undefined
        ? []
        : [part("denominator", reduction.from), part("numerator", reduction.to)];
    }
    case "count":
    case "money":
      return [
        ...(indicator.parts?.codes ?? []).map((code) => part("part", code)),
        ...(indicator.atMost === undefined ? [] : [part("whole", indicator.atMost)]),
      ];
    default:
      return [];
  }
}

/** The states in the order in which she needs to see them. */
const placeOf = ({ state, fails }: StoryRule): number =>
  fails !== null ? findingClasses.indexOf(fails) : findingClasses.length + (state === "unchecked" ? 0 : 1);

function rulesAbout(
  { judgement, report }: CheckedForms,
  key: IndicatorKey,
  { form, code }: { readonly form: number; readonly code: string },
  { helpOfFormRule }: Wording,
): readonly StoryRule[] {
  const { set, outcomes } = judgement.evaluation;
  const rules = (set.dependants.get(key) ?? []).flatMap((position): readonly StoryRule[] => {
    const rule = set.rules[position];
    const outcome = outcomes[position];
    if (rule === undefined || outcome === undefined) return [];
    const isOwn = rule.form === form && rule.code === code;
    const about = isOwn ? null : { form: rule.form === form ? null : rule.form, code: rule.code };
    const fails =
      outcome.kind === "fails" ? classOf({ rule: outcome.told.rule, severity: outcome.severity }) : null;
    return [{ about, asks: helpOfFormRule(rule, report.edition), state: outcome.kind, fails }];
  });
  rules.sort((a, b) => placeOf(a) - placeOf(b));
  // Several rules may ask for the same: the one that needs her most speaks for them.
  const said = new Set<string>();
  return rules.filter((rule) => {
    const key = storyRuleKey(rule);
    return !said.has(key) && said.add(key);
  });
}

/** What tells the rules of one card apart. */
export function storyRuleKey({ about, asks }: StoryRule): string {
  return about === null ? asks : `${about.form ?? ""} ${about.code} ${asks}`;
}

function numberOf(reading: Reading | undefined): number | null {
  return reading?.kind === "number" ? reading.value : null;
}

/** What stands in a cell as she would type it; empty for a blank, an error and an unread sheet. */
export function textInCell({ snapshot }: CheckedForms, { sheet: name, row, column }: CellAddress): string {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  const value = sheet === undefined ? null : cellAt(sheet, row, column).value;
  if (value === null || typeof value === "object") return "";
  return typeof value === "number" ? show(value) : String(value);
}

/** A number as sentences write it; a blank one is said to be. */
export function shownNumber(value: number | null, wording: Wording = vietnamese): string {
  return wording.show(value);
}
