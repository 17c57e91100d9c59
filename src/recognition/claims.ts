import type { Edition } from "../forms/schema.js";
import type { Block } from "./blocks.js";
import { type RowMatch, recogniseBlock } from "./recognise-block.js";
import type { Binding } from "./recognition.js";
import { type Target, targetsOf } from "./targets.js";

/** A block's row that may be an edition's. */
export interface Claim {
  readonly block: Block;
  readonly match: RowMatch;
  readonly target: Target;
  /** Null while the block's result column is not settled. */
  readonly binding: Binding | null;
  /** With the result column's certainty. */
  readonly confidence: number;
}

/** Everything that a workbook's blocks claim of an edition, per row of the edition in printed order. */
export interface EditionClaims {
  readonly edition: Edition;
  readonly targets: readonly Target[];
  readonly claims: readonly (readonly Claim[])[];
}

export function claimsOf(edition: Edition, blocks: readonly Block[]): EditionClaims {
  const targets = targetsOf(edition);
  const claims: Claim[][] = targets.map(() => []);
  for (const block of blocks) {
    for (const match of recogniseBlock(block, targets)) {
      const target = targets[match.target];
      if (target !== undefined) claims[match.target]?.push(claim(block, match, target));
    }
  }
  return { edition, targets, claims: withoutStrays(claims) };
}

function claim(block: Block, match: RowMatch, target: Target): Claim {
  const { value } = block.columns;
  const row = block.rows[match.main]?.row ?? 0;
  const certainty = value.kind === "found" ? value.certainty : 0;
  const confidence = match.confidence * certainty;
  const binding: Binding | null =
    value.kind !== "found"
      ? null
      : {
          form: target.form,
          code: target.indicator.code,
          address: { sheet: block.sheet, row, column: value.column },
          confidence,
          signals: match.signals,
        };
  return { block, match, target, binding, confidence };
}

/** How many times as many rows of a form a block must hold to be the form's block beyond doubt. */
const DOMINANCE = 4;

/**
 * A block that holds a few rows of a form, where another holds most of it, is a summary or a copy
 * of a part: its claims on these rows are put aside.
 */
function withoutStrays(claims: readonly (readonly Claim[])[]): readonly (readonly Claim[])[] {
  const counts = new Map<number, Map<Block, number>>();
  for (const { block, target, match } of claims.flat()) {
    if (match.confidence < 0.5) continue;
    const ofForm = counts.get(target.form) ?? new Map<Block, number>();
    ofForm.set(block, (ofForm.get(block) ?? 0) + 1);
    counts.set(target.form, ofForm);
  }
  return claims.map((list) =>
    list.filter(({ block, target }) => {
      const ofForm = counts.get(target.form);
      const own = ofForm?.get(block) ?? 0;
      const others = list.some((other) => other.block !== block && other.confidence >= 0.5);
      return !others || own * DOMINANCE >= Math.max(...(ofForm?.values() ?? [0]));
    }),
  );
}
