import { rowName } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { Term } from "../../facts.js";
import type { Finding } from "../../finding.js";
import type {
  AmountCheck,
  AmountFacts,
  ColumnTotalCheck,
  Quotient,
  RatioParts,
} from "../../kinds/amounts.js";
import { ownColumn, unlikeUnits } from "../../place-words.js";
import { show } from "../../show.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { cellText, listed } from "./cells.js";

/** What the rules about ratios, totals and parts say, in Vietnamese. */
export const amountSentences: SentencesOf<AmountFacts> = {
  "ratio.mismatch": ({ actual, expected, quotient }) =>
    `Tỷ lệ ghi ${show(actual)} nhưng ${quotientText(quotient)} = ${show(expected)}%. ` +
    "Sửa tỷ lệ hoặc hai số thành phần.",
  "ratio.undefined": ({ actual, quotient }) =>
    `Tỷ lệ ghi ${show(actual)} nhưng mẫu số ${quotient.denominator === 0 ? "bằng 0" : "để trống"}, ` +
    `không tính được tỷ lệ. ${quotient.denominator === 0 ? "Sửa" : "Điền"} mẫu số, hoặc để trống tỷ lệ.`,
  "ratio.missing": ({ expected, quotient }) =>
    `Tỷ lệ để trống trong khi đã có đủ hai số thành phần: ${quotientText(quotient)} = ${show(expected)}%. ` +
    `Ghi ${show(expected)}.`,
  "total.mismatch": (finding, edition) => totalText(finding, edition),
  "part.exceeds": (finding, edition) => exceedsText(finding, edition),
};

/** What they find, in short. */
export const amountNames: NamesOf<AmountFacts> = {
  "ratio.mismatch": "Tỷ lệ không khớp",
  "ratio.undefined": "Tỷ lệ có số mà mẫu số bằng 0 hoặc trống",
  "ratio.missing": "Tỷ lệ chưa điền",
  "total.mismatch": "Tổng không khớp",
  "part.exceeds": "Số thành phần lớn hơn tổng",
};

/** What a rule about ratios, totals and parts asks for. */
export function amountHelp<K extends string>(
  check: AmountCheck<K> | ColumnTotalCheck,
  name: (key: K) => string,
): string {
  switch (check.kind) {
    case "column-total":
      return "Dòng tổng cộng bằng tổng các dòng ở trên.";
    case "ratio":
      return `Bằng ${quotientHelp(check.of, name)}, làm tròn hoặc cắt đến số chữ số thập phân đã ghi.`;
    case "ratio-undefined":
      return `Không ghi tỷ lệ khác 0 khi ${name(check.of.denominator)} bằng 0 hoặc để trống.`;
    case "ratio-filled":
      return `Phải ghi tỷ lệ khi đã có ${name(check.of.numerator)} và ${name(check.of.denominator)}.`;
    case "sum":
      return `Bằng ${sumHelp(check.parts.map(name))}.`;
    case "sum-within":
      return `Không nhỏ hơn ${sumHelp(check.parts.map(name))}.`;
    case "sum-reaches":
      return `Thường bằng ${sumHelp(check.parts.map(name))} khi các số đó đều đã điền.`;
    case "difference":
      return `Bằng ${[check.from, ...check.minus].map(name).join(" trừ ")}.`;
    case "within":
      return `Không lớn hơn ${name(check.whole)}.`;
  }
}

/** More terms than this are not read by anybody. */
const MANY_TERMS = 12;

function totalText(
  { actual, expected, made, place, imbalance }: Finding<"total.mismatch">,
  edition: Edition,
) {
  if (made.kind === "rows") {
    const { terms } = made;
    const few = terms.length > 1 && terms.length <= MANY_TERMS;
    const gap = imbalance === null ? "" : `, chênh ${show(Math.abs(imbalance))}`;
    return (
      `Dòng tổng cộng ghi ${show(actual)} ở cột ${ownColumn(place)} nhưng cộng các dòng được ` +
      `${few ? `${terms.map(show).join(" + ")} = ` : ""}${show(expected)}${gap}. ` +
      "Sửa dòng tổng cộng hoặc số của từng dòng."
    );
  }
  const parts =
    made.kind === "difference"
      ? `${[made.from, ...made.minus].map(show).join(" - ")} = ${show(expected)}`
      : sumText(made.terms, expected, edition);
  return place.kind === "table"
    ? `Cột ${ownColumn(place)} ghi ${show(actual)} nhưng ${parts}. Sửa số này hoặc các cột thành phần.`
    : `Tổng ghi ${show(actual)} nhưng ${parts}. Sửa tổng hoặc dòng thành phần.`;
}

function exceedsText({ actual, expected, against, place }: Finding<"part.exceeds">, edition: Edition) {
  if (against.kind === "parts") {
    const parts = sumText(against.terms, expected, edition);
    return place.kind === "table"
      ? `Cột ${ownColumn(place)} ghi ${show(actual)}, nhỏ hơn ${parts} ` +
          "của các cột thành phần. Kiểm tra các cột này."
      : `Tổng ghi ${show(actual)}, nhỏ hơn ${parts}. Sửa tổng hoặc dòng thành phần.`;
  }
  const stands =
    place.kind === "table" ? `Cột ${ownColumn(place)} ghi ${show(actual)}` : `Ô ghi ${show(actual)}`;
  const units = unlikeUnits(place, against.whole);
  const why =
    units === null
      ? "Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô."
      : `Mỗi ${units.own} có ít nhất một ${units.other}. Kiểm tra cả hai ô.`;
  return `${stands}, lớn hơn ${show(expected)} ở ${cellText(against.whole, place, edition)}. ${why}`;
}

/**
 * `dòng 1.4.1 + 1.4.2 + 1.4.3: 0 + 0 + 157 = 157`; blank rows are told as 0, columns by their numbers alone,
 * one that stands for all with its number.
 */
function sumText(terms: readonly Term[], sum: number, edition: Edition): string {
  const rows = terms.flatMap(({ cell }) => (cell.kind === "row" ? [rowName(edition, cell)] : []));
  if (terms.length === 1) return rows.length === 1 ? `dòng ${rows[0]} ghi ${show(sum)}` : show(sum);
  const values = `${terms.map(({ value }) => show(value ?? 0)).join(" + ")} = ${show(sum)}`;
  return rows.length === 0 ? values : `dòng ${rows.join(" + ")}: ${values}`;
}

function sumHelp(names: readonly string[]): string {
  return names.length === 1 ? names.join("") : `tổng của ${listed(names)}`;
}

function quotientText({ numerator, denominator, reduction }: Quotient): string {
  const [upper, lower] = [show(numerator), show(denominator)];
  return reduction ? `(${lower} - ${upper}) / ${lower}` : `${upper} / ${lower}`;
}

function quotientHelp<K extends string>(
  { kind, numerator, denominator }: RatioParts<K>,
  name: (key: K) => string,
): string {
  const [upper, lower] = [name(numerator), name(denominator)];
  return kind === "share" ? `100 x ${upper} / ${lower}` : `100 x (${lower} - ${upper}) / ${lower}`;
}
