import { sheetKey } from "../../workbook/layout/names.js";
import type { NamedText, NameSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import { emptyStrings, emptyStyles, MAIN } from "./empty-package.js";
import { addContentType, removeContentType } from "./package/content-types.js";
import type { Package } from "./package/package.js";
import { addRelationship, relationshipsOf, removeRelationships } from "./package/relationships.js";
import { type CellChange, setCells } from "./patch/set-cells.js";
import { StringTable } from "./patch/string-table.js";
import { StyleTable } from "./patch/style-table.js";
import { type NewName, withCalculationOnLoad, withNames, withSheet } from "./patch/workbook-xml.js";
import { areaOfName, textOfName } from "./read/names.js";
import { readSheetPart, type SheetPart, TooManyCells } from "./read/sheet-part.js";
import { cellKey, type FreshResult, readSheet, type SheetReading, withResults } from "./read/snapshot.js";
import { readStrings } from "./read/strings.js";
import { readWorkbookPart, type SheetPlace, type WorkbookPart } from "./read/workbook-part.js";
import { scannerAt } from "./xml/scanner.js";

/** XML of the sheets: beyond this, reading takes more than a small laptop has. */
const MAX_SHEET_BYTES = 48 * 1024 * 1024;

/**
 * An open workbook: the package as it stands, and what was read of it. The one mutable thing of this
 * host. The text of a part is the truth; what was read of a part is forgotten when the part changes.
 */
export class Book {
  readonly strings: StringTable;
  readonly styles: StyleTable;
  /** The namespace of the workbook's own elements: "Strict" files have another. */
  readonly namespace: string;
  private part: WorkbookPart;
  private readonly readings = new Map<string, SheetReading>();
  /** Fresh results by path of the sheet and place of the cell. */
  private readonly results = new Map<string, ReadonlyMap<number, FreshResult>>();
  private changed = false;
  private formulasChanged = false;

  /** @throws XmlFault, DamagedPart */
  constructor(
    readonly pack: Package,
    path: string,
  ) {
    this.part = readWorkbookPart(pack, path);
    const { stringsPath, stylesPath } = this.part;
    this.strings = new StringTable(stringsPath === null ? [] : readStrings(pack.text(stringsPath) ?? ""));
    this.namespace = scannerAt(pack.text(path) ?? "", "workbook").namespace ?? MAIN;
    const styles = stylesPath === null ? emptyStyles(this.namespace) : (pack.text(stylesPath) ?? "");
    this.styles = new StyleTable(styles);
    // Read once and held in parts: their texts are large.
    if (stringsPath !== null) pack.forget(stringsPath);
  }

  /** Path of the workbook part. */
  get path(): string {
    return this.part.path;
  }

  /** Worksheets in their order. */
  get sheets(): readonly SheetPlace[] {
    return this.part.sheets;
  }

  get names(): WorkbookPart["names"] {
    return this.part.names;
  }

  /** A sheet by name, case aside as in Excel; null when there is none. */
  find(name: string): SheetPlace | null {
    const key = sheetKey(name);
    return (
      this.sheets.find((sheet) => sheet.name === name) ??
      this.sheets.find((sheet) => sheetKey(sheet.name) === key) ??
      null
    );
  }

  /** The text of a sheet's part. */
  xml({ path }: SheetPlace): string {
    return this.pack.text(path) ?? "";
  }

  /** A sheet's part, read anew. @throws XmlFault, TooManyCells, DamagedPart */
  sheetPart(sheet: SheetPlace): SheetPart {
    return readSheetPart(this.xml(sheet), this.strings.all(), this.part.date1904);
  }

  /** A sheet as it shows itself now. @throws XmlFault, TooManyCells, DamagedPart */
  reading(sheet: SheetPlace): SheetReading {
    return withResults(this.partReading(sheet), this.freshResults(sheet));
  }

  /** A sheet as its part has it, with results that may be old. @throws XmlFault, TooManyCells, DamagedPart */
  partReading(sheet: SheetPlace): SheetReading {
    const known = this.readings.get(sheet.path);
    if (known !== undefined) return known;
    const read = readSheet(sheet, this.sheetPart(sheet), this.styles.looks, this.part.date1904);
    this.readings.set(sheet.path, read);
    return read;
  }

  /** Reads every sheet, so that what is wrong with one is known. @throws XmlFault, TooManyCells, DamagedPart */
  readAll(): void {
    const bytes = this.sheets.reduce((sum, { path }) => sum + this.pack.size(path), 0);
    if (bytes > MAX_SHEET_BYTES) throw new TooManyCells();
    for (const sheet of this.sheets) {
      this.reading(sheet);
      // Read again where it changes: most workbooks are only looked at.
      this.pack.forget(sheet.path);
    }
  }

  /** The whole workbook. Null when a sheet's used part is too large for a grid. */
  snapshot(): WorkbookSnapshot | null {
    const sheets: SheetSnapshot[] = [];
    for (const sheet of this.sheets) {
      const { snapshot } = this.reading(sheet);
      if (snapshot === null) return null;
      sheets.push(snapshot);
    }
    const shared = this.names.filter(({ name, sheet }) => sheet === null && !name.startsWith("_xlnm."));
    const hasSheet = (name: string) => this.find(name) !== null;
    return {
      sheets,
      names: shared.map(
        ({ name, refersTo }): NameSnapshot => ({ name, area: areaOfName(refersTo, hasSheet) }),
      ),
      constants: shared.flatMap(({ name, refersTo }): readonly NamedText[] => {
        const text = textOfName(refersTo);
        return text === null ? [] : [{ name, text }];
      }),
      culture: null,
    };
  }

  /** Sets cells of a sheet. */
  setCells(sheet: SheetPlace, cells: readonly CellChange[]): void {
    if (cells.length === 0) return;
    const { xml, formulasChanged } = setCells(this.xml(sheet), cells);
    this.putSheet(sheet, xml, formulasChanged);
  }

  /** Gives a sheet's part another text. */
  putSheet(sheet: SheetPlace, xml: string, formulasChanged: boolean): void {
    this.put(sheet.path, xml);
    this.readings.delete(sheet.path);
    this.formulasChanged ||= formulasChanged;
  }

  /** Gives any other part another text. */
  put(path: string, xml: string): void {
    this.pack.put(path, xml);
    this.changed = true;
    if (path === this.path) this.reread();
  }

  setNames(names: readonly NewName[]): void {
    if (names.length > 0) this.put(this.path, withNames(this.pack.text(this.path) ?? "", names));
  }

  /** Reads anew what the workbook part says, after sheets came. */
  reread(): void {
    this.part = readWorkbookPart(this.pack, this.path);
  }

  /** Fresh results of a sheet's formulas, by place. */
  freshResults({ path }: SheetPlace): ReadonlyMap<number, FreshResult> {
    return this.results.get(path) ?? new Map();
  }

  setFreshResults({ path }: SheetPlace, results: ReadonlyMap<number, FreshResult>): void {
    if (results.size === 0 && !this.results.has(path)) return;
    this.results.set(path, results);
  }

  /** Writes fresh results into the parts of their sheets. */
  storeResults(): void {
    for (const sheet of this.sheets) {
      const fresh = [...this.freshResults(sheet).values()];
      const stored = fresh.filter((one) => one.stored);
      if (stored.length === 0) continue;
      this.results.set(
        sheet.path,
        new Map(fresh.flatMap((one) => (one.stored ? [] : [[cellKey(one.row, one.column), one]]))),
      );
      this.setCells(
        sheet,
        stored.map(({ row, column, value }) => ({ row, column, content: { kind: "result", result: value } })),
      );
    }
  }

  /**
   * The bytes of the file. One that nothing was written into comes out as it was read, part by part.
   * Cached results are as last calculated; programs that calculate do so again when they open it.
   */
  save(): Uint8Array {
    this.storeResults();
    if (this.changed) {
      this.storeTables();
      if (this.formulasChanged) this.dropChain();
      this.put(this.path, withCalculationOnLoad(this.pack.text(this.path) ?? ""));
    }
    return this.pack.save();
  }

  /** Writes new texts and looks into their parts. */
  private storeTables(): void {
    const { stringsPath, stylesPath } = this.part;
    if (this.strings.changed) {
      const path =
        stringsPath ?? this.addPart("sharedStrings", "sharedStrings", emptyStrings(this.namespace));
      this.pack.put(path, this.strings.storedIn(this.pack.text(path) ?? ""));
    }
    if (this.styles.changed) {
      const path = stylesPath ?? this.addPart("styles", "styles", emptyStyles(this.namespace));
      this.pack.put(path, this.styles.part());
    }
    this.reread();
  }

  /** Adds a sheet's part to the workbook, behind the others. */
  addSheet(name: string, veryHidden: boolean, xml: string): SheetPlace {
    const path = this.addPart("worksheet", "worksheets/sheet", xml);
    const relationship = relationshipsOf(this.pack, this.path).find((one) => one.path === path)?.id ?? "";
    this.put(this.path, withSheet(this.pack.text(this.path) ?? "", { name, relationship, veryHidden }));
    this.formulasChanged = true;
    const added = this.find(name);
    if (added === null) throw new Error("The added sheet is not there.");
    return added;
  }

  /** Adds a part that the workbook part refers to; its name is the first one that is free. */
  private addPart(kind: string, name: string, xml: string): string {
    const folder = this.path.slice(0, this.path.lastIndexOf("/") + 1);
    const numbered = kind === "worksheet";
    let number = 1;
    const pathOf = () => `${folder}${name}${numbered || number > 1 ? number : ""}.xml`;
    while (this.pack.has(pathOf())) number += 1;
    const path = pathOf();
    this.pack.put(path, xml);
    addRelationship(this.pack, this.path, kind, path);
    addContentType(this.pack, path, kind);
    this.changed = true;
    return path;
  }

  /** Takes out the stored order of calculation, which names cells that hold no formula any more; programs make it anew. */
  private dropChain(): void {
    const { chainPath } = this.part;
    if (chainPath === null) return;
    this.pack.remove(chainPath);
    removeRelationships(this.pack, this.path, chainPath);
    removeContentType(this.pack, chainPath);
    this.reread();
  }
}
