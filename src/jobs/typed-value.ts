import type { CellEdit } from "../hosts/port.js";
import type { CellAddress } from "../values/address.js";
import { type ReadAs, readCell } from "../values/reading.js";

/** How the pane's own fields are read, whatever the machine is set to. */
const VIETNAMESE = { decimal: ",", group: "." };

/**
 * What typing a text into the cell of a row writes: a number where it is one in Vietnamese writing,
 * else the text as it is, of which the rules will speak. A blank clears the cell.
 */
export function typedEdit(cell: CellAddress, text: string, as: ReadAs): CellEdit {
  const typed = text.normalize("NFC").trim();
  if (typed === "") return { cell, value: null };
  const reading = readCell({ value: typed, format: "General", formula: "" }, as, VIETNAMESE);
  return { cell, value: reading.kind === "number" ? reading.value : typed };
}
