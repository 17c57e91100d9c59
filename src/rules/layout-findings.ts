import { findIndicator, type IndicatorKey, indicatorKey, isAmount } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { LayoutFault, Report } from "../report/report.js";
import type { CellAddress } from "../values/address.js";
import type { Severity } from "./facts.js";
import { type Finding, type FindingPlace, findingAt } from "./finding.js";
import { comparesWithEarlier } from "./periods.js";

/**
 * Findings about the sheets: what an edition expects and the workbook no longer holds as it was, and
 * forms that say nothing where the earlier period's did, or just the same.
 */
export function layoutFindings(report: Report, earlier: Report | null): readonly Finding[] {
  return [
    ...report.layout.map((fault) => findingOf(fault, report.edition)),
    ...(earlier === null ? [] : [...blankForms(report, earlier), ...copiedForms(report, earlier)]),
  ];
}

/** The forms of which one finding of their own says why nothing stands in their cells. */
export function silentForms(findings: readonly Finding[]): ReadonlySet<number> {
  return new Set(
    findings.flatMap(({ rule, place }) =>
      (rule === "layout.values-beside" || rule === "layout.form-blank") && place.kind === "sheet"
        ? [place.form ?? 0]
        : [],
    ),
  );
}

/** A form with fewer values than this may well have none in the next period. */
const FEWEST = 3;

/** While nothing is filled at all the work has just begun, and every form is blank. */
function blankForms(report: Report, earlier: Report): readonly Finding[] {
  const [now, before] = [filledByForm(report), filledByForm(earlier)];
  const displaced = new Set(
    report.layout.flatMap((fault) => (fault.kind === "values-beside" ? [fault.form] : [])),
  );
  if (report.edition.id !== earlier.edition.id || now.size === 0) return [];
  return report.edition.forms.flatMap(({ number }) => {
    const had = before.get(number) ?? 0;
    const sheet = [...report.values.values()].find(({ form }) => form === number)?.address?.sheet;
    if (had < FEWEST || sheet === undefined || (now.get(number) ?? 0) > 0) return [];
    // Its numbers are there, beside their cells, and that is told already.
    if (displaced.has(number)) return [];
    return [
      findingAt({ kind: "sheet", sheet, form: number }, "warning", {
        rule: "layout.form-blank",
        ...NOTHING,
        earlier: had,
      }),
    ];
  });
}

/** So many numbers, one of them this large, are not the same twice by chance. */
const FEWEST_COPIED = 4;
const LARGE = 10;

/**
 * Forms of which everything that the period by itself counts is as it was in the earlier one: copied, and
 * not counted anew. What stands for the year or the day may well stay as it was.
 */
function copiedForms(report: Report, earlier: Report): readonly Finding[] {
  const { period, year } = earlier.info;
  if (!comparesWithEarlier(report, earlier)) return [];
  if (report.info.period === period && report.info.year === year) return [];
  return report.edition.forms.flatMap(({ number, indicators }) => {
    const flows = indicators.filter((row) => isAmount(row) && row.span === "period");
    const pairs = flows.map(({ code }) => {
      const key = indicatorKey(number, code);
      return [numberAt(report, key), numberAt(earlier, key)] as const;
    });
    const same = pairs.flatMap(([now]) => (now !== null && now !== 0 ? [now] : []));
    const sheet = flows.map(({ code }) => report.values.get(indicatorKey(number, code))?.address?.sheet)[0];
    const copied = pairs.every(([now, before]) => now === before) && same.length >= FEWEST_COPIED;
    if (!copied || sheet === undefined || Math.max(...same) < LARGE) return [];
    const told = { rule: "layout.form-copied", ...NOTHING, same: same.length } as const;
    return [findingAt({ kind: "sheet", sheet, form: number }, "warning", told)];
  });
}

function numberAt(report: Report, key: IndicatorKey): number | null {
  const reading = report.values.get(key)?.reading;
  return reading?.kind === "number" ? reading.value : null;
}

/** How many cells of each form hold something; forms without any are absent. */
function filledByForm(report: Report): ReadonlyMap<number, number> {
  const filled = new Map<number, number>();
  for (const { form, reading } of report.values.values()) {
    if (reading.kind !== "blank") filled.set(form, (filled.get(form) ?? 0) + 1);
  }
  return filled;
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
        adopted: false,
      });
    case "sheet-missing":
      return findingAt({ kind: "sheet", sheet: fault.sheet, form: fault.form }, graveness(fault), {
        rule: "layout.sheet-missing",
        ...NOTHING,
        adopted: fault.adopted,
      });
    case "values-beside":
      return findingAt({ kind: "sheet", sheet: fault.sheet, form: fault.form }, "error", {
        rule: "layout.values-beside",
        ...NOTHING,
        by: fault.by,
        found: fault.found,
      });
    case "cell-missing":
      return findingAt(
        placeOf({ ...fault, address: null }),
        // A row of another level is no loss to a commune's report.
        findIndicator(edition, fault)?.subject !== "commune" ? "info" : fault.adopted ? "warning" : "error",
        { rule: "layout.cell-missing", ...NOTHING, sheet: fault.sheet, adopted: fault.adopted },
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

/** A stranger's forms need no sheet of ours, and what was not bound is not lost. */
function graveness({ form, adopted }: Extract<LayoutFault, { kind: "sheet-missing" }>): Severity {
  if (!adopted) return "error";
  return form === null ? "info" : "warning";
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
