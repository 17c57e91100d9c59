import { withSheets } from "./charts.js";
import { accessDenied, Fault, invalidArgument } from "./fault.js";
import type { Grid } from "./grid.js";
import type { Sheet, Visibility } from "./sheet.js";
import { rewriteAll } from "./structure.js";
import type { Json } from "./validation.js";

/** Adds a sheet at the end, named as asked or `Sheet2`, `Sheet3`, ... */
export function addSheet(grid: Grid, name?: string): Sheet {
  mustHaveFreeStructure(grid, "WorksheetCollection.add");
  const sheet = grid.newSheet(
    name === undefined || name === "" ? freeName(grid) : checkedName(grid, name, null),
  );
  grid.sheets.push(sheet);
  grid.markStale();
  grid.record({ kind: "added", sheetId: sheet.id, actor: grid.actor });
  return sheet;
}

/** Deletes a sheet; references to it become #REF!. The last visible one can not go. */
export function deleteSheet(grid: Grid, sheet: Sheet): void {
  mustHaveFreeStructure(grid, "Worksheet.delete");
  mustLeaveOneVisible(grid, sheet, "Worksheet.delete");
  const at = grid.sheets.indexOf(sheet);
  rewriteAll(
    grid,
    () => (reference) =>
      reference.sheet?.toLowerCase() === sheet.name.toLowerCase()
        ? { ...reference, sheet: null, sheetLost: true }
        : reference,
    sheet.name,
  );
  grid.sheets.splice(at, 1);
  for (const other of grid.sheets) {
    other.charts = withSheets(other.charts, (id) => (id === sheet.id ? null : id));
  }
  grid.names = grid.names.filter((one) => one.sheetId !== sheet.id);
  grid.markStale();
  grid.record({ kind: "deleted", sheetId: sheet.id, actor: grid.actor });
  grid.record({ kind: "names" });
  if (grid.activeId === sheet.id) {
    const visible = grid.sheets.filter((one) => one.visibility === "Visible");
    const next = visible.find((one) => grid.sheets.indexOf(one) >= at) ?? visible.at(-1);
    if (next) {
      grid.activeId = next.id;
      grid.record({ kind: "activated", sheetId: next.id });
    }
  }
}

/** Renames a sheet; formulas and names follow. */
export function renameSheet(grid: Grid, sheet: Sheet, name: string): void {
  mustHaveFreeStructure(grid, "Worksheet.name");
  const before = sheet.name;
  const after = checkedName(grid, name, sheet);
  rewriteAll(
    grid,
    () => (reference) =>
      reference.sheet?.toLowerCase() === before.toLowerCase() ? { ...reference, sheet: after } : reference,
    before,
  );
  sheet.name = after;
  grid.markStale();
  grid.record({ kind: "renamed", sheetId: sheet.id, before, after, actor: grid.actor });
}

/** Moves a sheet's tab; positions count from 0. */
export function moveSheet(grid: Grid, sheet: Sheet, position: number): void {
  mustHaveFreeStructure(grid, "Worksheet.position");
  if (!Number.isInteger(position) || position < 0 || position >= grid.sheets.length) {
    throw invalidArgument("Worksheet.position");
  }
  const before = grid.sheets.indexOf(sheet);
  grid.sheets.splice(before, 1);
  grid.sheets.splice(position, 0, sheet);
  grid.record({ kind: "moved", sheetId: sheet.id, before, after: position, actor: grid.actor });
}

export function setVisibility(grid: Grid, sheet: Sheet, visibility: Visibility): void {
  mustHaveFreeStructure(grid, "Worksheet.visibility");
  if (visibility !== "Visible") mustLeaveOneVisible(grid, sheet, "Worksheet.visibility");
  const before = sheet.visibility;
  sheet.visibility = visibility;
  grid.record({ kind: "visibility", sheetId: sheet.id, before, after: visibility, actor: grid.actor });
  if (grid.activeId === sheet.id && visibility !== "Visible") {
    const next = grid.sheets.find((one) => one.visibility === "Visible");
    if (next) grid.select(next);
  }
}

/** Protects a sheet; options are those of Excel.WorksheetProtectionOptions. */
export function protectSheet(
  grid: Grid,
  sheet: Sheet,
  options: Readonly<Record<string, boolean | string>> = {},
  password = "",
): void {
  grid.mustBeWritable("WorksheetProtection.protect");
  if (sheet.protection) throw accessDenied("WorksheetProtection.protect");
  sheet.protection = { options, password };
  grid.record({ kind: "protection", sheetId: sheet.id, protected: true, actor: grid.actor });
}

export function unprotectSheet(grid: Grid, sheet: Sheet, password = ""): void {
  grid.mustBeWritable("WorksheetProtection.unprotect");
  if (sheet.protection && sheet.protection.password !== password) {
    throw accessDenied("WorksheetProtection.unprotect");
  }
  sheet.protection = null;
  grid.record({ kind: "protection", sheetId: sheet.id, protected: false, actor: grid.actor });
}

/** Protection options out of an API argument. */
export function protectionOptions(argument: Json | undefined): Readonly<Record<string, boolean | string>> {
  if (argument === undefined || argument === null) return {};
  if (typeof argument !== "object" || Array.isArray(argument))
    throw invalidArgument("WorksheetProtection.protect");
  return Object.fromEntries(
    Object.entries(argument).filter(
      (entry): entry is [string, boolean | string] =>
        typeof entry[1] === "boolean" || typeof entry[1] === "string",
    ),
  );
}

function mustHaveFreeStructure(grid: Grid, location: string): void {
  grid.mustBeWritable(location);
  if (grid.structureProtected) throw accessDenied(location);
}

function mustLeaveOneVisible(grid: Grid, sheet: Sheet, location: string): void {
  const others = grid.sheets.some((one) => one !== sheet && one.visibility === "Visible");
  if (!others)
    throw new Fault("InvalidOperation", "A workbook must contain at least one visible worksheet.", location);
}

function checkedName(grid: Grid, name: string, own: Sheet | null): string {
  const bad = name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name);
  if (bad) throw invalidArgument("Worksheet.name", `Not a sheet name: ${name}`);
  const taken = grid.sheetNamed(name);
  if (taken && taken !== own) {
    throw new Fault(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
      "Worksheet.name",
    );
  }
  return name;
}

function freeName(grid: Grid): string {
  for (let number = grid.sheets.length + 1; ; number += 1) {
    if (!grid.sheetNamed(`Sheet${number}`)) return `Sheet${number}`;
  }
}
