import type { Edition } from "../forms/schema.js";
import type { WorkbookHost } from "../hosts/port.js";
import { outlineToKeep } from "../narrative/kept-outline.js";
import { findOutline } from "../narrative/library.js";
import { type OwnOutline, parseOutline } from "../narrative/parse-outline.js";
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

/** The outlines that come with the program among those that an edition names, the usual one first. */
export function outlinesOf({ outlines }: Edition): readonly { readonly id: string; readonly name: string }[] {
  return outlines.flatMap((id) => {
    const outline = findOutline(id);
    return outline === null ? [] : [{ id, name: outline.name }];
  });
}

/** Keeps in the workbook by which of the program's outlines its reports are written. */
export async function chooseOutline(host: WorkbookHost, id: string): ReturnType<typeof keepOutline> {
  const outline = findOutline(id);
  const json = { id, name: outline?.name ?? id, from: id };
  const read = parseOutline(`${id}.json`, json);
  if (!read.ok) throw new Error(`no outline ${id}`);
  return keepOutline(host, read.value, json);
}
