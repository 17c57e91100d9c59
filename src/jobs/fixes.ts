import { findIndicator, indicatorKey } from "../forms/indicators.js";
import type { CellEdit } from "../hosts/port.js";
import type { Report } from "../report/report.js";
import { findingKey } from "../rules/confirm.js";
import type { Finding } from "../rules/finding.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { unitAt } from "../rules/place-words.js";
import { meantDay } from "../rules/tables/meant-day.js";
import { a1, type CellAddress } from "../values/address.js";
import { shortDay, toSerial } from "../values/day.js";
import { readNumberText } from "../values/number-text.js";
import { numberBesideUnit } from "../values/unit-beside.js";
import { sheetKey } from "../workbook/layout/names.js";
import { formulaEdit } from "../workbook/next-period/edits.js";
import { ratioFormula } from "../workbook/planning/formulas.js";

/** A change of one cell after which a finding is gone; which one is right is certain, or hers to say. */
export interface Fix {
  readonly kind: "number" | "reading" | "formula" | "day";
  /** True where pressing one button for many may do it: there is only this way. */
  readonly certain: boolean;
  readonly finding: string;
  readonly cell: CellAddress;
  /** What stands and what would stand, as a person reads it. */
  readonly from: string;
  readonly to: string;
  readonly edit: CellEdit;
}

/** The ways to mend a finding by one press; none where only the officer can know. */
export function fixesOf(
  finding: Finding,
  report: Report,
  { show }: Pick<Wording, "show"> = vietnamese,
): readonly Fix[] {
  const { place } = finding;
  const cell = place.kind === "sheet" ? null : place.address;
  if (cell === null) return [];
  const base = { finding: findingKey(finding), cell };
  const number = (value: number): Pick<Fix, "to" | "edit"> => ({ to: show(value), edit: { cell, value } });
  switch (finding.rule) {
    case "value.text-number":
      return [
        { ...base, kind: "number", certain: true, from: `"${finding.actual}"`, ...number(finding.expected) },
      ];
    case "value.type": {
      const unit = finding.cause === "words" ? unitAt(place, report.edition) : null;
      const typed = unit === null ? null : numberBesideUnit(finding.actual, unit);
      if (typed === null) return [];
      const readings = [...new Set(readNumberText(typed).map(({ value }) => value))];
      const certain = readings.length === 1;
      const kind = certain ? "number" : "reading";
      return readings.map((value) => ({
        ...{ ...base, kind, certain, from: `"${finding.actual}"` },
        ...number(value),
      }));
    }
    case "value.ambiguous":
      return [finding.expected, finding.alternative]
        .filter((value) => !holds(report, finding, value))
        .map((value) => ({
          ...base,
          kind: "reading",
          certain: false,
          from: `"${finding.actual}"`,
          ...number(value),
        }));
    case "ratio.mismatch":
    case "ratio.missing":
    case "value.missing": {
      const formula = formulaBack(finding, report, cell);
      if (formula === null || finding.expected === null) return [];
      const from = show(finding.actual);
      const to = show(finding.expected);
      return [{ ...base, kind: "formula", certain: false, from, to, edit: formula }];
    }
    case "period.window":
    case "value.order":
    case "value.year": {
      const day = dayFix(finding, report, cell);
      return day === null ? [] : [{ ...base, kind: "day", certain: false, ...day }];
    }
    default:
      return [];
  }
}

/** Another day in the cell of a register, kept as the cell keeps it: a date, or a text. */
function dayFix(
  finding: Finding,
  report: Report,
  cell: CellAddress,
): Pick<Fix, "from" | "to" | "edit"> | null {
  const { place } = finding;
  const meant = meantDay(finding, report);
  if (meant === null || place.kind !== "table") return null;
  const row = report.tables.get(place.table)?.rows.find((one) => one.row === place.row);
  const known = row?.cells.get(place.column ?? "");
  if (known?.reading.kind !== "date" || known.cell.formula !== "") return null;
  const { day } = known.reading;
  const [from, to] = [shortDay(day), shortDay(meant)];
  const { value } = known.cell;
  // A workbook may count its days from 1904: it is so many days more or less either way.
  const written = typeof value === "number" ? value + toSerial(meant) - toSerial(day) : to;
  return { from, to, edit: { cell, value: written } };
}

/** Whether the cell of a row holds a number already: writing it again would mend nothing. */
function holds(report: Report, { place }: Finding, number: number): boolean {
  return (
    place.kind === "indicator" &&
    report.values.get(indicatorKey(place.form, place.code))?.cell.value === number
  );
}

/** The one certain fix of each finding that has one. */
export function certainFixes(
  findings: readonly Finding[],
  report: Report,
  wording: Pick<Wording, "show"> = vietnamese,
): readonly Fix[] {
  return findings.flatMap((finding) => {
    const [only, ...others] = fixesOf(finding, report, wording);
    return only?.certain === true && others.length === 0 ? [only] : [];
  });
}

/** A ratio's own formula, for a cell where it was typed over or deleted. */
function formulaBack({ place }: Finding, report: Report, cell: CellAddress): CellEdit | null {
  if (place.kind !== "indicator") return null;
  const indicator = findIndicator(report.edition, place);
  const value = report.values.get(indicatorKey(place.form, place.code));
  if (indicator?.kind !== "ratio" || value === undefined || value.cell.formula !== "") return null;
  let lost = false;
  const formula = ratioFormula(indicator, (code) => {
    const address = report.values.get(indicatorKey(place.form, code))?.address ?? null;
    if (address === null || sheetKey(address.sheet) !== sheetKey(cell.sheet)) lost = true;
    return address === null ? "" : a1(address);
  });
  return formula === null || lost ? null : formulaEdit(cell, value.cell.format, formula);
}
