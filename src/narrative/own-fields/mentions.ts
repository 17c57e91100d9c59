import { type Day, parseDay } from "../../values/day.js";
import type { Span } from "./anchor.js";
import { MONEY, moneyValue } from "./money.js";

/** A number, period, year or day in a line of the officer's own text, or words that say there is none. */
export type Mention = Span & {
  /** As she wrote it, the percent sign or the unit of money with it. */
  readonly text: string;
} & (
    | { readonly kind: "number" | "percent"; readonly value: number }
    /** `value` in đồng. */
    | { readonly kind: "money"; readonly value: number }
    /** "không phát sinh", "không có": the number 0 in words. */
    | { readonly kind: "none"; readonly value: 0 }
    | { readonly kind: "period" }
    | { readonly kind: "year"; readonly year: number }
    | { readonly kind: "day"; readonly day: Day }
  );

/**
 * What is never a number of this report, whatever it equals: citations with their days, numbers of
 * rules, standards and levels, spans of years, numbers that count a list, measures.
 */
const NEVER = [
  /(?:\p{L}+\s+)?số\s*:?\s*[\dIVX]+[\w^]*\s*[-/]\s*[\p{L}\d/&-]+(?:[,\s]*ngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?/gu,
  /\d+[a-zđ]?\s*\/\s*(?:\d{4}\/)?\p{Lu}[\p{L}\d&-]*(?:[,\s]*ngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?/gu,
  /(?:TCVN|ISO|Điều|khoản|điểm|mức độ|Đề án|Chương|Mục|Phụ lục|Biểu mẫu|biểu mẫu|mẫu số|Chỉ thị|Nghị quyết|Quy chế)\s+(?:ISO\s+)?\d+(?:[:.]\d+)*(?:\s*(?:,|và)\s*\d+)*/gu,
  /(?:giai đoạn|kỳ|nhiệm kỳ)\s+\d{4}\s*[-–]\s*\d{4}/giu,
  /\d{4}\s*[-–]\s*\d{4}/gu,
  /^\s*\d+(?:\.\d+)*[.)]\s/gu,
  /\d[\d.,]*\s*(?:km|m²|m2|ha|kg|phút|giờ|ngày làm việc)(?!\p{L})/gu,
] as const;

/** Words before a number, in its clause, that make it a target: never a result. */
const TARGET = /phấn đấu|mục tiêu|chỉ tiêu|ít nhất|tối thiểu/iu;

const DAY = /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/giu;
const PERIOD = /(?:quý\s+(?:IV|I{1,3})|6\s+tháng\s+(?:đầu|cuối)\s+năm)(?:\s+năm)?\s+\d{4}/giu;
const YEAR = /năm\s+(\d{4})(?!\d)/giu;
/** Words that say of what follows them that there is none. */
const NONE =
  /(?:không|chưa)\s+(?:phát sinh|có|còn|để xảy ra|xảy ra|tồn đọng)(?=\s)(?!\s+(?:thể|những|đủ|gì|chỉ))/giu;
const NUMBER = /(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?:\s?%)?/gu;

/**
 * The mentions of a line that could be the workbook's, in order. Citations, targets and what else is
 * never joined is passed over.
 */
export function mentionsIn(line: string): readonly Mention[] {
  const taken: Span[] = NEVER.flatMap((pattern) => spansOf(pattern, line));
  const free = ({ start, end }: Span) => !taken.some((span) => start < span.end && span.start < end);
  const found: Mention[] = [];
  const take = (pattern: RegExp, make: (text: string, span: Span) => Mention | null) => {
    for (const span of spansOf(pattern, line)) {
      if (!free(span)) continue;
      const mention = make(line.slice(span.start, span.end), span);
      taken.push(span);
      if (mention !== null) found.push(mention);
    }
  };
  take(DAY, (text, span) => {
    const day = parseDay(text);
    return day === null ? null : { kind: "day", text, ...span, day };
  });
  take(PERIOD, (text, span) => ({ kind: "period", text, ...span }));
  take(YEAR, (text, span) => ({ kind: "year", text, ...span, year: Number(text.slice(-4)) }));
  take(MONEY, (text, span) => {
    const value = moneyValue(text);
    if (value === null || !standsAlone(line, span) || TARGET.test(clauseBefore(line, span.start)))
      return null;
    return { kind: "money", text, ...span, value };
  });
  take(NONE, (text, span) =>
    TARGET.test(clauseBefore(line, span.start)) ? null : { kind: "none", text, ...span, value: 0 },
  );
  take(NUMBER, (text, span) => {
    if (!standsAlone(line, span) || TARGET.test(clauseBefore(line, span.start))) return null;
    const kind = text.endsWith("%") ? "percent" : "number";
    return { kind, text, ...span, value: proseNumber(text) };
  });
  return found.sort((a, b) => a.start - b.start);
}

/** The value of a number as Vietnamese prose writes it: dots between thousands, a comma before decimals. */
export function proseNumber(text: string): number {
  const bare = text.replace(/[\s%]/g, "");
  const thousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare);
  return Number((thousands ? bare.replaceAll(".", "") : bare).replace(",", "."));
}

/** Not a part of a word, of a code or of something between slashes that is no fraction. */
function standsAlone(line: string, { start, end }: Span): boolean {
  const before = line.slice(0, start);
  const after = line.slice(end);
  if (/[\p{L}\d_^]$|[\d][.,:]$|[-–]$/u.test(before) || /^[\p{L}\d_^]|^[.,:]\d/u.test(after)) return false;
  const fraction = /\d\/$/u.test(before) ? !/\d\/\d+\/$/u.test(before) : /^\/\d/u.test(after);
  if (/\/$/u.test(before) || /^\//u.test(after)) return fraction && !/^\/\d+\//u.test(after);
  return true;
}

function clauseBefore(line: string, at: number): string {
  return (
    line
      .slice(0, at)
      .split(/[;:.](?=\s)/u)
      .at(-1) ?? ""
  );
}

function spansOf(pattern: RegExp, line: string): readonly Span[] {
  return [...line.matchAll(pattern)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
}
