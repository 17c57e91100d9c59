import type { PeriodId } from "../../forms/schema.js";
import type { ReportInfo } from "../../report/report.js";

const PERIODS: Readonly<Record<PeriodId, string>> = {
  "quarter-1": "quy-I",
  "half-year": "6-thang",
  "quarter-3": "quy-III",
  year: "nam",
  "multi-year": "tong-ket",
};

/**
 * `Bao-cao-CCHC-quy-III-2023-thi-tran-Thanh-Mien.docx`: without diacritics and spaces, since mail
 * and document systems of offices spoil both.
 */
export function reportFileName({ period, year, organization }: ReportInfo): string {
  const parts = [
    "Bao-cao-CCHC",
    ...(period === null ? [] : [PERIODS[period]]),
    ...(year === null ? [] : [String(year)]),
    plain(organization.replace(/^(?:UBND|[ỦU][ỷy] ban nhân dân)\s+/iu, "")),
  ];
  return `${parts.filter((part) => part !== "").join("-")}.docx`;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^0-9A-Za-z]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
