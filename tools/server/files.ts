import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import type { Found } from "./serve.js";

/** A file of a folder, never one outside it; with `allowed`, only paths of that form. */
export async function file(folder: string, path: string, allowed?: RegExp): Promise<Found | null> {
  const full = normalize(join(folder, path));
  const base = normalize(folder + sep);
  if (!full.startsWith(base) || (allowed && !allowed.test(path))) return null;
  return read(full);
}

/** A file by its place. */
export async function read(path: string): Promise<Found | null> {
  try {
    return { type: TYPES[extname(path)] ?? "application/octet-stream", body: await readFile(path) };
  } catch {
    return null;
  }
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
