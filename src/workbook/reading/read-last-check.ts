import type { LastCheck, LastFinding } from "../../report/last-check.js";
import type { ReportInfo } from "../../report/report.js";
import { periodKey, VERSION } from "../layout/last-check-format.js";
import { cellText, type SnapshotIndex } from "../snapshot-index.js";

/**
 * What the last printed check found, as the workbook keeps it. Null where there was none, where it is of
 * another period, or written by a version of the program that this one does not know.
 */
export function readLastCheck(
  index: SnapshotIndex,
  info: Pick<ReportInfo, "period" | "year">,
): LastCheck | null {
  const area = index.area({ kind: "last-check" });
  if (area === null) return null;
  const texts = Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
    cellText(index.cell({ sheet: area.sheet, row: area.top + i, column: area.left })),
  );
  const [head = "", ...lines] = texts
    .filter((text) => text !== "")
    .join("\n")
    .split("\n");
  const [version, day, period, printed = "", ...sheet] = head.split(" ");
  if (version !== VERSION || day === undefined || period !== periodKey(info)) return null;
  return { day, printed, sheet: sheet.join(" "), findings: lines.flatMap(findingOf) };
}

/** `total.mismatch 3/1.4 < 3/1.4.3|k3b9…`; the last mark counts, since a sheet's name may hold one. */
function findingOf(line: string): readonly LastFinding[] {
  const mark = line.lastIndexOf("|");
  return mark < 0 ? [] : [{ finding: line.slice(0, mark), numbers: line.slice(mark + 1) }];
}
