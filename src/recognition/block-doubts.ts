import type { Block } from "./blocks.js";
import type { Doubt } from "./recognition.js";

/** What is doubtful about the blocks as such, whichever edition they are of. */
export function blockDoubts(blocks: readonly Block[]): readonly Doubt[] {
  return blocks.flatMap((block) => [
    ...columnDoubts(block),
    ...repeatedCodes(block),
    ...numbersForLabels(block),
  ]);
}

function columnDoubts({ sheet, columns: { value }, header, rows }: Block): readonly Doubt[] {
  const row = header?.firstRow ?? rows[0]?.row ?? 1;
  switch (value.kind) {
    case "doubtful":
      return [{ kind: "value-columns", sheet, row, columns: value.candidates }];
    case "none":
      return [{ kind: "no-value-column", sheet, row }];
    case "found":
      return value.by === "header"
        ? []
        : [{ kind: "value-column-unheaded", sheet, row, column: value.column }];
  }
}

/** An STT in several rows. A number or date that can be read in two ways repeats nothing. */
function repeatedCodes({ sheet, rows }: Block): readonly Doubt[] {
  const places = new Map<string, number[]>();
  for (const { codes, row } of rows) {
    const [code] = codes;
    if (code !== undefined && codes.length === 1) places.set(code, [...(places.get(code) ?? []), row]);
  }
  return [...places].flatMap(([code, at]) =>
    at.length > 1 ? [{ kind: "repeated-code" as const, sheet, code, rows: at }] : [],
  );
}

function numbersForLabels({ sheet, rows }: Block): readonly Doubt[] {
  return rows.flatMap(({ numberForLabel, row }) =>
    numberForLabel ? [{ kind: "number-for-label" as const, sheet, row }] : [],
  );
}
