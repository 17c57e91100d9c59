import type { Additions, KeptSheet } from "../../../workbook/additions/additions.js";
import { compareWithPlan } from "../../../workbook/additions/compare-with-plan.js";
import { nameKey } from "../../../workbook/layout/names.js";
import type { WorkbookPlan } from "../../../workbook/plan.js";
import { obstacleTo } from "../../insertion.js";
import type { HostFault } from "../../port.js";
import { type Book, findSheet } from "../book.js";
import { captureBook } from "../capture.js";
import { isCovered } from "../library.js";
import { hiddenName, hiddenText } from "../package/names.js";
import { Styles } from "./style.js";
import { setContent, writeSheet } from "./write-sheet.js";

/** What the workbook lacks of a plan, and why it cannot be written; null when a sheet is too large to be read. */
export function lookUp(
  book: Book,
  plan: WorkbookPlan,
): { readonly additions: Additions; readonly obstacle: HostFault | null } | null {
  const snapshot = captureBook(book);
  if (snapshot === null) return null;
  const compared = compareWithPlan(plan, snapshot);
  const additions = {
    ...compared,
    keptSheets: compared.keptSheets.map((sheet) => withoutCovered(book, sheet)),
  };
  return { additions, obstacle: obstacleTo(additions, snapshot) };
}

/** A cell that lies under a merged area is blank, but what is put into it would land in the area's first cell. */
function withoutCovered(book: Book, kept: KeptSheet): KeptSheet {
  const sheet = findSheet(book, kept.name);
  const isFree = (row: number, column: number) => {
    const present = sheet?.findCell(row, column);
    return !present || !isCovered(present);
  };
  return { ...kept, fills: kept.fills.filter(({ row, column }) => isFree(row, column)) };
}

/** Writes additions into the workbook. There is no obstacle to them. */
export function writeAdditions(book: Book, additions: Additions): void {
  const styles = new Styles();
  for (const { plan, blank } of additions.newSheets) writeSheet(book, plan, blank, styles);
  for (const { name, fills } of additions.keptSheets) {
    const sheet = findSheet(book, name);
    for (const { row, column, content, style } of fills) {
      const target = sheet?.getCell(row, column);
      if (!target) continue;
      setContent(target, content);
      target.style = styles.of(style);
    }
  }
  const { names, constants } = additions;
  const replaced = new Set([...names, ...constants].map(({ name }) => nameKey(name)));
  book.names = [
    ...book.names.filter(({ name, sheet }) => sheet !== null || !replaced.has(nameKey(name))),
    ...names.map(({ name, area }) => hiddenName(name, area)),
    ...constants.map(hiddenText),
  ];
}
