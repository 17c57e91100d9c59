import type { Table } from "../forms/table-schema.js";
import type { TableRow } from "../report/table-report.js";
import { shortDay } from "../values/day.js";
import { capital, plainWords } from "../values/words.js";
import { CellWords } from "./message.js";

/** First words of subjects that name something done: they follow "về việc". */
const DONE =
  /^(ban hành|triển khai|thực hiện|tổ chức|thành lập|công bố|đôn đốc|niêm yết|tăng cường|tập trung|kiện toàn|rà soát|khảo sát|đề nghị|phê duyệt|giao|điều chỉnh|tiếp tục|đẩy mạnh|phân công|hướng dẫn|phối hợp|nâng cao|chấn chỉnh|xây dựng|cử|quy định)(?=\s)/iu;

/**
 * Documents that differ in nothing but their number, as one citation: `Công văn số 85, 86, 87/CV-UBND
 * ngày 15/5/2023 về ...`. Rows are kept in order; each group stands where its first row does.
 */
export function sameDocuments(table: Table, rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
  const { cites } = table;
  if (cites === undefined) return rows.map((row) => [row]);
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const { type, symbol, date, issuer, subject } = cites;
    const words = [type, symbol, date, issuer, subject].map((column) => {
      const reading = row.cells.get(column)?.reading;
      if (reading?.kind === "date") return shortDay(reading.day);
      return reading?.kind === "text" ? plainWords(reading.text) : "";
    });
    const number = row.cells.get(cites.number)?.reading.kind ?? "blank";
    // Without a number or a subject two rows are not known to be alike.
    const key = number === "blank" || words[4] === "" ? `row ${row.row}` : words.join("|");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/**
 * A document as official texts cite it: `Kế hoạch số 13/KH-UBND ngày 14/02/2023 của UBND xã về công
 * tác tuyên truyền` (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b). What its row
 * lacks is left out; the issuer stands only where it is another body. Null where the table lists no
 * documents or the row names none.
 */
export function citationOf(table: Table, rows: readonly TableRow[]): CellWords | null {
  const { cites } = table;
  const [row] = rows;
  if (cites === undefined || row === undefined) return null;
  const numberIn = (of: TableRow): string => {
    const reading = of.cells.get(cites.number)?.reading;
    if (reading?.kind === "number") return String(reading.value);
    return reading?.kind === "text" ? reading.text.trim() : "";
  };
  const text = (column: string): string => {
    const reading = row.cells.get(column)?.reading;
    if (reading?.kind === "text") return reading.text.normalize("NFC").replace(/\s+/g, " ").trim();
    return reading?.kind === "number" ? String(reading.value) : "";
  };
  const date = row.cells.get(cites.date)?.reading;
  const address = row.cells.get(cites.subject)?.address ?? row.cells.get(cites.type)?.address;
  const subject = text(cites.subject);
  const type = text(cites.type);
  if (address === undefined || (type === "" && subject === "")) return null;
  // Laws are cited by their names alone.
  if (/^(luật|bộ luật|pháp lệnh|hiến pháp)$/iu.test(type)) {
    return new CellWords(`${type} ${nameOfLaw(subject, type)}`.trim(), address);
  }
  const numbers = rows.map((each) => padded(numberIn(each))).filter((each) => each !== "");
  const number = numbered(numbers.join(", "), text(cites.symbol));
  const issuer = text(cites.issuer);
  const parts = [
    type,
    number === "" ? "" : `số ${number}`,
    date?.kind === "date" ? `ngày ${shortDay(date.day)}` : "",
    issuer === "" ? "" : `của ${issuer}`,
    about(withoutType(subject, type)),
  ];
  return new CellWords(parts.filter((part) => part !== "").join(" "), address);
}

/** Numbers under 10 take a zero (khoản 3 điểm c). */
function padded(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number;
}

/** `13/KH-UBND`; a number typed with its symbol stays whole. */
function numbered(number: string, symbol: string): string {
  if (symbol === "" || plainWords(number).endsWith(plainWords(symbol))) return number;
  if (number === "") return symbol;
  if (/^[-/]/.test(symbol)) return `${number}${symbol}`;
  // Party bodies, whose symbols hold the stroke themselves, join number and symbol with a dash: 22-HD/BTCTU.
  return symbol.includes("/") ? `${number}-${symbol}` : `${number}/${symbol}`;
}

/** The name begins with a capital: Luật Tổ chức chính quyền địa phương (Phụ lục II, Mục V, khoản 6). */
function nameOfLaw(subject: string, type: string): string {
  return capital(withoutType(subject, type));
}

/** A subject that begins with its document's own type, without it. */
function withoutType(subject: string, type: string): string {
  return plainWords(subject).startsWith(`${plainWords(type)} `) ? subject.slice(type.length).trim() : subject;
}

/** The subject as it follows in a sentence: with its own "về", or one that fits. */
function about(subject: string): string {
  const bare = subject.replace(/^v\/v\s*:?\s*/iu, "về việc ").replace(/[\s.;,]+$/u, "");
  if (bare === "") return "";
  if (/^(về|quy định về)(?=\s)/iu.test(bare)) return lowered(bare);
  return DONE.test(bare) ? `về việc ${lowered(bare)}` : `về ${lowered(bare)}`;
}

/** The first letter small, unless the word is an abbreviation. */
function lowered(text: string): string {
  const [first = ""] = text.split(" ");
  if (first.length > 1 && first === first.toLocaleUpperCase("vi")) return text;
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}
