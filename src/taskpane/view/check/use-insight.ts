import { loadInsight } from "../../session/late.js";
import { useLoaded } from "../use-loaded.js";

/** What looks deeper into findings; null until it is there. */
export function useInsight() {
  return useLoaded(loadInsight);
}
