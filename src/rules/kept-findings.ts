import { findingKey } from "./confirm.js";
import type { Finding } from "./finding.js";

/**
 * The findings, with those of before in the place of equal ones: who shows them need not look at what has not
 * changed. Where all are equal and in the same order, the very list of before.
 */
export function keptFindings(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const shorter = Math.min(findings.length, before.length);
  const isSameAt = (position: number, earlier: number) => isSame(findings[position], before[earlier]);
  let first = 0;
  while (first < shorter && isSameAt(first, first)) first += 1;
  if (first === findings.length && first === before.length) return before;
  let last = 0;
  while (last < shorter - first && isSameAt(findings.length - 1 - last, before.length - 1 - last)) last += 1;

  const changed = findings.slice(first, findings.length - last);
  const gone = new Map(
    before.slice(first, before.length - last).map((finding) => [findingKey(finding), finding]),
  );
  const kept = changed.map((finding) => {
    const earlier = gone.size === 0 ? undefined : gone.get(findingKey(finding));
    return earlier !== undefined && isSame(finding, earlier) ? earlier : finding;
  });
  return [...before.slice(0, first), ...kept, ...before.slice(before.length - last)];
}

/** Whether two pieces of plain data say the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => isSame(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
