import { DamagedPart, type Package } from "../package/package.js";
import { isKind, ofKind, type Relationship, relationshipsOf } from "../package/relationships.js";
import { scannerAt } from "../xml/scanner.js";
import { XmlFault } from "../xml/text.js";
import type { BookName } from "./names.js";

/** A worksheet of a workbook: its place among all sheets counts charts and dialogs too. */
export interface SheetPlace {
  readonly name: string;
  /** Path of its part. */
  readonly path: string;
  readonly visible: boolean;
  /** Place among all sheets of the workbook, from 0: what names local to it say. */
  readonly index: number;
}

/** What the workbook part says, and where its other parts are. */
export interface WorkbookPart {
  readonly path: string;
  /** Worksheets alone, in their order. */
  readonly sheets: readonly SheetPlace[];
  readonly names: readonly BookName[];
  readonly date1904: boolean;
  /** Null where the workbook has none. */
  readonly stylesPath: string | null;
  readonly stringsPath: string | null;
  readonly chainPath: string | null;
}

/** Path of a package's workbook part; null when it holds none. */
export function workbookPath(pack: Package): string | null {
  return ofKind(relationshipsOf(pack, ""), "officeDocument")?.path ?? null;
}

/** Reads the workbook part. @throws XmlFault, DamagedPart */
export function readWorkbookPart(pack: Package, path: string): WorkbookPart {
  const xml = pack.text(path);
  if (xml === null) throw new DamagedPart(path);
  const relationships = relationshipsOf(pack, path);
  const sheets: SheetPlace[] = [];
  const all: string[] = [];
  const names: RawName[] = [];
  let date1904 = false;
  const scanner = scannerAt(xml, "workbook");
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    if (scanner.is("sheets") && !scanner.empty) {
      while (scanner.child(2)) {
        if (scanner.is("sheet")) {
          const name = scanner.attribute("name") ?? "";
          const id = scanner.prefixedAttribute("id");
          const target = relationships.find((one) => one.id === id);
          if (target === undefined || all.includes(name)) throw new XmlFault("sheet");
          const visible = (scanner.attribute("state") ?? "visible") === "visible";
          if (isKind(target, "worksheet")) {
            sheets.push({ name, path: partOf(pack, target), visible, index: all.length });
          }
          all.push(name);
        }
        scanner.skip();
      }
    } else if (scanner.is("definedNames") && !scanner.empty) {
      while (scanner.child(2)) {
        if (scanner.is("definedName")) {
          const about = {
            name: scanner.attribute("name") ?? "",
            local: scanner.attribute("localSheetId"),
            hidden: isOn(scanner.attribute("hidden")),
          };
          names.push({ ...about, refersTo: scanner.content() });
        } else scanner.skip();
      }
    } else {
      if (scanner.is("workbookPr")) date1904 = isOn(scanner.attribute("date1904"));
      scanner.skip();
    }
  }
  finish(scanner);
  const pathOf = (kind: string) => {
    const target = ofKind(relationships, kind);
    return target === null ? null : partOf(pack, target);
  };
  return {
    path,
    sheets,
    names: names.flatMap(({ name, local, ...rest }) => {
      const sheet = local === undefined ? null : all[Number(local)];
      return sheet === undefined || name === "" ? [] : [{ name, sheet, ...rest }];
    }),
    date1904,
    stylesPath: pathOf("styles"),
    stringsPath: pathOf("sharedStrings"),
    // Programs make it anew: it may be missing.
    chainPath: ofKind(relationships, "calcChain")?.path ?? null,
  };
}

interface RawName {
  readonly name: string;
  readonly local: string | undefined;
  readonly hidden: boolean;
  readonly refersTo: string;
}

/** The part that a relationship leads to: one that is missing was lost from the file. */
function partOf(pack: Package, { path }: Relationship): string {
  if (path === null || !pack.has(path)) throw new DamagedPart(path ?? "");
  return path;
}

/** Whether an attribute says yes. */
export function isOn(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

/** Runs to the end of a part, which must be well formed to its last letter. */
export function finish(scanner: { next(): string }): void {
  while (scanner.next() !== "end");
}
