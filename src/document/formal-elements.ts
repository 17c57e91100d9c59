import type { ReportInfo } from "../report/report.js";
import { type Day, longDay } from "../values/day.js";
import { cleanLines, cleanText } from "./clean-text.js";

/** Type of document (khoản 5 điểm b). */
export const DOCUMENT_KIND = "BÁO CÁO";

/** Room for a few digits by hand. */
const BLANK = "      ";
/** Room for words by hand. */
export const DOTS = "…………………";
const USUAL_SYMBOL = "BC-UBND";

/**
 * Name of the body that manages the issuing one, in capitals, common words abbreviated, or null when
 * there is none (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2 điểm a, b). A people's
 * committee is managed by no other body, so it stands alone, as on the real reports.
 */
export function superiorName(info: ReportInfo): string | null {
  const name = cleanText(info.superior).trim();
  const committee = /^(ubnd|(ủy|uỷ) ban nhân dân)(?=\s|$)/iu.test(cleanText(info.organization).trim());
  return name === "" || committee
    ? null
    : name.replace(/^(ủy|uỷ) ban nhân dân(?=\s|$)/iu, "UBND").toUpperCase();
}

/** Official full name of the issuing body, `UBND` written out (khoản 2 điểm a); dots when it is blank. */
export function organizationName(info: ReportInfo): string {
  const name = cleanText(info.organization).trim();
  return name === "" ? DOTS : name.replace(/^UBND(?=\s|$)/iu, "Ủy ban nhân dân");
}

/** The full name in capitals as the head prints it (khoản 2 điểm b). */
export function organizationInCapitals(info: ReportInfo): string {
  return organizationName(info).toUpperCase();
}

/** The same in the two parts that it is broken into: `ỦY BAN NHÂN DÂN`, `XÃ PHƯỢNG KỲ`; other names are one part. */
export function organizationParts(info: ReportInfo): readonly string[] {
  const name = organizationInCapitals(info);
  const parts = /^((?:ỦY|UỶ) BAN NHÂN DÂN) (.+)$/u.exec(name);
  return parts === null ? [name] : [parts[1] ?? "", parts[2] ?? ""];
}

/**
 * `05/BC-UBND`: numbers under 10 take a leading 0 (khoản 3 điểm c); room to write where the
 * registry has given none yet. A number typed with its symbol is taken whole.
 */
function numberAndSymbol(info: ReportInfo): string {
  const number = cleanText(info.number).trim();
  if (number.includes("/")) return number;
  const symbol = cleanText(info.symbol).trim().replace(/^\/+/, "") || USUAL_SYMBOL;
  const shown = number === "" ? `${BLANK} ` : /^\d$/.test(number) ? `0${number}` : number;
  return `${shown}/${symbol}`;
}

/** `Số: 05/BC-UBND` (khoản 3 điểm c). */
export function numberLine(info: ReportInfo): string {
  return `Số: ${numberAndSymbol(info)}`;
}

/** `Thanh Miện, ngày 09 tháng 9 năm 2023` (khoản 4 điểm b, c); room to write where a part is not known. */
export function placeAndDate(info: ReportInfo): string {
  return `${placeWords(info)} ${dateWords(info)}`;
}

/** `Thanh Miện,`: the comma stays with the place. */
export function placeWords(info: ReportInfo): string {
  return `${cleanText(info.place).trim() || DOTS},`;
}

/**
 * The date in words. Until it is signed the day is left open; month and year are those in which
 * the data end, or open as well.
 */
export function dateWords(info: ReportInfo): string {
  if (info.date !== null) return longDay(info.date);
  if (info.to !== null) return withoutDay(info.to);
  return `ngày${BLANK}tháng${BLANK}năm ${info.year ?? BLANK.trimEnd()}`.trimEnd();
}

function withoutDay(day: Day): string {
  return longDay(day).replace(/^ngày \d+ /u, `ngày${BLANK}`);
}

/** What stands under the appendix's title (Mục III, khoản 1 điểm c), in the two parts that it may be broken into. */
export function attachedTo(info: ReportInfo): readonly [report: string, issuer: string] {
  return [
    `(Kèm theo Báo cáo số ${numberAndSymbol(info)} ${dateWords(info)}`,
    `của ${organizationName(info)})`,
  ];
}

/** Who is written to: one item per body, without dashes and end marks. */
export function addressees(info: ReportInfo): readonly string[] {
  return listItems(info.addressees);
}

/**
 * The lines under "Nơi nhận:", dashes and end marks included (khoản 9 điểm b, d): `- Như trên;`
 * first when the report is addressed to someone, `- Lưu: VT.` last.
 */
export function recipientLines(info: ReportInfo): readonly string[] {
  const typed = listItems(info.recipients);
  const kept = typed.filter((item) => isKeptCopy(item));
  const written = addressees(info);
  // Who is written to stands under "Như trên" already.
  const named = new Set(written.map((name) => name.toLowerCase()));
  const others = typed.filter(
    (item) => !isKeptCopy(item) && !/^như trên$/iu.test(item) && !named.has(item.toLowerCase()),
  );
  const first = written.length > 0 ? ["Như trên"] : [];
  const last = kept.length > 0 ? kept : ["Lưu: VT"];
  const all = [...first, ...others, ...last];
  return all.map((item, index) => `- ${item}${index === all.length - 1 ? "." : ";"}`);
}

function isKeptCopy(item: string): boolean {
  return /^lưu\s*:/iu.test(item);
}

function listItems(items: readonly string[]): readonly string[] {
  return items
    .flatMap(cleanLines)
    .map((item) => item.replace(/^[-–—+*•]\s*/u, "").replace(/[\s;,.]+(\/\.)?$/u, ""))
    .filter((item) => item !== "");
}

/** Authority and title above the signature, in capitals (khoản 7 điểm đ), and the name below it. */
interface SignatureLines {
  readonly above: readonly string[];
  readonly name: string;
}

/** @param draft true for a report that nobody may sign yet: no name stands below */
export function signatureLines(info: ReportInfo, draft = false): SignatureLines {
  const authority = cleanLines(info.signerAuthority);
  const title = cleanLines(info.signerTitle);
  const above = [...authority, ...(title.length === 0 ? [DOTS] : title)];
  return {
    above: above.map((line) => line.toUpperCase()),
    name: draft ? "" : cleanText(info.signerName).trim(),
  };
}
