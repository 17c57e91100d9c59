import { EDITION_SHEET } from "../../forms/sheet-names.js";
import { EDITION_DATA_NAME, nameKey } from "../layout/names.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellAt, cellText } from "../snapshot-index.js";

/** The text of the edition that a workbook carries, and the sheet on which it stands; null when it carries none. */
export function carriedText(
  snapshot: WorkbookSnapshot,
): { readonly sheet: string; readonly text: string } | null {
  const area = snapshot.names.find(({ name }) => nameKey(name) === nameKey(EDITION_DATA_NAME))?.area ?? null;
  const called = (area?.sheet ?? EDITION_SHEET).toLowerCase();
  const sheet = snapshot.sheets.find(({ name }) => name.toLowerCase() === called);
  if (sheet === undefined) return null;
  const [top, left] = [area?.top ?? 1, area?.left ?? 1];
  const bottom = area?.bottom ?? sheet.top + sheet.values.length - 1;
  let text = "";
  for (let row = top; row <= bottom; row++) text += cellText(cellAt(sheet, row, left));
  return text === "" ? null : { sheet: sheet.name, text };
}
