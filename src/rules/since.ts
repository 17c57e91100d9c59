import type { LastCheck, LastFinding } from "../report/last-check.js";
import { findingKey, numbersOf } from "./confirm.js";
import type { Finding } from "./finding.js";
import { once } from "./once.js";

/** What has become of the findings since the last check. */
export interface SinceLast {
  /** `2023-06-14` */
  readonly day: string;
  readonly isNew: ReadonlySet<Finding>;
  /** How many were there already. */
  readonly still: number;
  /** What is found no more. */
  readonly fixed: readonly LastFinding[];
}

/**
 * Tells new findings from those that stand since the last check, and finds what is fixed. A finding is the
 * same while its rule and its cells are, whatever its numbers have become; in a table, where rows are
 * inserted and sorted, also while it says the same of another row.
 */
export function sinceLast(findings: readonly Finding[], { day, findings: before }: LastCheck): SinceLast {
  const open = new Map<string, LastFinding[]>();
  for (const one of before) put(open, one.finding, one);
  const unmatched = findings.filter((finding) => take(open, findingKey(finding)) === undefined);
  const moved = new Map<string, LastFinding[]>();
  for (const one of [...open.values()].flat()) put(moved, movableKey(one.finding, one.numbers), one);
  const isNew = new Set(
    unmatched.filter((finding) => {
      const known = take(moved, movableKey(findingKey(finding), numbersOf(finding)));
      return known === undefined;
    }),
  );
  return { day, isNew, still: findings.length - isNew.size, fixed: [...moved.values()].flat() };
}

/** A key without the rows of tables, but with what was said; other keys stand for themselves. */
function movableKey(key: string, numbers: string): string {
  const rowless = key.replace(TABLE_ROW, "$1/*/");
  return rowless === key ? key : `${rowless}|${numbers}`;
}

/** `documents/12/number`: rows of forms begin with a digit. */
const TABLE_ROW = /(?<= )([a-z][a-z0-9-]*)\/\d+\//g;

function put(map: Map<string, LastFinding[]>, key: string, one: LastFinding): void {
  once(map, key, () => []).push(one);
}

function take(map: Map<string, LastFinding[]>, key: string): LastFinding | undefined {
  return map.get(key)?.shift();
}
