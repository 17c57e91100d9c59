import { useEffect, useState } from "react";
import { useSession } from "./use-session.js";

/**
 * A part of the program that is loaded when first needed; null until it is there. A failure to load
 * is told through the session.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const session = useSession();
  const [loaded, setLoaded] = useState<{ readonly part: T } | null>(null);
  useEffect(() => {
    let wanted = true;
    load().then(
      (part) => {
        if (wanted) setLoaded({ part });
      },
      (error: unknown) => {
        if (wanted) session.fail(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, session]);
  return loaded?.part ?? null;
}
