import { withChild, withoutChildren } from "../xml/children.js";
import { scannerAt } from "../xml/scanner.js";
import { encodeAttribute, XmlFault } from "../xml/text.js";
import type { Package } from "./package.js";

/** What one part of a package refers to (ECMA-376 Part 2, 9.3). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Path of the part in the package; null for what lies outside. */
  readonly path: string | null;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`; nothing for the package itself. */
function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** What a part refers to, in the order of the file. @throws XmlFault, DamagedPart */
export function relationshipsOf(pack: Package, part: string): readonly Relationship[] {
  const xml = pack.text(relationshipsPath(part));
  if (xml === null) return [];
  const scanner = scannerAt(xml, "Relationships");
  const found: Relationship[] = [];
  if (scanner.empty) return found;
  while (scanner.child(1)) {
    if (scanner.is("Relationship")) {
      const target = (scanner.attribute("Target") ?? "").trim();
      const outside = scanner.attribute("TargetMode") === "External";
      const about = { id: scanner.attribute("Id") ?? "", type: scanner.attribute("Type") ?? "" };
      found.push({ ...about, path: outside ? null : targetPath(part, target) });
    }
    scanner.skip();
  }
  return found;
}

/** The first relationship of a kind: `worksheet`, `styles` ... in both spellings of the standard. */
export function ofKind(relationships: readonly Relationship[], kind: string): Relationship | null {
  return relationships.find((one) => isKind(one, kind)) ?? null;
}

export function isKind({ type }: Relationship, kind: string): boolean {
  return type.endsWith(`/${kind}`);
}

/** Targets are addresses as on the web, from the folder of the part or from the root. */
function targetPath(part: string, target: string): string {
  try {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const { pathname } = new URL(
      target,
      `http://parts/${folder.split("/").map(encodeURIComponent).join("/")}`,
    );
    return decodeURIComponent(pathname.slice(1));
  } catch (cause) {
    throw new XmlFault("target", { cause });
  }
}

/**
 * Adds a relationship from a part to another, in the spelling (Strict or Transitional) that the part
 * uses already.
 *
 * @returns its id
 */
export function addRelationship(pack: Package, part: string, kind: string, path: string): string {
  const known = relationshipsOf(pack, part);
  const ids = new Set(known.map(({ id }) => id));
  let number = known.length + 1;
  while (ids.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  const type = `${known.some((one) => one.type.startsWith(STRICT)) ? STRICT : TRANSITIONAL}/${kind}`;
  const about = `Id="${id}" Type="${type}" Target="${encodeAttribute(`/${path.split("/").map(encodeURIComponent).join("/")}`)}"`;
  const at = relationshipsPath(part);
  const xml = pack.text(at) ?? emptyRelationships();
  pack.put(
    at,
    withChild(xml, "Relationships", (prefix) => `<${prefix}Relationship ${about}/>`),
  );
  return id;
}

/** Takes out the relationships to a part. */
export function removeRelationships(pack: Package, part: string, path: string): void {
  const at = relationshipsPath(part);
  const xml = pack.text(at);
  if (xml === null) return;
  const ids = new Set(relationshipsOf(pack, part).flatMap((one) => (one.path === path ? [one.id] : [])));
  pack.put(
    at,
    withoutChildren(xml, "Relationships", (attribute) => ids.has(attribute("Id") ?? "")),
  );
}

function emptyRelationships(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"></Relationships>`;
}
