import { type IndicatorRef, indicatorKey } from "../forms/indicators.js";

/** Where in a workbook a number or a text stands. */
export type Origin =
  /** A row of a form. */
  | ({ readonly kind: "indicator" } & IndicatorRef)
  /** One cell of a table: a row of the body from 1, or the total row (null). */
  | { readonly kind: "cell"; readonly table: string; readonly row: number | null; readonly column: string }
  /** Rows of a table that were counted or added up. */
  | {
      readonly kind: "rows";
      readonly table: string;
      readonly column: string;
      readonly rows: readonly number[];
    };

/** A key that is the same for the same origin and for no other. */
export function originKey(origin: Origin): string {
  switch (origin.kind) {
    case "indicator":
      return indicatorKey(origin.form, origin.code);
    case "cell":
      return `${origin.table}|${origin.row ?? "total"}|${origin.column}`;
    case "rows":
      return `${origin.table}|${origin.rows.join("+")}|${origin.column}`;
  }
}

export function indicatorOrigin({ form, code }: IndicatorRef): Origin {
  return { kind: "indicator", form, code };
}

/** The form rows among origins. */
export function indicatorsOf(origins: readonly Origin[]): readonly IndicatorRef[] {
  return origins.flatMap((origin) =>
    origin.kind === "indicator" ? [{ form: origin.form, code: origin.code }] : [],
  );
}

/** Each origin once, in order. */
export function uniqueOrigins(origins: readonly Origin[]): readonly Origin[] {
  const seen = new Map(origins.map((origin) => [originKey(origin), origin]));
  return [...seen.values()];
}
