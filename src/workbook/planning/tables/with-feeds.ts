import { type IndicatorKey, indicatorKey } from "../../../forms/indicators.js";
import type { Rectangle } from "../../../values/address.js";
import { LONGEST_PROMPT } from "../../../values/sheet-limits.js";
import { nameKey, parseName } from "../../layout/names.js";
import type { CellPlan, NamePlan, SheetPlan, ValidationPlan } from "../../plan.js";
import { styles } from "../styles.js";
import type { FedCell } from "./feeds.js";

/**
 * Planned form sheets whose result cells take their numbers from tables, where they hold nothing
 * else: a formula that the officer may overwrite, with a prompt that says where the number is from.
 *
 * @param names the names of the result cells
 */
export function withFeeds(
  sheets: readonly SheetPlan[],
  names: readonly NamePlan[],
  fed: ReadonlyMap<IndicatorKey, FedCell>,
): readonly SheetPlan[] {
  if (fed.size === 0) return sheets;
  const cells = new Map<string, FedCell>();
  for (const { name, area } of names) {
    const thing = parseName(nameKey(name));
    const formula = thing?.kind === "indicator" ? fed.get(indicatorKey(thing.form, thing.code)) : undefined;
    if (formula !== undefined) cells.set(cellKey(area.sheet, area.top, area.left), formula);
  }
  return sheets.map((sheet) => {
    const fedAt = (row: number, column: number) => cells.get(cellKey(sheet.name, row, column));
    return {
      ...sheet,
      cells: sheet.cells.map((cell) => fedCell(cell, fedAt(cell.row, cell.column))),
      validations: sheet.validations.flatMap((validation) => fedValidations(validation, fedAt)),
    };
  });
}

function cellKey(sheet: string, row: number, column: number): string {
  return `${sheet}!${row}:${column}`;
}

function fedCell(cell: CellPlan, fed: FedCell | undefined): CellPlan {
  if (fed === undefined || cell.content.kind !== "blank") return cell;
  return {
    ...cell,
    content: { kind: "formula", formula: fed.formula },
    style: { ...cell.style, fill: styles.computed.fill },
  };
}

/** A validation of one column, cut where a cell in it is fed: that cell has a prompt of its own. */
function fedValidations(
  validation: ValidationPlan,
  fedAt: (row: number, column: number) => FedCell | undefined,
): readonly ValidationPlan[] {
  const { area } = validation;
  const pieces: ValidationPlan[] = [];
  let top = area.top;
  const until = (bottom: number) => {
    if (bottom >= top) pieces.push({ ...validation, area: { ...area, top, bottom } });
  };
  for (let row = area.top; row <= area.bottom; row++) {
    const fed = fedAt(row, area.left);
    if (fed === undefined) continue;
    until(row - 1);
    pieces.push({ ...validation, area: oneRow(area, row), prompt: promptOf(validation, fed) });
    top = row + 1;
  }
  until(area.bottom);
  return pieces;
}

function oneRow(area: Rectangle, row: number): Rectangle {
  return { ...area, top: row, bottom: row };
}

function promptOf({ prompt }: ValidationPlan, { sheet }: FedCell): ValidationPlan["prompt"] {
  const message = `Ô này tự lấy số từ trang tính "${sheet}" khi trang tính đó có số liệu. Có thể ghi đè.`;
  return { ...prompt, message: message.slice(0, LONGEST_PROMPT) };
}
