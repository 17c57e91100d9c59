/** FNV-1a of 64 bits over the letters, in base 36: short enough for a cell; nobody has a reason to forge one. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(36);
}
