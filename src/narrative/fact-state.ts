import type { Result } from "../forms/result.js";
import { NumberArgument } from "./message.js";
import type { Origin } from "./origin.js";

/** What an outline's name for a fact means in one report. */
export type FactState =
  | {
      readonly kind: "known";
      readonly argument: NumberArgument;
      /** The cells that are told when the fact is. */
      readonly told: readonly Origin[];
      /** The cells that must be right for the fact to be. */
      readonly rests: readonly Origin[];
    }
  | {
      /** These cells hold no value that can be read. */
      readonly kind: "blank";
      readonly origins: readonly Origin[];
    }
  /** Not to be said and not missed: there is no such cell, or a ratio has nothing to be a ratio of. */
  | { readonly kind: "silent" };

export type KnownFact = Extract<FactState, { kind: "known" }>;
export type FactStates = ReadonlyMap<string, FactState>;

export const SILENT: FactState = { kind: "silent" };

/** The number that a fact states, or null. */
export function numberOfState(state: FactState | undefined): number | null {
  return state?.kind === "known" ? state.argument.fact.value : null;
}

/** The operands' states if each is known; otherwise what to say instead of anything made from them. */
export function allKnown(operands: readonly FactState[]): Result<readonly KnownFact[], FactState> {
  if (operands.some(({ kind }) => kind === "silent")) return { ok: false, fault: SILENT };
  const origins = operands.flatMap((operand) => (operand.kind === "blank" ? operand.origins : []));
  if (origins.length > 0) return { ok: false, fault: { kind: "blank", origins } };
  return { ok: true, value: operands.flatMap((operand) => (operand.kind === "known" ? [operand] : [])) };
}

/** A number worked out from others, without a cell of its own. */
export function derived(
  facts: readonly KnownFact[],
  made: {
    readonly value: number;
    readonly text: string;
    readonly derivation: "remainder" | "sum" | "share" | "change";
  },
): FactState {
  const [first] = facts;
  if (first === undefined) return SILENT;
  const derivedFrom = facts.map(({ argument }) => argument.fact);
  const { value, text, derivation } = made;
  return {
    kind: "known",
    argument: new NumberArgument({ ...first.argument.fact, value, derivedFrom, derivation }, text),
    told: [],
    rests: facts.flatMap(({ rests }) => rests),
  };
}
