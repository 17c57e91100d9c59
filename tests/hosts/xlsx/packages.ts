import { NODE_CODEC } from "../../../src/hosts/xlsx/node-codec.js";
import { openWorkbook, type XlsxWorkbook } from "../../../src/hosts/xlsx/open.js";
import { readZip } from "../../../src/hosts/xlsx/zip/read.js";
import { writeZip } from "../../../src/hosts/xlsx/zip/write.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { valueOfResult } from "../results.js";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a test says about a workbook; everything else is the least that a workbook needs. */
export interface PackageParts {
  /** Sheets: name, XML of the cells' rows, XML after the cells, `state` attribute. */
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: string;
    readonly after?: string;
    readonly before?: string;
    readonly state?: string;
  }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly names?: string;
  readonly workbookProperties?: string;
  /** Further parts, or other contents for the usual ones. */
  readonly other?: Readonly<Record<string, string>>;
}

/** Parts of a package as other programs write it, as text. */
export function packageTexts(parts: PackageParts): Record<string, string> {
  const links = parts.sheets.map(
    (_sheet, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const sheets = parts.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  return {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${OFFICE}">${parts.workbookProperties ?? ""}<sheets>${sheets.join("")}</sheets>${
      parts.names ? `<definedNames>${parts.names}</definedNames>` : ""
    }</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": parts.styles ?? styles([]),
    "xl/sharedStrings.xml": `<sst ${MAIN}>${parts.strings ?? ""}</sst>`,
    ...Object.fromEntries(
      parts.sheets.map(({ rows, before = "", after = "" }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${MAIN} xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...parts.other,
  };
}

/** Style sheet with one cell format per number format code, from index 1. */
export function styles(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`);
  const xfs = formats.map((_code, index) => `<xf numFmtId="${170 + index}" applyNumberFormat="1"/>`);
  return `<styleSheet ${MAIN}><numFmts count="${codes.length}">${codes.join("")}</numFmts><fonts count="1"><font><sz val="13"/><name val="Times New Roman"/></font></fonts><cellXfs count="${xfs.length + 1}"><xf numFmtId="0"/>${xfs.join("")}</cellXfs></styleSheet>`;
}

/** The bytes of a package. */
export function pack(texts: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder();
  return packBytes(Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)] as const));
}

/** The bytes of a package of parts as they are. */
export function packBytes(parts: Iterable<readonly [name: string, bytes: Uint8Array]>): Uint8Array {
  return writeZip(parts, NODE_CODEC);
}

export function packageOf(parts: PackageParts): Uint8Array {
  return pack(packageTexts(parts));
}

/** Opens bytes that must be a workbook. */
export async function opened(bytes: Uint8Array): Promise<XlsxWorkbook> {
  const result = await openWorkbook(bytes);
  if (!result.ok) throw new Error(`${result.fault.kind}: ${result.fault.message}`);
  return result.value;
}

export async function captured(parts: PackageParts): Promise<WorkbookSnapshot> {
  return valueOfResult(await (await opened(packageOf(parts))).capture());
}

/** The XML of a part of a saved workbook. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const parts = readZip(bytes);
  const part = parts.ok ? parts.value.get(name) : undefined;
  if (part === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(part);
}
