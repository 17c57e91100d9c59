import { shareText } from "../values/share.js";
import { roundHalfUp } from "../values/tolerance.js";
import { formatCount } from "../values/vietnamese-number.js";
import { allKnown, derived, type FactState, type FactStates, SILENT } from "./fact-state.js";
import type { Lookup } from "./lookup.js";
import type { Computed } from "./outline.js";

/** Decimals that a sum of money may need; what lies beyond is dust of binary fractions. */
const DECIMALS = 6;

/**
 * The remainders, sums and shares that an outline or a list declares, in this order, so that each can
 * be made from those before it.
 */
export function computedStates(computed: Computed, known: Lookup<FactState>): FactStates {
  const states = new Map<string, FactState>();
  const stateOf = (name: string): FactState => states.get(name) ?? known.get(name) ?? SILENT;
  for (const [name, of] of Object.entries(computed.sums)) {
    states.set(name, total(of.map(stateOf)));
  }
  for (const [name, { from, less }] of Object.entries(computed.remainders)) {
    states.set(name, remainder([from, ...less].map(stateOf)));
  }
  for (const [name, { part, whole }] of Object.entries(computed.shares)) {
    states.set(name, share(stateOf(part), stateOf(whole)));
  }
  return states;
}

/** One number made from others; of a share's operands the first is the part, the second the whole. */
export function madeFrom(
  derivation: "remainder" | "sum" | "share",
  operands: readonly FactState[],
): FactState {
  switch (derivation) {
    case "sum":
      return total(operands);
    case "remainder":
      return remainder(operands);
    case "share":
      return share(operands[0] ?? SILENT, operands[1] ?? SILENT);
  }
}

function total(operands: readonly FactState[]): FactState {
  const all = allKnown(operands);
  if (!all.ok) return all.fault;
  const value = all.value.reduce((sum, { argument }) => sum + argument.fact.value, 0);
  return number(all.value, value, "sum");
}

/** The first less the others. */
function remainder(operands: readonly FactState[]): FactState {
  const all = allKnown(operands);
  if (!all.ok) return all.fault;
  const [first, ...others] = all.value.map(({ argument }) => argument.fact.value);
  return number(
    all.value,
    others.reduce((rest, value) => rest - value, first ?? 0),
    "remainder",
  );
}

function number(
  facts: Parameters<typeof derived>[0],
  value: number,
  derivation: "sum" | "remainder",
): FactState {
  const clean = roundHalfUp(value, DECIMALS);
  return derived(facts, { value: clean, text: formatCount(clean), derivation });
}

/** Silent where there is nothing to be a share of. */
function share(part: FactState, whole: FactState): FactState {
  const all = allKnown([part, whole]);
  if (!all.ok) return all.fault;
  const [numerator = 0, denominator = 0] = all.value.map(({ argument }) => argument.fact.value);
  if (denominator === 0) return SILENT;
  return derived(all.value, {
    value: roundHalfUp((100 * numerator) / denominator, 2),
    text: shareText(numerator, denominator),
    derivation: "share",
  });
}
