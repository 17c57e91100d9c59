import { useEffect, useState } from "react";
import type { Judgement } from "../../../jobs/check.js";
import type { Defect } from "../../../jobs/defects.js";
import { loadDefects } from "../../parts.js";
import { useLoaded } from "../use-loaded.js";

/** After a pause in typing the search for wrong cells begins: it takes longer than judging. Milliseconds. */
const SEARCH_AFTER = 250;

/** What looks deeper into findings; null until it is there. */
export function useInsight() {
  return useLoaded(loadDefects);
}

/** What is wrong once with its likely cells, for the findings as they stand; empty while they are being typed. */
export function useDefects(judgement: Judgement): readonly Defect[] {
  const insight = useInsight();
  const [found, setFound] = useState<{ readonly of: Judgement; readonly defects: readonly Defect[] } | null>(
    null,
  );
  useEffect(() => {
    if (insight === null) return;
    const timer = setTimeout(
      () => setFound({ of: judgement, defects: insight.defectsOf(judgement) }),
      SEARCH_AFTER,
    );
    return () => clearTimeout(timer);
  }, [insight, judgement]);
  return found?.of === judgement ? found.defects : NOTHING;
}

const NOTHING: readonly Defect[] = [];
