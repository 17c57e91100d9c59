import { eachIndicator, type IndicatorKey, type IndicatorRef, indicatorKey } from "../../forms/indicators.js";
import type { Indicator } from "../../forms/schema.js";
import type { IndicatorValue, Report } from "../../report/report.js";
import { a1, type CellAddress, quoteSheet } from "../../values/address.js";
import { ratioFormula } from "../planning/formulas.js";
import { saysLabel } from "../reading/forms/labels.js";
import { clearing, formulaEdit, isTyped, looksElsewhere, type NextEdit } from "./edits.js";

/** What happens to the result cells of the forms. */
export interface ClearedForms {
  readonly edits: readonly NextEdit[];
  /** Rows whose value is blanked. */
  readonly cleared: readonly IndicatorRef[];
  /** Rows whose own formula (a ratio's, a table's feed) replaces what was typed over it. */
  readonly restored: readonly IndicatorRef[];
  /** Other rows that keep a formula over other cells. */
  readonly formulas: readonly IndicatorRef[];
  /** Rows whose cell was not found, or is doubtful and holds words: nothing is done there. */
  readonly lost: readonly IndicatorRef[];
}

/**
 * Blanks every number of a report in its forms, whatever its span: an old number that nobody looked
 * at must not be sent as a new one. Formulas over other cells stay, and ratios and rows that tables
 * feed get their own back.
 *
 * @param feeds the formulas that take rows from tables
 */
export function clearForms(report: Report, feeds: ReadonlyMap<IndicatorKey, string>): ClearedForms {
  const edits: NextEdit[] = [];
  const cleared: IndicatorRef[] = [];
  const restored: IndicatorRef[] = [];
  const formulas: IndicatorRef[] = [];
  const lost: IndicatorRef[] = [];
  const seen = new Set<string>();
  const doubtful = doubtfulCells(report);
  for (const { form, indicator } of eachIndicator(report.edition)) {
    const ref: IndicatorRef = { form: form.number, code: indicator.code };
    const value = report.values.get(indicatorKey(ref.form, ref.code));
    if (value === undefined || value.address === null) {
      lost.push(ref);
      continue;
    }
    const { address, cell } = value;
    const place = placeKey(address);
    if (seen.has(place)) continue;
    seen.add(place);
    const own =
      ratioOf(report, ref.form, indicator, address) ?? feeds.get(indicatorKey(ref.form, ref.code)) ?? null;
    if (cell.formula !== "" && looksElsewhere(cell.formula)) {
      if (own === null) formulas.push(ref);
    } else if (typeof cell.value === "string" && mayBeLabel(cell.value, indicator, doubtful.has(place))) {
      lost.push(ref);
    } else if (own !== null) {
      edits.push(formulaEdit(address, cell.format, own));
      if (isTyped(cell)) restored.push(ref);
    } else if (isTyped(cell)) {
      edits.push(clearing(address, cell.format, indicator.kind === "ratio" ? "percent" : "number"));
      cleared.push(ref);
    }
  }
  return { edits, cleared, restored, formulas, lost };
}

/** True for the row's own label (its name was moved there), and for any words in a doubtful cell. */
function mayBeLabel(text: string, indicator: Indicator, doubtful: boolean): boolean {
  return saysLabel(text, indicator) || (doubtful && /\p{L}{2}/u.test(text));
}

/** Cells of which it is not sure that they belong to their row. */
function doubtfulCells(report: Report): ReadonlySet<string> {
  return new Set(
    report.layout.flatMap((fault) =>
      fault.kind === "moved" || fault.kind === "duplicated" ? [placeKey(fault.address)] : [],
    ),
  );
}

/** The formula of a ratio whose two parts stand in the workbook, or null. */
function ratioOf(report: Report, form: number, indicator: Indicator, cell: CellAddress): string | null {
  if (indicator.kind !== "ratio") return null;
  const parts = [indicator.ratio?.numerator, indicator.ratio?.denominator]
    .concat(indicator.reduction?.from, indicator.reduction?.to)
    .filter((code) => code !== undefined);
  const found = new Map<string, CellAddress>();
  for (const code of parts) {
    const address = addressOf(report.values.get(indicatorKey(form, code)));
    if (address === null || placeKey(address) === placeKey(cell)) return null;
    found.set(code, address);
  }
  return ratioFormula(indicator, (code) => {
    const address = found.get(code) ?? cell;
    return address.sheet === cell.sheet ? a1(address) : `${quoteSheet(address.sheet)}!${a1(address)}`;
  });
}

function addressOf(value: IndicatorValue | undefined): CellAddress | null {
  return value?.address ?? null;
}

function placeKey({ sheet, row, column }: CellAddress): string {
  return `${sheet}!${row}:${column}`;
}
