import type { Chance } from "./random.js";

/** What happens to a single text. */
export const textDamages = {
  "decomposed letters": (text) => text.normalize("NFD"),
  "other tone places": (text) =>
    replaceAll(text, [
      ["hóa", "hoá"],
      ["hòa", "hoà"],
      ["ủy", "uỷ"],
      ["Ủy", "Uỷ"],
      ["thỏa", "thoả"],
      ["Tỷ", "Tỉ"],
      ["kỷ", "kỉ"],
      ["xử lý", "xử lí"],
    ]),
  "other case": (text, chance) =>
    chance.pick([
      text.toUpperCase(),
      text.toLowerCase(),
      text.replace(/(^| )\p{L}/gu, (s) => s.toUpperCase()),
    ]),
  "stray spaces and breaks": (text, chance) =>
    `${chance.pick(["", "  ", "\u00a0"])}${text.replace(/ /g, () => chance.pick([" ", " ", "  ", "\u00a0", "\n", " \r\n"]))}${chance.pick(["", " ", "\u00a0"])}`,
  "other abbreviations": (text, chance) =>
    chance.happens(0.5)
      ? replaceAll(
          text,
          abbreviations.map(([short, full]) => [short, full]),
        )
      : replaceAll(
          text,
          abbreviations.map(([short, full]) => [full, short]),
        ),
  "mistyped letters": (text, chance) => mistyped(text, chance, 1 + chance.below(2)),
  "other punctuation": (text, chance) =>
    chance.pick([
      `${text}:`,
      `${text}.`,
      `- ${text}`,
      text.replace(/-/g, "–"),
      `${text} ;`,
      text.replace(/,/g, " ,"),
    ]),
  "notes in brackets": (text, chance) =>
    chance.happens(0.3) ? chance.pick([`${text} (nếu có)`, `${text} (ghi rõ)`]) : text,
  "other superior": (text) => (/huyện giao$/.test(text) ? text.replaceAll("UBND huyện", "UBND tỉnh") : text),
} as const satisfies Readonly<Record<string, (text: string, chance: Chance) => string>>;

export type TextDamage = keyof typeof textDamages;

const abbreviations: readonly (readonly [short: string, full: string])[] = [
  ["TTHC", "thủ tục hành chính"],
  ["VBQPPL", "văn bản quy phạm pháp luật"],
  ["PAKN", "phản ánh, kiến nghị"],
  ["ĐVSN", "đơn vị sự nghiệp"],
  ["UBND", "Ủy ban nhân dân"],
  ["CCHC", "cải cách hành chính"],
  ["DVC", "dịch vụ công"],
  ["NSNN", "ngân sách nhà nước"],
  ["CBCC", "cán bộ, công chức"],
];

/** Damages one text; slips, notes and another superior happen in the labels of rows only. */
export function damagedText(name: TextDamage, text: string, label: boolean, chance: Chance): string {
  const ofLabels: readonly TextDamage[] = [
    "mistyped letters",
    "notes in brackets",
    "other superior",
    "other punctuation",
    "other abbreviations",
  ];
  if (!label && ofLabels.includes(name)) return text;
  if (name === "mistyped letters" && !chance.happens(0.5)) return text;
  return textDamages[name](text, chance);
}

function replaceAll(text: string, pairs: readonly (readonly [from: string, to: string])[]): string {
  return pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

/** Letters dropped, doubled, swapped with the next, or struck wrong; digits stay. */
function mistyped(text: string, chance: Chance, count: number): string {
  let result = text;
  for (let slip = 0; slip < count; slip++) {
    const letters = [...result.matchAll(/\p{L}/gu)].map((match) => match.index);
    const at = chance.pick(letters);
    const letter = result[at] ?? "";
    const next = result[at + 1] ?? "";
    const [before, after] = [result.slice(0, at), result.slice(at + 1)];
    result = chance.pick([
      before + after,
      before + letter + letter + after,
      /\p{L}/u.test(next) ? before + next + letter + after.slice(1) : before + after,
      before + chance.pick([..."abcdeghiklmnoprstuv"]) + after,
    ]);
  }
  return result;
}
