import { FileChild, type IContext, type IXmlableObject } from "docx";
import { formatNumber } from "../../values/vietnamese-number.js";
import type { AppendixTable } from "../appendix-tables.js";
import { escapeMarkup } from "../escape.js";
import { FILLS, type TableChart } from "../table-chart.js";
import { chartHeight, SIZE } from "./measures.js";

/*
 * A chart that Word draws itself: stacked bars (ECMA-376 Part 1, 21.2). Only what this one kind needs; the
 * Word library's own charts are as large as a third of that library, and carry a workbook of their own in
 * which the figures could be changed apart from the cells that they come from.
 */

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** English Metric Units: 635 a twip, 36,000 a millimetre. */
const EMU = { twip: 635, millimetre: 36_000 } as const;

const TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** The charts as the parts of a Word file: what draws them is in the document (`Chart`). */
export function chartParts(
  tables: readonly AppendixTable[],
): readonly { readonly path: string; readonly data: string }[] {
  return tables.flatMap(({ chart }, index) =>
    chart === null ? [] : [{ path: `word/${pathOf(index)}`, data: chartXml(chart) }],
  );
}

function pathOf(index: number): string {
  return `charts/chart${index + 1}.xml`;
}

/**
 * Puts a chart into a Word document, a paragraph of its own. The library's own parts have an id by
 * chance: here the same content gives the same bytes.
 */
export class Chart extends FileChild {
  constructor(
    private readonly chart: TableChart,
    /** Of the table among those of the appendix, from 0. */
    private readonly index: number,
    /** Twips. */
    private readonly width: number,
  ) {
    super("w:p");
  }

  override prepForXml({ file, viewWrapper }: IContext): IXmlableObject {
    const id = `Chart${this.index + 1}`;
    file.ContentTypes.addOverride(TYPE, `/word/${pathOf(this.index)}`);
    viewWrapper.Relationships.addRelationship(id, `${RELATIONSHIPS}/chart`, pathOf(this.index));
    const { title, categories } = this.chart;
    const size = attributes("wp:extent", {
      cx: Math.floor(this.width * EMU.twip),
      cy: chartHeight(categories.length) * EMU.millimetre,
    });
    const none = { distT: 0, distB: 0, distL: 0, distR: 0 };
    const data = [
      { _attr: { uri: CHART } },
      attributes("c:chart", { "xmlns:c": CHART, "xmlns:r": RELATIONSHIPS, "r:id": `rId${id}` }),
    ];
    return {
      "w:p": [
        {
          "w:pPr": [attributes("w:spacing", { "w:before": 120 }), attributes("w:jc", { "w:val": "center" })],
        },
        {
          "w:r": [
            {
              "w:drawing": [
                {
                  "wp:inline": [
                    { _attr: { "xmlns:wp": PLACED, ...none } },
                    size,
                    attributes("wp:docPr", { id: this.index + 1, name: title, descr: described(this.chart) }),
                    { "wp:cNvGraphicFramePr": [] },
                    {
                      "a:graphic": [{ _attr: { "xmlns:a": DRAWING } }, { "a:graphicData": data }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
  }
}

/** What the bars say, for who cannot see them. */
function described({ title, categories, series }: TableChart): string {
  const bars = categories.map((category, at) => {
    const parts = series.flatMap(({ name, values }) => {
      const value = values[at] ?? 0;
      return value > 0 ? [`${name.toLowerCase()} ${formatNumber(value)}`] : [];
    });
    return `${category}: ${parts.join(", ")}`;
  });
  return `Biểu đồ ${title}. ${bars.join("; ")}.`;
}

function chartXml({ title, categories, series }: TableChart): string {
  const bars = series.map(({ name, values }, at) => seriesXml(at, name, categories, values)).join("");
  const axes = '<c:axId val="1001"/><c:axId val="1002"/>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONSHIPS}">`,
    '<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>',
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${100 * SIZE.table}" b="1"/></a:pPr>`,
    `<a:r><a:rPr lang="vi-VN" sz="${100 * SIZE.table}" b="1"/><a:t>${escapeMarkup(title)}</a:t></a:r></a:p></c:rich></c:tx>`,
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>',
    bars,
    `<c:gapWidth val="50"/><c:overlap val="100"/>${axes}</c:barChart>`,
    // The first row of the table on top, as it is read.
    '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>',
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>',
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1002"/><c:crosses val="autoZero"/>',
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>',
    '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>',
    '<c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>',
    '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>',
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>',
    "</c:chartSpace>",
  ].join("");
}

function seriesXml(
  at: number,
  name: string,
  categories: readonly string[],
  values: readonly (number | null)[],
): string {
  const colour = FILLS[at % FILLS.length] ?? "7F7F7F";
  const dark = at % 2 === 0;
  const points = (texts: readonly (string | null)[]) =>
    texts
      .map((text, index) =>
        text === null ? "" : `<c:pt idx="${index}"><c:v>${escapeMarkup(text)}</c:v></c:pt>`,
      )
      .join("");
  return [
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escapeMarkup(name)}</c:v></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    // No label for nothing.
    '<c:dLbls><c:numFmt formatCode="#,##0;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>',
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr val="${dark ? "FFFFFF" : "000000"}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`,
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
    `<c:cat><c:strLit><c:ptCount val="${categories.length}"/>${points(categories)}</c:strLit></c:cat>`,
    `<c:val><c:numLit><c:formatCode>#,##0</c:formatCode><c:ptCount val="${values.length}"/>`,
    points(values.map((value) => (value === null ? null : String(value)))),
    "</c:numLit></c:val></c:ser>",
  ].join("");
}

function attributes(tag: string, values: Readonly<Record<string, string | number>>): IXmlableObject {
  return { [tag]: { _attr: values } };
}
