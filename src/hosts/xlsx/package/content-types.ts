import { withChild, withoutChildren } from "../xml/children.js";
import { scannerAt } from "../xml/scanner.js";
import { encodeAttribute } from "../xml/text.js";
import type { Package } from "./package.js";

/** Where a package says what each of its parts is (ECMA-376 Part 2, 10.1.2). */
const PATH = "[Content_Types].xml";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Says what a new part is: `worksheet`, `styles`, `sharedStrings`. */
export function addContentType(pack: Package, path: string, kind: string): void {
  const xml = pack.text(PATH);
  if (xml === null) return;
  const about = `PartName="${encodeAttribute(`/${path}`)}" ContentType="${SPREADSHEET}.${kind}+xml"`;
  pack.put(
    PATH,
    withChild(xml, "Types", (prefix) => `<${prefix}Override ${about}/>`),
  );
}

/** Forgets what a part is that is no longer there. */
export function removeContentType(pack: Package, path: string): void {
  const xml = pack.text(PATH);
  if (xml === null) return;
  const name = `/${path}`.toLowerCase();
  pack.put(
    PATH,
    withoutChildren(xml, "Types", (attribute) => attribute("PartName")?.toLowerCase() === name),
  );
}

/** What kind of thing a part is, as the package says; null where it does not. */
export function contentTypeOf(pack: Package, path: string): string | null {
  const xml = pack.text(PATH);
  if (xml === null) return null;
  const scanner = scannerAt(xml, "Types");
  const name = `/${path}`.toLowerCase();
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    const found = scanner.attribute("PartName")?.toLowerCase() === name;
    const type = scanner.attribute("ContentType");
    scanner.skip();
    if (found) return type ?? null;
  }
  return null;
}
