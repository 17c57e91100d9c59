import { BLANK_CELL } from "../values/cell.js";
import { readCode } from "./code-reading.js";
import { type Header, headerAt } from "./header.js";
import { captionNumber, isAppendixCaption } from "./header-words.js";
import { isColumnNumbering, isPageNumber, type SheetRow } from "./sheet-rows.js";

/** A part of a sheet that may be one block: what stands above its header, the header, the rows under it. */
interface Stretch {
  /** The number of its caption "Biểu mẫu N", or null. */
  readonly caption: number | null;
  readonly titles: readonly string[];
  /** Null where no header stands above the rows. */
  readonly header: Header | null;
  readonly body: readonly SheetRow[];
}

/** More rows than this above a header are a block without a header, not titles. */
const MAX_TITLES = 12;

type Mark =
  | { readonly kind: "caption"; readonly number: number | null; readonly text: string }
  | { readonly kind: "header"; readonly header: Header; readonly next: SheetRow | null }
  | { readonly kind: "row"; readonly row: SheetRow };

/**
 * Parts a sheet at captions ("Biểu mẫu 3") and headers. A header that comes again with the same
 * columns and no caption is the same block on its next page, unless the STT begins anew.
 */
export function stretchesOf(rows: readonly SheetRow[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let current = empty(null);
  const close = (next: OpenStretch) => {
    if (current.body.length > 0) stretches.push(current);
    current = next;
  };
  for (const mark of marksOf(rows)) {
    switch (mark.kind) {
      case "caption":
        close({ ...empty(mark.number), titles: [mark.text] });
        break;
      case "header": {
        const { header, body, titles, caption } = current;
        if (header === null && body.length <= MAX_TITLES) {
          current = { caption, header: mark.header, titles: [...titles, ...body.map(textOf)], body: [] };
        } else if (header === null || !sameColumns(header, mark.header) || startsAnew(mark)) {
          close({ ...empty(null), header: mark.header });
        }
        break;
      }
      case "row":
        current.body.push(mark.row);
    }
  }
  close(empty(null));
  return stretches;
}

type OpenStretch = Omit<Stretch, "body"> & { readonly body: SheetRow[] };

function empty(caption: number | null): OpenStretch {
  return { caption, titles: [], header: null, body: [] };
}

function* marksOf(rows: readonly SheetRow[]): Generator<Mark> {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) return;
    const header = headerAt(rows, at);
    if (header !== null) {
      const after = rows.findIndex(({ row: number }) => number > header.lastRow);
      yield { kind: "header", header, next: rows[after] ?? null };
      at = (after < 0 ? rows.length : after) - 1;
      continue;
    }
    const caption = captionOf(row);
    if (caption !== null) yield caption;
    else if (!isPageNumber(row) && !isColumnNumbering(row)) yield { kind: "row", row };
  }
}

function captionOf(row: SheetRow): Mark | null {
  const text = textOf(row);
  const number = row.cells.map((cell) => captionNumber(cell.text)).find((found) => found !== null) ?? null;
  const caption = row.cells.length <= 2 && (number !== null || isAppendixCaption(text));
  return caption ? { kind: "caption", number, text } : null;
}

function sameColumns(a: Header, b: Header): boolean {
  return (
    a.roles.size === b.roles.size && [...a.roles].every(([column, role]) => b.roles.get(column) === role)
  );
}

/** True when the first row under a header has the STT 1. */
function startsAnew({ header, next }: Extract<Mark, { kind: "header" }>): boolean {
  const column = [...header.roles].find(([, role]) => role === "code")?.[0];
  const cell = next?.cells.find((candidate) => candidate.column === column);
  return cell !== undefined && readCode({ ...BLANK_CELL, value: cell.value }).includes("1");
}

function textOf(row: SheetRow): string {
  return row.cells.map(({ text }) => text).join(" ");
}
