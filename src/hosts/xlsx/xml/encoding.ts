import { XmlFault } from "./text.js";

/** `<?xml version="1.0" encoding="UTF-16"?>` at the front of a part. */
const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["'][^>]*\?>/;

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The text of a part. Parts are UTF-8 or UTF-16 (ECMA-376 Part 2, 9.1.3); another encoding that the
 * declaration names is read where the platform knows it. The declaration says UTF-8 afterwards: that is
 * what the part is written as, should it change.
 *
 * @throws XmlFault for bytes that are no text of their encoding
 */
export function decodePart(bytes: Uint8Array): string {
  try {
    const encoding = encodingOf(bytes);
    const decoder = encoding === "utf-8" ? UTF_8 : new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    const declared = DECLARATION.exec(text);
    if (declared === null || /^utf-8$/i.test(declared[1] ?? "")) return text;
    const [declaration] = declared;
    return declaration.replace(/(encoding\s*=\s*["'])[\w.:-]+/, "$1UTF-8") + text.slice(declaration.length);
  } catch (cause) {
    throw new XmlFault("encoding", { cause });
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = (DECLARATION.exec(head)?.[1] ?? "utf-8").toLowerCase();
  // A declaration that can be read byte by byte does not stand in UTF-16, whatever it says.
  return /^utf-?16/.test(declared) ? "utf-8" : declared;
}
