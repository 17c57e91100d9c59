import type { CellContent, CellPlan } from "../../workbook/plan.js";
import type { Block } from "../block.js";
import { rangeOf } from "./ranges.js";

/** The format under which Excel keeps text as it is typed. */
const TEXT_FORMAT = "@";
const DEFAULT_FORMAT = "General";

/**
 * Queues contents and number formats of a block: three tables. Texts are put into cells that are
 * formatted as text at that moment, so that `00012`, `1/2` and `=1+1` stay texts whatever format
 * their cell has in the end; a later change of format does not read a text again.
 */
export function writeContents(sheet: Excel.Worksheet, block: Block): void {
  const range = rangeOf(sheet, block.area);
  const finalFormat = (cell: CellPlan | null) => cell?.style.numberFormat ?? DEFAULT_FORMAT;
  range.numberFormat = block.table((cell) =>
    cell?.content.kind === "text" ? TEXT_FORMAT : finalFormat(cell),
  );
  // Null leaves a cell alone.
  range.formulas = block.table((cell) => (cell === null ? null : inputOf(cell.content)));
  // A formula may have taken its format from the cells that it names; this sets it right as well.
  range.numberFormat = block.table(finalFormat);
}

/** Queues one cell of a sheet that was there before. */
export function writeCell(sheet: Excel.Worksheet, cell: CellPlan): void {
  const { row, column, content, style } = cell;
  const range = rangeOf(sheet, { top: row, bottom: row, left: column, right: column });
  if (content.kind === "text") range.numberFormat = [[TEXT_FORMAT]];
  range.formulas = [[inputOf(content)]];
  range.numberFormat = [[style.numberFormat]];
}

/** What `formulas` takes: a formula begins with `=`; in a text an apostrophe in front is doubled. */
function inputOf(content: CellContent): string | number | null {
  switch (content.kind) {
    case "blank":
      return null;
    case "text":
      return textInput(content.text);
    case "number":
      return content.number;
    case "formula":
      return `=${content.formula}`;
  }
}

/** A text for a cell formatted as text. Excel takes a first apostrophe for a mark of its own. */
export function textInput(text: string): string {
  return text.startsWith("'") ? `'${text}` : text;
}
