import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  isRefreshed,
  type RefreshOutcome,
  refreshParts,
  type WordParts,
} from "../document/refresh/refresh-parts.js";
import type { WrittenReport } from "./report.js";

/** What came of bringing a Word file up to date with its workbook. */
export type WordRefresh =
  | (Omit<Extract<RefreshOutcome, { kind: "refreshed" }>, "parts"> & { readonly file: Uint8Array })
  | Extract<RefreshOutcome, { kind: "refused" }>;

/** Bytes that a file may unfold to: a report takes a few hundred thousand. */
const LARGEST = 64 * 1024 * 1024;
/** The first day that a zip file knows: the same edits give the same bytes at any time. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * Brings the numbers of an edited Word file up to date with the report as it is written now. What she
 * wrote stays; what could not be brought up to date is told. Nothing but the numbers changes.
 */
export function refreshWord(file: Uint8Array, { narrative }: WrittenReport): WordRefresh {
  const bytes = unzipped(file);
  if (bytes === null) return { kind: "refused", cause: "no-word-file" };
  const parts: WordParts = new Map(
    Object.entries(bytes).flatMap(([path, part]) =>
      isRefreshed(path) ? [[path, strFromU8(part)] as const] : [],
    ),
  );
  const outcome = refreshParts(parts, narrative.sections);
  if (outcome.kind === "refused") return outcome;
  const { parts: fresh, ...told } = outcome;
  if (fresh.size === 0) return { ...told, file };
  const changed = Object.fromEntries([...fresh].map(([path, text]) => [path, strToU8(text)]));
  return { ...told, file: zipSync({ ...bytes, ...changed }, { mtime: FIRST_DAY }) };
}

function unzipped(file: Uint8Array): Record<string, Uint8Array> | null {
  try {
    let total = 0;
    const parts = unzipSync(file, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return total <= LARGEST;
      },
    });
    return total <= LARGEST ? parts : null;
  } catch {
    return null;
  }
}
