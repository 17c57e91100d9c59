import type { CellAddress } from "../../values/address.js";
import { cellText, type SnapshotIndex } from "../snapshot-index.js";

/** Where the officer's own text for each section stands, by section id. */
export function findTextCells(index: SnapshotIndex): ReadonlyMap<string, CellAddress> {
  const cells = new Map<string, CellAddress>();
  for (const thing of index.things) {
    const address = thing.kind === "text" ? index.find(thing) : null;
    if (thing.kind === "text" && address !== null) cells.set(thing.section, address);
  }
  return cells;
}

/** The officer's own text by section id, one paragraph per line; blank ones are absent. */
export function readTexts(
  index: SnapshotIndex,
  cells: ReadonlyMap<string, CellAddress>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [section, address] of cells) {
    const text = cellText(index.cell(address)).normalize("NFC").replaceAll("\r\n", "\n");
    if (text !== "") texts.set(section, text);
  }
  return texts;
}
