import type { Edition } from "../forms/schema.js";
import type { FormLikeTable } from "./blocks.js";
import { type RowMatch, recogniseTable } from "./recognise-block.js";
import type { Binding } from "./recognition.js";
import { type Target, targetsOf } from "./targets.js";

/** A table's row that may be an edition's. */
export interface Claim {
  readonly table: FormLikeTable;
  readonly match: RowMatch;
  readonly target: Target;
  /** Null while the table's result column is not settled. */
  readonly binding: Binding | null;
  /** With the result column's certainty. */
  readonly confidence: number;
}

/** Everything that a workbook's tables claim of an edition, per row of the edition in printed order. */
export interface EditionClaims {
  readonly edition: Edition;
  readonly targets: readonly Target[];
  readonly claims: readonly (readonly Claim[])[];
}

export function claimsOf(edition: Edition, tables: readonly FormLikeTable[]): EditionClaims {
  const targets = targetsOf(edition);
  const claims: Claim[][] = targets.map(() => []);
  for (const table of tables) {
    for (const match of recogniseTable(table, targets)) {
      const target = targets[match.target];
      if (target !== undefined) claims[match.target]?.push(claim(table, match, target));
    }
  }
  return { edition, targets, claims: withoutStrays(claims) };
}

function claim(table: FormLikeTable, match: RowMatch, target: Target): Claim {
  const { value } = table.columns;
  const row = table.rows[match.main]?.row ?? 0;
  const certainty = value.kind === "found" ? value.certainty : 0;
  const confidence = match.confidence * certainty;
  const binding: Binding | null =
    value.kind !== "found"
      ? null
      : {
          form: target.form,
          code: target.indicator.code,
          address: { sheet: table.sheet, row, column: value.column },
          confidence,
          signals: match.signals,
        };
  return { table, match, target, binding, confidence };
}

/** How many times as many rows of a form a table must hold to be the form's table beyond doubt. */
const DOMINANCE = 4;

/**
 * A table that holds a few rows of a form, where another holds most of it, is a summary or a copy
 * of a part: its claims on these rows are put aside.
 */
function withoutStrays(claims: readonly (readonly Claim[])[]): readonly (readonly Claim[])[] {
  const counts = new Map<number, Map<FormLikeTable, number>>();
  for (const { table, target, match } of claims.flat()) {
    if (match.confidence < 0.5) continue;
    const ofForm = counts.get(target.form) ?? new Map<FormLikeTable, number>();
    ofForm.set(table, (ofForm.get(table) ?? 0) + 1);
    counts.set(target.form, ofForm);
  }
  return claims.map((list) =>
    list.filter(({ table, target }) => {
      const ofForm = counts.get(target.form);
      const own = ofForm?.get(table) ?? 0;
      const others = list.some((other) => other.table !== table && other.confidence >= 0.5);
      return !others || own * DOMINANCE >= Math.max(...(ofForm?.values() ?? [0]));
    }),
  );
}
