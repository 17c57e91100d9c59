import { bareText } from "./vietnamese-text.js";

/** Words that units are made of in statistical forms, without diacritics: what is counted. */
const counted = [
  "van ban",
  "nhiem vu",
  "to chuc",
  "ca nhan",
  "van de",
  "phieu",
  "so luong",
  "thu tuc",
  "tthc",
  "ho so",
  "pakn",
  "nguoi",
  "can bo",
  "cong chuc",
  "vien chuc",
  "can bo cong chuc",
  "cbcc",
  "co quan",
  "don vi",
  "co quan don vi",
  "phong",
  "phong don vi",
  "dich vu",
  "cuoc",
  "lan",
  "luot",
  "tin",
  "bai",
  "tin bai",
  "buoi",
  "lop",
  "quyet dinh",
  "ke hoach",
  "bao cao",
  "dich vu cong",
  "thon",
  "xa",
  "truong hop",
  "y kien",
  "chi tieu",
  "he thong",
  "may",
  "bo",
  "cai",
  "chiec",
  "ban",
  "giao dich",
  "tai khoan",
  "sang kien",
  "to",
  "hop dong",
  "quy trinh",
  "phong ban",
] as const;

const money = /^(trieu dong|nghin dong|ngan dong|ty dong|ti dong|ty|ti|dong|vnd|trieu|nghin|trd|ty d)$/;

export type UnitKind = "percent" | "money" | "choices" | "count" | "none" | "unknown";

/** What a printed unit says of the values under it. */
export function unitKind(unit: string): UnitKind {
  const text = unit.trim();
  if (text === "" || /^[-–—.…x]+$/i.test(text)) return text === "" ? "none" : "unknown";
  if (/[=:]\s*\d/.test(text)) return "choices";
  const bare = bareText(text);
  if (/^(ty le )?(phan tram|%)$/.test(bare)) return "percent";
  if (money.test(bare)) return "money";
  return counted.some((word) => word === bare) ? "count" : "unknown";
}

/** True for a text that stands in a unit column. */
export function looksLikeUnit(text: string): boolean {
  const kind = unitKind(text);
  return kind !== "none" && kind !== "unknown";
}

/** A unit made ready for comparison. */
export interface UnitText {
  readonly kind: UnitKind;
  readonly bare: string;
}

export function unitText(unit: string): UnitText {
  return { kind: unitKind(unit), bare: bareText(unit) };
}

/** Whether a printed unit is an indicator's: null where one of them is blank. */
export function sameUnit(printed: UnitText, known: UnitText): boolean | null {
  if (printed.kind === "none" || known.kind === "none") return null;
  if (printed.kind === "choices" || known.kind === "choices") return printed.kind === known.kind;
  return printed.bare === known.bare;
}
