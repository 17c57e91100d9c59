import type { Stated } from "../facts.js";

/** What is known of the report's information that is not in order (`info-findings.ts` finds it). */
export interface InfoFacts {
  "info.missing": Stated<null>;
  "info.unreadable": Stated<null>;
  /** The closing day lies before the first day, in another year than the report's, or far from its period's end. */
  "info.window": Stated<string, string> & { readonly against: "first-day" | "year" | "period" };
  "info.date": Stated<string, string>;
}

/** What is known of cells that are not where they were (`layout-findings.ts` finds it). */
export interface LayoutFacts {
  /** `adopted`: the forms are the office's own, and no cell of this one was ever bound. */
  "layout.sheet-missing": Stated<null> & { readonly adopted: boolean };
  /** Where the numbers stand, beside the cells of their form. */
  "layout.values-beside": Stated<null> & { readonly by: "column" | "row"; readonly found: string };
  /** Every cell of the form is blank; the earlier period had so many values there. */
  "layout.form-blank": Stated<null> & { readonly earlier: number };
  /** So many numbers of the form, all that its period counts, are those of the earlier period. */
  "layout.form-copied": Stated<null> & { readonly same: number };
  /** The sheet on which the cell should stand. `adopted`: it may stand there, but was never bound. */
  "layout.cell-missing": Stated<null> & { readonly sheet: string; readonly adopted: boolean };
  "layout.name-lost": Stated<null>;
  /** What was found in its place: an STT, a label, another row. */
  "layout.moved": Stated<null> & { readonly found: string };
  "layout.relabelled": Stated<null> & { readonly found: string };
  "layout.duplicated": Stated<null> & { readonly found: string };
}
