import type { Edition } from "../forms/schema.js";
import type { Judgement } from "../jobs/check.js";
import { type Defect, suggestionOf } from "../jobs/defects.js";
import { placeOf, sentenceOf } from "../jobs/tell-finding.js";
import type { Severity } from "../rules/facts.js";
import type { Finding } from "../rules/finding.js";
import { a1 } from "../values/address.js";

/** What is told of a workbook that was checked; the workbook itself need not be kept. */
export interface CheckedFile {
  readonly file: string;
  readonly edition: Edition;
  readonly summary: Judgement["summary"];
  readonly findings: Judgement["findings"];
  readonly defects: readonly Defect[];
}

const words: Readonly<Record<Severity, string>> = { error: "LỖI", warning: "Cảnh báo", info: "Lưu ý" };

/**
 * A checked workbook for a person: the counts, then one line a defect, the gravest first, with the cell
 * that may be wrong and how many further findings come from it.
 */
export function findingsText({ file, edition, summary, defects }: CheckedFile): string {
  const { errors, warnings, infos, unchecked, filled, required } = summary;
  const lines = (["error", "warning", "info"] as const).flatMap((severity) =>
    defects.flatMap((defect) => (gravity(defect) === severity ? [defectLine(defect, edition)] : [])),
  );
  return [
    `${file} (${edition.id})\n`,
    `  ${errors} lỗi, ${warnings} cảnh báo, ${infos} lưu ý; đã điền ${filled}/${required} ô bắt buộc; `,
    `${unchecked} phép kiểm tra còn chờ số liệu\n`,
    ...lines,
  ].join("");
}

function gravity({ finding, also }: Defect): Severity {
  const all = [finding, ...also].map(({ severity }) => severity);
  return all.includes("error") ? "error" : all.includes("warning") ? "warning" : "info";
}

function defectLine(defect: Defect, edition: Edition): string {
  const { finding, also } = defect;
  const others = also.map((other) => placeText(other, edition)).join("; ");
  const parts = [
    sentenceOf(finding, edition),
    suggestionOf(defect, edition),
    others === "" ? "" : `(Cùng nguyên nhân: ${others}.)`,
  ];
  const told = parts.filter((part) => part !== "").join(" ");
  return `  ${words[gravity(defect)]}  ${placeText(finding, edition)}: ${told}\n`;
}

function placeText(finding: Finding, edition: Edition): string {
  const place = placeOf(finding.place, edition);
  const cell = place.address === null ? [] : [`ô ${a1(place.address)}`];
  switch (place.kind) {
    case "row":
      return [place.sheet, `dòng ${place.name}`, ...cell].join(", ");
    case "info":
      return ["Thông tin chung", ...cell].join(", ");
    case "sheet":
      return `Sheet ${place.sheet}`;
    case "table": {
      const column = place.column === "" ? "" : `cột ${place.column}`;
      return [`Bảng ${place.sheet}`, place.row, column, ...cell].filter((part) => part !== "").join(", ");
    }
  }
}
