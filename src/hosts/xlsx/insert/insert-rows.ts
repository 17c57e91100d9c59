import { type InsertedRows, movedRow } from "../../../formula/insert-rows.js";
import type { CellValue } from "../../../values/cell.js";
import { LAST_ROW } from "../../../values/sheet-limits.js";
import type { HostFault } from "../../port.js";
import type { Book } from "../book.js";
import { missingCell, noRowsThere } from "../host-faults.js";
import { isKind, type Relationship, relationshipsOf } from "../package/relationships.js";
import { childXml } from "../patch/part-children.js";
import { cellKey } from "../read/snapshot.js";
import type { SheetPlace } from "../read/workbook-part.js";
import type { Results } from "../recalculate.js";
import { moveNotes, movePart } from "./move-part.js";
import { withNewRows } from "./new-rows.js";

type Insertion =
  | { readonly kind: "refused"; readonly fault: HostFault }
  /** `moved`: results of formulas by the places where these stand now. */
  | { readonly kind: "inserted"; readonly moved: (results: Results) => Results };

/**
 * Inserts rows as Excel does: what stands below moves down, references, names and whatever lies on the
 * sheet follow, and each new row takes look, height, validations and formulas (not values) from the row
 * above. Everything is checked first: when it is refused, nothing has changed.
 */
export function insertRows(book: Book, wanted: InsertedRows): Insertion {
  const sheet = book.find(wanted.sheet);
  if (sheet === null) {
    return refused(missingCell({ sheet: wanted.sheet, row: wanted.before, column: 1 }));
  }
  const inserted = { ...wanted, sheet: sheet.name };
  const obstacle = obstacleTo(book, sheet, inserted);
  if (obstacle !== null) return refused(noRowsThere(sheet.name, obstacle));
  book.storeResults();
  const { merges } = book.partReading(sheet);
  movePartsOf(book, sheet, inserted);
  const moved = withNewRows(book.xml(sheet), inserted.before, inserted.count, merges);
  book.putSheet(sheet, moved, true);
  return { kind: "inserted", moved: (results) => movedResults(results, sheet.path, inserted) };
}

/** Why rows cannot be inserted there, in Vietnamese; null when they can. */
function obstacleTo(book: Book, sheet: SheetPlace, { before, count }: InsertedRows): string | null {
  const { filled, snapshot } = book.partReading(sheet);
  const isInside = filled.some(({ top, bottom }) => before > top && before <= bottom);
  if (isInside) return "có công thức mảng ở chỗ cần chèn";
  const last = snapshot === null ? LAST_ROW : snapshot.top + snapshot.values.length - 1;
  if (last + count > LAST_ROW) return "có dữ liệu ở tận các dòng cuối";
  const xml = book.xml(sheet);
  if (childXml(xml, "worksheet", "customSheetViews") !== null) return "có chế độ xem riêng (Custom Views)";
  const kinds: readonly (readonly [kind: string, what: string])[] = [
    ["pivotTable", "có bảng tổng hợp PivotTable"],
    ["control", "có nút bấm hoặc điều khiển"],
    ["ctrlProp", "có nút bấm hoặc điều khiển"],
    ["oleObject", "có đối tượng nhúng"],
  ];
  const links = relationshipsOf(book.pack, sheet.path);
  return kinds.find(([kind]) => links.some((one) => isKind(one, kind)))?.[1] ?? null;
}

/** Kinds of parts that say places or formulas, with the parts that they refer to in turn. */
const FOLLOWED = [
  "worksheet",
  "chartsheet",
  "drawing",
  "chart",
  "chartEx",
  "comments",
  "threadedComment",
  "table",
  "vmlDrawing",
  "pivotCacheDefinition",
];

function movePartsOf(book: Book, sheet: SheetPlace, inserted: InsertedRows): void {
  const seen = new Set<string>();
  const byPath = new Map(book.sheets.map((one) => [one.path, one]));
  const move = (one: Relationship, home: string | null, isOwn: boolean) => {
    const { path } = one;
    if (path === null || seen.has(path) || !FOLLOWED.some((kind) => isKind(one, kind))) return;
    seen.add(path);
    const text = book.pack.text(path);
    if (text === null) return;
    const standing = byPath.get(path);
    const own = standing === undefined ? isOwn && !/chart/i.test(one.type) : standing.path === sheet.path;
    const itsHome = standing?.name ?? home;
    const moved = isKind(one, "vmlDrawing")
      ? own
        ? moveNotes(text, inserted)
        : text
      : movePart(text, inserted, { own, home: itsHome });
    if (moved !== text) {
      if (standing === undefined) book.put(path, moved);
      else book.putSheet(standing, moved, true);
    }
    for (const next of relationshipsOf(book.pack, path)) move(next, itsHome, own);
  };
  const { path } = book;
  const workbook = book.pack.text(path) ?? "";
  const moved = movePart(workbook, inserted, { own: false, home: null });
  if (moved !== workbook) book.put(path, moved);
  for (const one of relationshipsOf(book.pack, path)) move(one, null, false);
}

function movedResults(results: Results, path: string, inserted: InsertedRows): Results {
  const moved = new Map<number, CellValue>();
  for (const [key, value] of results.get(path) ?? []) {
    const row = movedRow(Math.floor(key / 16_384), inserted);
    moved.set(cellKey(row, (key % 16_384) + 1), value);
  }
  return new Map([...results, [path, moved]]);
}

function refused(fault: HostFault): Insertion {
  return { kind: "refused", fault };
}
