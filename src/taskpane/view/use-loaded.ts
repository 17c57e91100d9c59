import { useEffect, useState } from "react";
import { useSession } from "./use-session.js";

/**
 * A part of the program that is loaded when first needed; null until it is there. A failure to load
 * is told through the session, from where it is tried again.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const session = useSession();
  const [loaded, setLoaded] = useState<{ readonly part: T } | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again
  useEffect(() => {
    let wanted = true;
    load().then(
      (part) => {
        if (wanted) setLoaded({ part });
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
