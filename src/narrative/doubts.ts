import type { Finding } from "../rules/finding.js";
import { indicatorOrigin, type Origin, originKey } from "./origin.js";

/** The cells that carry an error or rest on one, with what is wrong with each. */
export type Doubts = ReadonlyMap<string, readonly Finding[]>;

export const NO_DOUBTS: Doubts = new Map();

/**
 * The doubts that a check's findings leave: its errors, those that the officer confirmed aside.
 *
 * @param confirmed whether she has said that the cell is right as it stands
 */
export function doubtsOf(
  findings: readonly Finding[],
  confirmed: (finding: Finding) => boolean = () => false,
): Doubts {
  const doubts = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity !== "error" || confirmed(finding)) continue;
    for (const origin of originsOf(finding)) {
      const known = doubts.get(originKey(origin));
      if (known === undefined) doubts.set(originKey(origin), [finding]);
      else known.push(finding);
    }
  }
  return doubts;
}

/** The errors of the cells that a sentence rests on, each once. */
export function doubtsAbout(origins: readonly Origin[], doubts: Doubts): readonly Finding[] {
  if (doubts.size === 0) return [];
  const found = origins
    .flatMap((origin) => cellsOf(origin))
    .flatMap((cell) => doubts.get(originKey(cell)) ?? []);
  return [...new Set(found)];
}

function cellsOf(origin: Origin): readonly Origin[] {
  if (origin.kind !== "rows") return [origin];
  const { table, column, rows } = origin;
  return rows.map((row) => ({ kind: "cell", table, row, column }));
}

function originsOf({ place, spoils }: Finding): readonly Origin[] {
  const own =
    place.kind === "indicator"
      ? [indicatorOrigin(place)]
      : place.kind === "table" && place.column !== null
        ? [cellOrigin(place.table, place.row, place.column)]
        : [];
  const resting = spoils.map((cell) =>
    "form" in cell ? indicatorOrigin(cell) : cellOrigin(cell.table, cell.row, cell.column),
  );
  return [...own, ...resting];
}

function cellOrigin(table: string, row: number | null, column: string): Origin {
  return { kind: "cell", table, row, column };
}
