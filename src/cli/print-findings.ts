import { rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { Judgement } from "../jobs/check.js";
import type { Finding, Severity } from "../rules/finding.js";
import { describe } from "../rules/messages.js";
import { tablePlaceWords } from "../rules/place-words.js";
import { a1 } from "../values/address.js";
import { sheetOfForm } from "../workbook/layout/form-layout.js";
import type { Io } from "./io.js";

/** What is told of a workbook that was checked; the workbook itself need not be kept. */
export interface CheckedFile {
  readonly file: string;
  readonly edition: Edition;
  readonly summary: Judgement["summary"];
  readonly findings: Judgement["findings"];
}

const words: Readonly<Record<Severity, string>> = { error: "LỖI", warning: "Cảnh báo", info: "Lưu ý" };

/** A checked workbook for a person: the counts, then one line a finding, the gravest first. */
export function printFindings({ file, edition, summary, findings }: CheckedFile, io: Io): void {
  const { errors, warnings, infos, unchecked, filled, required } = summary;
  io.out(`${file} (${edition.id})\n`);
  io.out(
    `  ${errors} lỗi, ${warnings} cảnh báo, ${infos} lưu ý; đã điền ${filled}/${required} ô bắt buộc; ` +
      `${unchecked} phép kiểm tra còn chờ số liệu\n`,
  );
  for (const severity of ["error", "warning", "info"] as const) {
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      io.out(`  ${words[severity]}  ${placeText(finding, edition)}: ${describe(finding, edition)}\n`);
    }
  }
}

function placeText({ place }: Finding, edition: Edition): string {
  switch (place.kind) {
    case "indicator": {
      const cell = place.address === null ? "" : `, ô ${a1(place.address)}`;
      return `${sheetOfForm(edition, place.form)}, dòng ${rowName(edition, place)}${cell}`;
    }
    case "info":
      return `Thông tin chung${place.address === null ? "" : `, ô ${a1(place.address)}`}`;
    case "sheet":
      return `Sheet ${place.sheet}`;
    case "table": {
      const { sheet, row, column } = tablePlaceWords(place, edition);
      const cell = place.address === null ? "" : `ô ${a1(place.address)}`;
      const parts = [`Bảng ${sheet}`, row, column === "" ? "" : `cột ${column}`, cell];
      return parts.filter((part) => part !== "").join(", ");
    }
  }
}
