import type { Result } from "../../forms/result.js";
import type { Edition } from "../../forms/schema.js";
import { findInfoField, type InfoField, type InfoKey } from "../../report/info-fields.js";
import { matchPeriod } from "../../report/periods.js";
import type { CellAddress } from "../../values/address.js";
import { parseDay, toSerial } from "../../values/day.js";

/**
 * Contents for the cells of `Thông tin chung`: texts, years as numbers, dates as serial numbers,
 * lists with one item per line. An empty text blanks the cell, also where it has a default.
 */
export type InfoEntries = ReadonlyMap<InfoKey, string | number>;

/** One reason why a given information cannot be used, as a Vietnamese sentence. */
export interface InfoFault {
  readonly key: string;
  readonly message: string;
}

/** Given information as it goes into the cells. */
interface ReadInfo {
  readonly entries: InfoEntries;
  /** Keys that are no information of a report; they are left aside. */
  readonly unknownKeys: readonly string[];
}

/**
 * Reads the `info` object of DATA.json or INFO.json (DESIGN section 8). Its keys are those of
 * `infoFields`; a period is given by id or printed name, a date as `2023-09-09` or `09/9/2023`, a
 * list as an array or as one text with line breaks.
 */
export function infoFromJson(edition: Edition, json: unknown): Result<ReadInfo, readonly InfoFault[]> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    const message = 'Phần "info" phải là một đối tượng JSON, ví dụ {"organization": "UBND xã Phượng Kỳ"}.';
    return { ok: false, fault: [{ key: "info", message }] };
  }
  const entries = new Map<InfoKey, string | number>();
  const unknownKeys: string[] = [];
  const faults: InfoFault[] = [];
  for (const [key, value] of Object.entries(json)) {
    const field = findInfoField(key);
    if (field === null) {
      unknownKeys.push(key);
      continue;
    }
    const read = readEntry(edition, field, value);
    if (read.ok) {
      if (field.key !== "edition") entries.set(field.key, read.value);
    } else {
      const message = `Mục "${key}" (${field.label}): ${read.fault}; tệp đang ghi ${JSON.stringify(value)}.`;
      faults.push({ key, message });
    }
  }
  return faults.length > 0 ? { ok: false, fault: faults } : { ok: true, value: { entries, unknownKeys } };
}

/** What a cell takes, or what was expected. */
type Entry = Result<string | number, string>;

function readEntry(edition: Edition, field: InfoField, value: unknown): Entry {
  if (value === null || value === "") return { ok: true, value: "" };
  switch (field.kind) {
    case "text":
      return typeof value === "string" || typeof value === "number"
        ? { ok: true, value: tidy(String(value)) }
        : { ok: false, fault: "cần một chuỗi chữ" };
    case "lines": {
      const items = Array.isArray(value) ? value : [value];
      return items.every((item) => typeof item === "string")
        ? { ok: true, value: items.map(tidy).join("\n") }
        : { ok: false, fault: "cần một chuỗi chữ hoặc một danh sách chuỗi chữ" };
    }
    case "period": {
      const period = typeof value === "string" ? matchPeriod(edition, value) : null;
      if (period !== null) return { ok: true, value: period.name };
      const choices = edition.periods.map(({ id, name }) => `"${id}" (${name})`).join(", ");
      return { ok: false, fault: `cần một trong các kỳ ${choices}` };
    }
    case "year": {
      const year = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
      return /^[12]\d{3}$/.test(year)
        ? { ok: true, value: Number(year) }
        : { ok: false, fault: "cần năm có bốn chữ số, ví dụ 2023" };
    }
    case "date": {
      const day = typeof value === "string" ? parseDay(value) : null;
      return day === null
        ? { ok: false, fault: "cần một ngày có thật, dạng 2023-09-09 hoặc 09/9/2023" }
        : { ok: true, value: toSerial(day) };
    }
    case "edition":
      return value === edition.id
        ? { ok: true, value: edition.id }
        : { ok: false, fault: `tệp Excel dùng bộ biểu mẫu "${edition.id}"` };
  }
}

function tidy(text: string): string {
  return text.normalize("NFC").replaceAll("\r\n", "\n").trim();
}

/** A value for a cell, as a host writes it. */
interface InfoEdit {
  readonly cell: CellAddress;
  /** Null blanks the cell. */
  readonly value: string | number | null;
}

/**
 * Where entries go in a workbook that is already there.
 *
 * @param cells the information cells that were found (`Report.infoCells`)
 * @returns the edits, and the keys whose cell is no longer in the workbook
 */
export function infoToCells(
  entries: InfoEntries,
  cells: ReadonlyMap<InfoKey, CellAddress>,
): { readonly edits: readonly InfoEdit[]; readonly lost: readonly InfoKey[] } {
  const edits: InfoEdit[] = [];
  const lost: InfoKey[] = [];
  for (const [key, entry] of entries) {
    const cell = cells.get(key);
    if (cell === undefined) lost.push(key);
    else edits.push({ cell, value: entry === "" ? null : entry });
  }
  return { edits, lost };
}
