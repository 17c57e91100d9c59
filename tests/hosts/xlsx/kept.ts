import { readZip } from "../../../src/hosts/xlsx/zip/read.js";

/** Looks for anything that an edit of a workbook changed and did not name; told as text, part by part. */

/** A piece of XML: a tag, a comment, CDATA, or the text between. Found by a pattern, not by the reader under test. */
const PIECES = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?]]>|<\?[\s\S]*?\?>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;

export function textsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = readZip(bytes);
  if (!parts.ok) throw new Error(parts.fault.message);
  return new Map([...parts.value].map(([name, part]) => [name, new TextDecoder("latin1").decode(part)]));
}

/** Parts that a writer of cells may add to: lists of texts, looks, sheets, names, links and kinds. */
const LISTS =
  /^(?:\[Content_Types\]\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/workbook\.xml|xl\/styles\.xml|xl\/sharedStrings\.xml)$/;

/**
 * What differs between two packages that no edit of cells, names and added sheets accounts for.
 *
 * @param edited places (`A1`) that were written on some sheet; absent: any may have been
 */
export function unexpectedDifferences(
  before: Uint8Array,
  after: Uint8Array,
  edited: ReadonlySet<string> | null = null,
): readonly string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  const faults: string[] = [];
  for (const [name, text] of old) {
    const changed = now.get(name);
    if (changed === text) continue;
    if (name === "xl/calcChain.xml" && changed === undefined) continue;
    if (changed === undefined) faults.push(`${name} is gone`);
    else if (LISTS.test(name)) faults.push(...lostFromList(name, text, changed));
    else if (/^xl\/worksheets\/[^/]*\.xml$/.test(name))
      faults.push(...sheetDifferences(name, text, changed, edited));
    else faults.push(`${name} differs`);
  }
  for (const name of now.keys()) {
    const expected = /^xl\/(?:worksheets\/sheet\d+|sharedStrings\d*|styles\d*)\.xml$/.test(name);
    if (!old.has(name) && !expected) faults.push(`${name} came`);
  }
  return faults;
}

/** Every piece of the old part must stand in the new one, in its order; counts aside. */
function lostFromList(name: string, before: string, after: string): readonly string[] {
  const settled = (text: string) =>
    (text.match(PIECES) ?? [])
      .filter((piece) => !/calcChain/.test(piece))
      .map((piece) => piece.replace(/\s(?:count|uniqueCount|fullCalcOnLoad)="\w+"/g, ""));
  const now = settled(after);
  let at = 0;
  for (const piece of settled(before)) {
    const found = now.indexOf(piece, at);
    if (found === -1) return [`${name} lacks ${piece.slice(0, 200)}`];
    at = found + 1;
  }
  return [];
}

interface SheetText {
  /** All but the rows. */
  readonly frame: string;
  readonly rows: ReadonlyMap<number, string>;
  readonly cells: ReadonlyMap<string, string>;
}

/** What differs on a sheet apart from whole cells; `spans` and heights that follow the cells are theirs. */
function sheetDifferences(
  name: string,
  before: string,
  after: string,
  edited: ReadonlySet<string> | null,
): readonly string[] {
  const [old, now] = [sheetText(before), sheetText(after)];
  const faults: string[] = [];
  if (old.frame !== now.frame) faults.push(`${name}: around the cells`);
  for (const [row, tag] of old.rows) {
    if (now.rows.get(row) !== tag) faults.push(`${name}: row ${row} ${tag} is ${now.rows.get(row)}`);
  }
  for (const [place, text] of old.cells) {
    const changed = now.cells.get(place);
    if (changed === undefined) faults.push(`${name}: ${place} is gone`);
    // A formula's result may have changed, and a shared formula may have been spelled out.
    else if (changed !== text && edited?.has(place) === false && !/<(?:\w+:)?f[\s>]/.test(text)) {
      faults.push(`${name}: ${place} was ${text}, is ${changed}`);
    }
  }
  return faults;
}

/** Cells of a sheet whose text differs: as `A1`, with the name of the part. */
export function changedCells(before: Uint8Array, after: Uint8Array, part: string): readonly string[] {
  const [old, now] = [before, after].map((bytes) => sheetText(textsOf(bytes).get(part) ?? "").cells);
  if (old === undefined || now === undefined) return [];
  return [...new Set([...old.keys(), ...now.keys()])].filter((place) => old.get(place) !== now.get(place));
}

function sheetText(xml: string): SheetText {
  const [start, end] = [/<(?:\w+:)?sheetData\s*\/?>/.exec(xml), /<\/(?:\w+:)?sheetData>/.exec(xml)];
  const from = start === null ? 0 : start.index;
  const to = end === null ? from + (start?.[0].length ?? 0) : end.index + end[0].length;
  const rows = new Map<number, string>();
  const cells = new Map<string, string>();
  let row = 0;
  let column = 0;
  let cell: string | null = null;
  let text = "";
  for (const piece of xml.slice(from, to).match(PIECES) ?? []) {
    const [, name = ""] = /^<\/?(?:\w+:)?(\w+)/.exec(piece) ?? [];
    if (cell === null && name === "row" && !piece.startsWith("</")) {
      row = Number(/\sr="(\d+)"/.exec(piece)?.[1] ?? row + 1);
      column = 0;
      rows.set(row, piece.replace(/\s(?:spans|ht)="[^"]*"/g, "").replace(/\s*\/?>$/, ">"));
    } else if (cell === null && name === "c" && !piece.startsWith("</")) {
      const letters = /\sr="([A-Z]+)\d+"/.exec(piece)?.[1];
      column = letters === undefined ? column + 1 : numberOf(letters);
      cell = `${lettersOf(column)}${row}`;
      text = piece;
      if (piece.endsWith("/>")) {
        cells.set(cell, text);
        cell = null;
      }
    } else if (cell !== null) {
      text += piece;
      if (name === "c" && piece.startsWith("</")) {
        cells.set(cell, text);
        cell = null;
      }
    }
  }
  return { frame: xml.slice(0, from) + xml.slice(to), rows, cells };
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  return column === 0
    ? ""
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
