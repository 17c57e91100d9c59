import type { WorkbookHost } from "../hosts/port.js";
import { outlineToKeep } from "../narrative/kept-outline.js";
import type { OwnOutline } from "../narrative/parse-outline.js";
import { type Kept, keepConfirmation } from "./keep-confirmation.js";

/** An office's own outline from parsed JSON, or every fault of it with its place. */
export { parseOutline as readOutline } from "../narrative/parse-outline.js";

/**
 * Keeps an office's own outline in the workbook, so that its reports are written by it.
 *
 * @param json the outline's file as parsed; checked by `readOutline` before
 */
export async function keepOutline(
  host: WorkbookHost,
  { outline }: OwnOutline,
  json: unknown,
): Promise<Kept | { readonly kind: "too-long" }> {
  const kept = outlineToKeep(outline.name, json);
  if (kept === null) return { kind: "too-long" };
  return keepConfirmation(host, kept, { place: "Đề cương báo cáo", sentence: outline.name });
}
