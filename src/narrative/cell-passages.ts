import type { CellAddress } from "../values/address.js";
import type { Fact, Narrative, Paragraph } from "./section.js";

/** A paragraph that tells a cell, and the section it stands in. */
interface Passage {
  readonly section: string;
  readonly paragraph: Paragraph;
}

/** Every paragraph that tells a cell: its number, one made from it, or its words. In printed order. */
export function passagesOf({ sections }: Pick<Narrative, "sections">, cell: CellAddress): readonly Passage[] {
  return sections.flatMap(({ id, paragraphs }) =>
    paragraphs
      .filter(({ runs }) =>
        runs.some((run) => isAt(run.cell, cell) || (run.fact !== null && restsOn(run.fact, cell))),
      )
      .map((paragraph) => ({ section: id, paragraph })),
  );
}

function restsOn({ address, derivedFrom }: Fact, cell: CellAddress): boolean {
  return derivedFrom === undefined ? isAt(address, cell) : derivedFrom.some((part) => restsOn(part, cell));
}

function isAt(address: CellAddress | null | undefined, cell: CellAddress): boolean {
  return address?.sheet === cell.sheet && address.row === cell.row && address.column === cell.column;
}
