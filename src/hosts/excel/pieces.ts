import type { Rectangle } from "../../values/address.js";
import { areaA1 } from "../../values/address.js";
import { faultOf } from "./faults.js";
import { rangeAt } from "./ranges.js";
import { CELL_PROPERTIES, type LoadedCells } from "./read-cells.js";

/** A part of a sheet that is asked for in one request. */
export interface Piece {
  readonly sheet: Excel.Worksheet;
  /** What the caller knows the sheet by. */
  readonly key: string;
  readonly area: Rectangle;
  /** About what the answer will take. */
  readonly bytes: number;
}

/** What came of a piece: null where no cell of it holds anything. */
export interface ReadPiece {
  readonly key: string;
  readonly cells: LoadedCells | null;
}

/**
 * What one answer may take, in bytes. Excel on the web gives 5 MB; what is known before of the cells
 * is an estimate.
 */
const ANSWER_BUDGET = 2_000_000;
/** A sheet that cannot be read in so many requests is not read at all. */
const MOST_REQUESTS = 120;

/** Pieces in requests, none of which is larger than the budget unless a piece alone is. */
export function packed(
  pieces: readonly Piece[],
  first: number = ANSWER_BUDGET,
): readonly (readonly Piece[])[] {
  const requests: Piece[][] = [];
  let room = first;
  for (const piece of pieces) {
    const last = requests.at(-1);
    if (last === undefined || piece.bytes > room) {
      requests.push([piece]);
      room = (last === undefined ? first : ANSWER_BUDGET) - piece.bytes;
    } else {
      last.push(piece);
      room -= piece.bytes;
    }
  }
  return requests;
}

/** An area in pieces of about the budget, from the top down. */
export function piecesOf(whole: Omit<Piece, "bytes">, bytesPerRow: number): readonly Piece[] {
  const { area } = whole;
  const height = Math.max(1, Math.floor(ANSWER_BUDGET / Math.max(1, bytesPerRow)));
  const pieces: Piece[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    const bottom = Math.min(area.bottom, top + height - 1);
    pieces.push({ ...whole, area: { ...area, top, bottom }, bytes: (bottom - top + 1) * bytesPerRow });
  }
  return pieces;
}

/** A piece that was asked for and is there after the sync. */
export function ask({ sheet, key, area }: Piece, properties = CELL_PROPERTIES): () => ReadPiece {
  const range = rangeAt(sheet, areaA1(area)).getUsedRangeOrNullObject(true);
  range.load(properties).untrack();
  return () => ({ key, cells: sheet.isNullObject || range.isNullObject ? null : range });
}

/**
 * Reads pieces, one round trip a request. An answer that is too large after all is asked for in halves;
 * so is one at which Excel stumbles, down to the one cell that it cannot give: a text over 8,221
 * characters, whose value is read without its formula.
 */
export async function readPieces(
  context: Excel.RequestContext,
  requests: readonly (readonly Piece[])[],
): Promise<readonly ReadPiece[]> {
  const queue = [...requests];
  const read: ReadPiece[] = [];
  for (let count = 0; queue.length > 0; count += 1) {
    const pieces = queue.shift() ?? [];
    if (pieces.length === 0) continue;
    const asked = pieces.map((piece) => ask(piece));
    try {
      await context.sync();
      read.push(...asked.map((take) => take()));
    } catch (error) {
      if (!mayBeHalved(error) || count >= MOST_REQUESTS) throw error;
      const smaller = halves(pieces);
      if (smaller === null) read.push(...(await readWithoutFormulas(context, pieces)));
      else queue.unshift(...smaller);
    }
  }
  return read;
}

/** Faults that lie in what was asked for, not in the connection or the moment. */
export function mayBeHalved(error: unknown): boolean {
  const { kind } = faultOf(error);
  return kind === "too-large" || kind === "unknown";
}

/** Two smaller requests; null for a single cell. */
function halves(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  if (pieces.length > 1) {
    const middle = Math.ceil(pieces.length / 2);
    return [pieces.slice(0, middle), pieces.slice(middle)];
  }
  const [piece] = pieces;
  if (piece === undefined) return null;
  const { top, bottom, left, right } = piece.area;
  const bytes = Math.ceil(piece.bytes / 2);
  const part = (area: Partial<Rectangle>): readonly Piece[] => [
    { ...piece, bytes, area: { ...piece.area, ...area } },
  ];
  if (bottom > top) {
    const middle = Math.floor((top + bottom) / 2);
    return [part({ bottom: middle }), part({ top: middle + 1 })];
  }
  if (right > left) {
    const middle = Math.floor((left + right) / 2);
    return [part({ right: middle }), part({ left: middle + 1 })];
  }
  return null;
}

async function readWithoutFormulas(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
): Promise<readonly ReadPiece[]> {
  const asked = pieces.map((piece) => ask(piece, "rowIndex,columnIndex,values,numberFormat,valueTypes"));
  await context.sync();
  return asked.map((take) => {
    const { key, cells } = take();
    if (cells === null) return { key, cells };
    const { rowIndex, columnIndex, values, numberFormat, valueTypes } = cells;
    const formulas = values.map((line) => line.map(() => ""));
    return { key, cells: { rowIndex, columnIndex, values, formulas, numberFormat, valueTypes } };
  });
}
