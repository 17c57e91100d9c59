import { readNumberText } from "./number-text.js";
import { plainMarks } from "./typed-text.js";
import { plainWords } from "./words.js";

/** A number that goes before words: digits with their marks, and a per cent sign never. */
const NUMBER_FIRST = /^([+-]?\d[\d.,]*(?: \d{3})*) ?(\p{L}.*)$/u;

/** What offices write for a unit in a hurry. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  "hồ sơ": ["hs"],
  "thủ tục": ["tthc", "tt"],
  tthc: ["thủ tục", "tt"],
  "văn bản": ["vb"],
  "triệu đồng": ["triệu", "trđ", "tr.đ"],
  đồng: ["đ", "vnđ", "vnd"],
  "nhiệm vụ": ["nv"],
  "%": ["phần trăm"],
};

/**
 * The number as typed of a text that says the row's own unit behind it: `25` for `25 văn bản` in a row of
 * "Văn bản". Null where anything else is said, or said of another unit: `2 triệu` in a row of đồng is no 2.
 *
 * @param unit as printed; one of several, parted by commas, is enough
 */
export function numberBesideUnit(text: string, unit: string): string | null {
  const [, number = "", words = ""] = NUMBER_FIRST.exec(plainMarks(text.trim())) ?? [];
  if (number === "" || readNumberText(number).length === 0) return null;
  const said = plainWords(words).replace(/\.$/, "");
  const printed = plainWords(unit);
  const units = [printed, ...printed.split(/\s*[,/;]\s*/)];
  const known = units.flatMap((name) => [name, ...(SHORT[name] ?? [])]);
  return known.includes(said) ? number : null;
}
