import { type Baseline, PROPERTIES } from "./baseline.js";

/** The part of a Word file that holds its own properties. */
export const CUSTOM_PART = "docProps/custom.xml";

/** The baseline that a file keeps, or null where its properties were taken out. */
export function readBaseline(xml: string): Baseline | null {
  const numbers = readMap(xml, PROPERTIES.numbers);
  const wordings = readMap(xml, PROPERTIES.wordings);
  return numbers === null || wordings === null ? null : { numbers, wordings };
}

/** The part with another baseline in place of the one that it keeps. */
export function withBaseline(xml: string, { numbers, wordings }: Baseline): string {
  return withMap(withMap(xml, PROPERTIES.numbers, numbers), PROPERTIES.wordings, wordings);
}

function propertyOf(name: string): RegExp {
  return new RegExp(`(<property\\b[^>]*\\bname="${name}"[^>]*>\\s*<vt:lpwstr>)([^<]*)(</vt:lpwstr>)`);
}

function readMap(xml: string, name: string): ReadonlyMap<string, string> | null {
  const text = propertyOf(name).exec(xml)?.[2];
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(unescaped(text));
    if (typeof parsed !== "object" || parsed === null) return null;
    return new Map(
      Object.entries(parsed).flatMap(([key, value]) =>
        typeof value === "string" ? [[key, value] as const] : [],
      ),
    );
  } catch {
    return null;
  }
}

function withMap(xml: string, name: string, map: ReadonlyMap<string, string>): string {
  const text = escaped(JSON.stringify(Object.fromEntries(map)));
  return xml.replace(
    propertyOf(name),
    (_, before: string, __: string, after: string) => before + text + after,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (digits !== undefined) return String.fromCodePoint(Number(digits));
      return ENTITIES[name ?? ""] ?? whole;
    },
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
