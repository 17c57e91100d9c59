import type { Grid } from "../grid/grid.js";
import { formatRect, intersection, rectOf, tableOf } from "../grid/rect.js";
import type { Hands } from "./hands.js";

/** Puts the texts of the selected cells on the clipboard, tabs between cells, as Excel does. */
export async function copySelection(grid: Grid): Promise<void> {
  const sheet = grid.activeSheet;
  const used = sheet.used(true);
  const rect = used && intersection(used, sheet.selection);
  const table = rect ? tableOf(rect, (row, column) => grid.text(sheet, row, column)) : [[""]];
  await navigator.clipboard.writeText(table.map((line) => line.map(quoted).join("\t")).join("\n"));
}

/**
 * Pastes text from the selected cell on; each piece is read as if typed. `text` is what the browser
 * handed over with the key; from a menu the clipboard is asked for it.
 */
export async function pasteInto({ grid, officer, tell }: Hands, given?: string): Promise<void> {
  try {
    const text = given ?? (await navigator.clipboard.readText());
    const table = readTable(text);
    const { name, selection } = grid.activeSheet;
    if (table.length > 0) officer.paste(name, formatRect(rectOf(selection.top, selection.left)), table);
  } catch {
    tell("Không dán được: trình duyệt không cho đọc bộ nhớ tạm, hoặc ô đang được bảo vệ.");
  }
}

/** Splits clipboard text into cells; a cell in quotes may hold tabs and line ends. */
export function readTable(text: string): readonly (readonly string[])[] {
  const trimmed = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (trimmed === "") return [];
  const table: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/y;
  while (cell.lastIndex <= trimmed.length) {
    const [, content = "", end = ""] = cell.exec(trimmed) ?? [];
    table.at(-1)?.push(unquoted(content));
    if (end === "") break;
    if (end === "\n") table.push([]);
  }
  const width = Math.max(...table.map((line) => line.length));
  return table.map((line) => [...line, ...Array<string>(width - line.length).fill("")]);
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unquoted(text: string): string {
  return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
