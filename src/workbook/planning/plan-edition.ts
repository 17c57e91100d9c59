import type { Edition } from "../../forms/schema.js";
import { EDITION_SHEET } from "../../forms/sheet-names.js";
import { isShipped } from "../../forms/shipped.js";
import { LONGEST_TEXT } from "../../values/sheet-limits.js";
import { EDITION_DATA_NAME } from "../layout/names.js";
import type { NamePlan, SheetPlan, WorkbookPlan } from "../plan.js";
import { MARGINS, planCell, rectangle, textContent } from "./plan-cells.js";
import { styles } from "./styles.js";

/**
 * The plan with the edition put in, unless it comes with the program: an edition that does not travels
 * in the workbook, its JSON as text in column A of a sheet that nobody sees, so that every later command
 * and every other machine knows the forms without the file they came from.
 */
export function withCarriedEdition(plan: WorkbookPlan, edition: Edition): WorkbookPlan {
  if (isShipped(edition)) return plan;
  const { sheet, name } = planEdition(edition);
  return { ...plan, sheets: [...plan.sheets, sheet], names: [...plan.names, name] };
}

/** What a workbook with forms lacks to carry their edition; nothing where it comes with the program. */
export function carryPlan(edition: Edition): WorkbookPlan {
  return withCarriedEdition({ sheets: [], names: [] }, edition);
}

/** What stands in the rows of column A where a workbook carries an edition; nothing for one that comes with the program. */
export function carriedPieces(edition: Edition): readonly string[] {
  return isShipped(edition) ? [] : piecesOf(JSON.stringify(edition));
}

function planEdition(edition: Edition): { readonly sheet: SheetPlan; readonly name: NamePlan } {
  const pieces = piecesOf(JSON.stringify(edition));
  return {
    sheet: {
      name: EDITION_SHEET,
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
    name: { name: EDITION_DATA_NAME, area: { sheet: EDITION_SHEET, ...rectangle(1, 1, pieces.length, 1) } },
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
