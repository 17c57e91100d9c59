import type { IndicatorRef } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { CellAddress } from "../values/address.js";
import type { Signals } from "./evidence.js";
import type { RecognisedTables } from "./recognise-tables.js";
import type { InfoProposal } from "./report-facts.js";

/** What was recognised in a workbook that nobody made with this program. Nothing here is written yet. */
export interface Recognition {
  readonly edition: Edition;
  /** How well the edition fits, 0 to 1: rows recognised among those of the edition and of the sheets. */
  readonly score: number;
  /** The other editions that were tried, the best first. */
  readonly others: readonly EditionFit[];
  /** Cells recognised well enough to be bound. */
  readonly bindings: readonly Binding[];
  /** What a person must look at; each row doubted is bound only when confirmed. */
  readonly doubts: readonly Doubt[];
  /** Rows of the edition that stand on no sheet. */
  readonly missing: readonly IndicatorRef[];
  /** Rows of recognised blocks that are no rows of the edition. */
  readonly unrecognised: readonly UnrecognisedRow[];
  /** Supplementary tables, and headers that are one's in part. */
  readonly tables: RecognisedTables;
  /** Report information that the titles tell; proposed, never written. */
  readonly info: readonly InfoProposal[];
}

interface EditionFit {
  readonly id: string;
  readonly score: number;
}

/** The result cell of an indicator, with how sure that is and why. */
export interface Binding extends IndicatorRef {
  readonly address: CellAddress;
  /** 0 to 1. */
  readonly confidence: number;
  readonly signals: Signals;
}

export interface UnrecognisedRow {
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  readonly label: string;
}

/** What keeps something from being bound or needs a look. */
export type Doubt = PlacedDoubt | EditionTie;

/** Other editions fit as well as the one that was taken, the first. How another is chosen only a client knows. */
interface EditionTie {
  readonly kind: "edition-tie";
  readonly ids: readonly string[];
}

/** A doubt about a place on the sheets. */
export type PlacedDoubt =
  /** The row is probably the indicator's, not surely. */
  | ({ readonly kind: "weak" } & Binding)
  /** Several rows may be the indicator's. */
  | ({ readonly kind: "several"; readonly candidates: readonly [Binding, ...Binding[]] } & IndicatorRef)
  /** Several columns look like the result column. */
  | {
      readonly kind: "value-columns";
      readonly sheet: string;
      readonly row: number;
      readonly columns: readonly number[];
    }
  /** A column is probably the result column, but no header says so. */
  | {
      readonly kind: "value-column-unheaded";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
    }
  /** No column looks like the result column. */
  | { readonly kind: "no-value-column"; readonly sheet: string; readonly row: number }
  /** One STT stands in several rows of a block. */
  | {
      readonly kind: "repeated-code";
      readonly sheet: string;
      readonly code: string;
      readonly rows: readonly number[];
    }
  /** A number stands where a label is expected. */
  | { readonly kind: "number-for-label"; readonly sheet: string; readonly row: number }
  /** The cell already has a name that says something else. */
  | ({
      readonly kind: "named-otherwise";
      readonly address: CellAddress;
      readonly named: CellAddress;
    } & IndicatorRef);

/** A binding less sure than this is a doubt. */
export const BINDING_THRESHOLD = 0.8;
/** A match less sure than this is not worth asking about. */
export const DOUBT_THRESHOLD = 0.15;

/** What recognition gives: the best edition with everything found, or what was looked for in vain. */
export type RecognitionOutcome =
  | { readonly kind: "recognised"; readonly recognition: Recognition }
  | {
      readonly kind: "nothing";
      /** Sheets that were searched. */
      readonly sheets: readonly string[];
      /** Blocks that look like forms, of no known edition. */
      readonly blocks: number;
    };
