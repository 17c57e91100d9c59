import { columnNumber } from "../../../values/address.js";
import { bookFault, type Outcome } from "../faults.js";
import type { Parts } from "../zip/read.js";
import { type Carried, takeOut } from "./carried.js";
import { type FittingRows, fittingRows } from "./fitting-rows.js";
import { type BookName, readNames } from "./names.js";
import { recogniseOther } from "./recognise.js";
import {
  attributesOf,
  elements,
  withoutElements,
  withoutOffSwitches,
  withoutPrefix,
  withPlainBooleans,
} from "./xml.js";

/** A package made ready for the library, and what is carried past it. */
export interface ReadPackage {
  /** Parts under the names that the library looks for. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly names: readonly BookName[];
  /** What is carried past the library, by sheet name; a sheet that is not here is not a worksheet. */
  readonly sheets: ReadonlyMap<string, Carried>;
  /** Rows whose height fits their content, by sheet name. */
  readonly fitting: ReadonlyMap<string, FittingRows>;
  /** `<font>` element of the workbook's default font, or null. */
  readonly defaultFont: string | null;
}

/** Cells in merged areas: the library makes an object of each. */
const MAX_MERGED_CELLS = 500_000;
const MAX_COLUMNS = 16_384;
/** XML of the sheets: 20 MB are some 600,000 filled cells, which take 2 seconds and 600 MB of memory. */
const MAX_SHEET_BYTES = 20 * 1024 * 1024;

class Unusable extends Error {
  constructor(readonly kind: "broken" | "too-large" | "not-workbook") {
    super(kind);
  }
}

/** Reads the workbook part and the sheets' places, and readies the sheets for the library. */
export function readPackage(parts: Parts): Outcome<ReadPackage> {
  const other = recogniseOther(parts);
  if (!other.ok) return other;
  try {
    return { ok: true, value: prepare(parts) };
  } catch (error) {
    if (error instanceof Unusable) return bookFault(error.kind);
    throw error;
  }
}

function prepare(parts: Parts): ReadPackage {
  const workbookPath = relationships(parts, "_rels/.rels", "").find(({ type }) =>
    type.endsWith("/officeDocument"),
  );
  if (workbookPath === undefined) throw new Unusable("not-workbook");
  const workbookXml = xmlOf(parts, workbookPath.target, "workbook");
  const [folder, file] = splitPath(workbookPath.target);
  const targets = relationships(parts, `${folder}_rels/${file}.rels`, folder);
  const prepared = new Map<string, Uint8Array>();
  for (const [name, bytes] of parts) {
    if (!/\.rels$|^xl\/worksheets\//.test(name)) prepared.set(name, bytes);
  }

  const sheets = new Map<string, Carried>();
  const fitting = new Map<string, FittingRows>();
  const order: string[] = [];
  const links: string[] = [];
  let size = 0;
  for (const element of elements(workbookXml, "sheet")) {
    const attributes = attributesOf(element);
    const name = attributes.get("name") ?? "";
    order.push(name);
    const id = attributes.get("r:id") ?? [...attributes].find(([key]) => key.endsWith(":id"))?.[1];
    const target = targets.find((candidate) => candidate.id === id);
    if (target === undefined) throw new Unusable("broken");
    if (!target.type.endsWith("/worksheet")) continue;
    if (sheets.has(name)) throw new Unusable("broken");
    size += parts.get(target.target)?.length ?? 0;
    if (size > MAX_SHEET_BYTES) throw new Unusable("too-large");
    const { xml, carried } = takeOut(xmlOf(parts, target.target, "worksheet"));
    checkSheet(xml);
    const number = order.length;
    sheets.set(name, carried);
    fitting.set(name, fittingRows(xml));
    prepared.set(`xl/worksheets/sheet${number}.xml`, encode(xml));
    links.push(relationship(id ?? "", target.type, `worksheets/sheet${number}.xml`));
    const [sheetFolder, sheetFile] = splitPath(target.target);
    const sheetLinks = parts.get(`${sheetFolder}_rels/${sheetFile}.rels`);
    if (sheetLinks) prepared.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetLinks);
  }
  for (const [name, bytes] of parts) {
    if (/^xl\/drawings\/_rels\//.test(name)) prepared.set(name, bytes);
  }
  move(parts, prepared, targets, "/sharedStrings", "xl/sharedStrings.xml", "sst");
  move(parts, prepared, targets, "/styles", "xl/styles.xml", "styleSheet");
  prepared.set("xl/workbook.xml", encode(withPlainBooleans(withoutElements(workbookXml, "definedNames"))));
  prepared.set("xl/_rels/workbook.xml.rels", encode(`<Relationships>${links.join("")}</Relationships>`));

  const styles = prepared.get("xl/styles.xml");
  const fonts = styles === undefined ? undefined : elements(decode(styles), "fonts")[0];
  return {
    parts: prepared,
    names: readNames(workbookXml, order),
    sheets,
    fitting,
    defaultFont: fonts === undefined ? null : (elements(fonts, "font")[0] ?? null),
  };
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationships(parts: Parts, path: string, folder: string): readonly Relationship[] {
  const bytes = parts.get(path);
  if (bytes === undefined) return [];
  return elements(withoutPrefix(decode(bytes)), "Relationship").map((element) => {
    const attributes = attributesOf(element);
    const target = (attributes.get("Target") ?? "").trim();
    return {
      id: attributes.get("Id") ?? "",
      type: attributes.get("Type") ?? "",
      target: target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, ""),
    };
  });
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function splitPath(path: string): readonly [folder: string, file: string] {
  const slash = path.lastIndexOf("/") + 1;
  return [path.slice(0, slash), path.slice(slash)];
}

/** Gives a part of the workbook the name that the library knows. */
function move(
  parts: Parts,
  prepared: Map<string, Uint8Array>,
  targets: readonly Relationship[],
  type: string,
  path: string,
  root: string,
): void {
  const target = targets.find((candidate) => candidate.type.endsWith(type))?.target;
  prepared.delete(target ?? path);
  if (target === undefined || !parts.has(target)) return;
  const xml = xmlOf(parts, target, root);
  prepared.set(path, encode(root === "styleSheet" ? withoutOffSwitches(withPlainBooleans(xml)) : xml));
}

/** A part that must be there and end as it should; document type definitions have no place in it. */
function xmlOf(parts: Parts, path: string, root: string): string {
  const bytes = parts.get(path);
  if (bytes === undefined) throw new Unusable("broken");
  const xml = withoutPrefix(decode(bytes));
  const complete = xml.trimEnd().endsWith(`</${root}>`) || new RegExp(`<${root}[^<>]*/>\\s*$`).test(xml);
  if (xml.includes("<!DOCTYPE") || !complete) throw new Unusable("broken");
  return xml;
}

function checkSheet(xml: string): void {
  // Dates written out (ISO 8601, "Strict" files) would be taken for the number of their year.
  if (/<c\s[^<>]*\bt=["']d["']/.test(xml)) throw new Unusable("broken");
  // The library makes an object of each column.
  const columns = elements(xml, "col").map((element) => Number(attributesOf(element).get("max") ?? 1));
  if (columns.some((last) => !(last <= MAX_COLUMNS))) throw new Unusable("broken");
  const merged = elements(xml, "mergeCell").reduce((sum, element) => sum + mergedCells(element), 0);
  if (merged > MAX_MERGED_CELLS) throw new Unusable("too-large");
}

function mergedCells(element: string): number {
  const reference = attributesOf(element).get("ref") ?? "";
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  const [, left = "", top, right = "", bottom] = match ?? [];
  return match ? (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1) : 0;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
