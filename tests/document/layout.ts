import { textWidth } from "../../src/values/text-width.js";
import { type Page, textOf, type WordFile } from "./word-file.js";

/*
 * An estimate of where a Word file's pages end, for machines without a program that lays it out:
 * tools/libreoffice/pages.ts measures the same in one.
 */

/** Height of a line of Times New Roman, of its size. */
const LINE = 1.15;
const TWIPS = 20;
/** English Metric Units of a point. */
const EMU = 12_700;
/** Points of a cell's margins above and below with its border, and of those beside its words. */
const CELL = 3.9;
const CELL_SIDES = 8;

/** What is laid out whole: lines that stay together. */
interface Piece {
  readonly height: number;
  readonly keepsNext: boolean;
  readonly begins: string;
  /** What repeats above it on a new page: the header of its table. */
  readonly header: number;
}

export interface LaidPage {
  readonly section: number;
  /** Of the text's height. */
  readonly full: number;
  /** What the next page of the section begins with, and how much of a page it keeps together; null on the last. */
  readonly next: { readonly begins: string; readonly whole: number } | null;
}

/** The pages of a Word file, as far as type sizes and widths tell. */
export function layOut(file: WordFile): readonly LaidPage[] {
  const pages = file.pages();
  return file.blocks().flatMap((blocks, section) => {
    const page = pages[section];
    return page === undefined
      ? []
      : fill(chunks(blocks.flatMap((xml) => piecesOf(file, xml, page))), page, section);
  });
}

function fill(all: readonly Piece[], page: Page, section: number): readonly LaidPage[] {
  const room = (page.height - page.top - page.bottom) / TWIPS;
  const laid: LaidPage[] = [];
  let used = 0;
  for (const { height, begins, header } of all) {
    if (used > 0 && used + height > room) {
      laid.push({ section, full: used / room, next: { begins, whole: height / room } });
      used = header;
    }
    used += height;
  }
  return [...laid, { section, full: Math.min(1, used / room), next: null }];
}

/** Pieces that stay with the next, made one. */
function chunks(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  let open: Piece | null = null;
  for (const piece of pieces) {
    const joined: Piece =
      open === null
        ? piece
        : {
            ...open,
            ...piece,
            height: open.height + piece.height,
            begins: open.begins || piece.begins,
            header: open.header,
          };
    if (piece.keepsNext) open = joined;
    else {
      made.push(joined);
      open = null;
    }
  }
  return open === null ? made : [...made, open];
}

function piecesOf(file: WordFile, xml: string, page: Page): readonly Piece[] {
  if (xml.startsWith("<w:tbl>")) return tablePieces(file, xml);
  const width = (page.width - page.left - page.right) / TWIPS;
  const { lines, line, before, keepsNext } = measured(file, xml, width);
  const begins = textOf(xml);
  const drawn = Number(/<wp:extent [^>]*cy="(\d+)"/.exec(xml)?.[1] ?? 0) / EMU;
  if (drawn > 0) return [{ height: before + drawn, keepsNext, begins, header: 0 }];
  // A paragraph runs over the page by its lines, two at least on either side.
  const whole = lines <= 3 || keepsNext;
  if (whole) return [{ height: before + lines * line, keepsNext, begins, header: 0 }];
  return Array.from({ length: lines - 2 }, (_, index): Piece => {
    const edge = index === 0 || index === lines - 3;
    return {
      height: (edge ? 2 : 1) * line + (index === 0 ? before : 0),
      keepsNext: false,
      begins,
      header: 0,
    };
  });
}

/** A table's rows; those of its header make one piece, which repeats on every page. */
function tablePieces(file: WordFile, xml: string): readonly Piece[] {
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const heads = rows.filter((row) => row.includes("<w:tblHeader/>")).map((row) => rowPiece(file, row));
  const header = heads.reduce((sum, { height }) => sum + height, 0);
  const records = rows.filter((row) => !row.includes("<w:tblHeader/>"));
  return [...heads, ...records.map((row) => ({ ...rowPiece(file, row), header }))];
}

/** A row as high as its highest cell; it keeps with the next where its words do. */
function rowPiece(file: WordFile, row: string): Piece {
  const cells = (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).filter((cell) => !cell.includes('w:val="continue"'));
  const heights = cells.map((cell) => {
    const width = Number(/<w:tcW [^>]*w:w="(\d+)"/.exec(cell)?.[1] ?? 0) / TWIPS - CELL_SIDES;
    const paragraphs = cell.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [];
    const height = paragraphs.reduce((sum, xml) => {
      const { lines, line, before } = measured(file, xml, width);
      return sum + before + lines * line;
    }, CELL);
    return cell.includes('w:val="restart"') ? height / 2 : height;
  });
  const words = row.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return {
    height: Math.max(0, ...heights),
    keepsNext: words.length > 0 && words.some((xml) => xml.includes("<w:keepNext/>")),
    begins: words.map(textOf).find((text) => text !== "") ?? "",
    header: 0,
  };
}

function measured(file: WordFile, xml: string, width: number) {
  const { size, bold, line, before, keepsNext, firstLine } = file.look(xml);
  const exact = /w:line="(\d+)" w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="(\d+)"/.exec(xml);
  return {
    lines: linesOf(textOf(xml), { size, bold }, Math.max(1, width), firstLine / TWIPS),
    line: exact ? Number(exact[1] ?? exact[2]) / TWIPS : size * LINE * line,
    before,
    keepsNext,
  };
}

/** Lines of a text that is broken between words, the first one indented. */
function linesOf(text: string, face: { size: number; bold: boolean }, width: number, indent: number): number {
  const space = textWidth(" ", face);
  let lines = 1;
  let used = indent;
  for (const word of text.split(" ")) {
    const length = textWidth(word, face);
    const gap = used > 0 ? space : 0;
    if (used + gap + length > width && used > 0) {
      lines += 1;
      used = length;
    } else used += gap + length;
    const over = Math.max(0, Math.ceil(used / width) - 1);
    lines += over;
    used -= over * width;
  }
  return lines;
}
