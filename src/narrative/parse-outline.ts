import type * as z from "zod/mini";
import { deriveOutline, isDerived } from "./derive-outline.js";
import { findOutline } from "./library.js";
import { type Outline, outlineSchema } from "./outline.js";
import { type OutlineFault, outlineFaults } from "./outline-faults.js";

export type ParsedOutline =
  /** `base`: the outline that it is made from, by its id, whose editions it shares. */
  | { readonly ok: true; readonly outline: Outline; readonly base: string | null }
  | { readonly ok: false; readonly file: string; readonly faults: readonly OutlineFault[] };

/**
 * Reads an outline from parsed JSON. Every fault is listed with its place; nothing is loaded while
 * one remains.
 *
 * @param file name of the file, for messages
 */
export function parseOutline(file: string, json: unknown): ParsedOutline {
  const shaped = isDerived(json) ? shapeDerived(json) : shape(json);
  if (!shaped.ok) return { ok: false, file, faults: shaped.faults };
  const faults = outlineFaults(shaped.outline);
  return faults.length > 0
    ? { ok: false, file, faults }
    : { ok: true, outline: shaped.outline, base: baseOf(json) };
}

function baseOf(json: unknown): string | null {
  return typeof json === "object" && json !== null && "from" in json ? String(json.from) : null;
}

type Shaped =
  | { readonly ok: true; readonly outline: Outline }
  | { readonly ok: false; readonly faults: readonly OutlineFault[] };

function shape(json: unknown): Shaped {
  const parsed = outlineSchema.safeParse(json);
  return parsed.success
    ? { ok: true, outline: parsed.data }
    : { ok: false, faults: faultsOf(json, parsed.error.issues) };
}

function shapeDerived(json: unknown): Shaped {
  const derived = deriveOutline(json, findOutline);
  return derived.ok ? derived : { ok: false, faults: [...faultsOf(json, derived.issues), ...derived.faults] };
}

function faultsOf(json: unknown, issues: readonly z.core.$ZodIssue[]): readonly OutlineFault[] {
  return issues.map((issue) => ({ path: placeOf(json, issue.path), message: messageOf(issue) }));
}

/** The schema's own words are English; our checks (regular expressions) bring Vietnamese ones. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `không có trường ${issue.keys.join(", ")}`;
    case "invalid_type":
    case "invalid_union":
    case "invalid_value":
      return "thiếu hoặc sai dạng";
    case "invalid_key":
      return "tên không đúng dạng (ví dụ: planDone)";
    case "too_small":
      return "không được để trống";
    default:
      return issue.message;
  }
}

/** A section is named by its id, other list items by their position from 1. */
function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let at: unknown = json;
  for (const step of path) {
    at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
    const id: unknown = typeof at === "object" && at !== null ? Reflect.get(at, "id") : undefined;
    words.push(typeof step !== "number" ? String(step) : typeof id === "string" ? id : String(step + 1));
  }
  return words.join(".");
}
