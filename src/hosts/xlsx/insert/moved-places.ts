import { type InsertedRows, movedRow } from "../../../formula/insert-rows.js";
import { areaA1, parseArea } from "../../../values/address.js";

type Rows = Omit<InsertedRows, "sheet">;

/**
 * `D8:D22 F8` after the insertion. References of other kinds (`A:A`) stay as they are.
 *
 * @param grows whether an area that ends just above the new rows takes them in
 */
export function movedPlaces(places: string, inserted: Rows, grows: boolean): string {
  return places.replace(/\S+/g, (place) => {
    const area = parseArea(place);
    if (area === null) return place;
    const takesIn = grows && area.bottom === inserted.before - 1;
    const moved = {
      ...area,
      top: movedRow(area.top, inserted),
      bottom: takesIn ? area.bottom + inserted.count : movedRow(area.bottom, inserted),
    };
    const isSame = moved.top === area.top && moved.bottom === area.bottom;
    return isSame ? place : areaA1(moved);
  });
}
