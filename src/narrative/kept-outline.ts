import type { Confirmation } from "../report/confirmation.js";
import type { Report } from "../report/report.js";
import { LONGEST_TEXT } from "../values/sheet-limits.js";
import { type ParsedOutline, parseOutline } from "./parse-outline.js";

/** Key of the office's own outline in the list of what the officer decided. */
const KEY = "narrative.outline";
/** An office's own outline as the workbook keeps it; null for one that is too long for a cell. */
export function outlineToKeep(name: string, json: unknown): Confirmation | null {
  const numbers = JSON.stringify(json);
  return numbers.length > LONGEST_TEXT ? null : { finding: KEY, numbers, reason: name };
}

/** The outline that a workbook keeps, or what is wrong with it; null where it keeps none. */
export function keptOutline({ confirmations }: Pick<Report, "confirmations">): ParsedOutline | null {
  const kept = confirmations.findLast(({ finding }) => finding === KEY);
  if (kept === undefined) return null;
  try {
    return parseOutline(kept.reason, JSON.parse(kept.numbers));
  } catch {
    return { ok: false, fault: { file: kept.reason, faults: [{ path: "", message: "không còn đọc được" }] } };
  }
}
