import { agrees, decimalsOf, roundHalfUp } from "../../values/tolerance.js";
import { formatNumber } from "../../values/vietnamese-number.js";

/*
 * Money as prose writes it: `1,5 tỷ đồng`, `850 triệu đồng`, `1 tỷ 200 triệu đồng`, whatever unit the
 * cell counts in.
 */

/** Đồng in one of the units that prose uses. */
const UNITS: Readonly<Record<string, number>> = {
  tỷ: 1e9,
  tỉ: 1e9,
  triệu: 1e6,
  nghìn: 1e3,
  ngàn: 1e3,
  đồng: 1,
};

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const SPACE = String.raw`[ \u00a0]`;
/** `đồng` that ends an amount, not the one of "đồng chí". */
const DONG = String.raw`đồng(?!${SPACE}+(?:chí|bào|bộ|thời|loạt)(?!\p{L}))(?!\p{L})`;
/** A larger unit alone is money only where nothing is named that it could count ("2 triệu lượt"). */
const ALONE = String.raw`(?=${SPACE}*(?:[,;:)]|\.(?!\d)|$))`;

/** An amount of money in a line: number and unit, several of them from large to small, `đồng` at the end. */
export const MONEY = new RegExp(
  `${NUMBER}${SPACE}*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)${SPACE}+${NUMBER}${SPACE}*)*` +
    `(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)(?:${SPACE}*${DONG}|${ALONE})|${DONG})`,
  "giu",
);

/** One part of an amount: `200 triệu`. */
interface Part {
  /** As she wrote it. */
  readonly text: string;
  readonly value: number;
  /** Đồng in its unit. */
  readonly unit: number;
}

/** Đồng that an amount in words comes to; null for words that are none. */
export function moneyValue(text: string): number | null {
  const parts = partsOf(text);
  return parts === null ? null : sum(parts);
}

/**
 * True where an amount in words states a number of đồng, at the decimals and the smallest unit that the
 * words have: `1,5 tỷ đồng` states 1.523.000.000.
 */
export function statesMoney(text: string, dong: number): boolean {
  const parts = partsOf(text);
  const last = parts?.at(-1);
  if (parts === null || last === undefined) return false;
  return agrees(sum(parts) / last.unit, dong / last.unit, decimalsOf(last.value));
}

/**
 * An amount in the units and the manner of hers: `1,5 tỷ đồng` becomes `1,677 tỷ đồng`, `1 tỷ 200 triệu
 * đồng` becomes `1 tỷ 350 triệu đồng`. Three decimals at most where they hold the amount, else two rounded.
 */
export function moneyLike(text: string, dong: number): string {
  const parts = partsOf(text) ?? [];
  let at = 0;
  let rest = dong;
  let fresh = "";
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    const begins = text.indexOf(part.text, at);
    const next = parts[index + 1];
    const end = next === undefined ? text.length : text.indexOf(next.text, begins + part.text.length);
    const share = last ? rest / part.unit : Math.floor(rest / part.unit);
    rest -= last ? 0 : share * part.unit;
    // "0 tỷ 900 triệu đồng" and "2 tỷ 0 triệu đồng" are not how amounts are told.
    const empty = share === 0 && (last ? fresh !== "" : true);
    const unitWords = text.slice(begins + part.text.length, end);
    if (!empty) fresh += `${amountLike(part.text, share)}${unitWords}`;
    else if (last) fresh = `${fresh.trimEnd()}${/đồng\s*$/iu.test(unitWords) ? " đồng" : ""}`;
    at = end;
  }
  return fresh;
}

/** Đồng in one of a unit that a cell names: `Triệu đồng` is 1.000.000; null where it names no money. */
export function moneyUnit(words: string): number | null {
  const [first = ""] = words.normalize("NFC").trim().toLocaleLowerCase("vi").split(/\s+/u);
  return UNITS[first] ?? null;
}

function partsOf(text: string): readonly Part[] | null {
  const found = [...text.matchAll(new RegExp(`(${NUMBER})${SPACE}*(tỷ|tỉ|triệu|nghìn|ngàn|đồng)`, "giu"))];
  const parts = found.map(([, number = "", unit = ""]): Part => {
    return { text: number, value: amountOf(number), unit: UNITS[unit.toLocaleLowerCase("vi")] ?? 1 };
  });
  // Each unit is smaller than the one before: anything else is no single amount.
  const falls = parts.every((part, index) => index === 0 || part.unit < (parts[index - 1]?.unit ?? 0));
  return parts.length > 0 && falls ? parts : null;
}

function amountOf(text: string): number {
  const thousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text);
  return Number((thousands ? text.replaceAll(".", "") : text).replace(",", "."));
}

function amountLike(text: string, value: number): string {
  const exact = roundHalfUp(value, 3);
  const rounded = roundHalfUp(value, 2);
  const shown = agrees(exact, value, 9) ? exact : rounded === 0 ? value : rounded;
  const words = formatNumber(shown, 9);
  return /^0\d/u.test(text) && /^[1-9]$/u.test(words) ? `0${words}` : words;
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { value, unit }) => total + value * unit, 0);
}
