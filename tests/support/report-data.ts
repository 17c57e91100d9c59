import { findEdition } from "../../src/forms/library.js";
import type { Edition } from "../../src/forms/schema.js";
import type { CellValue } from "../../src/values/cell.js";
import type { Culture } from "../../src/values/culture.js";
import { infoFromJson } from "../../src/workbook/filling/info-entries.js";
import { indicatorName } from "../../src/workbook/layout/names.js";
import type { WorkbookPlan } from "../../src/workbook/plan.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";
import phuongKy from "../fixtures/phuong-ky-2023-h1.json" with { type: "json" };
import thanhMien from "../fixtures/thanh-mien-2023-q3.json" with { type: "json" };
import { snapshotOf } from "./plan-snapshot.js";

/** The shape of DATA.json (DESIGN section 8). */
export interface ReportData {
  readonly info: Readonly<Record<string, unknown>>;
  readonly forms: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/** Quarter III 2023 of thị trấn Thanh Miện as printed, on `hai-duong-2022`. */
export const thanhMienData: ReportData = thanhMien;
/** The first six months of 2023 of xã Phượng Kỳ as printed, on `tu-ky-2023`. */
export const phuongKyData: ReportData = phuongKy;

/** The edition of that id; a test that names an unknown one is wrong. */
export function edition(id: string): Edition {
  const found = findEdition(id);
  if (found === null) throw new Error(`No edition ${id}`);
  return found;
}

/** The values of the forms by the defined names of their cells. */
export function typedValues(data: ReportData): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(
    Object.entries(data.forms).flatMap(([form, rows]) =>
      Object.entries(rows).map(([code, value]) => [indicatorName(Number(form), code), value]),
    ),
  );
}

/** A new workbook filled with the data, as a host would capture it. */
export function filledSnapshot(
  edition: Edition,
  data: ReportData,
  typed: Readonly<Record<string, CellValue>> = {},
  culture: Culture | null = null,
): WorkbookSnapshot {
  return snapshotOf(plannedWorkbook(edition, data.info), {
    typed: { ...typedValues(data), ...typed },
    culture,
  });
}

const planned = new WeakMap<Edition, Map<string, WorkbookPlan>>();

/** The plan of a new workbook with this information and these tables; made once, as many tests begin with it. */
export function plannedWorkbook(
  edition: Edition,
  info: ReportData["info"],
  tables: readonly string[] = [],
): WorkbookPlan {
  const plans = planned.get(edition) ?? new Map<string, WorkbookPlan>();
  planned.set(edition, plans);
  const key = JSON.stringify([info, tables]);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const read = infoFromJson(edition, info);
  if (!read.ok) throw new Error(read.fault.map((fault) => fault.message).join("\n"));
  const sheets = tables.map((id) => ({ id }));
  const plan = planReportWorkbook(edition, read.value.entries, [], sheets);
  plans.set(key, plan);
  return plan;
}
