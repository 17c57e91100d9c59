import type { LabelLikeness } from "./label-text.js";
import type { RowGroup } from "./row-groups.js";
import type { Target } from "./targets.js";
import { sameUnit } from "./unit-words.js";

/** What speaks for a sheet row being an edition's row: kept with the binding, so that it can be shown. */
export interface Signals {
  readonly label: LabelLikeness["kind"];
  /** Letters that differ. */
  readonly slips: number;
  /** Null where the sheet or the form prints no STT. */
  readonly code: boolean | null;
  /** Null where the sheet or the form prints no unit. */
  readonly unit: boolean | null;
  /** Whether the row stands under the same group row; null where the sheet does not tell. */
  readonly parent: boolean | null;
  /** Rows of the sheet over which the label is broken; 1 as a rule. */
  readonly rows: number;
}

/** Log-likelihood ratios: how much more often a signal is seen on the right row than on another. */
const LABEL: Readonly<Record<LabelLikeness["kind"], number>> = {
  same: 9,
  slips: 9,
  "without-marks": 7,
  "without-notes": 5,
  similar: 1.5,
  different: Number.NEGATIVE_INFINITY,
};
const PER_SLIP = -0.8;
const UNIT = { agrees: 1, differs: -1.5 } as const;
const PARENT = { agrees: 3, differs: -4 } as const;
/** A label broken over rows is rarer than one in a single row. */
const PER_FURTHER_ROW = -0.7;
/** How often another row happens to carry the same STT. */
const CHANCE_CODE = 0.12;

/**
 * Weighs the signals.
 *
 * @param numbering how reliably the STT near this row agree with the edition's, 0 to 1: renumbered
 *   forms say nothing by their STT
 */
export function weigh(signals: Signals, numbering: number): number {
  const reliable = Math.min(0.97, Math.max(0.05, numbering));
  const code =
    signals.code === null
      ? 0
      : signals.code
        ? Math.log(reliable / CHANCE_CODE)
        : Math.log((1 - reliable) / (1 - CHANCE_CODE));
  return (
    LABEL[signals.label] +
    PER_SLIP * signals.slips +
    code +
    told(signals.unit, UNIT) +
    told(signals.parent, PARENT) +
    PER_FURTHER_ROW * (signals.rows - 1)
  );
}

function told(signal: boolean | null, weight: { readonly agrees: number; readonly differs: number }): number {
  return signal === null ? 0 : signal ? weight.agrees : weight.differs;
}

/**
 * How far such signals may be trusted at all, however well the order of the rows fits.
 *
 * @param shared true when another row of the edition has the same label
 */
export function trustOf(signals: Signals, shared: boolean): number {
  const label = LABEL_TRUST[signals.label] - 0.02 * signals.slips;
  const unit = signals.unit === false ? 0.92 : 1;
  const code = signals.code === false ? 0.98 : 1;
  const parent = signals.parent === false ? 0.92 : 1;
  // Rows with one label, as "Tổng số hồ sơ TTHC đã giải quyết xong" under 3.1, 3.2 and 3.3, are told
  // apart by their STT or their group row; where neither speaks, a person decides.
  const apart = !shared || signals.parent === true || (signals.parent === null && signals.code === true);
  return label * unit * code * parent * (apart ? 1 : 0.75);
}

const LABEL_TRUST: Readonly<Record<LabelLikeness["kind"], number>> = {
  same: 1,
  slips: 0.99,
  "without-marks": 0.93,
  "without-notes": 0.9,
  similar: 0.6,
  different: 0,
};

/** The signals between a group of sheet rows and an edition's row whose labels compare so. */
export function signalsOf(
  group: RowGroup,
  target: Target,
  likeness: LabelLikeness,
  parent: boolean | null,
): Signals {
  const { code } = target.indicator;
  return {
    label: likeness.kind,
    slips: likeness.slips,
    code: group.codes.length === 0 || !target.coded ? null : group.codes.includes(code),
    unit: sameUnit(group.unit, target.unit),
    parent,
    rows: group.size,
  };
}
