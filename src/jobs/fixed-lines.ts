import { type IndicatorKey, refOf, rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { INFO_SHEET } from "../forms/sheet-names.js";
import { findInfoField } from "../report/info-fields.js";
import type { LastFinding } from "../report/last-check.js";
import type { RuleId } from "../rules/finding.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { tableSheet } from "../rules/place-words.js";
import { sheetOfForm } from "../workbook/layout/form-layout.js";

/** Findings of one rule on one sheet that are found no more, as one line. */
interface FixedLine {
  readonly sheet: string;
  readonly told: string;
}

/** So many places are named. */
const NAMED = 6;

/** What was fixed since the last check, in words: only its rules and places are known, no number of then. */
export function fixedLines(
  fixed: readonly LastFinding[],
  edition: Edition,
  wording: Wording = vietnamese,
): readonly FixedLine[] {
  const together = new Map<string, { sheet: string; rule: string; places: string[] }>();
  for (const { finding } of fixed) {
    const { rule, sheet, place } = parts(finding, edition, wording);
    const key = `${rule} ${sheet}`;
    const line = together.get(key) ?? { sheet, rule, places: [] };
    if (place !== "" && !line.places.includes(place)) line.places.push(place);
    together.set(key, line);
  }
  return [...together.values()].map(({ sheet, rule, places }) => {
    const more = places.length > NAMED ? "…" : "";
    const where = places.length === 0 ? "" : `: ${places.slice(0, NAMED).join(", ")}${more}`;
    return { sheet, told: `${nameOf(rule, wording)}${where}.` };
  });
}

/** A finding's key, taken apart: `total.mismatch 3/1.4 < 3/1.4.3`. */
function parts(key: string, edition: Edition, { places }: Wording) {
  const [head = ""] = key.split(" < ");
  const space = head.indexOf(" ");
  const [rule, at] = [head.slice(0, space), head.slice(space + 1)];
  if (/^\d+\//.test(at)) {
    const ref = refOf(at as IndicatorKey);
    const known = edition.forms.some(({ number }) => number === ref.form);
    const sheet = known ? sheetOfForm(edition, ref.form) : "";
    return { rule, sheet, place: places.row(rowName(edition, ref), null) };
  }
  const table = /^([a-z][a-z0-9-]*)\/(\d+|total)\//.exec(at);
  if (table !== null) {
    const [, id = "", row = ""] = table;
    return { rule, sheet: tableSheet(id), place: places.tableRow(row === "total" ? null : Number(row)) };
  }
  const field = findInfoField(at);
  return field === null
    ? { rule, sheet: at, place: "" }
    : { rule, sheet: INFO_SHEET, place: `"${field.label}"` };
}

/** Rules come and go between versions of the program. */
function nameOf(rule: string, { names }: Wording): string {
  return rule in names ? names[rule as RuleId] : rule;
}
