import type { Paragraph } from "docx";
import { textWidth } from "../../values/text-width.js";
import { breakLines } from "../break-lines.js";
import { cleanLines, cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { addressees, DOCUMENT_KIND, DOTS } from "../formal-elements.js";
import { ruleUnder } from "./head.js";
import { points, SIZE, TEXT_WIDTH, TWIPS_A_POINT } from "./measures.js";
import { line } from "./paragraphs.js";

/** Share of the page that a line of the title takes at most. */
const TITLE_SHARE = 0.88;
const BOLD = { size: SIZE.text, bold: true } as const;
const UPRIGHT = { size: SIZE.text, bold: false } as const;

/**
 * Type of document in capitals, trích yếu below it, both bold 13-14 and centred, and a rule of 1/3
 * to 1/2 of the line (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5 điểm b); the
 * days that the data cover in italics below.
 */
export function title({ framing }: DocumentContent): readonly Paragraph[] {
  const limit = (TEXT_WIDTH / TWIPS_A_POINT) * TITLE_SHARE;
  const subject = cleanLines(framing.subject || DOTS).flatMap((text) => breakLines(text, BOLD, limit));
  const windowLine = framing.dataWindow === null ? "" : cleanText(framing.dataWindow).trim();
  return [
    line(DOCUMENT_KIND, { ...BOLD, before: 18, heading: 0 }),
    ...subject.map((text) => line(text, BOLD)),
    ruleUnder(subject.at(-1) ?? DOCUMENT_KIND, BOLD, TEXT_WIDTH),
    ...(windowLine === "" ? [] : [line(windowLine, { ...UPRIGHT, italics: true, before: 3 })]),
  ];
}

/**
 * "Kính gửi" (khoản 9 điểm d, place 9a): one addressee on the same line; more of them a line each,
 * with dashes that stand straight under the colon, `;` after each and `.` after the last.
 */
export function address({ info }: DocumentContent): readonly Paragraph[] {
  const names = addressees(info);
  if (names.length === 0) return [];
  if (names.length === 1) return [line(`Kính gửi: ${names[0] ?? ""}`, { ...UPRIGHT, before: 12, after: 6 })];
  const items = names.map((name, index) => `- ${name}${index === names.length - 1 ? "." : ";"}`);
  const toColon = textWidth("Kính gửi", UPRIGHT);
  const dash = textWidth("- ", UPRIGHT);
  const widest = Math.max(...items.map((item) => textWidth(item, UPRIGHT)));
  const left = Math.max(0, (TEXT_WIDTH / TWIPS_A_POINT - toColon - widest) / 2);
  const indent = { left: points(left + toColon + dash), hanging: points(dash) };
  return [
    line("Kính gửi:", {
      ...UPRIGHT,
      alignment: "left",
      before: 12,
      keepNext: true,
      indent: { left: points(left), hanging: 0 },
    }),
    ...items.map((item, index) =>
      line(item, { ...UPRIGHT, alignment: "left", indent, after: index === items.length - 1 ? 6 : 0 }),
    ),
  ];
}
