import { beforeAll, describe, expect, it } from "@jest/globals";
import type { XlsxWorkbook } from "../../../src/hosts/xlsx/open.js";
import { readZip } from "../../../src/hosts/xlsx/zip/read.js";
import { openXmlErrors } from "../../support/ooxml.js";
import { bookWith, typeRows } from "../../support/table-books.js";
import { valueOfResult } from "../results.js";
import { opened, packBytes, partOf } from "./packages.js";

/** A chart that the pane drew on the table's sheet, as Excel keeps it in the file: ours keeps it too. */

const ID = "hai-duong-2022";
const SHEET = "Hồ sơ theo lĩnh vực";
const NAME = "CCHC_CHART_dossiers_by_field";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const TYPES = "application/vnd.openxmlformats-officedocument";

const series = (index: number, column: string) =>
  `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>Phần ${index + 1}</c:v></c:tx><c:invertIfNegative val="0"/>` +
  `<c:cat><c:strRef><c:f>'${SHEET}'!$B$7:$B$9</c:f></c:strRef></c:cat>` +
  `<c:val><c:numRef><c:f>'${SHEET}'!$${column}$7:$${column}$9</c:f></c:numRef></c:val></c:ser>`;
const axis = (kind: string, id: number, other: number, at: string) =>
  `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${at}"/><c:crossAx val="${other}"/></c:${kind}>`;
const CHART = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>${series(0, "H")}${series(1, "I")}<c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axis("catAx", 1, 2, "l")}${axis("valAx", 2, 1, "b")}</c:plotArea></c:chart></c:chartSpace>`;

const corner = (name: string, column: number, row: number) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
const FRAME = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${corner("from", 1, 25)}${corner("to", 10, 45)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${NAME}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const links = (kind: string, target: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;

/** The table's sheet in a new workbook of ours, with the chart that Excel would have written into the file. */
async function withChart(): Promise<Uint8Array> {
  const book = await bookWith(ID, ["dossiers-by-field"]);
  const parts = readZip(await book.save());
  if (!parts.ok) throw new Error("no package");
  const text = (name: string) => new TextDecoder().decode(parts.value.get(name));
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  const sheet = `sheet${sheets.indexOf(SHEET) + 1}.xml`;
  const changed: Readonly<Record<string, string>> = {
    "[Content_Types].xml": text("[Content_Types].xml").replace(
      "</Types>",
      `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${TYPES}.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${TYPES}.drawingml.chart+xml"/></Types>`,
    ),
    "xl/workbook.xml": text("xl/workbook.xml").replace(
      "</definedNames>",
      `<definedName name="${NAME}" hidden="1">'${SHEET}'!$B$7:$I$9</definedName></definedNames>`,
    ),
    [`xl/worksheets/${sheet}`]: text(`xl/worksheets/${sheet}`).replace(
      "</worksheet>",
      `<drawing xmlns:r="${OFFICE}" r:id="rId1"/></worksheet>`,
    ),
    [`xl/worksheets/_rels/${sheet}.rels`]: links("drawing", "../drawings/drawing1.xml"),
    "xl/drawings/drawing1.xml": FRAME,
    "xl/drawings/_rels/drawing1.xml.rels": links("chart", "../charts/chart1.xml"),
    "xl/charts/chart1.xml": CHART,
  };
  const encoder = new TextEncoder();
  const all = new Map([
    ...parts.value,
    ...Object.entries(changed).map(([name, content]) => [name, encoder.encode(content)] as const),
  ]);
  return packBytes(all);
}

describe("a chart on a sheet of ours, in the file", () => {
  let book: XlsxWorkbook;

  beforeAll(async () => {
    const bytes = await withChart();
    expect(await openXmlErrors(bytes, "xlsx")).toEqual([]);
    book = await opened(bytes);
    await typeRows(ID, book, {
      "dossiers-by-field": [
        { field: "Hộ tịch", "resolved-early": 120, "resolved-on-time": 9 },
        { field: "Chứng thực", "resolved-early": 40, "resolved-on-time": 0 },
      ],
    });
  });

  it("stays as it is when the table is filled, and so does the name that tells of it", async () => {
    const saved = await book.save();
    expect(await openXmlErrors(saved, "xlsx")).toEqual([]);
    expect(await partOf(saved, "xl/charts/chart1.xml")).toBe(CHART);
    expect(await partOf(saved, "xl/drawings/drawing1.xml")).toBe(FRAME);
    const { names } = valueOfResult(await book.capture());
    expect(names).toContainEqual({
      name: NAME,
      area: { sheet: SHEET, top: 7, bottom: 9, left: 2, right: 9 },
    });
  });

  it("follows its cells when rows come between", async () => {
    valueOfResult(await book.insertRows({ sheet: SHEET, before: 8, count: 3 }));
    const saved = await book.save();
    expect(await openXmlErrors(saved, "xlsx")).toEqual([]);
    const chart = await partOf(saved, "xl/charts/chart1.xml");
    expect([...chart.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, formula]) => formula)).toEqual([
      `'${SHEET}'!$B$7:$B$12`,
      `'${SHEET}'!$H$7:$H$12`,
      `'${SHEET}'!$B$7:$B$12`,
      `'${SHEET}'!$I$7:$I$12`,
    ]);
    const drawing = await partOf(saved, "xl/drawings/drawing1.xml");
    expect([...drawing.matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => row)).toEqual(["28", "48"]);
    const { names } = valueOfResult(await book.capture());
    expect(names.find(({ name }) => name === NAME)?.area).toMatchObject({ top: 7, bottom: 12 });
  });
});
