import type * as z from "zod/mini";
import type { FileFault } from "../forms/faults.js";

/** What the shape of an outline file lacks, each with its place. */
export function schemaFaults(json: unknown, issues: readonly z.core.$ZodIssue[]): readonly FileFault[] {
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
