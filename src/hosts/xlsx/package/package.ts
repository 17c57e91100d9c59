import { bookFault, type Outcome } from "../faults.js";
import { decodePart } from "../xml/encoding.js";
import { openZip, type ZipArchive } from "../zip/archive.js";
import { WEB_CODEC, type ZipCodec } from "../zip/codec.js";
import { ZIP_LIMITS, type ZipLimits } from "../zip/limits.js";
import { type PackedPart, packPart, writePacked } from "../zip/write.js";

/** A part that is there and cannot be unpacked: the file is damaged. */
export class DamagedPart extends Error {}

/**
 * The parts of a file, of which only what is put anew is written anew: every other part goes over as it
 * is, still packed. Names are matched case aside, as packages have it (ECMA-376 Part 2, 9.1.1).
 */
export class Package {
  private readonly changed = new Map<string, string | null>();
  private readonly texts = new Map<string, string>();
  private readonly names: Map<string, string>;

  private constructor(
    private readonly archive: ZipArchive | null,
    private readonly codec: ZipCodec,
  ) {
    this.names = new Map([...(archive?.entries.keys() ?? [])].map((name) => [key(name), name]));
  }

  /** Opens the bytes of a zip file. */
  static open(
    bytes: Uint8Array,
    codec: ZipCodec = WEB_CODEC,
    limits: ZipLimits = ZIP_LIMITS,
  ): Outcome<Package> {
    const archive = openZip(bytes, codec, limits);
    if (!archive.ok) return archive;
    const opened = new Package(archive.value, codec);
    // Two parts whose names differ in case only are one part twice.
    if (opened.names.size !== archive.value.entries.size) return bookFault("damaged");
    return { ok: true, value: opened };
  }

  /** A package of these parts alone. */
  static of(parts: Iterable<readonly [path: string, xml: string]>, codec: ZipCodec = WEB_CODEC): Package {
    const made = new Package(null, codec);
    for (const [path, xml] of parts) made.put(path, xml);
    return made;
  }

  /** Whether there is such a part. */
  has(path: string): boolean {
    return this.names.has(key(path));
  }

  /** The names of all parts, as the file writes them. */
  paths(): readonly string[] {
    return [...this.names.values()];
  }

  /** Unpacked size of a part in bytes; 0 where there is none. */
  size(path: string): number {
    return this.archive?.entries.get(this.written(path))?.size ?? 0;
  }

  /**
   * The text of a part, or null where there is none.
   *
   * @throws DamagedPart, XmlFault
   */
  text(path: string): string | null {
    const name = this.written(path);
    const known = this.changed.get(name) ?? this.texts.get(name);
    if (known !== undefined && known !== null) return known;
    const entry = this.names.has(key(path)) ? this.archive?.entries.get(name) : undefined;
    if (entry === undefined) return null;
    const bytes = this.archive?.unpack(entry);
    if (!bytes?.ok) throw new DamagedPart(name);
    const text = decodePart(bytes.value);
    this.texts.set(name, text);
    return text;
  }

  /** Lets go of the texts of parts that were read and not changed: they can be read again. */
  forget(path: string): void {
    this.texts.delete(this.written(path));
  }

  /** Gives a part another text, or adds it. */
  put(path: string, xml: string): void {
    const name = this.written(path);
    this.names.set(key(path), name);
    this.texts.delete(name);
    this.changed.set(name, xml);
  }

  remove(path: string): void {
    const name = this.written(path);
    this.names.delete(key(path));
    this.texts.delete(name);
    this.changed.set(name, null);
  }

  /** The package as a zip file. */
  save(): Uint8Array {
    const parts: PackedPart[] = [];
    for (const entry of this.archive?.entries.values() ?? []) {
      const now = this.changed.get(entry.name);
      if (now === null) continue;
      parts.push(
        now === undefined
          ? { ...entry, packed: this.archive?.packed(entry) ?? new Uint8Array() }
          : packPart(entry.name, new TextEncoder().encode(now), this.codec),
      );
    }
    for (const [name, now] of this.changed) {
      if (now === null || this.archive?.entries.has(name)) continue;
      parts.push(packPart(name, new TextEncoder().encode(now), this.codec));
    }
    return writePacked(parts);
  }

  private written(path: string): string {
    return this.names.get(key(path)) ?? path;
  }
}

function key(path: string): string {
  return path.toLowerCase();
}
