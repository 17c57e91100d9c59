import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { openWorkbook } from "../../src/hosts/xlsx/open.js";
import { readZip } from "../../src/hosts/xlsx/zip/read.js";
import { writeZip } from "../../src/hosts/xlsx/zip/write.js";
import { type CheckedForms, check } from "../../src/jobs/check.js";

/** Damaged copies of a workbook, and what becomes of them: by bits, by parts, by pieces of XML. */

/** What became of a damaged copy. `silent`: it reads another value and no finding says so. */
export type Fate = "refused" | "same" | "found" | "silent" | "thrown";

export interface MutantFate {
  readonly fate: Fate;
  readonly kind: string;
  /** What was damaged, for whoever looks for it. */
  readonly what: string;
  readonly milliseconds: number;
}

/** Numbers from 0 to below 1, the same for the same seed (xorshift32). */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

type Mutation = (bytes: Uint8Array, draw: (below: number) => number) => readonly [what: string, Uint8Array];

const TAGS = /<[^<>]*>/g;
/** What an attribute is given: nothing, and what no sheet has. */
const STRANGE = [
  "",
  "-1",
  "0",
  "999999999",
  "1e9",
  "A0",
  "XFE1",
  "a1",
  "$B$2",
  "&",
  "<",
  "NaN",
  "true",
  "A1:B",
];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "a bit flipped": (bytes, draw) => {
    const at = draw(bytes.length);
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] ?? 0) ^ (1 << draw(8));
    return [`byte ${at}`, damaged];
  },
  "some bytes lost": (bytes, draw) => {
    const at = draw(bytes.length);
    const count = 1 + draw(200);
    return [`${count} from ${at}`, new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + count)])];
  },
  "cut off": (bytes, draw) => {
    const at = draw(bytes.length);
    return [`at ${at}`, bytes.slice(0, at)];
  },
  "bytes of elsewhere": (bytes, draw) => {
    const damaged = bytes.slice();
    const [from, to, count] = [draw(bytes.length), draw(bytes.length), 1 + draw(64)];
    damaged.set(
      bytes.subarray(from, Math.min(from + count, bytes.length - (to - from > 0 ? to - from : 0))),
      to,
    );
    return [`${count} from ${from} at ${to}`, damaged.subarray(0, bytes.length)];
  },
  "a part lost": (bytes, draw) => onParts(bytes, draw, (parts, name) => parts.delete(name)),
  "a part blank": (bytes, draw) => onParts(bytes, draw, (parts, name) => parts.set(name, new Uint8Array())),
  "a part in another's place": (bytes, draw) =>
    onParts(bytes, draw, (parts, name) => {
      const names = [...parts.keys()];
      const other = names[draw(names.length)] ?? name;
      parts.set(name, parts.get(other) ?? new Uint8Array());
    }),
  "a tag lost": (bytes, draw) => onTag(bytes, draw, () => ""),
  "a tag twice": (bytes, draw) => onTag(bytes, draw, (tag) => tag + tag),
  "a tag in another's place": (bytes, draw) => onTag(bytes, draw, (_tag, all) => all[draw(all.length)] ?? ""),
  "a strange attribute": (bytes, draw) =>
    onTag(bytes, draw, (tag) => {
      const values = [...tag.matchAll(/="[^"]*"/g)];
      const value = values[draw(Math.max(1, values.length))];
      if (value === undefined) return `${tag.slice(0, -1)} x>`;
      const made = `="${STRANGE[draw(STRANGE.length)]}"`;
      return tag.slice(0, value.index) + made + tag.slice(value.index + value[0].length);
    }),
  "text where none belongs": (bytes, draw) =>
    onTag(
      bytes,
      draw,
      (tag) => tag + (["&", "]]>", "<!DOCTYPE a>", "\u0001", "<", "&#0;", "&nbsp;"][draw(7)] ?? ""),
    ),
};

export const MUTATION_KINDS: readonly string[] = Object.keys(MUTATIONS);

function onParts(
  bytes: Uint8Array,
  draw: (below: number) => number,
  change: (parts: Map<string, Uint8Array>, name: string) => void,
): readonly [string, Uint8Array] {
  const read = readZip(bytes, NODE_CODEC);
  if (!read.ok) throw new Error(read.fault.message);
  const parts = new Map(read.value);
  const name = [...parts.keys()][draw(parts.size)] ?? "";
  change(parts, name);
  return [name, writeZip(parts, NODE_CODEC)];
}

function onTag(
  bytes: Uint8Array,
  draw: (below: number) => number,
  change: (tag: string, all: readonly string[]) => string,
): readonly [string, Uint8Array] {
  let where = "";
  const [name, damaged] = onParts(bytes, draw, (parts, part) => {
    const xml = new TextDecoder().decode(parts.get(part));
    const tags = [...xml.matchAll(TAGS)];
    const tag = tags[draw(Math.max(1, tags.length))];
    if (tag === undefined) return;
    const made = change(
      tag[0],
      tags.map(([text]) => text),
    );
    where = `${tag[0].slice(0, 80)} -> ${made.slice(0, 80)}`;
    const damagedXml = xml.slice(0, tag.index) + made + xml.slice(tag.index + tag[0].length);
    parts.set(part, new TextEncoder().encode(damagedXml));
  });
  return [`${name}: ${where}`, damaged];
}

/** What a whole workbook says: the values of its report, and the findings. */
export interface Whole {
  readonly values: string;
  readonly findings: string;
}

/** @throws when the workbook cannot be used */
export async function wholeOf(bytes: Uint8Array): Promise<Whole> {
  const forms = await formsOf(bytes);
  if (forms === null) throw new Error("no forms");
  return told(forms);
}

/** Damages a workbook in one way and looks what becomes of it. */
export async function fateOf(
  bytes: Uint8Array,
  whole: Whole,
  kind: string,
  seed: number,
): Promise<MutantFate> {
  const [what, damaged] = MUTATIONS[kind]?.(bytes, chance(seed)) ?? ["", bytes];
  const start = performance.now();
  const fate = await look(damaged, whole);
  return { fate, kind, what, milliseconds: performance.now() - start };
}

async function look(damaged: Uint8Array, whole: Whole): Promise<Fate> {
  try {
    const forms = await formsOf(damaged);
    if (forms === null) return "refused";
    const { values, findings } = told(forms);
    if (values === whole.values) return "same";
    return findings === whole.findings ? "silent" : "found";
  } catch {
    return "thrown";
  }
}

async function formsOf(bytes: Uint8Array): Promise<CheckedForms | null> {
  const opened = await openWorkbook(bytes, { codec: NODE_CODEC });
  if (!opened.ok) return null;
  const checked = await check(opened.value);
  return checked.ok && checked.value.kind === "forms" ? checked.value : null;
}

function told({ judgement }: CheckedForms): Whole {
  const values = [...judgement.report.values].map(([key, { reading }]) => [key, reading]);
  return { values: JSON.stringify(values), findings: JSON.stringify(judgement.findings) };
}
