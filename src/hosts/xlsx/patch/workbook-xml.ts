import { isOn } from "../read/workbook-part.js";
import { scannerAt } from "../xml/scanner.js";
import { type Splice, spliced } from "../xml/splice.js";
import { encodeAttribute, encodeXml } from "../xml/text.js";
import { childXml, withChildren } from "./part-children.js";

/** A defined name that is set: added, or given another meaning. */
export interface NewName {
  readonly name: string;
  /** Place of the sheet that the name is local to, among all sheets; null for the whole workbook. */
  readonly local: number | null;
  readonly hidden: boolean;
  /** Null takes the name out. */
  readonly refersTo: string | null;
}

/** The workbook part with names set; those that are there keep their place and their other attributes. */
export function withNames(xml: string, names: readonly NewName[]): string {
  if (names.length === 0) return xml;
  const left = new Map(names.map((name) => [nameKey(name.name, name.local), name]));
  const splices: Splice[] = [];
  const scanner = scannerAt(xml, "workbook");
  const { prefix: p } = scanner;
  let behind: { readonly at: number; readonly empty: boolean; readonly tag: string } | null = null;
  let remaining = 0;
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    if (!scanner.is("definedNames")) {
      scanner.skip();
      continue;
    }
    const { start, end, empty } = scanner;
    const tag = xml.slice(start, end);
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      const local = scanner.attribute("localSheetId");
      const key = nameKey(scanner.attribute("name") ?? "", local === undefined ? null : Number(local));
      const name = scanner.is("definedName") ? left.get(key) : undefined;
      const inner = scanner.end;
      scanner.skip();
      remaining += 1;
      if (name === undefined) continue;
      left.delete(key);
      if (name.refersTo === null) {
        remaining -= 1;
        splices.push({ from: scanner.start, to: scanner.end, text: "" });
      } else {
        const open = xml.slice(scanner.start, inner).replace(/\s*\/?>$/, "");
        const text = `${open}>${encodeXml(name.refersTo)}</${p}definedName>`;
        splices.push({ from: scanner.start, to: scanner.end, text });
      }
    }
    behind = { at: empty ? start : scanner.start, empty, tag };
  }
  const made = [...left.values()].flatMap((name) => nameXml(p, name)).join("");
  if (behind === null) {
    return made === ""
      ? xml
      : withChildren(xml, "workbook", [
          { name: "definedNames", how: "append", xml: `<${p}definedNames>${made}</${p}definedNames>` },
        ]);
  }
  if (made !== "") {
    const open = `${behind.tag.slice(0, -2).trimEnd()}>`;
    splices.push(
      behind.empty
        ? { from: behind.at, to: behind.at + behind.tag.length, text: `${open}${made}</${p}definedNames>` }
        : { from: behind.at, to: behind.at, text: made },
    );
  }
  const named = spliced(xml, splices);
  // An empty list of names is not allowed.
  return made === "" && remaining === 0
    ? withChildren(named, "workbook", [{ name: "definedNames", how: "replace", xml: "" }])
    : named;
}

/** Excel takes names that differ in case only for the same. */
function nameKey(name: string, local: number | null): string {
  return `${local ?? ""}!${name.toLowerCase()}`;
}

function nameXml(p: string, { name, local, hidden, refersTo }: NewName): readonly string[] {
  if (refersTo === null) return [];
  const place = local === null ? "" : ` localSheetId="${local}"`;
  const shown = hidden ? ' hidden="1"' : "";
  return [
    `<${p}definedName name="${encodeAttribute(name)}"${place}${shown}>${encodeXml(refersTo)}</${p}definedName>`,
  ];
}

const RELATIONSHIPS =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships$/;

/** The workbook part with one more sheet behind the others. */
export function withSheet(
  xml: string,
  {
    name,
    relationship,
    veryHidden,
  }: { readonly name: string; readonly relationship: string; readonly veryHidden: boolean },
): string {
  const scanner = scannerAt(xml, "workbook");
  const { prefix: p } = scanner;
  const declared = [...scanner.attributes()].find(([, , from, to]) =>
    RELATIONSHIPS.test(xml.slice(from, to)),
  );
  const written = declared === undefined ? "" : xml.slice(declared[0], declared[1]);
  const link = written.startsWith("xmlns:") ? written.slice("xmlns:".length) : null;
  const id =
    link === null
      ? `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relationship}"`
      : `${link}:id="${relationship}"`;
  let last = 0;
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    if (!scanner.is("sheets")) {
      scanner.skip();
      continue;
    }
    const { start, end, empty } = scanner;
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      last = Math.max(last, Number(scanner.attribute("sheetId") ?? 0));
      scanner.skip();
    }
    const state = veryHidden ? ' state="veryHidden"' : "";
    const made = `<${p}sheet name="${encodeAttribute(name)}" sheetId="${last + 1}"${state} ${id}/>`;
    const text = `${xml.slice(start, end - 2).trimEnd()}>${made}</${p}sheets>`;
    return spliced(xml, [
      empty ? { from: start, to: end, text } : { from: scanner.start, to: scanner.start, text: made },
    ]);
  }
  const made = `<${p}sheet name="${encodeAttribute(name)}" sheetId="1" ${id}/>`;
  return withChildren(xml, "workbook", [
    { name: "sheets", how: "append", xml: `<${p}sheets>${made}</${p}sheets>` },
  ]);
}

/** The workbook part that has everything worked out when a program opens it. */
export function withCalculationOnLoad(xml: string): string {
  const present = childXml(xml, "workbook", "calcPr");
  if (present === null) {
    const { prefix: p } = scannerAt(xml, "workbook");
    return withChildren(xml, "workbook", [
      { name: "calcPr", how: "append", xml: `<${p}calcPr calcId="191029" fullCalcOnLoad="1"/>` },
    ]);
  }
  const scanner = scannerAt(`<m>${present}</m>`, "m");
  scanner.next();
  if (isOn(scanner.attribute("fullCalcOnLoad"))) return xml;
  const place = scanner.attributePlace("fullCalcOnLoad");
  const at =
    place ?? ([scanner.end - (scanner.empty ? 2 : 1), scanner.end - (scanner.empty ? 2 : 1)] as const);
  const wrapped = spliced(scanner.xml, [
    { from: at[0], to: at[1], text: place === null ? ' fullCalcOnLoad="1"' : "1" },
  ]);
  return withChildren(xml, "workbook", [
    { name: "calcPr", how: "replace", xml: wrapped.slice("<m>".length, -"</m>".length) },
  ]);
}
