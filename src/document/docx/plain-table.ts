import { FileChild, type IContext, type IXmlableObject } from "docx";
import { cleanText } from "../clean-text.js";
import { halfPoints } from "./measures.js";
import { TABLE_STYLE } from "./styles.js";

/*
 * A bordered table as the objects that the Word library writes out. A full report has fifteen hundred
 * cells, and the library's own components for each cost half the time of the whole file; nor have they a
 * field for a table's description, which a reader of screens is told.
 */

/** How the words of a cell look. */
export interface WordsLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly keepNext?: boolean;
  readonly alignment?: "left" | "center" | "right";
  /** Points, where it is not the size of all tables. */
  readonly size?: number;
}

/** One paragraph of a cell. */
interface CellLine {
  readonly text: string;
  readonly look: WordsLook;
}

export interface PlainCell {
  readonly lines: readonly CellLine[];
  /** Columns and rows that it takes; 1 each by default. */
  readonly across?: number;
  readonly down?: number;
}

/** The cells of a row from the left, without those that a cell above takes. A row is never split over pages. */
export type PlainRow = readonly PlainCell[];

/** What a table is and says. */
interface PlainTableContent {
  /** Twips. */
  readonly columns: readonly number[];
  /** Twips between the borders and the words. */
  readonly margins: Readonly<Record<"top" | "left" | "bottom" | "right", number>>;
  /** Its name and what stands in it, for who cannot see it. */
  readonly caption: string;
  readonly description: string;
  /** Repeated on every page that the table runs over. */
  readonly header: readonly PlainRow[];
  readonly rows: readonly PlainRow[];
}

/** `5 cột: STT, Chỉ tiêu thống kê ...; 21 dòng.` */
export function describedTable(columns: readonly string[], rows: number): string {
  return `${columns.length} cột: ${columns.join(", ")}; ${rows} dòng.`;
}

/** Puts a table into a Word document. */
export class PlainTable extends FileChild {
  constructor(private readonly content: PlainTableContent) {
    super("w:tbl");
  }

  override prepForXml(_context: IContext): IXmlableObject {
    const { columns, header, rows } = this.content;
    const merged = new Merged(columns);
    return {
      "w:tbl": [
        this.properties(),
        { "w:tblGrid": columns.map((width) => attributes("w:gridCol", { "w:w": width })) },
        ...header.map((row) => rowXml(merged.row(row), true)),
        ...rows.map((row) => rowXml(merged.row(row), false)),
      ],
    };
  }

  private properties(): IXmlableObject {
    const { columns, margins, caption, description } = this.content;
    const size = (tag: string, width: number) => attributes(tag, { "w:w": width, "w:type": "dxa" });
    const border = (side: string) =>
      attributes(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:color": "auto" });
    const sides = ["top", "left", "bottom", "right"] as const;
    return {
      "w:tblPr": [
        size("w:tblW", sum(columns)),
        { "w:tblBorders": [...sides, "insideH", "insideV"].map(border) },
        attributes("w:tblLayout", { "w:type": "fixed" }),
        { "w:tblCellMar": sides.map((side) => size(`w:${side}`, margins[side])) },
        attributes("w:tblLook", { "w:val": "0020", "w:firstRow": 1, "w:noHBand": 1, "w:noVBand": 1 }),
        attributes("w:tblCaption", { "w:val": cleanText(caption) }),
        attributes("w:tblDescription", { "w:val": cleanText(description) }),
      ],
    };
  }
}

/** A cell with its place in the grid; `merge` where it takes rows below or is taken by one above. */
interface Placed extends PlainCell {
  readonly width: number;
  readonly merge?: "restart" | "continue";
}

/** Keeps account of the cells that go on from row to row: Word wants a cell for each. */
class Merged {
  /** By column: the rows that a cell above still takes, and the columns that it is wide. */
  private readonly open = new Map<number, { rows: number; readonly across: number }>();

  constructor(private readonly columns: readonly number[]) {}

  row(cells: PlainRow): readonly Placed[] {
    const placed: Placed[] = [];
    const rest = [...cells];
    for (let at = 0; at < this.columns.length; ) {
      const above = this.open.get(at);
      if (above !== undefined && above.rows > 0) {
        above.rows -= 1;
        placed.push({
          lines: [],
          across: above.across,
          width: this.width(at, above.across),
          merge: "continue",
        });
        at += above.across;
        continue;
      }
      const cell = rest.shift();
      if (cell === undefined) break;
      const { across = 1, down = 1 } = cell;
      if (down > 1) this.open.set(at, { rows: down - 1, across });
      placed.push({ ...cell, width: this.width(at, across), ...(down > 1 && { merge: "restart" as const }) });
      at += across;
    }
    return placed;
  }

  private width(at: number, across: number): number {
    return sum(this.columns.slice(at, at + across));
  }
}

function rowXml(cells: readonly Placed[], header: boolean): IXmlableObject {
  const properties = [{ "w:cantSplit": {} }, ...(header ? [{ "w:tblHeader": {} }] : [])];
  return { "w:tr": [{ "w:trPr": properties }, ...cells.map(cellXml)] };
}

function cellXml({ lines, across = 1, width, merge }: Placed): IXmlableObject {
  const properties = [
    attributes("w:tcW", { "w:w": width, "w:type": "dxa" }),
    ...(across > 1 ? [attributes("w:gridSpan", { "w:val": across })] : []),
    ...(merge === undefined ? [] : [attributes("w:vMerge", { "w:val": merge })]),
    attributes("w:vAlign", { "w:val": "center" }),
  ];
  // Word takes no cell without a paragraph.
  const paragraphs = lines.length === 0 ? [lineXml({ text: "", look: {} })] : lines.map(lineXml);
  return { "w:tc": [{ "w:tcPr": properties }, ...paragraphs] };
}

function lineXml({ text, look }: CellLine): IXmlableObject {
  const shown = cleanText(text);
  const paragraph = [
    attributes("w:pStyle", { "w:val": TABLE_STYLE }),
    ...(look.keepNext === true ? [{ "w:keepNext": {} }] : []),
    attributes("w:jc", { "w:val": look.alignment ?? "center" }),
  ];
  const half = look.size === undefined ? null : halfPoints(look.size);
  const emphasis = [
    ...(look.bold === true ? [{ "w:b": {} }, { "w:bCs": {} }] : []),
    ...(look.italics === true ? [{ "w:i": {} }, { "w:iCs": {} }] : []),
    ...(half === null
      ? []
      : [attributes("w:sz", { "w:val": half }), attributes("w:szCs", { "w:val": half })]),
  ];
  const run = [
    ...(emphasis.length === 0 ? [] : [{ "w:rPr": emphasis }]),
    { "w:t": [{ _attr: { "xml:space": "preserve" } }, shown] },
  ];
  return { "w:p": [{ "w:pPr": paragraph }, ...(shown === "" ? [] : [{ "w:r": run }])] };
}

function attributes(tag: string, values: Readonly<Record<string, string | number>>): IXmlableObject {
  return { [tag]: { _attr: values } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
