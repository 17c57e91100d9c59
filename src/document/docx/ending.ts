import type { Paragraph, Table } from "docx";
import type { ReportInfo } from "../../report/report.js";
import { textWidth } from "../../values/text-width.js";
import type { DocumentContent } from "../content.js";
import { recipientLines, signatureLines } from "../formal-elements.js";
import { bareTable } from "./bare-table.js";
import { points, SIZE, TEXT_WIDTH } from "./measures.js";
import { line } from "./paragraphs.js";

const LEFT = Math.round(TEXT_WIDTH * 0.47);
/** Points between the signer's title and name: room for signature and seal. */
const SIGNATURE_ROOM = 80;

/**
 * Nơi nhận on the left, the signature on the right of the same line (Nghị định 30/2020/NĐ-CP, Phụ
 * lục I, Phần I, Mục II, khoản 7 điểm đ and khoản 9 điểm d; places 7 and 9b of Mục IV). One row, so
 * that no page break parts it.
 */
export function ending({ info, draft }: DocumentContent): Table {
  return bareTable([LEFT, TEXT_WIDTH - LEFT], [[recipients(info), signature(info, draft)]]);
}

/** "Nơi nhận:" 12 bold italic at the left margin, its list 11 upright. */
function recipients(info: ReportInfo): readonly Paragraph[] {
  const dash = points(textWidth("- ", { size: SIZE.recipient, bold: false }));
  return [
    line("Nơi nhận:", { size: SIZE.recipients, bold: true, italics: true, alignment: "left", before: 12 }),
    ...recipientLines(info).map((text) =>
      line(text, { size: SIZE.recipient, alignment: "left", indent: { left: dash, hanging: dash } }),
    ),
  ];
}

/** Authority and title in bold capitals, the name in bold below the room for the signature. */
function signature(info: ReportInfo, draft: boolean): readonly Paragraph[] {
  const { above, name } = signatureLines(info, draft);
  const look = { size: SIZE.text, bold: true } as const;
  return [
    ...above.map((text, index) => line(text, index === 0 ? { ...look, before: 12 } : look)),
    line(name, { ...look, before: SIGNATURE_ROOM }),
  ];
}
