import { zipSync } from "fflate";

/** The zip epoch: the same workbook gives the same bytes. The fields of a zip file hold local time. */
const EPOCH = new Date(1980, 0, 1);

/** A zip file of the parts, in their order. `stored` leaves them unpacked, for a reader in the same process. */
export function writeZip(
  parts: Iterable<readonly [string, Uint8Array]>,
  how: "deflated" | "stored" = "deflated",
): Uint8Array {
  return zipSync(Object.fromEntries(parts), { mtime: EPOCH, level: how === "stored" ? 0 : 6 });
}
