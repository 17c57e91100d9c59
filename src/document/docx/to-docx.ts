import { Document, Packer } from "docx";
import { cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { baselineOf, baselineProperties } from "../refresh/baseline.js";
import { body } from "./body.js";
import { chartParts } from "./chart.js";
import { coreProperties } from "./core-properties.js";
import { ending } from "./ending.js";
import { appendix } from "./forms.js";
import { head } from "./head.js";
import { TURNED_TEXT_WIDTH } from "./measures.js";
import { numberedPages, turnedPages } from "./page.js";
import { sectionEnd } from "./paragraphs.js";
import { settleDates } from "./settle-dates.js";
import { sourceList } from "./sources.js";
import { styles } from "./styles.js";
import { tables } from "./tables.js";
import { address, title } from "./title.js";

/**
 * The report as a Word document (.docx) in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; the
 * forms and the tables that hold anything follow as its appendix. The same content gives the same bytes.
 */
export async function toDocx(content: DocumentContent): Promise<Uint8Array> {
  const report = [
    head(content.info),
    ...title(content),
    ...address(content),
    ...body(content),
    ending(content),
    sectionEnd(),
  ];
  const pages = [numberedPages(report, content.draft)];
  if (content.appendix.forms.length > 0) {
    pages.push(numberedPages([...appendix(content), sectionEnd()], content.draft));
  }
  const { tables: all } = content.appendix;
  const turned = all.filter((table) => table.turned);
  if (turned.length > 0) {
    const printed = tables(turned, TURNED_TEXT_WIDTH, "appendix", all.length - turned.length);
    pages.push(turnedPages([...printed, sectionEnd()], content.draft));
  }
  if (content.sources !== null) {
    pages.push(numberedPages([...sourceList(content.sources), sectionEnd()], content.draft));
  }
  const document = new Document({
    title: cleanText(content.framing.subject),
    styles,
    compatibility: { version: 15 },
    customProperties: baselineProperties(baselineOf(content.sections)),
    sections: pages,
  });
  const parts = [
    { path: "docProps/core.xml", data: coreProperties(content) },
    ...chartParts(content.appendix.tables),
  ];
  return settleDates(await Packer.pack(document, "uint8array", undefined, parts));
}
