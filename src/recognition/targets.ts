import { eachIndicator, printedUnit } from "../forms/indicators.js";
import type { Edition, Indicator } from "../forms/schema.js";
import { parentCode } from "./code-reading.js";
import { compareLabels, type LabelLikeness, type LabelText, labelText } from "./label-text.js";
import { type UnitText, unitText } from "./unit-words.js";

/** A row of an edition as something to be found on a sheet. */
export interface Target {
  readonly form: number;
  readonly indicator: Indicator;
  /** As printed. */
  readonly unit: UnitText;
  /** The row's label; several where it names the superior, whose kind a sheet may print differently. */
  readonly labels: readonly LabelText[];
  /** Positions of the rows above it in the numbering, nearest first. */
  readonly ancestors: readonly number[];
  /** False for a row that the form prints without an STT: its code was derived (`3.2.1.a`). */
  readonly coded: boolean;
  /** True when another row of the edition has the same label. */
  readonly shared: boolean;
}

const SUPERIORS = ["UBND huyện", "UBND tỉnh", "UBND thành phố", "UBND thị xã", "UBND quận", "UBND xã"];

const texts = new Map<string, LabelText>();

function knownLabel(label: string): LabelText {
  const text = texts.get(label) ?? labelText(label);
  texts.set(label, text);
  return text;
}

const prepared = new WeakMap<Edition, readonly Target[]>();

/** The rows of an edition in printed order. */
export function targetsOf(edition: Edition): readonly Target[] {
  const targets = prepared.get(edition) ?? prepare(edition);
  prepared.set(edition, targets);
  return targets;
}

function prepare(edition: Edition): readonly Target[] {
  const rows = [...eachIndicator(edition)];
  const positions = new Map(rows.map(({ form, indicator }, at) => [`${form.number}/${indicator.code}`, at]));
  const ancestorsOf = (form: number, code: string): readonly number[] => {
    const parent = parentCode(code);
    if (parent === null) return [];
    const at = positions.get(`${form}/${parent}`);
    const further = ancestorsOf(form, parent);
    return at === undefined ? further : [at, ...further];
  };
  const counts = new Map<string, number>();
  for (const { indicator } of rows) {
    const key = knownLabel(indicator.label).words.join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return rows.map(({ form, indicator }) => ({
    form: form.number,
    indicator,
    unit: unitText(printedUnit(indicator)),
    labels: labelsOf(indicator, edition.superior),
    ancestors: ancestorsOf(form.number, indicator.code),
    coded: indicator.uncoded !== true,
    shared: (counts.get(knownLabel(indicator.label).words.join(" ")) ?? 0) > 1,
  }));
}

function labelsOf(indicator: Indicator, superior: string): readonly LabelText[] {
  if (!indicator.label.includes("{superior}")) return [knownLabel(indicator.label)];
  const names = new Set([superior, ...SUPERIORS]);
  return [...names].map((name) => knownLabel(indicator.label.replaceAll("{superior}", name)));
}

const ORDER = ["same", "slips", "without-marks", "without-notes", "similar", "different"] as const;

const compared = new WeakMap<LabelText, WeakMap<LabelText, LabelLikeness>>();

/** Editions share many labels, so what was compared once is kept while the sheet's label lives. */
function likenessOf(printed: LabelText, known: LabelText): LabelLikeness {
  const before = compared.get(printed) ?? new WeakMap<LabelText, LabelLikeness>();
  compared.set(printed, before);
  const likeness = before.get(known) ?? compareLabels(printed, known);
  before.set(known, likeness);
  return likeness;
}

/** How a printed label compares with a row's: the best over the superiors it may name. */
export function likenessTo(printed: LabelText, target: Target): LabelLikeness {
  let best: LabelLikeness | null = null;
  for (const label of target.labels) {
    const likeness = likenessOf(printed, label);
    if (best === null || isCloser(likeness, best)) best = likeness;
  }
  return best ?? { kind: "different", slips: 0, share: 0 };
}

function isCloser(a: LabelLikeness, b: LabelLikeness): boolean {
  const rank = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return rank !== 0 ? rank < 0 : a.slips < b.slips || (a.slips === b.slips && a.share > b.share);
}
