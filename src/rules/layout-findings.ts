import { findIndicator } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { LayoutFault, Report } from "../report/report.js";
import type { CellAddress } from "../values/address.js";
import { type Finding, type FindingPlace, findingAt } from "./finding.js";

/** Findings about the sheets: what an edition expects and the workbook no longer holds as it was. */
export function layoutFindings(report: Report): readonly Finding[] {
  return report.layout.map((fault) => findingOf(fault, report.edition));
}

/** Nothing stands there that could be compared with a value. */
const NOTHING = { actual: null, expected: null } as const;

function findingOf(fault: LayoutFault, edition: Edition): Finding {
  switch (fault.kind) {
    case "table-name-lost":
      return findingAt(tablePlace(fault.table, null, fault.address), "warning", {
        rule: "layout.name-lost",
        ...NOTHING,
      });
    case "column-missing":
      return findingAt(tablePlace(fault.table, fault.column, null), "error", {
        rule: "layout.cell-missing",
        ...NOTHING,
        sheet: fault.sheet,
      });
    case "sheet-missing":
      return findingAt({ kind: "sheet", sheet: fault.sheet, form: fault.form }, "error", {
        rule: "layout.sheet-missing",
        ...NOTHING,
      });
    case "cell-missing":
      return findingAt(
        placeOf({ ...fault, address: null }),
        // A row of another level is no loss to a commune's report.
        findIndicator(edition, fault)?.subject === "commune" ? "error" : "info",
        { rule: "layout.cell-missing", ...NOTHING, sheet: fault.sheet },
      );
    case "name-lost":
      return findingAt(placeOf(fault), "warning", { rule: "layout.name-lost", ...NOTHING });
    case "moved":
      return findingAt(placeOf(fault), "error", { rule: "layout.moved", ...NOTHING, found: fault.found });
    case "relabelled":
      return findingAt(placeOf(fault), "warning", {
        rule: "layout.relabelled",
        ...NOTHING,
        found: fault.found,
      });
    case "duplicated":
      return findingAt(placeOf(fault), "error", {
        rule: "layout.duplicated",
        ...NOTHING,
        found: fault.other,
      });
  }
}

function tablePlace(table: string, column: string | null, address: CellAddress | null): FindingPlace {
  return { kind: "table", form: null, table, row: null, column, address };
}

function placeOf({
  form,
  code,
  address,
}: {
  readonly form: number;
  readonly code: string;
  readonly address: CellAddress | null;
}): FindingPlace {
  return { kind: "indicator", form, code, address };
}
