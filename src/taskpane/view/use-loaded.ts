import { useEffect, useState } from "react";
import { useSession } from "./use-session.js";

/** The parts that are there, by the function that loads them: whoever needs one again has it at once. */
const there = new WeakMap<() => Promise<unknown>, { readonly part: unknown }>();

function known<T>(load: () => Promise<T>): { readonly part: T } | null {
  return (there.get(load) as { readonly part: T } | undefined) ?? null;
}

/**
 * A part of the program that is loaded when first needed; null until it is there. A failure to load
 * is told through the session, from where it is tried again.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const session = useSession();
  const [loaded, setLoaded] = useState(() => known(load));
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again
  useEffect(() => {
    if (loaded !== null) return;
    let wanted = true;
    load().then(
      (part) => {
        const loaded = { part };
        there.set(load, loaded);
        if (wanted) setLoaded(loaded);
      },
      (error: unknown) => {
        if (!wanted) return;
        // Below the first line stands the address, which says nothing to anybody here.
        const [code = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
        session.fail(code, () => setAttempt((before) => before + 1));
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, session, attempt]);
  return loaded?.part ?? null;
}
