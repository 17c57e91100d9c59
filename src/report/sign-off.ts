import { eachIndicator, type IndicatorRef, indicatorKey, isFilled } from "../forms/indicators.js";
import { isoDay } from "../values/day.js";
import type { Confirmation } from "./confirmation.js";
import type { Report } from "./report.js";
import type { TableReport } from "./table-report.js";

/** Key of the sign-off in the list of what the officer confirmed. */
const KEY = "report.signed";

/** What changed since a report was signed. */
export interface ChangesSinceSigned {
  /** As kept: `45/BC-UBND ngày 2023-09-12`. */
  readonly signed: string;
  readonly indicators: readonly IndicatorRef[];
  /** Ids of tables that say other things now, or are gone. */
  readonly tables: readonly string[];
}

/** The sign-off of a report for the workbook: its number and day, and a print of every value. */
export function signOffOf(report: Report): Confirmation {
  const { number, symbol, date } = report.info;
  const name = number.includes("/") ? number : [number, symbol].filter((part) => part !== "").join("/");
  const parts = [name === "" ? "chưa có số" : name, date === null ? "" : `ngày ${isoDay(date)}`];
  return {
    finding: KEY,
    numbers: JSON.stringify({
      rows: Object.fromEntries(rowPrints(report)),
      tables: Object.fromEntries(tablePrints(report)),
    }),
    reason: parts.filter((part) => part !== "").join(" "),
  };
}

/** What of a signed report has changed; null where it was never signed, or the print cannot be read. */
export function changesSinceSigned(report: Report): ChangesSinceSigned | null {
  const kept = report.confirmations.findLast(({ finding }) => finding === KEY);
  const prints = kept === undefined ? null : readPrints(kept.numbers);
  if (kept === undefined || prints === null) return null;
  const now = rowPrints(report);
  const tables = tablePrints(report);
  const named = [...eachIndicator(report.edition)].flatMap(({ form, indicator }) => {
    const key = indicatorKey(form.number, indicator.code);
    return prints.rows.get(key) === now.get(key) ? [] : [{ form: form.number, code: indicator.code }];
  });
  const ids = new Set([...prints.tables.keys(), ...tables.keys()]);
  return {
    signed: kept.reason,
    indicators: named,
    tables: [...ids].filter((id) => prints.tables.get(id) !== tables.get(id)),
  };
}

function rowPrints(report: Report): ReadonlyMap<string, string> {
  return new Map(
    [...eachIndicator(report.edition)]
      .filter(({ indicator }) => isFilled(indicator))
      .flatMap(({ form, indicator }) => {
        const key = indicatorKey(form.number, indicator.code);
        const value = report.values.get(key)?.cell.value ?? null;
        return value === null ? [] : [[key, fingerprint(String(value))] as const];
      }),
  );
}

function tablePrints(report: Report): ReadonlyMap<string, string> {
  return new Map(
    [...report.tables].filter(([, { rows }]) => rows.length > 0).map(([id, table]) => [id, printOf(table)]),
  );
}

function printOf({ rows }: TableReport): string {
  const cells = rows.flatMap(({ cells: row }) =>
    [...row].map(([id, { cell }]) => `${id}=${String(cell.value)}`),
  );
  return fingerprint(cells.join("\n"));
}

function readPrints(text: string) {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) return null;
    const { rows, tables } = { rows: null, tables: null, ...parsed };
    return { rows: textMap(rows), tables: textMap(tables) };
  } catch {
    return null;
  }
}

function textMap(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, text]) => (typeof text === "string" ? [[key, text] as const] : [])),
  );
}

/** FNV-1a of 32 bits in base 36: tells a changed value, guards against nobody. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
