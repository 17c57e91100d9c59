import { findTable } from "../forms/tables.js";
import type { Report } from "../report/report.js";
import { a1, type CellAddress } from "../values/address.js";
import { sourceOfFact } from "./own-fields/resolve.js";
import { sourceWords } from "./own-fields/source-words.js";
import type { Fact, Section } from "./section.js";

/** Where one number of the text comes from. */
export interface FactSourceLine {
  /** The section's printed number and heading. */
  readonly section: string;
  /** As the text prints it. */
  readonly text: string;
  /** In words: the form's row, the table's row and column, or how it is worked out. */
  readonly source: string;
  /** `Biểu mẫu 3!D20`, one for each cell that it is worked out from. */
  readonly cells: readonly string[];
}

/** The sources of all numbers in printed order; a number told again in its section is listed once. */
export function factSources(sections: readonly Section[], report: Report): readonly FactSourceLine[] {
  return sections.flatMap(({ number, heading, paragraphs }) => {
    const lines = new Map<string, FactSourceLine>();
    for (const { text, fact } of paragraphs.flatMap(({ runs }) => runs)) {
      if (fact === null) continue;
      const cells = cellsOf(fact).map((cell) => `${cell.sheet}!${a1(cell)}`);
      const source = wordsOf(fact, report);
      lines.set(`${text}|${source}|${cells.join()}`, {
        section: `${number}. ${heading}`,
        text,
        source,
        cells: [...new Set(cells)],
      });
    }
    return [...lines.values()];
  });
}

function wordsOf(fact: Fact, report: Report): string {
  const { derivation, derivedFrom, origin } = fact;
  if (derivation === "change") {
    const [now] = derivedFrom ?? [];
    return `chênh lệch so với kỳ trước của ${now === undefined ? "số này" : wordsOf(now, report)}`;
  }
  if (origin.kind === "rows") {
    const sheet = findTable(origin.table)?.sheet ?? origin.table;
    return `đếm ${origin.rows.length} dòng của ${sheet}`;
  }
  const source = sourceOfFact(fact, report);
  return source === null ? "" : sourceWords(source, report.edition);
}

function cellsOf({ address, derivedFrom }: Fact): readonly CellAddress[] {
  if (derivedFrom !== undefined) return derivedFrom.flatMap(cellsOf);
  return address === null ? [] : [address];
}
