import { type InsertedRows, insertRowsInFormula, movedRow } from "../../../formula/insert-rows.js";
import { shiftFormula } from "../../../formula/shift.js";
import { readPlace } from "../read/cell-places.js";
import { Scanner } from "../xml/scanner.js";
import { type Splice, spliced } from "../xml/splice.js";
import { encodeXml } from "../xml/text.js";
import { movedPlaces } from "./moved-places.js";

/** How a part is concerned by rows that are inserted into a sheet. */
interface Concern {
  /** Whether the part is that sheet, or lies on it: then its places move. */
  readonly own: boolean;
  /** The sheet that formulas without a sheet's name mean; null for the workbook. */
  readonly home: string | null;
}

/** Attributes that say places on the part's own sheet, by element. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  dimension: ["ref"],
  sheetView: ["topLeftCell"],
  pane: ["topLeftCell"],
  selection: ["activeCell", "sqref"],
  c: ["r"],
  f: ["ref", "r1", "r2"],
  mergeCell: ["ref"],
  conditionalFormatting: ["sqref"],
  dataValidation: ["sqref"],
  hyperlink: ["ref"],
  autoFilter: ["ref"],
  sortState: ["ref"],
  sortCondition: ["ref"],
  ignoredError: ["sqref"],
  protectedRange: ["sqref"],
  cellWatch: ["r"],
  inputCells: ["r"],
  table: ["ref"],
  comment: ["ref"],
  threadedComment: ["ref"],
  singleXmlCell: ["r"],
};

/** Areas that take new rows in which come just below them, as they do in Excel when the rows take the look above. */
const GROWING: ReadonlySet<string> = new Set(["conditionalFormatting", "dataValidation"]);

/** Elements whose text is a formula or a reference; `f` also in charts and extensions. */
const FORMULAS: ReadonlySet<string> = new Set([
  "f",
  "formula",
  "formula1",
  "formula2",
  "definedName",
  "calculatedColumnFormula",
  "totalsRowFormula",
]);

/** Attributes whose text is a reference with its sheet. */
const REFERENCES: readonly (readonly [element: string, attribute: string])[] = [
  ["hyperlink", "location"],
  ["sp", "textlink"],
];

/** A part with its references moved; every other letter of it stays. @throws XmlFault */
export function movePart(xml: string, inserted: InsertedRows, concern: Concern): string {
  return new PartMove(xml, inserted, concern).run();
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

class PartMove {
  private readonly scanner: Scanner;
  private readonly splices: Splice[] = [];
  private readonly path: string[] = [];
  private readonly shared = new Map<string, SharedFormula>();
  private row = 0;
  private column = 0;
  /** How the drawing's object at hand is fixed to its cells, and whether its upper corner moved. */
  private anchor = "twoCell";
  private anchorMoved = false;

  constructor(
    private readonly xml: string,
    private readonly inserted: InsertedRows,
    private readonly concern: Concern,
  ) {
    this.scanner = new Scanner(xml);
  }

  run(): string {
    const { scanner } = this;
    for (;;) {
      const token = scanner.next();
      if (token === "end") return spliced(this.xml, this.splices);
      if (token === "open") this.open();
      else if (token === "close") this.path.pop();
      else this.text();
    }
  }

  private open(): void {
    const { scanner } = this;
    const name = local(scanner.name);
    const { own } = this.concern;
    if (name === "row" && this.path.at(-1) === "sheetData") this.openRow();
    if (name === "c" && this.path.at(-1) === "row") {
      const reference = scanner.attribute("r");
      this.column = reference === undefined ? this.column + 1 : readPlace(reference).column;
    }
    if (own) this.movePlaces(name);
    for (const [element, attribute] of REFERENCES) {
      if (name === element) this.change(attribute, (text) => this.formula(text));
    }
    if (name === "worksheetSource") this.moveSource();
    if (name.endsWith("Anchor")) {
      this.anchor = scanner.attribute("editAs") ?? "twoCell";
      this.anchorMoved = false;
    }
    if (name === "f" && scanner.attribute("t") === "shared") this.moveShared();
    if (!scanner.empty && scanner.depth > this.path.length) this.path.push(name);
  }

  private openRow(): void {
    const number = this.scanner.attribute("r");
    this.row = number === undefined ? this.row + 1 : Number(number);
    this.column = 0;
    if (this.concern.own) this.change("r", (text) => String(movedRow(Number(text), this.inserted)));
  }

  private movePlaces(name: string): void {
    for (const attribute of PLACES[name] ?? []) {
      this.change(attribute, (text) => movedPlaces(text, this.inserted, GROWING.has(name)));
    }
    // The break stands above the row that is counted from 0.
    if (name === "brk" && this.path.at(-1) === "rowBreaks") {
      this.change("id", (text) => String(movedRow(Number(text) + 1, this.inserted) - 1));
    }
    if (name === "pane" && /^frozen/.test(this.scanner.attribute("state") ?? "")) {
      const { before, count } = this.inserted;
      this.change("ySplit", (text) => (before <= Number(text) ? String(Number(text) + count) : text));
    }
  }

  /** Where a pivot table's data stand. */
  private moveSource(): void {
    const sheet = this.scanner.attribute("sheet") ?? "";
    if (sheet.toLowerCase() !== this.inserted.sheet.toLowerCase()) return;
    this.change("ref", (text) => movedPlaces(text, this.inserted, false));
  }

  /**
   * The first of a shared group would move away from the others, and what they rest on is not theirs any
   * more: each gets its own formula.
   */
  private moveShared(): void {
    const { scanner } = this;
    const index = scanner.attribute("si") ?? "";
    const { start } = scanner;
    const text = scanner.content();
    const { row, column } = this;
    if (text !== "") this.shared.set(index, { row, column, text });
    const first = this.shared.get(index);
    if (first === undefined) return;
    const isFar = !this.concern.own && !first.text.toLowerCase().includes(this.inserted.sheet.toLowerCase());
    if (isFar) return;
    const whole = shiftFormula(first.text, row - first.row, column - first.column);
    const made = `<${scanner.prefix}f>${encodeXml(this.formula(whole))}</${scanner.prefix}f>`;
    // What was planned inside this element is part of what takes its place.
    while ((this.splices.at(-1)?.from ?? -1) >= start) this.splices.pop();
    this.splices.push({ from: start, to: scanner.end, text: made });
  }

  private text(): void {
    const { scanner, path } = this;
    const name = path.at(-1) ?? "";
    const parent = path.at(-2) ?? "";
    const { own } = this.concern;
    if (FORMULAS.has(name)) this.replaceText((text) => this.formula(text));
    else if (own && name === "sqref") {
      this.replaceText((text) => movedPlaces(text, this.inserted, parent !== "sparkline"));
    } else if (own && name === "row" && (parent === "from" || parent === "to")) {
      this.moveAnchor(Number(scanner.text()), parent);
    }
  }

  /** A corner of a drawing's object, in rows from 0. */
  private moveAnchor(row: number, corner: string): void {
    if (this.anchor === "absolute") return;
    const isBelow = row + 1 >= this.inserted.before;
    if (corner === "from") this.anchorMoved = isBelow;
    const moves = corner === "to" && this.anchor === "oneCell" ? this.anchorMoved : isBelow;
    if (moves) this.replaceText(() => String(row + this.inserted.count));
  }

  private replaceText(change: (text: string) => string): void {
    const { scanner } = this;
    const old = scanner.text();
    const now = change(old);
    if (now !== old) this.splices.push({ from: scanner.start, to: scanner.end, text: encodeXml(now) });
  }

  private change(attribute: string, change: (text: string) => string): void {
    const { scanner } = this;
    const place = scanner.attributePlace(attribute);
    const old = scanner.attribute(attribute);
    if (place === null || old === undefined) return;
    const now = change(old);
    if (now !== old) this.splices.push({ from: place[0], to: place[1], text: encodeXml(now) });
  }

  private formula(text: string): string {
    return insertRowsInFormula(text, this.concern.home, this.inserted);
  }
}

/** A name without its prefix. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/**
 * Notes' boxes (VML, which is not always well formed): the row of the cell, and the rows of the box.
 */
export function moveNotes(vml: string, inserted: InsertedRows): string {
  const moved = (row: number) => movedRow(row + 1, inserted) - 1;
  return vml
    .replace(
      /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/g,
      (_all, open, row, close) => open + moved(Number(row)) + close,
    )
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/g, (_all, open: string, text: string, close: string) => {
      const numbers = text.split(",").map(Number);
      if (numbers.length !== 8 || numbers.some(Number.isNaN)) return open + text + close;
      return (
        open + numbers.map((value, at) => (at === 2 || at === 6 ? moved(value) : value)).join(", ") + close
      );
    });
}
