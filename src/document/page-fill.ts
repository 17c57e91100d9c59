import { textWidth } from "../values/text-width.js";
import type { AppendixTable, AppendixTableRow } from "./appendix-tables.js";
import { columnWidths } from "./column-widths.js";
import { CELL_MARGINS, tableLook } from "./docx/cells.js";
import {
  chartHeight,
  FORM_COLUMNS,
  MARGIN,
  millimetres,
  PAGE,
  SIZE,
  TEXT_WIDTH,
  TURNED_TEXT_WIDTH,
  TWIPS_A_POINT,
} from "./docx/measures.js";
import { formRowKeepsNext, tableRowKeepsNext } from "./kept-rows.js";
import type { Appendix, AppendixForm, AppendixRow } from "./printed-forms.js";
import type { TableChart } from "./table-chart.js";

/*
 * How full the last upright page of the Phụ lục gets, before the pages are turned. The program that opens
 * the file breaks its pages; type sizes and widths tell it to within a few rows.
 */

/** Height of a line of Times New Roman, of its size. */
const LINE = 1.15;
/** Points of a page's height for text, and of a row's borders. */
const ROOM = {
  upright: (PAGE.height - MARGIN.top - MARGIN.bottom) / TWIPS_A_POINT,
  turned: (PAGE.width - MARGIN.top - MARGIN.bottom) / TWIPS_A_POINT,
} as const;
const BORDER = 0.5;
/** Width of a letter on average, of its size: in capitals at most, in small letters at least. */
const WIDEST = 0.75;
const NARROWEST = 0.35;
/** Points above and below a title. */
const AROUND = { title: 14, below: 4 } as const;
/** The part of a page that is to be filled. */
const LEAST = 0.69;
/** The same of the last upright page; more may run over onto a page of its own. */
const LAST = { least: 0.72, most: 0.92 } as const;

/** What is laid out whole. */
interface Piece {
  readonly height: number;
  readonly keepsNext: boolean;
  /** Points of the header that repeats above it on a new page. */
  readonly header: number;
}

/**
 * The tables that stand on turned pages: the wide ones, and of the others as few as leave the last upright
 * page well filled. None where none is wide.
 *
 * @param tables in the order of the sheets
 */
export function turnedTables(
  appendix: Omit<Appendix, "tables">,
  tables: readonly AppendixTable[],
): ReadonlySet<AppendixTable> {
  const wide = tables.filter((table) => table.wide);
  const narrow = tables.filter((table) => !table.wide);
  if (wide.length === 0 || narrow.length === 0) return new Set(wide);
  const forms = [...titlePieces(appendix), ...appendix.forms.flatMap((form) => formPieces(appendix, form))];
  const upright = new Map(narrow.map((table) => [table, chunks(tablePieces(table, TEXT_WIDTH))] as const));
  const turned = new Map(
    tables.map((table) => [table, chunks(tablePieces(table, TURNED_TEXT_WIDTH))] as const),
  );
  const start = flow(chunks(forms), { full: 0, thinnest: 1 }, ROOM.upright);
  let best = { moved: [] as readonly AppendixTable[], miss: Number.POSITIVE_INFINITY };
  for (const moved of fewestFirst(narrow)) {
    const first = narrow.flatMap((table) => (moved.includes(table) ? [] : (upright.get(table) ?? [])));
    const then = tables.flatMap((table) =>
      table.wide || moved.includes(table) ? (turned.get(table) ?? []) : [],
    );
    const here = flow(first, start, ROOM.upright);
    const after = flow(then, { full: 0, thinnest: 1 }, ROOM.turned);
    const miss =
      Math.max(LAST.least - here.full, here.full - LAST.most, 0) +
      Math.max(0, LEAST - here.thinnest, LEAST - after.thinnest);
    if (miss < best.miss) best = { moved, miss };
    if (miss === 0) break;
  }
  // In the order of the sheets, as they are printed.
  return new Set(tables.filter((table) => table.wide || best.moved.includes(table)));
}

/** No table, then each alone from the last, then each pair. */
function* fewestFirst(tables: readonly AppendixTable[]): Iterable<readonly AppendixTable[]> {
  yield [];
  const backwards = [...tables].reverse();
  for (const table of backwards) yield [table];
  for (const [index, table] of backwards.entries()) {
    for (const other of backwards.slice(index + 1)) yield [table, other];
  }
  yield tables;
}

/** Where a run of pages stands: the share of the last one that is used, and of the emptiest before it. */
interface Flow {
  readonly full: number;
  readonly thinnest: number;
}

function flow(all: readonly Piece[], begun: Flow, room: number): Flow {
  let used = begun.full * room;
  let { thinnest } = begun;
  for (const { height, header } of all) {
    const over = used > 0 && used + height > room;
    if (over) thinnest = Math.min(thinnest, used / room);
    used = over ? header + height : used + height;
  }
  return { full: used / room, thinnest };
}

/** Pieces that stay with the next, made one. */
function chunks(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  let open: Piece | null = null;
  for (const piece of pieces) {
    const joined: Piece = open === null ? piece : { ...open, height: open.height + piece.height };
    open = piece.keepsNext ? joined : null;
    if (open === null) made.push(joined);
  }
  return open === null ? made : [...made, open];
}

/** `Phụ lục`, its title and what it belongs to: four lines as a rule. */
function titlePieces({ title }: Pick<Appendix, "title">): readonly Piece[] {
  const lines = 2 + linesOf(title.toUpperCase(), { size: SIZE.text, bold: true }, TEXT_WIDTH / TWIPS_A_POINT);
  return [{ height: lines * SIZE.text * LINE, keepsNext: true, header: 0 }];
}

function formPieces(
  { columns: words, continuous }: Omit<Appendix, "tables">,
  form: AppendixForm,
): readonly Piece[] {
  const [code = 0, label = 0, unit = 0, value = 0, note = 0] = FORM_COLUMNS;
  const face = { size: SIZE.table, bold: true } as const;
  const heading = (text: string, width: number) => cellHeight([text], face, width, CELL_MARGINS);
  const lower = Math.max(heading(words.unit, unit), heading(words.value, value));
  const top = Math.max(heading(words.result, unit + value), continuous ? heading(words.label, label) : 0);
  const across = Math.max(
    heading(words.code, code),
    heading(words.note, note),
    cellHeight([words.label, words.labelNote], face, label, CELL_MARGINS),
  );
  const header = Math.max(top + lower, across);
  const title = form.heading.reduce(
    (height, text) =>
      height + linesOf(text, { ...face, size: SIZE.text }, TEXT_WIDTH / TWIPS_A_POINT) * SIZE.text * LINE,
    AROUND.title + AROUND.below,
  );
  const rowOf = ({
    codeRows,
    label: told,
    unit: units,
    value: shown,
    note: noted,
    group,
    code: printed,
  }: AppendixRow) => {
    const look = { size: SIZE.table, bold: group };
    return Math.max(
      codeRows > 1 ? 0 : cellHeight([printed], look, code, CELL_MARGINS),
      cellHeight([told], look, label, CELL_MARGINS),
      cellHeight(units, look, unit, CELL_MARGINS),
      cellHeight([shown], look, value, CELL_MARGINS),
      cellHeight([noted], look, note, CELL_MARGINS),
    );
  };
  return [
    { height: title + header, keepsNext: true, header: 0 },
    ...form.rows.map((row, index) => ({
      height: rowOf(row),
      keepsNext: formRowKeepsNext(form.rows, index),
      header,
    })),
  ];
}

function tablePieces(table: AppendixTable, across: number): readonly Piece[] {
  const { size, margins } = tableLook(table);
  const widths = columnWidths(table, across);
  const spanned = (from: number, across: number) => sum(widths.slice(from, from + across));
  const levels = Array.from({ length: table.depth }, (_, level) =>
    Math.max(
      0,
      ...table.header
        .filter(({ row, rows }) => row === level + 1 && rows === 1)
        .map(({ text, column, columns }) =>
          cellHeight([text], { size, bold: true }, spanned(column - 1, columns), margins),
        ),
    ),
  );
  const tall = table.header.map(({ text, row, rows, column, columns }) => {
    const above = sum(levels.slice(0, row - 1));
    const below = sum(levels.slice(row - 1 + rows));
    return above + below + cellHeight([text], { size, bold: true }, spanned(column - 1, columns), margins);
  });
  const header = Math.max(sum(levels), ...tall);
  const width = across / TWIPS_A_POINT;
  const title =
    AROUND.title +
    AROUND.below +
    linesOf(table.title, { size: SIZE.text, bold: true }, width) * SIZE.text * LINE +
    (table.unit === "" ? 0 : SIZE.table * LINE + AROUND.below);
  const rowOf = ({ kind, cells }: AppendixTableRow) =>
    kind === "total"
      ? cellHeight([""], { size, bold: true }, width, margins)
      : Math.max(
          ...cells.map(({ text }, index) =>
            cellHeight([text], { size, bold: kind !== "record" }, widths[index] ?? 0, margins),
          ),
        );
  return [
    { height: title + header, keepsNext: true, header: 0 },
    ...table.rows.map((row, index) => ({
      height: rowOf(row),
      keepsNext: tableRowKeepsNext(table.rows, index),
      header,
    })),
    ...(table.chart === null ? [] : [chartPiece(table.chart)]),
  ];
}

function chartPiece({ categories }: TableChart): Piece {
  return { height: millimetres(chartHeight(categories.length)) / TWIPS_A_POINT, keepsNext: false, header: 0 };
}

interface Face {
  readonly size: number;
  readonly bold: boolean;
}

/** @param width of the cell in twips, its margins included */
function cellHeight(
  texts: readonly string[],
  face: Face,
  width: number,
  { top, bottom, left, right }: typeof CELL_MARGINS,
): number {
  const room = (width - left - right) / TWIPS_A_POINT;
  const lines = texts.reduce((count, text) => count + linesOf(text, face, room), 0);
  return Math.max(1, lines) * face.size * LINE + (top + bottom) / TWIPS_A_POINT + BORDER;
}

/** Lines that a text takes where it is broken between words. */
function linesOf(text: string, face: Face, room: number): number {
  // No text is wider than capitals, none that is told narrower than this: most need no measuring.
  if (text.length * face.size * WIDEST <= room) return 1;
  if (text.length * face.size * NARROWEST <= room && textWidth(text, face) <= room) return 1;
  const space = textWidth(" ", face);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/u)) {
    const width = textWidth(word, face);
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = width;
    } else used += (used > 0 ? space : 0) + width;
    while (used > room) {
      lines += 1;
      used -= Math.max(room, 1);
    }
  }
  return lines;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
