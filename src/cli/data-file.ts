import * as z from "zod/mini";
import { findIndicator, indicatorKey } from "../forms/indicators.js";
import type { CellEdit } from "../hosts/port.js";
import type { Report } from "../report/report.js";
import type { CellAddress } from "../values/address.js";
import { infoFromJson, infoToCells } from "../workbook/filling/info-entries.js";
import { type GivenTables, tableDataFaults } from "./fill-tables.js";
import { Unusable } from "./io.js";

const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** DATA.json of DESIGN section 8, with `texts` for the officer's own text by section id. */
const dataSchema = z.strictObject({
  info: z.optional(z.record(z.string(), z.unknown())),
  forms: z.optional(z.record(z.string(), z.record(z.string(), cellValue))),
  tables: z.optional(z.record(z.string(), z.array(z.record(z.string(), cellValue)))),
  texts: z.optional(z.record(z.string(), z.string())),
});

/** What a DATA.json writes into a workbook. */
export interface DataEdits {
  readonly edits: readonly CellEdit[];
  /** Rows of the supplementary tables; where they go is known once the tables stand. */
  readonly tables: GivenTables;
  /** Things that are told but stop nothing: keys that no report has. */
  readonly remarks: readonly string[];
}

/**
 * The edits that a DATA.json makes. Nothing is written while one entry has no cell: the officer
 * would not see what is lost.
 *
 * @param path name of the file, for messages
 * @param textCells where the officer's own text stands, by section id
 * @throws Unusable naming every entry that has no place
 */
export function editsOf(
  path: string,
  json: unknown,
  report: Report,
  textCells: ReadonlyMap<string, CellAddress>,
): DataEdits {
  const parsed = dataSchema.safeParse(json);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join(".") || "(gốc)").join(", ");
    throw new Unusable(
      path,
      `không đúng dạng {"info": {...}, "forms": {"3": {"3.3.1": 922}}}; chỗ sai: ${places}. Sửa lại rồi chạy lại.`,
    );
  }
  const { info = {}, forms = {}, tables = {}, texts = {} } = parsed.data;
  const faults: string[] = [];
  const edits: CellEdit[] = [];

  for (const [form, rows] of Object.entries(forms)) {
    for (const [code, value] of Object.entries(rows)) {
      const known = findIndicator(report.edition, { form: Number(form), code });
      const cell = report.values.get(indicatorKey(Number(form), code))?.address ?? null;
      if (known === null) faults.push(`biểu mẫu ${form} không có dòng ${code}`);
      else if (cell === null) faults.push(`không tìm thấy ô của dòng ${code}, biểu mẫu ${form}`);
      else edits.push({ cell, value });
    }
  }
  for (const [section, text] of Object.entries(texts)) {
    const cell = textCells.get(section);
    if (cell === undefined) faults.push(`không có chỗ ghi nội dung bổ sung cho mục ${section}`);
    else edits.push({ cell, value: text });
  }
  faults.push(...tableDataFaults(tables));

  const entries = infoFromJson(report.edition, info);
  const remarks: string[] = [];
  if (entries.ok) {
    const placed = infoToCells(entries.entries, report.infoCells);
    edits.push(...placed.edits);
    faults.push(...placed.lost.map((key) => `không tìm thấy ô của mục thông tin ${key}`));
    remarks.push(...entries.unknownKeys.map((key) => `bỏ qua mục thông tin không có trong báo cáo: ${key}`));
  } else {
    faults.push(...entries.faults.map((fault) => fault.message.replace(/\.$/, "")));
  }
  if (faults.length > 0) throw new Unusable(path, `${faults.join("; ")}. Chưa ghi gì.`);
  return { edits, tables, remarks };
}
