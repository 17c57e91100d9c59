import type { Edition } from "../forms/schema.js";
import { INFO_SHEET } from "../forms/sheet-names.js";
import type { Judgement } from "../jobs/check.js";
import { type Defect, suggestionOf } from "../jobs/defects.js";
import { placeOf, sentenceOf } from "../jobs/tell-finding.js";
import type { Language, Wording } from "../jobs/wording.js";
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

/** What the list says around the findings themselves. */
interface ListWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly counts: (summary: Judgement["summary"]) => string;
  readonly sameCause: (places: string) => string;
}

const LIST_WORDS: Readonly<Record<Language, ListWords>> = {
  vi: {
    severities: { error: "LỖI", warning: "Cần xem lại", info: "Lưu ý" },
    counts: ({ errors, warnings, infos, unchecked, filled, required }) =>
      `${errors} lỗi, ${warnings} chỗ cần xem lại, ${infos} lưu ý; đã điền ${filled}/${required} ô bắt buộc; ` +
      `${unchecked} phép kiểm tra còn chờ số liệu`,
    sameCause: (places) => `(Cùng nguyên nhân: ${places}.)`,
  },
  en: {
    severities: { error: "ERROR", warning: "To review", info: "Note" },
    counts: ({ errors, warnings, infos, unchecked, filled, required }) =>
      `errors: ${errors}, to review: ${warnings}, notes: ${infos}; required cells filled: ${filled} of ${required}; ` +
      `checks that wait for numbers: ${unchecked}`,
    sameCause: (places) => `(From the same cause: ${places}.)`,
  },
};

/**
 * A checked workbook for a person: the counts, then one line a defect, the gravest first, with the cell
 * that may be wrong and how many further findings come from it.
 */
export function findingsText({ file, edition, summary, defects }: CheckedFile, wording: Wording): string {
  const words = LIST_WORDS[wording.language];
  const lines = (["error", "warning", "info"] as const).flatMap((severity) =>
    defects.flatMap((defect) => (gravity(defect) === severity ? [defectLine(defect, edition, wording)] : [])),
  );
  return [`${file} (${edition.id})\n`, `  ${words.counts(summary)}\n`, ...lines].join("");
}

function gravity({ finding, also }: Defect): Severity {
  const all = [finding, ...also].map(({ severity }) => severity);
  return all.includes("error") ? "error" : all.includes("warning") ? "warning" : "info";
}

function defectLine(defect: Defect, edition: Edition, wording: Wording): string {
  const { severities, sameCause } = LIST_WORDS[wording.language];
  const { finding, also } = defect;
  const others = also.map((other) => placeText(other, edition, wording)).join("; ");
  const parts = [
    sentenceOf(finding, edition, wording),
    suggestionOf(defect, edition, wording),
    others === "" ? "" : sameCause(others),
  ];
  const told = parts.filter((part) => part !== "").join(" ");
  return `  ${severities[gravity(defect)]}  ${placeText(finding, edition, wording)}: ${told}\n`;
}

function placeText(finding: Finding, edition: Edition, wording: Wording): string {
  const { places } = wording;
  const place = placeOf(finding.place, edition, "", wording);
  const cell = place.address === null ? [] : [places.cell(a1(place.address))];
  switch (place.kind) {
    case "row":
      return [place.sheet, places.row(place.name, null), ...cell].join(", ");
    case "info":
      return [INFO_SHEET, ...cell].join(", ");
    case "sheet":
      return place.sheet;
    case "table": {
      const column = place.column === "" ? "" : places.column(`"${place.column}"`);
      return [place.sheet, place.row, column, ...cell].filter((part) => part !== "").join(", ");
    }
  }
}
