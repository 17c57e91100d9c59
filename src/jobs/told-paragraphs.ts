import { passagesOf } from "../narrative/cell-passages.js";
import type { Narrative, Paragraph } from "../narrative/section.js";
import type { CellAddress } from "../values/address.js";

/** The paragraphs of a written report that tell a cell or a number made from it, as they stand in it, in order. */
export function paragraphsAbout(
  { content }: { readonly content: Pick<Narrative, "sections"> },
  cell: CellAddress,
): readonly Paragraph[] {
  return passagesOf(content, cell).map(({ paragraph }) => paragraph);
}
