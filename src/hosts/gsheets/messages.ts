import type { CellAddress } from "../../values/address.js";
import { sheetsByName } from "../../workbook/layout/form-layout.js";
import { FORM_SHEET_PREFIX } from "../../workbook/layout/names.js";
import type { Request, Spreadsheet } from "./wire.js";

/** Which sheets `read` gives the cells of. */
export type ReadQuery =
  | { readonly kind: "whole" }
  /** Those with one of these titles or this beginning, and those on which a name of ours stands. */
  | { readonly kind: "ours"; readonly titles: readonly string[]; readonly prefix: string };

/** What a pane that is told nothing asks for. */
export interface Stamp {
  /** A text that changes with the spreadsheet. */
  readonly version: string;
  /** Where this person's cursor stands; of several selected cells the first. Null where it is nowhere. */
  readonly cursor: CellAddress | null;
}

/**
 * The four messages between pane and spreadsheet, the first two in Google's own words. A message that
 * cannot be done rejects with an error whose text `faults.ts` reads.
 */
export interface SheetsMessages {
  read(query: ReadQuery): Promise<Spreadsheet>;
  /**
   * Does all requests in order or, when one fails, none. With `since`, a version, only when nothing has
   * changed since then.
   *
   * @returns the version afterwards
   */
  update(requests: readonly Request[], since: string | null): Promise<string>;
  /** Cheap: asked every few seconds. */
  stamp(): Promise<Stamp>;
  /** Brings a cell into view and selects it. */
  select(cell: CellAddress): Promise<void>;
}

/** Asks for the sheets that are called as ours or hold a cell of ours, and for these. */
export function ours(titles: readonly string[] = []): ReadQuery {
  return {
    kind: "ours",
    titles: [...new Set([...sheetsByName(), ...titles])],
    prefix: FORM_SHEET_PREFIX,
  };
}
