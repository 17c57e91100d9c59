import type { Edition } from "../../../forms/schema.js";
import { placeOf } from "../../../jobs/tell-finding.js";

import type { Finding, FindingPlace } from "../../../rules/finding.js";
import type { CellAddress } from "../../../values/address.js";
import { capital } from "../../../values/words.js";
import type { Texts } from "../../texts/texts.js";

/** The cell to look at for a finding; null for one about a whole sheet. */
export function cellOfFinding({ place }: Finding): CellAddress | null {
  return place.kind === "sheet" ? null : place.address;
}

/** What stands there in the officer's own terms: the row and its label, or the piece of information. */
export function placeWords(
  place: FindingPlace,
  edition: Edition,
  superior: string,
  { check: texts, wording }: Texts,
): { readonly code: string; readonly label: string } {
  const told = placeOf(place, edition, superior, wording);
  switch (told.kind) {
    case "sheet":
      return { code: "", label: told.sheet };
    case "info":
      return { code: "", label: told.label };
    case "table":
      return {
        code: capital(told.row),
        label: told.column === "" ? told.sheet : `${told.sheet}: ${told.column}`,
      };
    case "row":
      // A row without an STT is told by its words: its code is printed nowhere.
      return { code: told.code === "" ? "" : texts.row(told.code), label: told.label };
  }
}
