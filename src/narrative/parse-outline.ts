import type * as z from "zod/mini";
import { type Outline, outlineSchema } from "./outline.js";
import { type OutlineFault, outlineFaults } from "./outline-faults.js";

export type ParsedOutline =
  | { readonly ok: true; readonly outline: Outline }
  | { readonly ok: false; readonly file: string; readonly faults: readonly OutlineFault[] };

/**
 * Reads an outline from parsed JSON. Every fault is listed with its place; nothing is loaded while
 * one remains.
 *
 * @param file name of the file, for messages
 */
export function parseOutline(file: string, json: unknown): ParsedOutline {
  const parsed = outlineSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: placeOf(json, issue.path),
      message: messageOf(issue),
    }));
    return { ok: false, file, faults };
  }
  const faults = outlineFaults(parsed.data);
  return faults.length > 0 ? { ok: false, file, faults } : { ok: true, outline: parsed.data };
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
