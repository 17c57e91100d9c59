import type { Edition } from "../../forms/schema.js";
import type { Defect } from "../../jobs/defects.js";
import { confirmationOf } from "../../jobs/finding-lines.js";
import type { SinceLast } from "../../jobs/since.js";
import { sentenceOf } from "../../jobs/tell-finding.js";
import type { Wording } from "../../jobs/wording.js";
import type { Report } from "../../report/report.js";
import type { Finding } from "../../rules/finding.js";
import { a1, type CellAddress } from "../../values/address.js";

/** A finding as `cchc check --json` prints it (DESIGN section 8). */
export function findingJson(finding: Finding, edition: Edition, wording?: Wording): object {
  const { rule, severity, actual, expected, related } = finding;
  return {
    rule,
    severity,
    ...placeJson(finding.place),
    // A cell that is not there has no address; where it should stand is known all the same.
    ...(finding.rule === "layout.cell-missing" ? { sheet: finding.sheet } : {}),
    message: sentenceOf(finding, edition, wording),
    actual,
    expected,
    related,
  };
}

/**
 * The cells that may be wrong, beside the finding that is told of them: sets of cells that, changed so,
 * make every rule hold; `null` for a blank. Absent where nothing so small does.
 */
export function suspectsJson(defect: Defect | undefined): object {
  const typed = (defect?.explanations ?? []).map((set) =>
    set.map(({ cell, value, repairs }) => ({ ...cell, value, repairs })),
  );
  const moved = (defect?.moves ?? []).map(({ puts }) =>
    puts.map(({ ref, now, value }) => ({ ...ref, value: now, repairs: [value] })),
  );
  return typed.length + moved.length === 0 ? {} : { suspects: [...typed, ...moved] };
}

/** What the officer said of a finding; `outdated`: a number of it has changed since. Absent where she said nothing. */
export function confirmationJson(finding: Finding, report: Report): object {
  const said = confirmationOf(finding, report);
  return said === null ? {} : { confirmed: { reason: said.reason, outdated: said.stale } };
}

/** What has become of the findings since the last printed check. */
export function sinceJson({ day, isNew, still, fixed }: SinceLast): object {
  return { day, new: isNew.size, still, fixed: fixed.map(({ finding }) => finding) };
}

function placeJson(place: Finding["place"]): object {
  switch (place.kind) {
    case "indicator":
      return { form: place.form, code: place.code, table: null, ...cellJson(place.address) };
    case "info":
      return { form: null, code: null, table: "info", column: place.key, ...cellJson(place.address) };
    case "sheet":
      return { form: place.form, code: null, table: null, sheet: place.sheet, cell: null };
    case "table": {
      const { table, row, column, address } = place;
      return { form: null, code: null, table, row, column, ...cellJson(address) };
    }
  }
}

function cellJson(address: CellAddress | null): object {
  return { sheet: address?.sheet ?? null, cell: address === null ? null : a1(address) };
}
