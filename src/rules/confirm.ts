import { indicatorKey } from "../forms/indicators.js";
import type { Confirmation } from "../report/confirmation.js";
import type { Report } from "../report/report.js";
import { fingerprint } from "../values/fingerprint.js";
import type { CellRef, Finding } from "./finding.js";

/** A key that stays with a finding from one reading to the next: its rule and its cells. */
export function findingKey({ rule, place, related }: Finding): string {
  const others = related.map(refText).join(" ");
  return `${rule} ${placeText(place)}${others === "" ? "" : ` < ${others}`}`;
}

function placeText(place: Finding["place"]): string {
  switch (place.kind) {
    case "indicator":
      return indicatorKey(place.form, place.code);
    case "info":
      return place.key;
    case "sheet":
      return place.sheet;
    case "table":
      return `${place.table}/${place.row ?? "total"}/${place.column ?? ""}`;
  }
}

function refText(ref: CellRef): string {
  return "form" in ref
    ? indicatorKey(ref.form, ref.code)
    : `${ref.table}/${ref.row ?? "total"}/${ref.column}`;
}

/** All that a finding says beside its place: the same text as long as none of its numbers changes. */
export function numbersOf({
  place: _,
  related: __,
  severity: ___,
  imbalance: ____,
  spoils: _____,
  ...told
}: Finding): string {
  return fingerprint(JSON.stringify(told));
}

/** A finding as the officer confirms it, for the workbook. */
export function confirmationFor(finding: Finding, reason: string): Confirmation {
  return { finding: findingKey(finding), numbers: numbersOf(finding), reason: reason.trim() };
}

/**
 * What the officer said of a finding, or null where she said nothing. `stale`: a number of it has
 * changed since, so it is to be looked at again.
 */
export function confirmationOf(
  finding: Finding,
  { confirmations }: Pick<Report, "confirmations">,
): { readonly reason: string; readonly stale: boolean } | null {
  if (confirmations.length === 0) return null;
  const key = findingKey(finding);
  // The last word counts.
  const said = confirmations.findLast((confirmation) => confirmation.finding === key);
  return said === undefined ? null : { reason: said.reason, stale: said.numbers !== numbersOf(finding) };
}

/** True for a finding that the officer explained, as long as none of its numbers has changed since. */
export function isConfirmed(finding: Finding, report: Pick<Report, "confirmations">): boolean {
  return confirmationOf(finding, report)?.stale === false;
}
