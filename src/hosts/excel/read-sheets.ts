import { sheetKey } from "../../workbook/layout/names.js";
import type { NameSnapshot } from "../../workbook/snapshot.js";
import type { WorkbookMemory } from "./memory.js";
import { ask, mayBeHalved, type Piece, packed, piecesOf, type ReadPiece, readPieces } from "./pieces.js";
import type { LoadedCells } from "./read-cells.js";
import { type SheetCells, sheetCellsOf } from "./sheet-cells.js";

/**
 * What is read of a sheet of which nothing is known yet; the longest form has some 130 rows. What
 * reaches further is asked for afterwards.
 */
const FIRST = { rows: 300, columns: 26, bytesPerRow: 300 };
/**
 * How far a sheet is read beyond that. A stray entry in row 1048576 would otherwise make it larger than
 * Excel gives at all; where a name of ours stands further out, the sheet is read to there.
 */
const FURTHEST = { rows: 2000, columns: 26 };
/** Rows and columns below and beside the outermost name of ours, for what belongs to it. */
const BEYOND_NAMES = { rows: 200, columns: 10 };
/** Rows that a sheet may gain until the next reading without costing another round trip. */
const GROWTH = 50;

/** A sheet that is looked for, by id or name, and may not be there. */
interface Probe {
  readonly key: string;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  /** What is asked of it at once. */
  readonly asked: Extent;
  readonly bytesPerRow: number;
}

/** Rows and columns, counted from A1. */
interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** A probe with what was read of its sheet so far. */
interface Reading {
  readonly probe: Probe;
  readonly parts: readonly LoadedCells[];
}

/**
 * Cells of sheets, and what else is asked for alongside them: one round trip where all of it fits into
 * one answer. Where Excel stumbles over it, what goes alongside is asked for by itself, and the cells
 * in smaller pieces.
 */
export async function readTogether<T>(
  context: Excel.RequestContext,
  memory: WorkbookMemory,
  keys: readonly string[],
  askAlongside: () => () => T,
): Promise<{ readonly alongside: T; readonly readings: readonly Reading[] }> {
  const look = () => ({
    alongside: askAlongside(),
    probes: keys.map((key) => probeOf(context, memory, key)),
  });
  const first = look();
  const [request = [], ...others] = packed(first.probes.flatMap(piecesToAsk));
  const asked = request.map((piece) => ask(piece));
  try {
    await context.sync();
  } catch (error) {
    if (request.length === 0 || !mayBeHalved(error)) throw error;
    const again = look();
    await context.sync();
    const read = await readPieces(context, packed(again.probes.filter(isThere).flatMap(piecesToAsk)));
    return { alongside: again.alongside(), readings: readingsOf(again.probes, read) };
  }
  const read = [
    ...asked.map((take) => take()),
    ...(await readPieces(
      context,
      others.map((pieces) => pieces.filter(isThere)),
    )),
  ];
  return { alongside: first.alongside(), readings: readingsOf(first.probes, read) };
}

/** Known after a sync. */
function isThere({ sheet }: { readonly sheet: Excel.Worksheet }): boolean {
  return !sheet.isNullObject;
}

/** What was read of each sheet that is there. */
function readingsOf(probes: readonly Probe[], read: readonly ReadPiece[]): readonly Reading[] {
  return probes.filter(isThere).map((probe) => ({
    probe,
    parts: read.flatMap(({ key, cells }) => (key === probe.key && cells !== null ? [cells] : [])),
  }));
}

/** Asks for a sheet, by id or name, that may not be there, and how far it reaches. */
function probeOf(context: Excel.RequestContext, memory: WorkbookMemory, key: string): Probe {
  const sheet = context.workbook.worksheets.getItemOrNullObject(key);
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load("id,name");
  used.load("rowIndex,columnIndex,rowCount,columnCount").untrack();
  const before = memory.cellsOf(key);
  return {
    key,
    sheet,
    used,
    asked: { rows: before?.rows ?? FIRST.rows, columns: before?.columns ?? FIRST.columns },
    bytesPerRow: before?.bytesPerRow ?? FIRST.bytesPerRow,
  };
}

function piecesToAsk({ sheet, key, asked, bytesPerRow }: Probe): readonly Piece[] {
  const area = { top: 1, left: 1, bottom: asked.rows, right: asked.columns };
  return piecesOf({ sheet, key, area }, bytesPerRow);
}

/** Whether a defined name is one of ours. */
export function isOurName(name: string): boolean {
  return /^CCHC_/i.test(name);
}

/** How far each sheet is read, by its key: to the outermost name of ours on it, and to `FURTHEST`. */
export function limitsOf(names: readonly NameSnapshot[]): ReadonlyMap<string, Extent> {
  const limits = new Map<string, Extent>();
  for (const { name, area } of names) {
    if (area === null || !isOurName(name)) continue;
    const before = limits.get(sheetKey(area.sheet)) ?? FURTHEST;
    limits.set(sheetKey(area.sheet), {
      rows: Math.max(before.rows, area.bottom > before.rows ? area.bottom + BEYOND_NAMES.rows : 0),
      columns: Math.max(before.columns, area.right > before.columns ? area.right + BEYOND_NAMES.columns : 0),
    });
  }
  return limits;
}

/** What of a sheet must be read for all of it; never less than what is asked of every sheet. */
function wholeOf({ probe }: Reading, name: string, limits: ReadonlyMap<string, Extent>): Extent {
  const { used } = probe;
  const limit = limits.get(sheetKey(name)) ?? FURTHEST;
  if (used.isNullObject) return { rows: FIRST.rows, columns: FIRST.columns };
  return {
    rows: Math.max(FIRST.rows, Math.min(limit.rows, used.rowIndex + used.rowCount)),
    columns: Math.max(FIRST.columns, Math.min(limit.columns, used.columnIndex + used.columnCount)),
  };
}

/** What is still to be read of a sheet that reaches further than was asked. */
function remainder(reading: Reading, limits: ReadonlyMap<string, Extent>): readonly Piece[] {
  const { sheet, key, asked } = reading.probe;
  const whole = wholeOf(reading, sheet.name, limits);
  const read = sheetCellsOf(reading.parts, asked.rows, asked.columns);
  const bytesPerRow = Math.max(read.bytesPerRow, FIRST.bytesPerRow);
  const right = Math.max(asked.columns, whole.columns);
  const below = { top: asked.rows + 1, bottom: whole.rows, left: 1, right };
  const beside = { top: 1, bottom: asked.rows, left: asked.columns + 1, right: whole.columns };
  return [below, beside].flatMap((area) =>
    area.top > area.bottom || area.left > area.right ? [] : piecesOf({ sheet, key, area }, bytesPerRow),
  );
}

function cellsOf(
  reading: Reading,
  parts: readonly LoadedCells[],
  limits: ReadonlyMap<string, Extent>,
): SheetCells {
  const { rows, columns } = wholeOf(reading, reading.probe.sheet.name, limits);
  return sheetCellsOf(parts, rows > FIRST.rows ? rows + GROWTH : rows, columns);
}

/** Reads what of sheets is still missing, and gives the cells of each, by its id. */
export async function completed(
  context: Excel.RequestContext,
  readings: readonly Reading[],
  limits: ReadonlyMap<string, Extent>,
): Promise<ReadonlyMap<string, SheetCells>> {
  const rest = readings.flatMap((reading) => remainder(reading, limits));
  const read = await readPieces(context, packed(rest));
  const cells = new Map<string, SheetCells>();
  for (const reading of readings) {
    const later = read.flatMap((one) => (one.key === reading.probe.key ? (one.cells ?? []) : []));
    cells.set(reading.probe.sheet.id, cellsOf(reading, [...reading.parts, ...later], limits));
  }
  return cells;
}
