import { inflateRawSync } from "node:zlib";

/** The files of a zip archive by path, read from its directory as Word reads it. */
export function unzip(zip: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.length - 22;
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const method = bytes.readUInt16LE(at + 10);
    const path = bytes.toString("utf8", at + 46, at + 46 + (name ?? 0));
    files.set(path, (method === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

export function part(zip: Uint8Array, path: string): string {
  const text = unzip(zip).get(path);
  if (text === undefined) throw new Error(`no ${path} in the archive`);
  return text;
}

/** The text of a Word part: one line per paragraph, non-breaking spaces as plain ones. */
export function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)]
      .map((match) => match[1])
      .join("")
      .replaceAll("\u00a0", " "),
  );
}

/** The whole `w:p` that holds exactly this text. */
export function paragraphWith(xml: string, text: string): string {
  const found = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .find((paragraph) => paragraphsOf(paragraph)[0] === text);
  if (found === undefined) throw new Error(`no paragraph "${text}"`);
  return found;
}
