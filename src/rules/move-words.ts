import { rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { CellRef } from "./finding.js";
import type { Move, Shift } from "./localize/move.js";
import type { MoveKind, Wording } from "./messages/wording.js";
import { nameOfColumn, tableSheet } from "./place-words.js";

/** Which of the sentences a move is told in. */
export function moveKind(move: Move): MoveKind {
  if (move.kind !== "shift") return move.kind;
  return move.numbers.length === 1 ? "one" : "run";
}

/**
 * What a move is in words: `12 từ dòng 1.2 về ô này`, `5 số từ dòng 1.2 đến dòng 1.6 lên một dòng`,
 * `cột "Trực tuyến" ⇄ cột "Trực tiếp"`.
 *
 * @param own the cell at which it is told
 * @param placeText how a cell is named there
 */
export function moveText(
  move: Move,
  edition: Edition,
  own: CellRef | null,
  wording: Wording,
  placeText: (cell: CellRef) => string,
): string {
  const { suggestions: words, places } = wording;
  switch (move.kind) {
    case "shift":
      return shiftText(move, own, wording, placeText);
    case "columns": {
      const [first, second] = move.columns.map((id) => places.column(nameOfColumn(move.table, id)));
      const text = words.exchange(first ?? "", second ?? "");
      return isNear(own, move.table) ? text : places.ofSheet(text, tableSheet(move.table));
    }
    case "groups": {
      const near = own !== null && "form" in own && own.form === move.form;
      const [first, second] = move.groups.map((code) =>
        words.group(rowName(edition, { form: move.form, code }), near ? null : move.form),
      );
      return words.exchange(first ?? "", second ?? "");
    }
  }
}

function isNear(own: CellRef | null, table: string): boolean {
  return own !== null && "table" in own && own.table === table;
}

function shiftText(
  { along, off, numbers, lost, puts }: Shift,
  own: CellRef | null,
  wording: Wording,
  placeText: (cell: CellRef) => string,
): string {
  const { suggestions: words, places, show } = wording;
  const inOrder = off === 1 ? numbers : [...numbers].reverse();
  const [first, last, end] = [inOrder[0], inOrder.at(-1), puts.at(-1)];
  if (first === undefined || last === undefined) return "";
  const refilled = lost === null || end === undefined ? "" : words.refilled(show(lost), placeText(end.ref));
  if (numbers.length === 1) {
    return `${words.move(show(first.value), placeText(first.from), placeText(first.to))}${refilled}`;
  }
  const way = along === "rows" ? (off === 1 ? "up" : "down") : off === 1 ? "left" : "right";
  const [from, to] = [first.from, last.from];
  if ("form" in from || "form" in to) {
    return `${words.run(numbers.length, placeText(from), placeText(to), way, null)}${refilled}`;
  }
  const { table } = from;
  const row = ({ row: at }: typeof from) => places.tableRow(at);
  const column = ({ column: id }: typeof from) => places.column(nameOfColumn(table, id));
  const [part, line] = along === "rows" ? [row, column(from)] : [column, row(from)];
  const text = words.run(numbers.length, part(from), part(to), way, line);
  return `${isNear(own, table) ? text : places.ofSheet(text, tableSheet(table))}${refilled}`;
}
