const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The namespace of spreadsheets as every program writes them. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Who the file's properties name as its maker. */
const CREATOR = "CCHC";

/** The parts of a workbook without sheets: what the writer of existing workbooks starts from for a new one. */
export function emptyParts(): readonly (readonly [path: string, xml: string])[] {
  const type = (part: string, kind: string) => `<Override PartName="${part}" ContentType="${kind}"/>`;
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${kind}" Target="${target}"/>`;
  return [
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("/xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`)}${type("/xl/styles.xml", `${SPREADSHEET}.styles+xml`)}${type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${link(1, `${OFFICE}/officeDocument`, "xl/workbook.xml")}${link(2, `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`,
    ],
    [
      "docProps/core.xml",
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy></cp:coreProperties>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${link(1, `${OFFICE}/styles`, "styles.xml")}</Relationships>`,
    ],
    ["xl/styles.xml", emptyStyles(MAIN)],
  ];
}

/** A style sheet with the plain cell alone. */
export function emptyStyles(namespace: string): string {
  return `${HEAD}<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** A table of shared texts without any. */
export function emptyStrings(namespace: string): string {
  return `${HEAD}<sst xmlns="${namespace}"></sst>`;
}

/** A worksheet without cells. */
export function emptySheet(namespace: string): string {
  return `${HEAD}<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>`;
}
