import { shiftFormula } from "../../../formula/shift.js";
import { readPlace } from "../read/cell-places.js";
import { isOn } from "../read/workbook-part.js";
import { type Scanner, scannerAt } from "../xml/scanner.js";
import { type Splice, spliced } from "../xml/splice.js";
import { encodeXml, XmlFault } from "../xml/text.js";
import { cellXml, type NewContent, type PresentCell } from "./cell-xml.js";

/** A cell that changes. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly content: NewContent;
  /** Style index from the one that the cell has, or would have of its row or column; absent: it stays. */
  readonly style?: (present: number) => number;
  /**
   * Height in points that the row needs for the cell, from its style index and its column's width. Counts
   * only where the program fits the row to its content, which it does while somebody types, not on opening.
   */
  readonly height?: (style: number, width: number) => number | null;
}

/** A row's planned height in points; `fits`: it holds until the program fits the row to its content. */
export interface RowChange {
  readonly height: number;
  readonly fits: boolean;
}

export interface PatchedSheet {
  readonly xml: string;
  /** Whether formulas came or went, so that a stored order of calculation is no longer true. */
  readonly formulasChanged: boolean;
}

/**
 * Sets cells and row heights of a worksheet part; every other letter of it stays. Formulas that were
 * shared with an overwritten one are spelled out. Cells are given once each; none lies inside an array.
 *
 * @throws XmlFault
 */
export function setCells(
  xml: string,
  cells: readonly CellChange[],
  rows: ReadonlyMap<number, RowChange> = new Map(),
): PatchedSheet {
  return new CellPatch(xml, cells, rows).run();
}

class CellPatch {
  private readonly scanner: Scanner;
  private readonly p: string;
  private readonly splices: Splice[] = [];
  /** Changes by row, each row's from left to right; those that are made are taken out. */
  private readonly pending: { readonly row: number; readonly cells: readonly CellChange[] }[];
  private next = 0;
  private formulasChanged = false;
  private readonly orphans = new Map<string, { row: number; column: number; text: string }>();
  private readonly columnsLook: ColumnLook[] = [];

  constructor(
    private readonly xml: string,
    cells: readonly CellChange[],
    private readonly rows: ReadonlyMap<number, RowChange>,
  ) {
    this.scanner = scannerAt(xml, "worksheet");
    this.p = this.scanner.prefix;
    const byRow = new Map<number, CellChange[]>([...rows.keys()].map((row) => [row, []]));
    for (const cell of cells) {
      const inRow = byRow.get(cell.row);
      if (inRow) inRow.push(cell);
      else byRow.set(cell.row, [cell]);
    }
    this.pending = [...byRow]
      .sort(([a], [b]) => a - b)
      .map(([row, inRow]) => ({ row, cells: inRow.sort((a, b) => a.column - b.column) }));
  }

  run(): PatchedSheet {
    const { scanner, xml, p } = this;
    while (scanner.child(1)) {
      if (scanner.is("cols")) this.readColumns();
      else if (scanner.is("sheetData")) {
        if (scanner.empty) {
          const made = this.newRows(Number.POSITIVE_INFINITY);
          if (made !== "") {
            const open = `${xml.slice(scanner.start, scanner.end - 2).trimEnd()}>`;
            this.put(scanner.start, scanner.end, `${open}${made}</${p}sheetData>`);
          }
        } else this.patchRows();
        break;
      } else scanner.skip();
    }
    const patched = spliced(xml, this.splices);
    return {
      xml: this.orphans.size === 0 ? patched : spelledOut(patched, this.orphans),
      formulasChanged: this.formulasChanged,
    };
  }

  private readColumns(): void {
    const { scanner } = this;
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      this.columnsLook.push({
        first: Number(scanner.attribute("min")),
        last: Number(scanner.attribute("max")),
        style: Number(scanner.attribute("style") ?? 0),
        width: Number(scanner.attribute("width") ?? 0),
      });
      scanner.skip();
    }
  }

  private patchRows(): void {
    const { scanner } = this;
    let row = 0;
    while (scanner.child(2)) {
      if (!scanner.is("row")) {
        scanner.skip();
        continue;
      }
      const number = scanner.attribute("r");
      row = number === undefined ? row + 1 : Number(number);
      const made = this.newRows(row);
      if (made !== "") this.put(scanner.start, scanner.start, made);
      const change = this.pending[this.next];
      if (change?.row === row) {
        this.next += 1;
        this.patchRow(change);
      } else scanner.skip();
    }
    const made = this.newRows(Number.POSITIVE_INFINITY);
    if (made !== "") this.put(scanner.start, scanner.start, made);
  }

  /** The rows that are not there yet, before a row. */
  private newRows(before: number): string {
    let made = "";
    for (;;) {
      const change = this.pending[this.next];
      if (change === undefined || change.row >= before) return made;
      this.next += 1;
      const cells = change.cells.map((cell) => this.newCell(cell, null)).join("");
      const height = this.rows.get(change.row);
      const attributes = height === undefined ? "" : heightAttributes(height);
      if (cells !== "" || attributes !== "") {
        made += `<${this.p}row r="${change.row}"${attributes}>${cells}</${this.p}row>`;
      }
    }
  }

  private patchRow({ row, cells }: { readonly row: number; readonly cells: readonly CellChange[] }): void {
    const { scanner, p } = this;
    const rowStyle = isOn(scanner.attribute("customFormat")) ? Number(scanner.attribute("s") ?? 0) : null;
    const { start, end, empty } = scanner;
    const needed = heightNeed(this.xml.slice(start, end), scanner);
    const tag = this.rowTag(row, cells);
    let next = 0;
    let highest = 0;
    const before = (column: number) => {
      let made = "";
      for (let cell = cells[next]; cell !== undefined && cell.column < column; cell = cells[++next]) {
        made += this.newCell(cell, rowStyle);
      }
      return made;
    };
    if (empty) {
      const made = before(Number.POSITIVE_INFINITY);
      const open = tag.replace(/\s*\/>$/, "");
      this.put(start, end, made === "" ? tag : `${open}>${made}</${p}row>`);
      return;
    }
    let column = 0;
    while (scanner.child(3)) {
      if (!scanner.is("c")) {
        scanner.skip();
        continue;
      }
      const reference = scanner.attribute("r");
      column = reference === undefined ? column + 1 : readPlace(reference).column;
      const made = before(column);
      if (made !== "") this.put(scanner.start, scanner.start, made);
      const change = cells[next];
      if (change?.column === column) {
        next += 1;
        highest = Math.max(highest, this.patchCell(change));
      } else scanner.skip();
    }
    const made = before(Number.POSITIVE_INFINITY);
    if (made !== "") this.put(scanner.start, scanner.start, made);
    const grown = needed !== null && highest > needed ? withAttribute(tag, "ht", String(highest)) : tag;
    if (grown !== this.xml.slice(start, end)) this.put(start, end, grown);
  }

  /** The row's tag with its new height; `spans`, a hint that may not lie, follows the cells. */
  private rowTag(row: number, cells: readonly CellChange[]): string {
    const { scanner, xml } = this;
    let tag = xml.slice(scanner.start, scanner.end);
    const spans = /^(\d+):(\d+)$/.exec(scanner.attribute("spans") ?? "");
    const columns = cells.map(({ column }) => column);
    if (spans !== null && columns.length > 0) {
      const first = Math.min(Number(spans[1]), ...columns);
      const last = Math.max(Number(spans[2]), ...columns);
      tag = withAttribute(tag, "spans", `${first}:${last}`);
    }
    const change = this.rows.get(row);
    if (change === undefined) return tag;
    tag = withAttribute(withAttribute(tag, "ht", null), "customHeight", null);
    return tag.replace(/\s*\/?>$/, (end) => heightAttributes(change) + end.trim());
  }

  private newCell(change: CellChange, rowStyle: number | null): string {
    if (change.content.kind === "result") return "";
    if (change.content.kind === "formula") this.formulasChanged = true;
    const { column } = change;
    const inherited = rowStyle ?? this.columnLook(column)?.style ?? 0;
    const style = change.style?.(inherited) ?? inherited;
    return cellXml(this.p, change, style, change.content, null);
  }

  private columnLook(column: number): ColumnLook | undefined {
    return this.columnsLook.find(({ first, last }) => column >= first && column <= last);
  }

  /** @returns the height that the cell needs; 0 where it says none */
  private patchCell(change: CellChange): number {
    const { scanner, xml } = this;
    const { start, end, empty } = scanner;
    const style = Number(scanner.attribute("s") ?? 0);
    let formula = "";
    let extensions = "";
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      if (scanner.is("f")) formula = this.passFormula(change);
      else {
        const isExtension = scanner.is("extLst");
        scanner.skip();
        if (isExtension) extensions = xml.slice(scanner.start, scanner.end);
      }
    }
    const resultOnly = change.content.kind === "result";
    if (resultOnly && formula === "") return 0;
    if (!resultOnly && (formula !== "" || change.content.kind === "formula")) this.formulasChanged = true;
    const present: PresentCell = { head: xml.slice(start, end).replace(/\s*\/?>$/, ""), formula, extensions };
    const now = change.style?.(style) ?? style;
    this.put(start, empty ? end : scanner.end, cellXml(this.p, change, now, change.content, present));
    const width = this.columnLook(change.column)?.width ?? 0;
    return width > 0 ? (change.height?.(now, width) ?? 0) : 0;
  }

  /** The XML of a formula. One that others share and that is about to go is kept for them. */
  private passFormula({ row, column, content }: CellChange): string {
    const { scanner, xml } = this;
    const { start } = scanner;
    const shared = scanner.attribute("t") === "shared" ? (scanner.attribute("si") ?? "") : null;
    const text = scanner.content();
    const formula = xml.slice(start, scanner.end);
    if (shared !== null && text !== "" && content.kind !== "result") {
      this.orphans.set(shared, { row, column, text });
    }
    return formula;
  }

  private put(from: number, to: number, text: string): void {
    this.splices.push({ from, to, text });
  }
}

interface ColumnLook {
  readonly first: number;
  readonly last: number;
  readonly style: number;
  /** In characters, with the padding that files add; 0 where the file says none. */
  readonly width: number;
}

/** The height that a row has and that the program fits to its content; null where nobody may change it. */
function heightNeed(tag: string, scanner: Scanner): number | null {
  const height = tag.includes("ht") ? scanner.attribute("ht") : undefined;
  return height === undefined || isOn(scanner.attribute("customHeight")) ? null : Number(height);
}

function heightAttributes({ height, fits }: RowChange): string {
  return ` ht="${height}"${fits ? "" : ' customHeight="1"'}`;
}

/** A tag with an attribute set to a plain value, or taken out; its other letters stay. */
function withAttribute(tag: string, name: string, value: string | null): string {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  return tag.replace(pattern, value === null ? "" : ` ${name}="${value}"`);
}

/** Gives each cell of a shared group its own formula, where the group's first cell went. */
function spelledOut(
  xml: string,
  groups: ReadonlyMap<string, { readonly row: number; readonly column: number; readonly text: string }>,
): string {
  const scanner = scannerAt(xml, "worksheet");
  const splices: Splice[] = [];
  let row = 0;
  let column = 0;
  while (scanner.child(1)) {
    if (!scanner.is("sheetData")) {
      scanner.skip();
      continue;
    }
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      row = Number(scanner.attribute("r") ?? row + 1);
      column = 0;
      for (const inside = scanner.enter(); scanner.child(inside); ) {
        const reference = scanner.attribute("r");
        column = reference === undefined ? column + 1 : readPlace(reference).column;
        for (const inside = scanner.enter(); scanner.child(inside); ) {
          const isShared = scanner.is("f") && scanner.attribute("t") === "shared";
          const group = isShared ? groups.get(scanner.attribute("si") ?? "") : undefined;
          const { prefix } = scanner;
          scanner.skip();
          if (group === undefined) continue;
          const moved = shiftFormula(group.text, row - group.row, column - group.column);
          splices.push({
            from: scanner.start,
            to: scanner.end,
            text: `<${prefix}f>${encodeXml(moved)}</${prefix}f>`,
          });
        }
      }
    }
    return spliced(xml, splices);
  }
  throw new XmlFault("no cells");
}
