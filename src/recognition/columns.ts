import { BLANK_CELL } from "../values/cell.js";
import { readCode } from "./code-reading.js";
import type { Header } from "./header.js";
import type { ColumnRole } from "./header-words.js";
import type { SheetRow } from "./sheet-rows.js";
import { looksLikeUnit } from "./unit-words.js";

/** Which column of a block holds what. */
export interface Columns {
  readonly code: number | null;
  readonly label: number;
  readonly unit: number | null;
  readonly value: ValueColumn;
}

/** Where results stand: found with a certainty (0 to 1) and how, or several that look alike, or none. */
type ValueColumn =
  | { readonly kind: "found"; readonly column: number; readonly certainty: number; readonly by: ValueClue }
  | { readonly kind: "doubtful"; readonly candidates: readonly number[] }
  | { readonly kind: "none" };

/** How the result column was told: its header, the figures in it, or its place beside the units. */
type ValueClue = "header" | "figures" | "place";

/** Without a header the column may be another period's, or one put in: near certain, yet to be confirmed. */
const CERTAINTY: Readonly<Record<ValueClue, number>> = { header: 1, figures: 0.75, place: 0.7 };
/** Share of a column's cells that must be of a kind before the column is taken for that kind. */
const MAJORITY = 0.5;

/**
 * Settles the columns of a block from its header and what stands under it; null when no column
 * holds labels.
 *
 * @param header null for a block without one: then only the contents tell
 */
export function settleColumns(header: Header | null, body: readonly SheetRow[]): Columns | null {
  const profiles = profilesOf(body);
  const headed = (role: ColumnRole) =>
    [...(header?.roles ?? [])].filter(([, found]) => found === role).map(([column]) => column);
  const label = labelColumn(headed("label"), profiles);
  if (label === null) return null;
  const code =
    headed("code")[0] ??
    best(
      profiles,
      (p) => p.column < label && p.column !== label,
      (p) => p.codes,
    );
  const unit =
    headed("unit")[0] ??
    best(
      profiles,
      (p) => p.column !== label && p.column !== code,
      (p) => p.units,
    );
  const taken = new Set([label, code, unit, ...headed("note"), ...headed("compare")]);
  return { code, label, unit, value: valueColumn(headed("value"), profiles, taken, unit, header) };
}

function valueColumn(
  headed: readonly number[],
  profiles: readonly Profile[],
  taken: ReadonlySet<number | null>,
  unit: number | null,
  header: Header | null,
): ValueColumn {
  const free = headed.filter((column) => !taken.has(column));
  const [only] = free;
  if (free.length > 1) return { kind: "doubtful", candidates: free };
  if (only !== undefined) return found(only, "header");
  const right = Math.max(...[...taken].map((column) => column ?? 0), 0);
  const numeric = profiles.filter((p) => !taken.has(p.column) && p.figures >= MAJORITY && p.filled > 0);
  if (numeric.length > 1) return { kind: "doubtful", candidates: numeric.map((p) => p.column) };
  if (numeric[0] !== undefined) return found(numeric[0].column, "figures");
  const beside = unit === null ? right + 1 : unit + 1;
  return taken.has(beside) || header?.words.has(beside) ? { kind: "none" } : found(beside, "place");
}

function found(column: number, by: ValueClue): ValueColumn {
  return { kind: "found", column, certainty: CERTAINTY[by], by };
}

/** The column headed as labels, unless it is all but empty beside another that holds the texts. */
function labelColumn(headed: readonly number[], profiles: readonly Profile[]): number | null {
  const wordiest = profiles.reduce<Profile | null>(
    (most, profile) => (profile.letters > (most?.letters ?? 0) ? profile : most),
    null,
  );
  const [first] = headed;
  if (first === undefined) return wordiest !== null && wordiest.sentences >= 3 ? wordiest.column : null;
  const own = profiles.find((profile) => profile.column === first);
  const empty = wordiest !== null && (own?.letters ?? 0) < 0.2 * wordiest.letters;
  return empty && wordiest !== null ? wordiest.column : first;
}

/** What stands in one column of a block's body. */
interface Profile {
  readonly column: number;
  readonly filled: number;
  readonly letters: number;
  /** Cells of three words and more. */
  readonly sentences: number;
  /** Shares of the filled cells. */
  readonly codes: number;
  readonly units: number;
  readonly figures: number;
}

function profilesOf(body: readonly SheetRow[]): readonly Profile[] {
  const columns = new Map<number, { value: SheetRow["cells"][number]["value"]; text: string }[]>();
  for (const { column, value, text } of body.flatMap((row) => row.cells)) {
    columns.set(column, [...(columns.get(column) ?? []), { value, text }]);
  }
  return [...columns].map(([column, cells]) => {
    const share = (test: (cell: (typeof cells)[number]) => boolean) =>
      cells.filter(test).length / cells.length;
    return {
      column,
      filled: cells.length,
      letters: cells.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, "").length, 0),
      sentences: cells.filter(({ text }) => text.split(/\s+/).length >= 3).length,
      codes: share(({ value }) => readCode({ ...BLANK_CELL, value }).length > 0),
      units: share(({ text }) => looksLikeUnit(text)),
      figures: share(({ value, text }) => typeof value === "number" || /^[\d.,\s]+%?$/.test(text)),
    };
  });
}

function best(
  profiles: readonly Profile[],
  allowed: (profile: Profile) => boolean,
  share: (profile: Profile) => number,
): number | null {
  const fitting = profiles.filter((profile) => allowed(profile) && share(profile) >= MAJORITY);
  return fitting.sort((a, b) => share(b) - share(a))[0]?.column ?? null;
}
