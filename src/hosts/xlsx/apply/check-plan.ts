import { LONGEST_LIST, listLength } from "../../../forms/choice-list.js";
import { areaA1, type Rectangle } from "../../../values/address.js";
import {
  LAST_COLUMN,
  LAST_ROW,
  LONGEST_ERROR,
  LONGEST_PROMPT,
  LONGEST_TEXT,
  LONGEST_TITLE,
} from "../../../values/sheet-limits.js";
import type { CellPlan, SheetPlan, ValidationPlan, WorkbookPlan } from "../../../workbook/plan.js";

/**
 * What Excel accepts (its "specifications and limits", and the lengths of [MS-OI29500] 2.1 for data
 * validations). LibreOffice is milder: a plan beyond these opens there and is "repaired" in Excel.
 */

const MAX_SHEET_NAME = 31;
export const MAX_FORMULA = 8192;
const MAX_COLUMN_WIDTH = 254;
const MAX_ROW_HEIGHT = 409;
const COLOR = /^#[0-9A-Fa-f]{6}$/;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
const LOOKS_LIKE_CELL = /^(?:[A-Z]{1,3}\d+|R\d*C\d*|[RC])$/i;

/** A plan that Excel would not accept. Plans are ours: this is a fault of the program, not of the officer. */
export class PlanError extends Error {}

/** Throws a PlanError that names the sheet and the fault. */
export function checkPlan(plan: WorkbookPlan): void {
  const names = new Set<string>();
  for (const sheet of plan.sheets) {
    unique(names, sheet.name, "sheet");
    inSheet(sheet, () => checkSheet(sheet));
  }
  const defined = new Set<string>();
  for (const { name, area } of plan.names) {
    unique(defined, name, "name");
    need(NAME.test(name) && !LOOKS_LIKE_CELL.test(name), `name "${name}" is not allowed`);
    checkArea(area);
  }
}

function checkSheet(sheet: SheetPlan): void {
  const { name } = sheet;
  need(name.length >= 1 && name.length <= MAX_SHEET_NAME, "sheet name is empty or too long");
  need(!/[[\]:*?/\\]|^'|'$/.test(name), "sheet name has a forbidden character");
  if (sheet.tabColor !== null) checkColor(sheet.tabColor);
  for (const width of sheet.columnWidths)
    need(width >= 0 && width <= MAX_COLUMN_WIDTH, `column width ${width}`);
  for (const { row, height } of sheet.rowHeights) {
    need(
      row >= 1 && row <= LAST_ROW && height >= 0 && height <= MAX_ROW_HEIGHT,
      `height ${height} of row ${row}`,
    );
  }
  const cells = new Set<string>();
  for (const cell of sheet.cells) {
    unique(cells, `${cell.row},${cell.column}`, "cell");
    checkCell(cell);
  }
  checkMerges(sheet);
  for (const validation of sheet.validations) checkValidation(validation);
  for (const { area, formula, fill, color } of sheet.conditions) {
    checkArea(area);
    checkFormula(formula);
    checkColor(fill);
    checkColor(color);
  }
  const rows = sheet.print.titleRows;
  if (rows !== null) need(rows.first >= 1 && rows.last >= rows.first && rows.last <= LAST_ROW, "title rows");
}

function checkCell({ row, column, content, style }: CellPlan): void {
  checkArea({ top: row, bottom: row, left: column, right: column });
  checkColor(style.color);
  if (style.fill !== null) checkColor(style.fill);
  if (content.kind === "formula") checkFormula(content.formula);
  if (content.kind === "text") need(content.text.length <= LONGEST_TEXT, `text of row ${row} is too long`);
  if (content.kind === "number") need(Number.isFinite(content.number), `number of row ${row} is not finite`);
}

/** Merged areas must not overlap, and only their first cell has content. */
function checkMerges(sheet: SheetPlan): void {
  const covered = new Set<string>();
  for (const merge of sheet.merges) {
    checkArea(merge);
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) {
        unique(covered, `${row},${column}`, "merged cell");
      }
    }
    const inside = sheet.cells.filter(
      (cell) =>
        cell.row >= merge.top &&
        cell.row <= merge.bottom &&
        cell.column >= merge.left &&
        cell.column <= merge.right &&
        (cell.row !== merge.top || cell.column !== merge.left),
    );
    need(
      inside.every((cell) => cell.content.kind === "blank"),
      `content is hidden by the merged area ${areaA1(merge)}`,
    );
  }
}

function checkValidation({ area, allow, prompt, error }: ValidationPlan): void {
  checkArea(area);
  const at = `validation of ${areaA1(area)}`;
  need(
    prompt.title.length <= LONGEST_TITLE && error.title.length <= LONGEST_TITLE,
    `${at}: title is too long`,
  );
  need(prompt.message.length <= LONGEST_PROMPT, `${at}: prompt is too long`);
  need(error.message.length <= LONGEST_ERROR, `${at}: error is too long`);
  if (allow.kind !== "list") return;
  need(allow.items.length > 0, `${at}: list is empty`);
  need(
    allow.items.every((item) => item !== "" && !/[,"\r\n]/.test(item) && item.trim() === item),
    `${at}: an item is empty, begins or ends with a space, or holds a comma, quote or line break`,
  );
  need(listLength(allow.items) <= LONGEST_LIST, `${at}: list is too long`);
}

function checkFormula(formula: string): void {
  need(formula !== "" && !formula.startsWith("="), `formula "${formula}" is empty or begins with =`);
  need(formula.length <= MAX_FORMULA, "formula is too long");
}

function checkArea({ top, left, bottom, right }: Rectangle): void {
  const whole = [top, left, bottom, right].every(Number.isInteger);
  const ordered = top >= 1 && left >= 1 && bottom >= top && right >= left;
  need(
    whole && ordered && bottom <= LAST_ROW && right <= LAST_COLUMN,
    `area ${top},${left}-${bottom},${right}`,
  );
}

function checkColor(color: string): void {
  need(COLOR.test(color), `color "${color}"`);
}

function unique(seen: Set<string>, key: string, what: string): void {
  const lower = key.toLowerCase();
  need(!seen.has(lower), `${what} ${key} stands twice`);
  seen.add(lower);
}

function need(holds: boolean, fault: string): void {
  if (!holds) throw new PlanError(`The plan is not a valid workbook: ${fault}`);
}

function inSheet(sheet: SheetPlan, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof PlanError) throw new PlanError(`${error.message} (sheet "${sheet.name}")`);
    throw error;
  }
}
