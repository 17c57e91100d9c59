import { findIndicator } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { LayoutFault, Report } from "../report/report.js";
import type { CellAddress } from "../values/address.js";
import type { Finding } from "./finding.js";

/** Findings about the sheets: what an edition expects and the workbook no longer holds as it was. */
export function layoutFindings(report: Report): readonly Finding[] {
  return report.layout.map((fault) => findingOf(fault, report.edition));
}

function findingOf(fault: LayoutFault, edition: Edition): Finding {
  const common = { actual: null, expected: null, imbalance: null, related: [] } as const;
  const none = { kind: "none" } as const;
  switch (fault.kind) {
    case "table-name-lost":
      return {
        ...common,
        rule: "layout.name-lost",
        severity: "warning",
        place: tablePlace(fault.table, fault.address),
        detail: none,
      };
    case "column-missing":
      return {
        ...common,
        rule: "layout.cell-missing",
        severity: "error",
        place: { ...tablePlace(fault.table, null), column: fault.column },
        detail: { kind: "found", text: fault.sheet },
      };
    case "sheet-missing":
      return {
        ...common,
        rule: "layout.sheet-missing",
        severity: "error",
        place: { kind: "sheet", sheet: fault.sheet, form: fault.form },
        detail: none,
      };
    case "cell-missing":
      return {
        ...common,
        rule: "layout.cell-missing",
        // A row of another level is no loss to a commune's report.
        severity: findIndicator(edition, fault)?.subject === "commune" ? "error" : "info",
        place: { kind: "indicator", form: fault.form, code: fault.code, address: null },
        detail: { kind: "found", text: fault.sheet },
      };
    case "name-lost":
      return {
        ...common,
        rule: "layout.name-lost",
        severity: "warning",
        place: placeOf(fault),
        detail: none,
      };
    case "moved":
      return {
        ...common,
        rule: "layout.moved",
        severity: "error",
        place: placeOf(fault),
        detail: { kind: "found", text: fault.found },
      };
    case "relabelled":
      return {
        ...common,
        rule: "layout.relabelled",
        severity: "warning",
        place: placeOf(fault),
        detail: { kind: "found", text: fault.found },
      };
    case "duplicated":
      return {
        ...common,
        rule: "layout.duplicated",
        severity: "error",
        place: placeOf(fault),
        detail: { kind: "found", text: fault.other },
      };
  }
}

function tablePlace(table: string, address: CellAddress | null) {
  return { kind: "table", form: null, table, row: null, column: null, address } as const;
}

function placeOf(
  fault: Extract<LayoutFault, { kind: "name-lost" | "moved" | "relabelled" | "duplicated" }>,
): Finding["place"] {
  return { kind: "indicator", form: fault.form, code: fault.code, address: fault.address };
}
