import { type Area, absoluteReference, parseReference } from "../../../values/address.js";
import type { NamedText } from "../../../workbook/snapshot.js";
import { attributesOf, elements, encodeXml, textOf } from "./xml.js";

/**
 * A defined name as the workbook part holds it. The library keeps only names of cells, one by one,
 * and forgets `hidden` and the sheet they are local to; so names go past it.
 */
export interface BookName {
  readonly name: string;
  /** Sheet that the name is local to, or null for the whole workbook. */
  readonly sheet: string | null;
  /** What the name refers to: a reference, several, a constant, a formula. */
  readonly refersTo: string;
  /** Further attributes, as XML: `hidden`, `comment` ... */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Names that the library writes itself, from a sheet's filter. */
const WRITTEN_BY_LIBRARY = "_xlnm._FilterDatabase";

/** Reads the names of a workbook part; `sheets` are its sheets in order. */
export function readNames(workbookXml: string, sheets: readonly string[]): BookName[] {
  const names: BookName[] = [];
  for (const element of elements(workbookXml, "definedName")) {
    const { name, localSheetId, ...rest } = Object.fromEntries(attributesOf(element));
    const sheet = localSheetId === undefined ? null : sheets[Number(localSheetId)];
    if (name === undefined || name === WRITTEN_BY_LIBRARY || sheet === undefined) continue;
    names.push({ name, sheet, refersTo: textOf(element), attributes: new Map(Object.entries(rest)) });
  }
  return names;
}

/** `definedName` elements; names local to a sheet that is no longer there are left out. */
export function writeNames(names: readonly BookName[], sheets: readonly string[]): string {
  return names
    .map(({ name, sheet, refersTo, attributes }) => {
      const local = sheet === null ? null : sheets.indexOf(sheet);
      if (local === -1) return "";
      const pairs = [
        ["name", name],
        ...(local === null ? [] : [["localSheetId", String(local)]]),
        ...attributes,
      ];
      const written = pairs.map(([key, value]) => ` ${key}="${encodeXml(value ?? "")}"`).join("");
      return `<definedName${written}>${encodeXml(refersTo)}</definedName>`;
    })
    .join("");
}

/** A hidden name of the whole workbook for an area. */
export function hiddenName(name: string, area: Area): BookName {
  return {
    name,
    sheet: null,
    refersTo: absoluteReference(area),
    attributes: new Map([["hidden", "1"]]),
  };
}

/** A hidden name of the whole workbook that holds a text. */
export function hiddenText({ name, text }: NamedText): BookName {
  return {
    name,
    sheet: null,
    refersTo: `"${text.replaceAll('"', '""')}"`,
    attributes: new Map([["hidden", "1"]]),
  };
}

/** The text that a name holds, or null when it refers to anything else. */
export function textOfName({ refersTo }: BookName): string | null {
  const text = /^=?"((?:[^"]|"")*)"$/.exec(refersTo.trim())?.[1];
  return text === undefined ? null : text.replaceAll('""', '"');
}

/** ECMA-376 Part 1, 18.2.5. */
export const PRINT_TITLES = "_xlnm.Print_Titles";

/** The rows that a sheet repeats on every printed page. */
export function printTitles(sheet: string, first: number, last: number): BookName {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  return {
    name: PRINT_TITLES,
    sheet,
    refersTo: `${quoted}!$${first}:$${last}`,
    attributes: new Map(),
  };
}

/** Area of a name, or null when it refers to anything but one area of a sheet that is there. */
export function areaOfName({ refersTo }: BookName, hasSheet: (sheet: string) => boolean): Area | null {
  const area = parseReference(refersTo);
  return area !== null && hasSheet(area.sheet) ? area : null;
}
