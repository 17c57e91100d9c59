import type { Section } from "../../narrative/section.js";
import { markOf } from "../bookmarks.js";
import { type Baseline, baselineOf, filledIn, marksIn } from "./baseline.js";
import { CUSTOM_PART, readBaseline, withBaseline } from "./custom-properties.js";
import { type NumberLine, refreshPart } from "./refresh-part.js";

/** A composed sentence that the Word file and the workbook tell differently now. */
interface WordingChange {
  /** As it was written; null for one that is new. */
  readonly before: string | null;
  /** As it would be written; null for one that is no longer told. */
  readonly after: string | null;
}

/** The parts of a Word file that hold text or properties, by their paths in it. */
export type WordParts = ReadonlyMap<string, string>;

/** What came of bringing the parts of a Word file up to date. */
export type RefreshOutcome =
  | {
      readonly kind: "refreshed";
      /** The parts that changed. */
      readonly parts: WordParts;
      readonly numbers: readonly NumberLine[];
      readonly wordings: readonly WordingChange[];
    }
  /** `not-ours`: no report of this program. `stripped`: it is, but what it was written with was taken out. */
  | { readonly kind: "refused"; readonly cause: "no-word-file" | "not-ours" | "stripped" };

const DOCUMENT = "word/document.xml";
/** Parts that hold text. */
const TEXT_PART = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** True for a part that a refresh looks at. */
export function isRefreshed(path: string): boolean {
  return TEXT_PART.test(path) || path === CUSTOM_PART;
}

/**
 * Brings the numbers of an edited Word file up to date with a narrative. Her edits stay: a number that
 * she typed over is told, not changed; a sentence that would read otherwise now is told and left whole.
 */
export function refreshParts(parts: WordParts, sections: readonly Section[]): RefreshOutcome {
  const document = parts.get(DOCUMENT);
  if (document === undefined) return { kind: "refused", cause: "no-word-file" };
  const custom = parts.get(CUSTOM_PART);
  const before = custom === undefined ? null : readBaseline(custom);
  if (before === null || custom === undefined) {
    return { kind: "refused", cause: document.includes('w:name="CCHC_') ? "stripped" : "not-ours" };
  }
  const after = baselineOf(sections);
  const wordings = wordingChanges(before, after);
  const kept = new Set(wordings.flatMap(({ key }) => marksIn(before.wordings.get(key) ?? "")));
  const now = new Map([...after.numbers].map(([name, text]) => [markOf(name), text]));
  const lines: NumberLine[] = [];
  const fresh = new Map<string, string>();
  for (const [path, old] of parts) {
    if (!TEXT_PART.test(path)) continue;
    const refreshed = refreshPart(old, { written: before.numbers, now, kept });
    lines.push(...refreshed.lines);
    if (refreshed.xml !== old) fresh.set(path, refreshed.xml);
  }
  const found = new Set(lines.map(({ name }) => name));
  for (const [name, written] of before.numbers) {
    if (found.has(name)) continue;
    lines.push({ name, written, seen: null, now: now.get(markOf(name)) ?? null, outcome: "gone" });
  }
  const numbers = new Map(before.numbers);
  for (const { name, outcome, now: text } of lines) {
    if (outcome === "updated" && text !== null) numbers.set(name.replace(/_Copy_\d+$/, ""), text);
  }
  if (fresh.size > 0) fresh.set(CUSTOM_PART, withBaseline(custom, { ...before, numbers }));
  return {
    kind: "refreshed",
    parts: fresh,
    numbers: lines,
    wordings: wordings.map(({ before: old, after: text }) => ({ before: old, after: text })),
  };
}

/** The paragraphs that read otherwise: other words, not other numbers. */
function wordingChanges(
  before: Baseline,
  after: Baseline,
): readonly (WordingChange & { readonly key: string })[] {
  const keys = [...new Set([...before.wordings.keys(), ...after.wordings.keys()])];
  return keys.flatMap((key) => {
    const old = before.wordings.get(key);
    const now = after.wordings.get(key);
    if (old !== undefined && now !== undefined && shapeOf(old) === shapeOf(now)) return [];
    return [
      {
        key,
        before: old === undefined ? null : filledIn(old, before.numbers),
        after: now === undefined ? null : filledIn(now, after.numbers),
      },
    ];
  });
}

/** A wording without the count of its marks' appearances, which another sentence may change. */
function shapeOf(wording: string): string {
  return wording.replace(/\{(CCHC_\w+)\}/g, (_, name: string) => `{${markOf(name)}}`);
}
