import type { SaidItem, SaidList } from "./each.js";
import type { FactState } from "./fact-state.js";
import { over } from "./lookup.js";
import type { Argument } from "./message.js";
import type { ChangesList, Outline } from "./outline.js";
import { type Material, sayFirst } from "./speech.js";

const NOTHING: SaidList = { lead: null, alone: false, items: [] };
/** The unit of a change of a rate. */
const POINTS = "điểm %";

/** The largest changes against an earlier report as a list; none where nothing is known or nothing is large. */
export function sayChanges(
  { against, most, least, lead, item }: ChangesList,
  compared: Outline["compared"],
  material: Material,
): SaidList {
  const items = material.changes[against]
    .filter(({ weight }) => weight >= least)
    .slice(0, most)
    .flatMap(({ of, way, size, rate, points }): readonly SaidItem[] => {
      const named = compared[of];
      if (named === undefined) return [];
      const facts = new Map<string, FactState>([["change", size]]);
      if (rate !== null) facts.set("rate", rate);
      const words = new Map<string, Argument>([
        ["what", named.says],
        ["way", way],
        ["unit", points ? POINTS : (named.unit ?? "")],
      ]);
      const speech = sayFirst(item, {
        ...material,
        facts: over(facts, material.facts),
        words: over(words, material.words),
      });
      return speech.kind === "said" ? [{ ...speech, key: of }] : [];
    });
  if (items.length === 0) return NOTHING;
  const led = sayFirst([lead], material);
  return led.kind === "said" ? { lead: led, alone: false, items } : NOTHING;
}
