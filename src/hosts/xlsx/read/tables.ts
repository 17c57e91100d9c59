import type { Rectangle } from "../../../values/address.js";
import type { Package } from "../package/package.js";
import { isKind, relationshipsOf } from "../package/relationships.js";
import { scannerAt } from "../xml/scanner.js";
import { readArea } from "./cell-places.js";

/** The header rows of a sheet's tables: their part repeats what stands in those cells. @throws XmlFault, DamagedPart */
export function tableHeaders(pack: Package, sheetPath: string): readonly Rectangle[] {
  return relationshipsOf(pack, sheetPath).flatMap((one): readonly Rectangle[] => {
    const xml = isKind(one, "table") && one.path !== null ? pack.text(one.path) : null;
    if (xml === null) return [];
    const scanner = scannerAt(xml, "table");
    const rows = Number(scanner.attribute("headerRowCount") ?? 1);
    if (!(rows > 0)) return [];
    const area = readArea(scanner.attribute("ref") ?? "");
    return [{ ...area, bottom: area.top + rows - 1 }];
  });
}
