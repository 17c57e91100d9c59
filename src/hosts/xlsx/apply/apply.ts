import type { Additions, KeptSheet, NewSheet } from "../../../workbook/additions/additions.js";
import { compareWithPlan } from "../../../workbook/additions/compare-with-plan.js";
import type { WorkbookPlan } from "../../../workbook/plan.js";
import { obstacleTo } from "../../insertion.js";
import type { HostFault } from "../../port.js";
import type { Book } from "../book.js";
import { emptySheet } from "../empty-package.js";
import type { NewName } from "../patch/workbook-xml.js";
import { areaReference, PRINT_TITLES, printTitles, textReference } from "../read/names.js";
import type { SheetPlace } from "../read/workbook-part.js";
import { plannedCells, withPlannedSheet } from "./planned-sheet.js";

/** What the workbook lacks of a plan, and why it cannot be written; null when a sheet is too large to be read. */
export function lookUp(
  book: Book,
  plan: WorkbookPlan,
): { readonly additions: Additions; readonly obstacle: HostFault | null } | null {
  const snapshot = book.snapshot();
  if (snapshot === null) return null;
  const compared = compareWithPlan(plan, snapshot);
  const additions = {
    ...compared,
    keptSheets: compared.keptSheets.map((sheet) => withoutCovered(book, sheet)),
  };
  return { additions, obstacle: obstacleTo(additions, snapshot) };
}

/** A cell that lies under a merged area is blank, but what is put into it would never be seen. */
function withoutCovered(book: Book, kept: KeptSheet): KeptSheet {
  const sheet = book.find(kept.name);
  const merges = sheet === null ? [] : book.partReading(sheet).merges;
  const isFree = (row: number, column: number) =>
    merges.every(
      ({ top, left, bottom, right }) =>
        row < top || row > bottom || column < left || column > right || (row === top && column === left),
    );
  return { ...kept, fills: kept.fills.filter(({ row, column }) => isFree(row, column)) };
}

/** Writes additions into the workbook. There is no obstacle to them. */
export function writeAdditions(book: Book, additions: Additions): void {
  const titles = additions.newSheets.map((added) => writeSheet(book, added));
  for (const { name, fills } of additions.keptSheets) {
    const sheet = book.find(name);
    if (sheet !== null) book.setCells(sheet, plannedCells(fills, book));
  }
  const { names, constants } = additions;
  book.setNames([
    ...names.map(({ name, area }) => hidden(name, areaReference(area))),
    ...constants.map(({ name, text }) => hidden(name, textReference(text))),
    ...titles,
  ]);
}

function hidden(name: string, refersTo: string): NewName {
  return { name, local: null, hidden: true, refersTo };
}

/**
 * Writes a sheet whole, into a blank one that has its place or behind the others.
 *
 * @returns the name of the rows that it repeats on every printed page
 */
function writeSheet(book: Book, { plan, blank }: NewSheet): NewName {
  const present = blank === null ? null : book.find(blank);
  const xml = present === null ? emptySheet(book.namespace) : book.xml(present);
  const written = withPlannedSheet(xml, plan, book);
  const sheet: SheetPlace = present ?? book.addSheet(plan.name, plan.veryHidden === true, written.xml);
  if (present !== null) book.putSheet(present, written.xml, written.formulasChanged);
  const { titleRows } = plan.print;
  return {
    name: PRINT_TITLES,
    local: sheet.index,
    hidden: false,
    refersTo: titleRows === null ? null : printTitles(sheet.name, titleRows.first, titleRows.last),
  };
}
