import * as z from "zod/mini";
import { findIndicator, indicatorKey } from "../../forms/indicators.js";
import type { Result } from "../../forms/result.js";
import type { Edition } from "../../forms/schema.js";
import type { Report } from "../../report/report.js";
import type { CellAddress } from "../../values/address.js";
import { LONGEST_CELL_TEXT } from "../../values/sheet-limits.js";
import { type GivenTables, type TableFault, tableFaults } from "./fill-tables.js";
import { infoFromJson, infoToCells } from "./info-entries.js";

const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** DATA.json of DESIGN section 8, with `texts` for the officer's own text by section id. */
const dataSchema = z.strictObject({
  info: z.optional(z.record(z.string(), z.unknown())),
  forms: z.optional(z.record(z.string(), z.record(z.string(), cellValue))),
  tables: z.optional(z.record(z.string(), z.array(z.record(z.string(), cellValue)))),
  texts: z.optional(z.record(z.string(), z.string())),
});

/** A value for a cell that is there, as a host writes it. */
interface FilledCell {
  readonly cell: CellAddress;
  /** Null blanks the cell. */
  readonly value: string | number | boolean | null;
}

/** Given data with a cell for each value; rows of tables find theirs once the tables stand. */
export interface PlacedData {
  readonly edits: readonly FilledCell[];
  readonly tables: GivenTables;
  /** Keys of the information that no report has; they are left aside. */
  readonly unknownInfo: readonly string[];
}

/** Why given data cannot be filled in. */
export type DataFault =
  /** The data are not of the shape of DATA.json; a path is empty for the data as a whole. */
  | { readonly kind: "shape"; readonly paths: readonly string[] }
  | { readonly kind: "no-row"; readonly form: string; readonly code: string }
  /** The edition has the row; its cell is not in the workbook. */
  | { readonly kind: "no-cell"; readonly form: string; readonly code: string }
  | { readonly kind: "no-text-place"; readonly section: string }
  | { readonly kind: "no-info-cell"; readonly key: string }
  /** A text is longer than a cell takes; `path` says where it stands in the data. */
  | { readonly kind: "too-long"; readonly path: string; readonly length: number; readonly limit: number }
  /** The information cannot be read; the sentence says what was expected. */
  | { readonly kind: "info"; readonly message: string }
  | TableFault;

/**
 * Finds the cells of given data, all or nothing: with one value that has no place the officer would
 * not see what is lost.
 *
 * @param json the data as a JSON file has them
 * @param textCells where the officer's own text stands, by section id
 */
export function placeData(
  json: unknown,
  report: Report,
  textCells: ReadonlyMap<string, CellAddress>,
): Result<PlacedData, readonly DataFault[]> {
  const parsed = dataSchema.safeParse(json);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join("."));
    return { ok: false, fault: [{ kind: "shape", paths }] };
  }
  const { info = {}, forms = {}, tables = {}, texts = {} } = parsed.data;
  const faults: DataFault[] = [...tooLong(parsed.data)];
  const edits: FilledCell[] = [];

  for (const [form, rows] of Object.entries(forms)) {
    for (const [code, value] of Object.entries(rows)) {
      const number = formNumber(form);
      const known = number === null ? null : findIndicator(report.edition, { form: number, code });
      const cell = number === null ? null : (report.values.get(indicatorKey(number, code))?.address ?? null);
      if (known === null) faults.push({ kind: "no-row", form, code });
      else if (cell === null) faults.push({ kind: "no-cell", form, code });
      else edits.push({ cell, value });
    }
  }
  for (const [section, text] of Object.entries(texts)) {
    const cell = textCells.get(section);
    if (cell === undefined) faults.push({ kind: "no-text-place", section });
    else edits.push({ cell, value: text });
  }
  faults.push(...tableFaults(tables));

  const entries = infoFromJson(report.edition, info);
  if (entries.ok) {
    const placed = infoToCells(entries.value.entries, report.infoCells);
    edits.push(...placed.edits);
    faults.push(...placed.lost.map((key): DataFault => ({ kind: "no-info-cell", key })));
  } else {
    faults.push(...entries.fault.map(({ message }): DataFault => ({ kind: "info", message })));
  }
  if (faults.length > 0) return { ok: false, fault: faults };
  return { ok: true, value: { edits, tables, unknownInfo: entries.ok ? entries.value.unknownKeys : [] } };
}

/** Those editions that have every row that the data name; none where the data name no row or have no shape. */
export function editionsWithRows(json: unknown, editions: readonly Edition[]): readonly Edition[] {
  const parsed = dataSchema.safeParse(json);
  const rows = Object.entries(parsed.success ? (parsed.data.forms ?? {}) : {}).flatMap(([form, codes]) =>
    Object.keys(codes).map((code) => ({ form: formNumber(form), code })),
  );
  if (rows.length === 0) return [];
  return editions.filter((edition) =>
    rows.every(({ form, code }) => form !== null && findIndicator(edition, { form, code }) !== null),
  );
}

/** A form's number as DATA.json writes it: `"03"`, `" 3 "` and `"3e0"` are no form, lest one row be given twice. */
function formNumber(key: string): number | null {
  return /^[1-9]\d*$/.test(key) ? Number(key) : null;
}

/** Every text in the data that no cell can hold. */
function tooLong(data: unknown, path = ""): readonly DataFault[] {
  if (typeof data === "string") {
    const { length } = data;
    return length > LONGEST_CELL_TEXT ? [{ kind: "too-long", path, length, limit: LONGEST_CELL_TEXT }] : [];
  }
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => tooLong(value, path === "" ? key : `${path}.${key}`));
}
