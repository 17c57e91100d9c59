import { isShipped, loadEdition } from "../../forms/library.js";
import type { ParsedEdition } from "../../forms/parse-edition.js";
import type { Edition } from "../../forms/schema.js";
import { LONGEST_TEXT } from "../layout/cell-limits.js";
import { nameKey } from "../layout/names.js";
import type { NamePlan, SheetPlan, WorkbookPlan } from "../plan.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellAt, cellText } from "../snapshot-index.js";
import { MARGINS, planCell, rectangle, textContent } from "./plan-cells.js";
import { styles } from "./styles.js";

/**
 * An edition that does not come with the program travels in the workbook: its JSON as text, in the
 * cells of column A of a sheet that nobody sees, so that every later command and every other machine
 * knows the forms without the file they came from.
 */
const SHEET = "Bộ biểu mẫu";
const NAME = "CCHC_EDITION_DATA";

/** The plan with the edition put in, unless it comes with the program. */
export function withCarriedEdition(plan: WorkbookPlan, edition: Edition): WorkbookPlan {
  if (isShipped(edition)) return plan;
  const { sheet, name } = planEdition(edition);
  return { ...plan, sheets: [...plan.sheets, sheet], names: [...plan.names, name] };
}

/** The edition that a workbook carries, or why it cannot be used; null when it carries none. */
export function carriedEdition(snapshot: WorkbookSnapshot): ParsedEdition | null {
  const area = snapshot.names.find(({ name }) => nameKey(name) === nameKey(NAME))?.area ?? null;
  const called = (area?.sheet ?? SHEET).toLowerCase();
  const sheet = snapshot.sheets.find(({ name }) => name.toLowerCase() === called);
  if (sheet === undefined) return null;
  const [top, left] = [area?.top ?? 1, area?.left ?? 1];
  const bottom = area?.bottom ?? sheet.top + sheet.values.length - 1;
  let text = "";
  for (let row = top; row <= bottom; row++) text += cellText(cellAt(sheet, row, left));
  return text === "" ? null : readEdition(sheet.name, text);
}

function readEdition(sheet: string, text: string): ParsedEdition {
  try {
    return loadEdition(sheet, JSON.parse(text));
  } catch {
    const message = "nội dung bộ biểu mẫu lưu trong tệp bị hỏng, không đọc được";
    return { ok: false, file: sheet, faults: [{ path: SHEET, message }] };
  }
}

function planEdition(edition: Edition): { readonly sheet: SheetPlan; readonly name: NamePlan } {
  const pieces = piecesOf(JSON.stringify(edition));
  return {
    sheet: {
      name: SHEET,
      veryHidden: true,
      tabColor: null,
      columnWidths: [],
      rowHeights: [],
      cells: pieces.map((piece, index) => planCell(index + 1, 1, textContent(piece), styles.stored)),
      merges: [],
      validations: [],
      conditions: [],
      frozenRows: 0,
      print: { orientation: "portrait", titleRows: null, margins: MARGINS },
    },
    name: { name: NAME, area: { sheet: SHEET, ...rectangle(1, 1, pieces.length, 1) } },
  };
}

/** The text in pieces that neither begin nor end with a space, which some programs drop. */
function piecesOf(json: string): readonly string[] {
  const pieces: string[] = [];
  let rest = json;
  while (rest.length > LONGEST_TEXT) {
    const comma = rest.lastIndexOf(',"', LONGEST_TEXT - 1);
    const end = comma > 0 ? comma + 1 : LONGEST_TEXT;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
