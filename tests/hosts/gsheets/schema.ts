import { readFileSync } from "node:fs";

/**
 * Whether a message is one of the Google Sheets API v4, judged by its published names, types and
 * values (`tests/fixtures/google-sheets-schema.json`). Unknown members, kinds and values are refused.
 */

type Kind = string | readonly [string];
interface Schema {
  readonly source: string;
  readonly schemas: Readonly<Record<string, Readonly<Record<string, Kind>> | undefined>>;
}

const file = new URL("../../fixtures/google-sheets-schema.json", import.meta.url);
const schema: Schema = JSON.parse(readFileSync(file, "utf8"));

/** What is wrong with a message, each with its place; nothing when it is valid. */
export function faultsIn(type: string, value: unknown, place = type): readonly string[] {
  const members = schema.schemas[type];
  if (members === undefined) return [`${place}: no type ${type}`];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${place}: not a ${type}`];
  return Object.entries(value).flatMap(([name, member]) => {
    const kind = members[name];
    const inner = `${place}.${name}`;
    return kind === undefined ? [`${inner}: ${type} has no such member`] : faultsOfKind(kind, member, inner);
  });
}

function faultsOfKind(kind: Kind, value: unknown, place: string): readonly string[] {
  if (typeof kind !== "string") {
    if (!Array.isArray(value)) return [`${place}: not a list`];
    return value.flatMap((one, index) => faultsOfKind(kind[0], one, `${place}[${index}]`));
  }
  if (kind.startsWith("one of ")) {
    const words = kind.slice("one of ".length).split(" ");
    return typeof value === "string" && words.includes(value)
      ? []
      : [`${place}: ${JSON.stringify(value)} is none of ${words.join(", ")}`];
  }
  const plain = PLAIN[kind];
  if (plain === undefined) return faultsIn(kind, value, place);
  return plain(value) ? [] : [`${place}: ${JSON.stringify(value)} is no ${kind}`];
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

const PLAIN: Readonly<Record<string, ((value: unknown) => boolean) | undefined>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  int32: (value) => isNumber(value) && Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1,
  float: isNumber,
  double: isNumber,
  "google-fieldmask": (value) => typeof value === "string" && /^[A-Za-z.]+(,[A-Za-z.]+)*$/.test(value),
  "google-datetime": (value) => typeof value === "string",
};

/** The faults of an update: besides the schema, each request says one thing only. */
export function faultsInUpdate(body: unknown): readonly string[] {
  const faults = faultsIn("BatchUpdateSpreadsheetRequest", body);
  if (faults.length > 0 || typeof body !== "object" || body === null || !("requests" in body)) return faults;
  const requests: readonly unknown[] = Array.isArray(body.requests) ? body.requests : [];
  return requests.flatMap((request, index) => {
    const kinds = Object.keys(Object(request));
    return kinds.length === 1 ? [] : [`requests[${index}]: ${kinds.length} kinds`];
  });
}

/** Throws when a message that crossed is not in Google's words. */
export function mustBeGoogles(message: "update" | "spreadsheet", body: unknown): void {
  const faults = message === "update" ? faultsInUpdate(body) : faultsIn("Spreadsheet", body);
  if (faults.length > 0) throw new Error(`Not in Google's words: ${faults.slice(0, 5).join("; ")}`);
}
