import { type Area, absoluteReference, parseReference, quoteSheet } from "../../../values/address.js";

/** A defined name as the workbook part holds it. */
export interface BookName {
  readonly name: string;
  /** Sheet that the name is local to, or null for the whole workbook. */
  readonly sheet: string | null;
  /** What the name refers to: a reference, several, a constant, a formula. */
  readonly refersTo: string;
  readonly hidden: boolean;
}

/** ECMA-376 Part 1, 18.2.5. */
export const PRINT_TITLES = "_xlnm.Print_Titles";

/** The text that a name holds, or null when it refers to anything else. */
export function textOfName(refersTo: string): string | null {
  const text = /^=?"((?:[^"]|"")*)"$/.exec(refersTo.trim())?.[1];
  return text === undefined ? null : text.replaceAll('""', '"');
}

/** What a name refers to that holds a text. */
export function textReference(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What a name refers to that stands for an area. */
export function areaReference(area: Area): string {
  return absoluteReference(area);
}

/** What the name of the rows refers to that a sheet repeats on every printed page. */
export function printTitles(sheet: string, first: number, last: number): string {
  return `${quoteSheet(sheet)}!$${first}:$${last}`;
}

/** Area of a name, or null when it refers to anything but one area of a sheet that is there. */
export function areaOfName(refersTo: string, hasSheet: (sheet: string) => boolean): Area | null {
  const area = parseReference(refersTo);
  return area !== null && hasSheet(area.sheet) ? area : null;
}
