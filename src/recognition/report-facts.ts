import type { InfoKey } from "../report/info-fields.js";
import type { CellAddress } from "../values/address.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import type { Block } from "./blocks.js";
import { filledRows } from "./sheet-rows.js";

/** A piece of the report's information read off a title: proposed to the officer, never written. */
export interface InfoProposal {
  readonly key: Extract<InfoKey, "organization" | "superior" | "period" | "year">;
  /** As the information sheet would hold it: `UBND xã Phượng Kỳ`, `half-year`, `2023`. */
  readonly value: string;
  readonly address: CellAddress;
  /** The title it was read from. */
  readonly text: string;
}

/** Titles stand in the first rows of a sheet. */
const TITLE_ROWS = 12;
const NAME = "(\\p{Lu}\\p{L}*(?:[ -]\\p{Lu}\\p{L}*){0,3})";
const COMMUNE = named("xã", "phường", "thị trấn", "đặc khu");
const SUPERIOR = named("huyện", "quận", "thị xã", "thành phố");

/** A level in lower case, capitals or with a capital, and the name in capitals that follows: not "xã hội". */
function named(...levels: readonly string[]): RegExp {
  const written = levels.flatMap((level) => [level, level.toUpperCase(), capital(level)]);
  return new RegExp(`(?<!\\p{L})(${written.join("|")})\\s+${NAME}`, "u");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const periods: readonly (readonly [id: string, pattern: RegExp])[] = [
  ["multi-year", /(?:giai đoạn|năm)\s*(?:20\d\d)\s*[-–]\s*(20\d\d)/iu],
  ["half-year", /(?:6|sáu)\s*tháng\s*(?:đầu\s*)?năm\s*(20\d\d)/iu],
  ["quarter-1", /quý\s*(?:I|1)\s*(?:năm|[/,-])?\s*(20\d\d)/iu],
  ["quarter-3", /quý\s*(?:III|3)\s*(?:năm|[/,-])?\s*(20\d\d)/iu],
  ["half-year", /quý\s*(?:II|2)\s*(?:năm|[/,-])?\s*(20\d\d)/iu],
  ["year", /(?<!\p{L})năm\s*(20\d\d)/iu],
];

/**
 * Organization, superior, period and year as the titles above the blocks tell them. A piece that
 * two titles tell differently is proposed in both readings, so that the officer chooses.
 */
export function reportFacts(snapshot: WorkbookSnapshot, blocks: readonly Block[]): readonly InfoProposal[] {
  const found = new Map<string, InfoProposal>();
  for (const sheet of snapshot.sheets) {
    const first = Math.min(
      ...blocks.filter((block) => block.sheet === sheet.name).map((block) => block.header?.firstRow ?? 0),
    );
    for (const { row, cells } of filledRows(sheet)) {
      if (row > Math.min(TITLE_ROWS, first - 1)) break;
      for (const { column, text } of cells) {
        const address = { sheet: sheet.name, row, column };
        for (const [key, value] of factsOf(text.normalize("NFC").replace(/\s+/g, " "))) {
          if (!found.has(`${key}:${value}`)) found.set(`${key}:${value}`, { key, value, address, text });
        }
      }
    }
  }
  return [...found.values()];
}

function factsOf(text: string): readonly (readonly [InfoProposal["key"], string])[] {
  const facts: [InfoProposal["key"], string][] = [];
  for (const [id, pattern] of periods) {
    const year = pattern.exec(text)?.[1];
    if (year === undefined) continue;
    facts.push(["period", id], ["year", year]);
    break;
  }
  const commune = COMMUNE.exec(text);
  if (commune !== null) facts.push(["organization", organizationName(commune)]);
  const superior = SUPERIOR.exec(text);
  if (superior !== null) facts.push(["superior", organizationName(superior)]);
  return facts;
}

function organizationName([, level = "", name = ""]: RegExpExecArray): string {
  const words = name.split(" ").map((word) => capital(word.toLowerCase()));
  const titled = name === name.toUpperCase() ? words.join(" ") : name;
  return `UBND ${level.toLowerCase()} ${titled}`;
}
