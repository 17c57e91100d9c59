import type { Paragraph, Table } from "docx";
import type { ReportInfo } from "../../report/report.js";
import { textWidth } from "../../values/text-width.js";
import { breakLines } from "../break-lines.js";
import {
  dateWords,
  numberLine,
  organizationParts,
  placeAndDate,
  placeWords,
  superiorName,
} from "../formal-elements.js";
import { bareTable } from "./bare-table.js";
import { points, SIZE, TEXT_WIDTH, TWIPS_A_POINT } from "./measures.js";
import { line, rule } from "./paragraphs.js";

const QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const TIEU_NGU = "Độc lập - Tự do - Hạnh phúc";
/** Points that an estimate may be short by, and that keep the two columns apart. */
const SLACK = 6;
const RIGHT = points(textWidth(QUOC_HIEU, { size: SIZE.nation, bold: true }) + SLACK);
const LEFT = TEXT_WIDTH - RIGHT;
/** Share of the line above it that a rule takes: between 1/3 and 1/2 of it. */
const RULE_SHARE = 0.4;

/**
 * The two-column head: names of the bodies on the left, Quốc hiệu and Tiêu ngữ on the right, then
 * number and place with date on one line (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II,
 * khoản 1-4; places 1-4 of Mục IV).
 */
export function head(info: ReportInfo): Table {
  return bareTable(
    [LEFT, RIGHT],
    [
      [issuer(info), nation()],
      [[line(numberLine(info), { size: SIZE.number, before: 8 })], place(info)],
    ],
  );
}

/** Khoản 4 điểm c: italics, centred under Quốc hiệu; a place too long for the line leaves the date whole. */
function place(info: ReportInfo): readonly Paragraph[] {
  const look = { size: SIZE.date, bold: false, italics: true } as const;
  const whole = placeAndDate(info);
  const fits = points(textWidth(whole, look)) <= RIGHT;
  const lines = fits ? [whole] : [placeWords(info), dateWords(info)];
  return lines.map((text, index) => line(text, index === 0 ? { ...look, before: 8 } : look));
}

/** Khoản 2 điểm b: superior upright, issuing body bold, capitals 12-13; a rule of 1/3 to 1/2 below. */
function issuer(info: ReportInfo): readonly Paragraph[] {
  const superior = superiorName(info);
  const limit = LEFT / TWIPS_A_POINT - SLACK;
  const upright = { size: SIZE.body, bold: false } as const;
  const bold = { size: SIZE.body, bold: true } as const;
  const above = superior === null ? [] : breakLines(superior, upright, limit);
  // A committee's name is parted before its unit: ỦY BAN NHÂN DÂN / XÃ PHƯỢNG KỲ.
  const names = organizationParts(info).flatMap((part) => breakLines(part, bold, limit));
  return [
    ...above.map((text) => line(text, upright)),
    ...names.map((text) => line(text, bold)),
    ruleUnder(names.at(-1) ?? "", bold, LEFT),
  ];
}

/** Khoản 1: Quốc hiệu in bold capitals 12-13, Tiêu ngữ bold 13-14, a rule as long as its line below. */
function nation(): readonly Paragraph[] {
  const motto = { size: SIZE.motto, bold: true } as const;
  return [
    line(QUOC_HIEU, { size: SIZE.nation, bold: true }),
    line(TIEU_NGU, motto),
    rule(points(textWidth(TIEU_NGU, motto)), RIGHT),
  ];
}

/** A rule of 1/3 to 1/2 of the line above it, centred under it. */
export function ruleUnder(
  text: string,
  face: { readonly size: number; readonly bold: boolean },
  width: number,
): Paragraph {
  const length = Math.min(points(textWidth(text, face)), width);
  return rule(Math.round(length * RULE_SHARE), width);
}
