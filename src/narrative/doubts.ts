import type { Finding } from "../rules/finding.js";
import { indicatorOrigin, type Origin, originKey } from "./origin.js";

/** The cells that carry an error, with what is wrong with each. */
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
    const origin = finding.severity === "error" && !confirmed(finding) ? originOf(finding) : null;
    if (origin === null) continue;
    const known = doubts.get(originKey(origin));
    if (known === undefined) doubts.set(originKey(origin), [finding]);
    else known.push(finding);
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

function originOf({ place }: Finding): Origin | null {
  if (place.kind === "indicator") return indicatorOrigin(place);
  if (place.kind !== "table" || place.column === null) return null;
  return { kind: "cell", table: place.table, row: place.row, column: place.column };
}
